import { Global, Module } from '@nestjs/common';
import { AcessosDeEmergenciaController } from './acessos-de-emergencia.controller.js';
import { AbrirAcessoDeEmergenciaHandler } from './casos-de-uso/abrir-acesso-de-emergencia.js';
import { EncerrarAcessoDeEmergenciaHandler } from './casos-de-uso/encerrar-acesso-de-emergencia.js';
import { ListarAcessosDeEmergenciaHandler } from './casos-de-uso/listar-acessos-de-emergencia.js';
import { ObterAcessoDeEmergenciaHandler } from './casos-de-uso/obter-acesso-de-emergencia.js';
import { RevisarAcessoDeEmergenciaHandler } from './casos-de-uso/revisar-acesso-de-emergencia.js';
import { VinculosDeCuidado } from './contrato/vinculos-de-cuidado.js';
import { INVARIANTES_DOS_CUIDADOS } from './invariantes.js';
import { VinculosDeCuidadoNoBanco } from './persistencia/vinculos-de-cuidado-no-banco.js';
import { SOB_CUIDADO } from './sob-cuidado.js';
import { DADOS_DOS_CUIDADOS } from './persistencia/dados-dos-cuidados.js';

/** Who is under whose care, and what is opened in an emergency. */
@Global()
@Module({
  controllers: [AcessosDeEmergenciaController],
  providers: [
    { provide: VinculosDeCuidado, useClass: VinculosDeCuidadoNoBanco },
    SOB_CUIDADO,
    DADOS_DOS_CUIDADOS,
    AbrirAcessoDeEmergenciaHandler,
    EncerrarAcessoDeEmergenciaHandler,
    RevisarAcessoDeEmergenciaHandler,
    ObterAcessoDeEmergenciaHandler,
    ListarAcessosDeEmergenciaHandler,
    INVARIANTES_DOS_CUIDADOS,
  ],
  exports: [VinculosDeCuidado],
})
export class CuidadosModule {}
