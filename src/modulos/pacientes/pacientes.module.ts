import { Global, Module } from '@nestjs/common';
import { AcrescentarEnderecoHandler } from './casos-de-uso/acrescentar-endereco.js';
import { AlterarEnderecoHandler } from './casos-de-uso/alterar-endereco.js';
import { AlterarPacienteHandler } from './casos-de-uso/alterar-paciente.js';
import { CadastrarPacienteHandler } from './casos-de-uso/cadastrar-paciente.js';
import { InativarEnderecoHandler } from './casos-de-uso/inativar-endereco.js';
import { InativarPacienteHandler } from './casos-de-uso/inativar-paciente.js';
import { ListarEnderecosHandler } from './casos-de-uso/listar-enderecos.js';
import { ListarPacientesHandler } from './casos-de-uso/listar-pacientes.js';
import { ListarPossiveisDuplicadosHandler } from './casos-de-uso/listar-possiveis-duplicados.js';
import { ObterEnderecoHandler } from './casos-de-uso/obter-endereco.js';
import { ObterPacienteHandler } from './casos-de-uso/obter-paciente.js';
import { ReativarEnderecoHandler } from './casos-de-uso/reativar-endereco.js';
import { ReativarPacienteHandler } from './casos-de-uso/reativar-paciente.js';
import { PacientesDaInternacao } from './contrato/pacientes-da-internacao.js';
import { DONOS_DOS_PACIENTES } from './donos.js';
import { Titulares } from './contrato/titulares.js';
import { EnderecosController } from './enderecos.controller.js';
import { INVARIANTES_DOS_PACIENTES } from './invariantes.js';
import { PacientesController } from './pacientes.controller.js';
import { HojeNoHospital } from './persistencia/hoje-no-hospital.js';
import { PacientesDaInternacaoSql } from './persistencia/pacientes-da-internacao-sql.js';
import { TitularesSql } from './persistencia/titulares-sql.js';
import { DADOS_DO_PACIENTE } from './persistencia/dados-do-paciente.js';

/** Patients, their allergies and addresses. */
@Global()
@Module({
  controllers: [PacientesController, EnderecosController],
  providers: [
    { provide: PacientesDaInternacao, useClass: PacientesDaInternacaoSql },
    { provide: Titulares, useClass: TitularesSql },
    HojeNoHospital,
    ListarPacientesHandler,
    ObterPacienteHandler,
    CadastrarPacienteHandler,
    AlterarPacienteHandler,
    InativarPacienteHandler,
    ReativarPacienteHandler,
    ListarPossiveisDuplicadosHandler,
    ListarEnderecosHandler,
    ObterEnderecoHandler,
    AcrescentarEnderecoHandler,
    AlterarEnderecoHandler,
    InativarEnderecoHandler,
    ReativarEnderecoHandler,
    DADOS_DO_PACIENTE,
    INVARIANTES_DOS_PACIENTES,
    DONOS_DOS_PACIENTES,
  ],
  exports: [PacientesDaInternacao, Titulares],
})
export class PacientesModule {}
