import type { Base } from '../../ferramentas/apoio/base.js';
import { ClienteHttp, type Resposta } from '../../ferramentas/apoio/cliente-http.js';
import type { BaseCarregada } from '../apoio/bases.js';
import type { Lado } from '../apoio/lado.js';
import type { Pedido } from '../gerador/gerador.js';
import { registrarComandos } from './registro-de-comandos.js';

export interface LadoConferido {
  readonly lado: Lado;
  readonly base: BaseCarregada;
}

/** What one request did, on one side. */
interface Traco {
  readonly resposta: Resposta;
  readonly comandos: readonly string[];
  readonly novas: Readonly<Record<string, number>>;
}

/** One route, on both sides: how many statements and rows, and in what they differ. */
export interface Conferencia {
  readonly rota: string;
  readonly comandos: readonly string[];
  readonly comandosDoPiso: number;
  readonly linhasNovas: number;
  readonly diferencas: readonly string[];
}

/** Sends the same request to both and compares answer, statements and rows written. Nothing else may be running. */
export async function conferir(
  rota: string,
  pedido: Pedido,
  produto: LadoConferido,
  piso: LadoConferido,
): Promise<Conferencia> {
  const [p, f] = [await tracar(pedido, produto), await tracar(pedido, piso)];
  const diferencas = [
    ...(p.resposta.status === f.resposta.status
      ? []
      : [`status ${p.resposta.status} e ${f.resposta.status}`]),
    ...compararTextos(semInstantes(p.resposta.texto), semInstantes(f.resposta.texto)),
    ...CABECALHOS.filter((nome) => nome in p.resposta.cabecalhos !== nome in f.resposta.cabecalhos).map(
      (nome) => `cabeçalho ${nome} só de um lado`,
    ),
    ...compararComandos(p.comandos, f.comandos),
    ...compararLinhas(p.novas, f.novas),
  ];
  return {
    rota,
    comandos: p.comandos,
    comandosDoPiso: f.comandos.length,
    linhasNovas: Object.values(p.novas).reduce((soma, n) => soma + n, 0),
    diferencas,
  };
}

const CABECALHOS = [
  ...['x-correlation-id', 'content-type', 'content-length', 'etag', 'location', 'cache-control'],
  ...['content-security-policy', 'x-content-type-options', 'referrer-policy'],
  ...['cross-origin-opener-policy', 'cross-origin-resource-policy'],
];

async function tracar({ metodo, caminho, corpo }: Pedido, { lado, base }: LadoConferido): Promise<Traco> {
  const cliente = new ClienteHttp(`http://127.0.0.1:${lado.porta}`, 1);
  const cabecalhos = {
    authorization: `Bearer ${lado.token}`,
    ...(corpo === undefined ? {} : { 'content-type': 'application/json' }),
  };
  try {
    const antes = await contarLinhas(base);
    let resposta: Resposta | undefined;
    const comandos = await registrarComandos(base, async () => {
      const json = corpo === undefined ? undefined : (JSON.parse(corpo) as unknown);
      resposta = await cliente.pedir({ metodo, caminho, cabecalhos, corpo: json });
    });
    const depois = await contarLinhas(base);
    const novas = Object.fromEntries(
      Object.entries(depois)
        .map(([tabela, n]) => [tabela, n - (antes[tabela] ?? 0)] as const)
        .filter(([, n]) => n !== 0),
    );
    return { resposta: resposta!, comandos, novas };
  } finally {
    cliente.encerrar();
  }
}

async function contarLinhas(base: Base): Promise<Record<string, number>> {
  const tabelas = await base.consultar(
    "SELECT table_name AS nome FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  );
  const contagens = tabelas.map(
    ({ nome }) => `SELECT '${String(nome)}' AS nome, COUNT(*) AS n FROM ${String(nome)}`,
  );
  const linhas = await base.consultar(contagens.join(' UNION ALL '));
  return Object.fromEntries(linhas.map(({ nome, n }) => [String(nome), Number(n)]));
}

/** Two sides are never asked at the same instant; how it is written still has to agree. */
const semInstantes = (texto: string): string =>
  texto.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<instante>');

function compararTextos(produto: string, piso: string): string[] {
  if (produto === piso) return [];
  let lugar = 0;
  while (produto[lugar] === piso[lugar]) lugar += 1;
  const volta = (texto: string): string => texto.slice(Math.max(0, lugar - 60), lugar + 60);
  return [`resposta diferente\n   produto …${volta(produto)}…\n   piso    …${volta(piso)}…`];
}

function compararComandos(produto: readonly string[], piso: readonly string[]): string[] {
  if (produto.join('\n') === piso.join('\n')) return [];
  const [sobram, faltam] = [restar(produto, piso), restar(piso, produto)];
  if (sobram.length + faltam.length === 0) return ['os mesmos comandos, em outra ordem'];
  return [
    ...sobram.map((sql) => `só o produto manda: ${sql}`),
    ...faltam.map((sql) => `só o piso manda:    ${sql}`),
  ];
}

/** Those of `a` that are not in `b`, as many times as they are more. */
function restar(a: readonly string[], b: readonly string[]): string[] {
  const outros = [...b];
  return a.filter((item) => {
    const lugar = outros.indexOf(item);
    if (lugar < 0) return true;
    outros.splice(lugar, 1);
    return false;
  });
}

const compararLinhas = (produto: Traco['novas'], piso: Traco['novas']): string[] =>
  [...new Set([...Object.keys(produto), ...Object.keys(piso)])]
    .filter((tabela) => produto[tabela] !== piso[tabela])
    .map(
      (tabela) =>
        `linhas novas em ${tabela}: ${produto[tabela] ?? 0} no produto, ${piso[tabela] ?? 0} no piso`,
    );
