import { Module } from '@nestjs/common';
import { AcessosAoPacienteController } from './acessos-ao-paciente.controller.js';
import { AuditoriaController } from './auditoria.controller.js';
import { ListarAcessosAoPacienteHandler } from './casos-de-uso/listar-acessos-ao-paciente.js';
import { ListarAuditoriaHandler } from './casos-de-uso/listar-auditoria.js';
import { ObterSeloHandler } from './casos-de-uso/obter-selo.js';
import { INVARIANTES_DA_AUDITORIA } from './invariantes.js';
import { DADOS_DA_AUDITORIA } from './persistencia/dados-da-auditoria.js';

/** Who did or saw what, for whoever may ask. */
@Module({
  controllers: [AuditoriaController, AcessosAoPacienteController],
  providers: [
    ListarAuditoriaHandler,
    ListarAcessosAoPacienteHandler,
    ObterSeloHandler,
    INVARIANTES_DA_AUDITORIA,
    DADOS_DA_AUDITORIA,
  ],
})
export class AuditoriaModule {}
