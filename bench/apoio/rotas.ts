import { Sorteio } from '../../src/demonstracao/hospital/sorteio.js';
import type { Faixa, PlanoDaCarga } from '../carga/plano.js';
import { MEDICOS } from '../carga/plano.js';
import type { Pedido } from '../gerador/gerador.js';

/** The routes that are measured against the floor. */
export const ROTAS = ['leito', 'leitos', 'internacoes', 'internar', 'alta'] as const;
export type Rota = (typeof ROTAS)[number];

export const NOMES: Readonly<Record<Rota, string>> = {
  leito: 'GET /v1/leitos/{id}',
  leitos: 'GET /v1/leitos',
  internacoes: 'GET /v1/internacoes',
  internar: 'POST /v1/internacoes',
  alta: 'POST /v1/internacoes/{id}/alta',
};

export const escreve = (rota: Rota): boolean => rota === 'internar' || rota === 'alta';

/** Different addresses of a read: enough of them that no answer is at hand by chance. */
const LEITURAS = 2_000;

const obter = (caminho: string): Pedido => ({ metodo: 'GET', caminho });
const postar = (caminho: string, corpo: object): Pedido => ({
  metodo: 'POST',
  caminho,
  corpo: JSON.stringify(corpo),
});

/** Writes that a second of measuring may use up, on the fastest machine foreseen: so much is loaded for it. */
export const ESCRITAS_POR_SEGUNDO = 3_000;

/** What to ask of a loaded database. Reads are drawn; each free bed, patient and open stay is given out once. */
export class Pedidos {
  readonly #sorteio: Sorteio;
  #admissoes = 0;
  #altas = 0;

  constructor(private readonly plano: PlanoDaCarga) {
    this.#sorteio = new Sorteio(plano.pedido.semente);
  }

  /** Up to `ate` requests; after they ran, `gastar` says how many of them were used. */
  de(rota: Rota, ate: number): Pedido[] {
    const { plano } = this;
    switch (rota) {
      case 'leito':
        return Array.from({ length: LEITURAS }, () =>
          obter(`/v1/leitos/${this.#sorteio.inteiro(1, plano.leitos)}`),
        );
      case 'leitos':
        return [obter('/v1/leitos')];
      case 'internacoes':
        return [obter('/v1/internacoes')];
      case 'internar':
        return seguintes(plano.leitosLivres, this.#admissoes, ate).map((leitoId, i) =>
          postar('/v1/internacoes', {
            pacienteId: plano.pacientesLivres.primeiro + this.#admissoes + i,
            medicoId: 1 + (leitoId % MEDICOS),
            leitoId,
            cidEntrada: 'J18.9',
          }),
        );
      case 'alta':
        return seguintes(plano.internacoesAbertas, this.#altas, ate).map((id) =>
          postar(`/v1/internacoes/${id}/alta`, { cidSaida: 'J18.0', motivoSaida: 'ALTA_MELHORADO' }),
        );
    }
  }

  gastar(rota: Rota, usados: number): void {
    if (rota === 'internar') this.#admissoes += usados;
    if (rota === 'alta') this.#altas += usados;
  }
}

function seguintes({ primeiro, quantos }: Faixa, gastos: number, ate: number): number[] {
  const restam = Math.min(ate, quantos - gastos);
  if (restam <= 0) throw new Error('the stock of free beds or open stays is used up: load more');
  return Array.from({ length: restam }, (_, i) => primeiro + gastos + i);
}
