import { Global, Module } from '@nestjs/common';
import { AlterarEspecialidadeHandler } from './casos-de-uso/alterar-especialidade.js';
import { AlterarMedicoHandler } from './casos-de-uso/alterar-medico.js';
import { CadastrarEspecialidadeHandler } from './casos-de-uso/cadastrar-especialidade.js';
import { CadastrarMedicoHandler } from './casos-de-uso/cadastrar-medico.js';
import { InativarEspecialidadeHandler } from './casos-de-uso/inativar-especialidade.js';
import { InativarMedicoHandler } from './casos-de-uso/inativar-medico.js';
import { InscreverMedicoHandler } from './casos-de-uso/inscrever-medico.js';
import { ListarEspecialidadesHandler } from './casos-de-uso/listar-especialidades.js';
import { ListarMedicosHandler } from './casos-de-uso/listar-medicos.js';
import { ObterEspecialidadeHandler } from './casos-de-uso/obter-especialidade.js';
import { ObterMedicoHandler } from './casos-de-uso/obter-medico.js';
import { ReativarEspecialidadeHandler } from './casos-de-uso/reativar-especialidade.js';
import { ReativarMedicoHandler } from './casos-de-uso/reativar-medico.js';
import { LeituraDeMedicos } from './contrato/leitura-de-medicos.js';
import { EspecialidadesController } from './especialidades.controller.js';
import { INVARIANTES_DOS_MEDICOS } from './invariantes.js';
import { MedicosController } from './medicos.controller.js';
import { LeituraDeMedicosSql } from './persistencia/leitura-de-medicos-sql.js';

/** Doctors and other professionals, and the specialties they practise. */
@Global()
@Module({
  controllers: [MedicosController, EspecialidadesController],
  providers: [
    { provide: LeituraDeMedicos, useClass: LeituraDeMedicosSql },
    ListarMedicosHandler,
    ObterMedicoHandler,
    CadastrarMedicoHandler,
    AlterarMedicoHandler,
    InscreverMedicoHandler,
    InativarMedicoHandler,
    ReativarMedicoHandler,
    ListarEspecialidadesHandler,
    ObterEspecialidadeHandler,
    CadastrarEspecialidadeHandler,
    AlterarEspecialidadeHandler,
    InativarEspecialidadeHandler,
    ReativarEspecialidadeHandler,
    INVARIANTES_DOS_MEDICOS,
  ],
  exports: [LeituraDeMedicos],
})
export class MedicosModule {}
