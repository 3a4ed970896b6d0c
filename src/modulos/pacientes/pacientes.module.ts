import { Global, Module } from '@nestjs/common';
import { AcrescentarEnderecoHandler } from './casos-de-uso/acrescentar-endereco.js';
import { AlterarPacienteHandler } from './casos-de-uso/alterar-paciente.js';
import { CadastrarPacienteHandler } from './casos-de-uso/cadastrar-paciente.js';
import { InativarPacienteHandler } from './casos-de-uso/inativar-paciente.js';
import { ListarEnderecosHandler } from './casos-de-uso/listar-enderecos.js';
import { ListarPacientesHandler } from './casos-de-uso/listar-pacientes.js';
import { ObterPacienteHandler } from './casos-de-uso/obter-paciente.js';
import { ReativarPacienteHandler } from './casos-de-uso/reativar-paciente.js';
import { PacientesDaInternacao } from './contrato/pacientes-da-internacao.js';
import { EnderecosController } from './enderecos.controller.js';
import { PacientesController } from './pacientes.controller.js';
import { HojeNoHospital } from './persistencia/hoje-no-hospital.js';
import { PacientesDaInternacaoSql } from './persistencia/pacientes-da-internacao-sql.js';

/** Patients, their allergies and addresses. */
@Global()
@Module({
  controllers: [PacientesController, EnderecosController],
  providers: [
    { provide: PacientesDaInternacao, useClass: PacientesDaInternacaoSql },
    HojeNoHospital,
    ListarPacientesHandler,
    ObterPacienteHandler,
    CadastrarPacienteHandler,
    AlterarPacienteHandler,
    InativarPacienteHandler,
    ReativarPacienteHandler,
    ListarEnderecosHandler,
    AcrescentarEnderecoHandler,
  ],
  exports: [PacientesDaInternacao],
})
export class PacientesModule {}
