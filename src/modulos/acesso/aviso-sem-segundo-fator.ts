import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Ambiente } from '../../config/ambiente.js';
import { Registrador } from '../../plataforma/observabilidade/registrador.js';
import { PoliticasDoHospital } from '../hospital/contrato/politicas-do-hospital.js';

/** In production the start says, once, that staff enter with a password alone. */
@Injectable()
export class AvisoSemSegundoFator implements OnApplicationBootstrap {
  constructor(
    private readonly ambiente: Ambiente,
    private readonly politicas: PoliticasDoHospital,
    private readonly registrador: Registrador,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.ambiente.producao || (await this.politicas.atuais()).exigeSegundoFator) return;
    this.registrador.aviso(
      'o segundo fator não é exigido da equipe: ligue exigeSegundoFator em PATCH /v1/hospital',
    );
  }
}
