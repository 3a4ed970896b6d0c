import { Injectable } from '@nestjs/common';
import { ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Titulares } from '../contrato/titulares.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';

@Injectable()
export class TitularesSql extends Titulares {
  constructor(private readonly leitura: Leitura) {
    super();
  }

  async exigir(pacienteId: number, campo?: string): Promise<void> {
    if (await this.leitura.obter('SELECT id FROM pacientes WHERE id = ?', [pacienteId])) return;
    throw campo === undefined ? PACIENTE.inexistente(pacienteId) : PACIENTE.desconhecido(pacienteId, campo);
  }

  async emailDe(pacienteId: number): Promise<string | null> {
    const linha = await this.leitura.obter('SELECT email FROM pacientes WHERE id = ?', [pacienteId]);
    return ouNulo(texto)(linha?.email);
  }
}
