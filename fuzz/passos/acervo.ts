import type { Operacao } from '../documento/documento.js';
import type { Colecao, Ligacoes } from '../documento/ligacoes.js';
import type { Execucao } from '../alvos/executor.js';
import type { Referencia, Valor } from './passo.js';

/** A record that some answer showed, and how to name it in a request. */
export interface Registro {
  readonly colecao: Colecao;
  /** As the server says it; null for the only record of a route without ids. */
  readonly id: number | string | null;
  readonly referencia: Referencia | null;
  readonly caminho: readonly (string | Referencia)[];
  /** As it was last shown. */
  dados: Readonly<Record<string, unknown>>;
  /** What made it, when it was made here. */
  nascimento?: Nascimento;
  /** How many requests have named it in their bodies. */
  usos: number;
  versao?: unknown;
  etag?: Referencia;
  etagVelho?: Referencia;
}

/** The creation that a record comes from: asked again, it is a duplicate. */
export interface Nascimento {
  readonly operacao: string;
  readonly numero: number;
  readonly corpo: Valor | undefined;
}

type Dados = Record<string, unknown> & { id?: number | string };

const MEMORIA_DE_VALORES = 30;

/** Everything that answers have shown: where the ids of later requests are drawn from. */
export class Acervo {
  readonly #registros = new Map<Colecao, Map<string, Registro>>();
  readonly #valores = new Map<string, string[]>();

  constructor(
    private readonly ligacoes: Ligacoes,
    /** Records that must stay as they are. */
    private readonly proibido: (colecao: Colecao, id: number | string) => boolean,
  ) {}

  de(colecao: Colecao): Registro[] {
    return [...(this.#registros.get(colecao)?.values() ?? [])];
  }

  /** Texts of this kind that valid requests carried. */
  usados(especie: string): readonly string[] {
    return this.#valores.get(especie) ?? [];
  }

  lembrarValor(especie: string, valor: string): void {
    const valores = this.#valores.get(especie) ?? [];
    this.#valores.set(especie, [...valores, valor].slice(-MEMORIA_DE_VALORES));
  }

  /** Takes in whatever a success shows. */
  anotar(operacao: Operacao, { passo, resposta, json }: Execucao): void {
    if (resposta.status < 200 || resposta.status > 299 || passo.metodo !== operacao.metodo) return;
    const { data } = (json ?? {}) as { data?: unknown };
    const base = passo.caminho.slice(0, indiceDaConsulta(passo.caminho));
    if (Array.isArray(data)) {
      if (this.ligacoes.eColecao(operacao.modelo))
        data.forEach((item: Dados, i) =>
          this.#deLista(operacao, base, item, { $de: passo.numero, $onde: `/data/${i}` }),
        );
      return;
    }
    if (typeof data !== 'object' || data === null) return;
    const etag = resposta.cabecalhos.etag === undefined ? undefined : { $de: passo.numero, $onde: 'etag' };
    this.#deUm(
      operacao,
      base,
      data as Dados,
      passo.numero,
      etag,
      resposta.status === 201 ? passo.corpo : undefined,
    );
  }

  #deLista(operacao: Operacao, base: Registro['caminho'], item: Dados, onde: Referencia): void {
    const chave = 'id' in item ? 'id' : Object.keys(item)[0]!;
    const id = item[chave];
    if (typeof id !== 'number' && typeof id !== 'string') return;
    this.#guardar(operacao.modelo, id, base, item, { ...onde, $onde: `${onde.$onde}/${chave}` });
  }

  #deUm(
    operacao: Operacao,
    base: Registro['caminho'],
    data: Dados,
    numero: number,
    etag: Referencia | undefined,
    corpo: { json: Valor } | object | undefined,
  ): void {
    const colecao = this.ligacoes.daOperacao(operacao) ?? operacao.modelo;
    const { id = null } = data;
    // What a record holds is not one of its kind.
    if (id === null && colecao !== operacao.modelo && !operacao.modelo.endsWith('}')) return;
    const registro =
      id === null || operacao.modelo === colecao
        ? this.#guardar(colecao, id, base, data, id === null ? null : { $de: numero, $onde: '/data/id' })
        : this.#tocar(colecao, id);
    if (!registro) return;
    registro.dados = data;
    if (corpo)
      registro.nascimento = {
        operacao: operacao.chave,
        numero,
        corpo: 'json' in corpo ? corpo.json : undefined,
      };
    if (!etag) return;
    const versao = data['versao'];
    if (registro.etag && registro.versao !== versao) registro.etagVelho = registro.etag;
    registro.versao = versao;
    registro.etag = etag;
  }

  #tocar(colecao: Colecao, id: number | string): Registro | undefined {
    const registros = this.#registros.get(colecao);
    const registro = registros?.get(String(id));
    if (!registros || !registro) return undefined;
    registros.delete(String(id));
    registros.set(String(id), registro);
    return registro;
  }

  #guardar(
    colecao: Colecao,
    id: number | string | null,
    base: Registro['caminho'],
    dados: Dados,
    referencia: Referencia | null,
  ): Registro | undefined {
    if (id !== null && this.proibido(colecao, id)) return undefined;
    const registros = this.#registros.get(colecao) ?? new Map<string, Registro>();
    this.#registros.set(colecao, registros);
    const conhecido = registros.get(String(id));
    if (conhecido) {
      conhecido.dados = { ...conhecido.dados, ...dados };
      return this.#tocar(colecao, String(id));
    }
    const caminho = referencia === null ? base : [...base, '/', referencia];
    const novo: Registro = { colecao, id, referencia, caminho, dados, usos: 0 };
    registros.set(String(id), novo);
    // A waiting list of stays is a list of stays.
    const maior = colecao.slice(0, colecao.lastIndexOf('/'));
    if (referencia !== null && !colecao.endsWith('}') && this.ligacoes.eColecao(maior))
      this.#guardar(maior, id, [maior], dados, referencia);
    return novo;
  }
}

const indiceDaConsulta = (caminho: Registro['caminho']): number => {
  const indice = caminho.findIndex((parte) => typeof parte === 'string' && parte.startsWith('?'));
  return indice === -1 ? caminho.length : indice;
};
