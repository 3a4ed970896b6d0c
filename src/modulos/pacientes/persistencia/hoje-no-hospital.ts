import { Injectable } from '@nestjs/common';
import { Calendario, type Dia } from '../../../plataforma/tempo/calendario.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';

/** Which civil day it is where the hospital stands. */
@Injectable()
export class HojeNoHospital {
  constructor(private readonly politicas: PoliticasDoHospital) {}

  async dia(agora: Date): Promise<Dia> {
    const { fuso } = await this.politicas.atuais();
    return new Calendario(fuso).diaCivil(agora);
  }
}
