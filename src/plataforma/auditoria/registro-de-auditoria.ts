import { Injectable } from '@nestjs/common';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { type FatoAuditado, GravadorDeAuditoria } from './gravador-de-auditoria.js';

export type { FatoAuditado } from './gravador-de-auditoria.js';

/**
 * What the trail must tell besides changes by a route, which leave their row by themselves: who saw what, who entered,
 * who was refused.
 */
@Injectable()
export class RegistroDeAuditoria {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly gravador: GravadorDeAuditoria,
  ) {}

  /**
   * Writes these facts in the unit of work in course, or by a statement of their own: all or none; who, from where and in which request is
   * the context's. Where it cannot, it refuses (503): what leaves no row must not happen.
   */
  async anotar(fatos: readonly FatoAuditado[]): Promise<void> {
    if (fatos.length === 0) return;
    await this.gravador.gravar(
      { executar: (sql, valores = []) => this.unidade.comando(sql, valores) },
      fatos,
    );
  }
}
