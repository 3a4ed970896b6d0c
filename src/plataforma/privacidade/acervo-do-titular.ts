import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { inteiro, instante, type Linha, ouNulo, type Parametro } from '../../banco/dialeto.js';
import { Leitura } from '../../banco/leitura.js';
import { ConjuntoDeDados, type DadosDoTitular, type ParteDosDados } from './dados-do-titular.js';

/** Rows held in memory at a time. */
const LOTE = 200;

/** Everything that the modules hold on a person, read in parts and, each part, in pages. */
@Injectable()
export class AcervoDoTitular implements OnModuleInit {
  #acervo: Required<DadosDoTitular> | undefined;

  constructor(
    private readonly descoberta: DiscoveryService,
    private readonly leitura: Leitura,
  ) {}

  onModuleInit(): void {
    this.#acervo ??= this.#reunir();
  }

  get partes(): readonly ParteDosDados[] {
    return (this.#acervo ??= this.#reunir()).partes;
  }

  /** Tables that refer to the person and are not exported -> why. */
  get fora(): Readonly<Record<string, string>> {
    return (this.#acervo ??= this.#reunir()).fora;
  }

  #reunir(): Required<DadosDoTitular> {
    const conjuntos = this.descoberta
      .getProviders()
      .flatMap(({ instance }): ConjuntoDeDados[] => (instance instanceof ConjuntoDeDados ? [instance] : []));
    const partes = conjuntos.flatMap(({ dados }) => dados.partes ?? []);
    const nomes = partes.map(({ nome }) => nome);
    const repetido = nomes.find((nome, i) => nomes.indexOf(nome) !== i);
    if (repetido !== undefined) throw new Error(`Two modules export ${repetido}.`);
    return {
      partes,
      fora: Object.assign({}, ...conjuntos.map(({ dados }) => dados.fora ?? {})) as Record<string, string>,
    };
  }

  /** The rows of one part, page by page, by id. */
  async *ler(parte: ParteDosDados, titularId: number): AsyncGenerator<Record<string, unknown>[]> {
    const { sql, parametros } = consultaDe(parte, titularId);
    for (let depoisDe = 0; ;) {
      const linhas = await this.leitura.consultar(sql, [...parametros, depoisDe]);
      if (linhas.length > 0) yield linhas.map((linha) => decodificar(parte, linha));
      if (linhas.length < LOTE) return;
      depoisDe = inteiro(linhas.at(-1)!.id);
    }
  }

  /** When the last record was made of those that must be kept; null when there is none. */
  async ultimoRegistro(titularId: number): Promise<Date | null> {
    let ultimo: Date | null = null;
    for (const parte of this.partes) {
      if (parte.registradoEm === undefined) continue;
      const linha = await this.leitura.obter(
        `SELECT MAX(t.${parte.registradoEm}) AS em FROM ${parte.tabela} t WHERE ${parte.onde}`,
        doTitular(parte, titularId),
      );
      const em = ouNulo(instante)(linha?.em);
      if (em !== null && (ultimo === null || em > ultimo)) ultimo = em;
    }
    return ultimo;
  }
}

const emCamelo = (coluna: string): string =>
  coluna.replace(/_(\w)/g, (_, letra: string) => letra.toUpperCase());

/** One parameter for each `?` of the condition: all are the person. */
const doTitular = ({ onde }: ParteDosDados, titularId: number): Parametro[] =>
  [...onde.matchAll(/\?/g)].map(() => titularId);

function consultaDe(parte: ParteDosDados, titularId: number): { sql: string; parametros: Parametro[] } {
  const { campos, calculados = {}, tabela, onde } = parte;
  const colunas = ['id', ...Object.keys(campos).filter((c) => c !== 'id')].map((coluna) => `t.${coluna}`);
  const expressoes = Object.entries(calculados).map(([chave, [sql]]) => `${sql} AS ${chave}`);
  return {
    sql: `SELECT ${[...colunas, ...expressoes].join(', ')} FROM ${tabela} t
           WHERE (${onde}) AND t.id > ? ORDER BY t.id LIMIT ${LOTE}`,
    parametros: doTitular(parte, titularId),
  };
}

function decodificar({ campos, calculados = {} }: ParteDosDados, linha: Linha): Record<string, unknown> {
  const registro: Record<string, unknown> = {};
  for (const [coluna, { ler }] of Object.entries(campos)) registro[emCamelo(coluna)] = ler(linha[coluna]);
  for (const [chave, [, { ler }]] of Object.entries(calculados)) registro[chave] = ler(linha[chave]);
  return registro;
}

/** What the exported rows look like, for the document of the API. */
export function esquemaDaParte({ descricao, campos, calculados = {} }: ParteDosDados): object {
  const properties: Record<string, object> = {};
  for (const [coluna, { esquema }] of Object.entries(campos))
    properties[emCamelo(coluna)] = { ...esquema, nullable: true };
  for (const [chave, [, { esquema }]] of Object.entries(calculados))
    properties[chave] = { ...esquema, nullable: true };
  return { type: 'array', description: descricao, items: { type: 'object', properties } };
}
