import { Global, Module } from '@nestjs/common';
import { AlterarHospitalHandler } from './casos-de-uso/alterar-hospital.js';
import { ObterHospitalHandler } from './casos-de-uso/obter-hospital.js';
import { PoliticasDoHospital } from './contrato/politicas-do-hospital.js';
import { HospitalController } from './hospital.controller.js';
import { PoliticasGuardadas } from './persistencia/politicas-guardadas.js';

/** The hospital's policies and its own price table. */
@Global()
@Module({
  controllers: [HospitalController],
  providers: [
    PoliticasGuardadas,
    { provide: PoliticasDoHospital, useExisting: PoliticasGuardadas },
    ObterHospitalHandler,
    AlterarHospitalHandler,
  ],
  exports: [PoliticasDoHospital],
})
export class HospitalModule {}
