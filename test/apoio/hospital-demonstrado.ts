import type {
  hospitalDeDemonstracao,
  PedidoDeDemonstracao,
} from '../../src/demonstracao/hospital/hospital-de-demonstracao.js';

/** The present of the demonstration under test. */
export const AGORA = new Date('2026-06-10T17:23:45.678Z');

/** A demonstration as most people see it. */
export const PEDIDO: PedidoDeDemonstracao = {
  agora: AGORA,
  senhaHash: 'x',
  adminEmail: null,
  hospital: {
    fuso: 'America/Sao_Paulo',
    horaDoCenso: 24,
    leitoExigeLimpeza: true,
    exigeSegundoFator: false,
    exigeTrocaDaSenhaInicial: false,
  },
};

/** The rows of one demonstration. */
export class Tabelas {
  constructor(private readonly lotes: ReturnType<typeof hospitalDeDemonstracao>) {}

  de<T extends object>(entidade: new () => T): T[] {
    return this.lotes.find((lote) => lote.entidade === entidade)!.linhas as T[];
  }

  obter<T extends { id: number }>(entidade: new () => T, id: number): T {
    return this.de(entidade).find((linha) => linha.id === id)!;
  }

  get todas() {
    return this.lotes;
  }
}
