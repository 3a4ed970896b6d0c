import type { Linha, Parametro } from '../../banco/dialeto.js';
import type { Leitura } from '../../banco/leitura.js';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Inteiro, Texto } from './campos.js';

/** What every list accepts. Extend it with the filters of the resource. */
export class ConsultaDeLista {
  @Inteiro({
    min: 1,
    max: 100,
    opcional: true,
    naConsulta: true,
    descricao: 'Quantos itens por página; 20, se não for dito.',
  })
  limite: number = 20;

  @Texto({
    max: 1000,
    opcional: true,
    descricao: 'Cursor da próxima página, como veio em `meta.proximoCursor`.',
  })
  cursor?: string;
}

/** One page of a list. */
export class Pagina<T> {
  constructor(
    readonly itens: readonly T[],
    readonly limite: number,
    readonly proximoCursor: string | null,
  ) {}
}

/** A condition of a WHERE, with the values of its `?`. */
export interface Condicao {
  readonly sql: string;
  readonly parametros: readonly Parametro[];
}

/** WHERE clauses with their parameters; an undefined value adds nothing. */
export class Filtros {
  readonly clausulas: string[] = [];
  readonly parametros: Parametro[] = [];

  igual(coluna: string, valor: Parametro | undefined): this {
    return this.onde(`${coluna} = ?`, valor);
  }

  /** A range instead of LIKE: it uses the index on every server, and `%` means nothing in it. */
  comecaCom(coluna: string, prefixo: string | undefined): this {
    return this.onde(`${coluna} >= ?`, prefixo).onde(
      `${coluna} < ?`,
      prefixo === undefined ? undefined : prefixo + MAIOR_CARACTERE,
    );
  }

  /** `clausula` has exactly one `?`. */
  onde(clausula: string, valor: Parametro | undefined): this {
    if (valor === undefined) return this;
    this.clausulas.push(clausula);
    this.parametros.push(valor);
    return this;
  }

  /** Any condition, with its parameters; null adds nothing. */
  quando(condicao: Condicao | null): this {
    if (condicao === null) return this;
    this.clausulas.push(condicao.sql);
    this.parametros.push(...condicao.parametros);
    return this;
  }
}

/** Greater than any text that starts with what comes before it. */
const MAIOR_CARACTERE = '\u{10FFFF}';

/** How a list may be ordered: always by one column and then by id, so that the order is total. */
export interface Ordenacao {
  readonly coluna: string;
  readonly decrescente?: boolean;
  /** Key of the selected row that holds the column's value. */
  readonly campo: string;
}

export interface Listagem<T> {
  /** `SELECT … FROM … JOIN …`, without WHERE; must select the id as `id` and the ordering column. */
  readonly sql: string;
  /** The id column, qualified (`l.id`). */
  readonly id: string;
  readonly filtros: Filtros;
  readonly ordem: Ordenacao;
  readonly consulta: ConsultaDeLista;
  readonly decodificar: (linha: Linha) => T;
}

/** Reads one page by keyset: page 10,000 costs what page 1 costs. */
export async function paginar<T>(leitura: Leitura, lista: Listagem<T>): Promise<Pagina<T>> {
  const { filtros, ordem, consulta } = lista;
  const [compara, direcao] = ordem.decrescente ? ['<', 'DESC'] : ['>', 'ASC'];
  const clausulas = [...filtros.clausulas];
  const parametros = [...filtros.parametros];
  const porId = ordem.coluna === lista.id;
  if (consulta.cursor !== undefined) {
    const [valor, id] = lerCursor(consulta.cursor, lista);
    if (porId) {
      clausulas.push(`${lista.id} ${compara} ?`);
      parametros.push(id);
    } else {
      // The first half alone bounds the index range; an OR by itself would scan from page 1 on SQLite.
      clausulas.push(
        `${ordem.coluna} ${compara}= ?`,
        `(${ordem.coluna} ${compara} ? OR ${lista.id} ${compara} ?)`,
      );
      parametros.push(valor, valor, id);
    }
  }
  const onde = clausulas.length > 0 ? ` WHERE ${clausulas.join(' AND ')}` : '';
  const por = porId ? `${lista.id} ${direcao}` : `${ordem.coluna} ${direcao}, ${lista.id} ${direcao}`;
  const linhas = await leitura.consultar(
    `${lista.sql}${onde} ORDER BY ${por} LIMIT ${linhasALer(consulta.limite)}`,
    parametros,
  );
  const itens = linhas.slice(0, consulta.limite);
  const ultima = linhas.length > consulta.limite ? itens.at(-1) : undefined;
  return new Pagina(
    itens.map(lista.decodificar),
    consulta.limite,
    ultima ? escreverCursor(ultima, lista) : null,
  );
}

/** The limit is part of the statement: three sizes, instead of a hundred, keep prepared statements few. */
const linhasALer = (limite: number): number => [21, 51].find((linhas) => linhas > limite) ?? 101;

type ValorDeCursor = string | number;

function escreverCursor<T>(linha: Linha, lista: Listagem<T>): string {
  const valor = linha[lista.ordem.campo];
  const texto = valor instanceof Date ? valor.toISOString().replace('T', ' ').slice(0, 23) : valor;
  return Buffer.from(JSON.stringify([nomeDaOrdem(lista), texto, linha.id])).toString('base64url');
}

function lerCursor<T>(cursor: string, lista: Listagem<T>): [ValorDeCursor, ValorDeCursor] {
  try {
    const [nome, valor, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (nome === nomeDaOrdem(lista) && simples(valor) && simples(id)) return [valor, id];
  } catch {
    // Falls through: whatever it was, it is not one of our cursors.
  }
  throw new ErroDeDominio(
    'requisicao_ilegivel',
    'PLATAFORMA.CURSOR_INVALIDO',
    'O cursor não é válido para esta lista. Recomece da primeira página.',
    'cursor',
  );
}

/** A cursor of one order says nothing in another. */
const nomeDaOrdem = <T>({ sql, ordem: { coluna, decrescente } }: Listagem<T>): string =>
  `${decrescente ? '-' : ''}${tabelaDe(sql)} ${coluna}`;

/** The first table of each list, which are few: their SQL is constant. */
const tabelas = new Map<string, string>();

function tabelaDe(sql: string): string {
  let tabela = tabelas.get(sql);
  if (tabela === undefined) {
    tabela = /\bFROM (\w+)/.exec(sql)?.[1] ?? '';
    tabelas.set(sql, tabela);
  }
  return tabela;
}

const simples = (valor: unknown): valor is ValorDeCursor =>
  (typeof valor === 'string' && valor.length <= 200) ||
  (typeof valor === 'number' && Number.isSafeInteger(valor));
