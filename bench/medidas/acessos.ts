import { ouNulo, texto } from '../../src/banco/dialeto.js';
import type { Base } from '../../ferramentas/apoio/base.js';
import type { BaseCarregada } from '../apoio/bases.js';
import type { Contexto } from '../apoio/contexto.js';
import type { Lado } from '../apoio/lado.js';
import { escreverTabela } from '../apoio/tabela.js';
import { comandosComValores } from '../conferencia/registro-de-comandos.js';
import type { RotaQuente } from './rotas-do-crescimento.js';

/** What one request makes the database do, whatever the machine is doing besides. */
export interface Acesso {
  /** Rows and index entries read, per request: by the server's own count, not by its guess. */
  readonly lidas: number;
}

const PEDIDOS = 20;
/** A table that is walked through whole is small at least. */
const LINHAS_DE_NADA = 200;

export const acessosDe = async (
  contexto: Contexto,
  tamanhos: readonly { base: Base; lado: Lado; rotas: readonly RotaQuente[] }[],
  qual: number,
): Promise<Acesso[]> => {
  const acessos: Acesso[] = [];
  for (const { base, lado, rotas } of tamanhos) {
    const rota = rotas[qual]!;
    const antes = await lidas(base);
    const nada = (await lidas(base)) - antes;
    const pedidos = rota.pedir(PEDIDOS).slice(0, PEDIDOS);
    const { porta } = lado;
    const { usados } = await contexto.gerador.rodar({
      ...{ porta, token: lado.tokenDe(rota.quem), pedidos, repetir: false, conexoes: 1, segundos: 60 },
    });
    rota.gastar(usados);
    acessos.push({ lidas: ((await lidas(base)) - antes - 2 * nada) / usados });
  }
  return acessos;
};

async function lidas(base: Base): Promise<number> {
  const linhas = await base.consultar("SHOW GLOBAL STATUS LIKE 'Handler_read%'");
  return linhas
    .filter(({ Variable_name }) => !String(Variable_name).endsWith('_deleted'))
    .reduce((soma, { Value }) => soma + Number(Value), 0);
}

/**
 * Shows how the server carries out each statement of the hot routes on the largest database; answers those that walk
 * through a whole table. A new process prepares its statements under the log, so that they show their values.
 */
export async function mostrarPlanos(
  contexto: Contexto,
  base: BaseCarregada,
  rotas: readonly RotaQuente[],
  estadias: number,
): Promise<string[]> {
  const lado = await contexto.produto(base, 'api');
  const planos: string[][] = [];
  const avisos: string[] = [];
  for (const rota of rotas) {
    const comandos = await comandosComValores(base, async () => {
      const { porta } = lado;
      const pedidos = rota.pedir(1).slice(0, 1);
      const { usados } = await contexto.gerador.rodar({
        ...{ porta, token: lado.tokenDe(rota.quem), pedidos, repetir: false, conexoes: 1, segundos: 60 },
      });
      rota.gastar(usados);
    });
    for (const sql of comandos.filter((texto) =>
      /\bFROM (leitos|internacoes|ocupacoes|pacientes|lancamentos|entregas)/.test(texto),
    ))
      for (const passo of await base.consultar(`EXPLAIN ${sql}`)) {
        if (passo.table === null || passo.type === null) continue;
        const tabela = texto(passo.table);
        const acesso = texto(passo.type);
        // A derived table is what the statement itself gathered, by plans that are shown too.
        const inteira = acesso === 'ALL' && !tabela.startsWith('<') && Number(passo.rows) > LINHAS_DE_NADA;
        if (inteira) avisos.push(`${rota.nome}: ${tabela}`);
        const indice = ouNulo(texto)(passo.key) ?? '–';
        planos.push([rota.nome, tabela, acesso, indice, String(passo.rows), inteira ? '✗' : '']);
      }
  }
  await lado.parar();
  const unicos = [...new Map(planos.map((plano) => [plano.join('\t'), plano])).values()];
  console.log(
    `\nComo o banco cumpre cada comando, com ${estadias.toLocaleString('pt-BR')} internações (EXPLAIN)`,
  );
  console.log(escreverTabela([['', 'tabela', 'acesso', 'índice', 'linhas (palpite)', ''], ...unicos]));
  return [...new Set(avisos)];
}
