import { Injectable } from '@nestjs/common';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { alcanceDe } from './alcance.js';
import type { Alcance, Autor } from './autor.js';
import { DonosDosRegistros } from './donos-dos-registros.js';

/** Of which patients somebody sees what is clinical, among those whose records the route shows. */
type Visao = 'todos' | 'ninguem' | 'tratados';

/**
 * ADMIN sees all that is clinical; who reaches only the records of patients under care, or one's own, sees it of them;
 * who works with everybody's records does not, unless they also treat that patient.
 */
const visaoDe = ({ todos, sobCuidado, proprio, papeis }: Alcance): Visao =>
  !todos || papeis.includes('ADMIN') ? 'todos' : sobCuidado || proprio ? 'tratados' : 'ninguem';

/** Who sees, and so may change, what is clinical. */
@Injectable()
export class VisaoClinica {
  constructor(private readonly donos: DonosDosRegistros) {}

  /** Of these patients, those of whom the author sees what is clinical. */
  visiveis(autor: Autor, pacienteIds: readonly number[]): ReadonlySet<number> | Promise<ReadonlySet<number>> {
    const visao = visaoDe(alcanceDe(autor));
    if (visao === 'tratados') return this.donos.tratados(autor, pacienteIds);
    return visao === 'todos' ? new Set(pacienteIds) : NENHUM;
  }

  /** Refuses (403 `ACESSO.CAMPO_RESTRITO`) to change blindly any of these clinical fields of the patient. */
  async exigir(
    autor: Autor,
    pacienteId: number,
    mudancas: object,
    clinicos: readonly string[],
  ): Promise<void> {
    const campo = clinicos.find((nome) => (mudancas as Record<string, unknown>)[nome] !== undefined);
    if (campo === undefined || (await this.visiveis(autor, [pacienteId])).has(pacienteId)) return;
    throw campoRestrito(campo, 'É um dado clínico: só muda por quem cuida do paciente.');
  }
}

const NENHUM: ReadonlySet<number> = new Set();

/** Somebody may change the record, and not this of it (403). */
export const campoRestrito = (campo: string, motivo: string): ErroDeDominio =>
  new ErroDeDominio('proibido', 'ACESSO.CAMPO_RESTRITO', motivo, campo);
