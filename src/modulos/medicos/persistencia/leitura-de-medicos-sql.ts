import { Injectable } from '@nestjs/common';
import { Leitura } from '../../../banco/leitura.js';
import { exigirAtivo } from '../../../plataforma/registros/registro.js';
import { LeituraDeMedicos } from '../contrato/leitura-de-medicos.js';
import { MEDICO } from '../dominio/registros-de-medicos.js';

@Injectable()
export class LeituraDeMedicosSql extends LeituraDeMedicos {
  constructor(private readonly leitura: Leitura) {
    super();
  }

  exigirAtivo(medicoId: number, campo: string): Promise<void> {
    return exigirAtivo(this.leitura, MEDICO, medicoId, campo);
  }
}
