import { spawnSync } from 'node:child_process';
import { setTimeout as esperar } from 'node:timers/promises';
import { criarBaseSqlite } from '../../ferramentas/apoio/base.js';
import { portaLivre, ProcessoDoPlantao } from '../../ferramentas/apoio/processo-do-plantao.js';
import type { Medida } from '../../ferramentas/apoio/resultado.js';
import type { Contexto } from '../apoio/contexto.js';
import { decimal } from '../apoio/tabela.js';
import { mediana } from '../gerador/amostra.js';

const REPOUSO_MS = 5_000;
const META_DA_PARTIDA_S = 2;
const META_DA_MEMORIA_MB = 200;
const META_DA_DEMONSTRACAO_S = 20;

/** How long it takes to start, how much memory it holds at rest, and how long the demonstration takes to be made. */
export async function medirTamanho(contexto: Contexto): Promise<Medida[]> {
  const partidas = contexto.opcoes.curto ? 1 : 5;
  const nova = await partir(contexto, {}, 1);
  const demo = await partir(contexto, { DEMO: 'true', ADMIN_EMAIL: '', ADMIN_SENHA: '' }, 1);
  const pronta = await partir(contexto, {}, partidas + 1);
  const partida = mediana(pronta.segundos.slice(1));
  const medidas = [
    comMeta('Partida no SQLite, do processo criado à resposta', partida, META_DA_PARTIDA_S, 's'),
    { nome: 'A primeira partida, que cria o banco', valor: `${decimal(nova.segundos[0]!)} s` },
    comMeta('Memória em repouso (RSS), no SQLite', pronta.memoriaMb, META_DA_MEMORIA_MB, 'MB'),
    comMeta('Hospital de demonstração pronto', demo.segundos[0]!, META_DA_DEMONSTRACAO_S, 's'),
  ];
  for (const { nome, valor } of medidas) console.log(`${nome}: ${valor}`);
  return medidas;
}

/** Starts it so many times on one embedded database, and looks at the memory of the last one after a rest. */
async function partir(
  { faxina }: Contexto,
  variaveis: Readonly<Record<string, string>>,
  vezes: number,
): Promise<{ segundos: number[]; memoriaMb: number }> {
  const base = criarBaseSqlite();
  const apagar = faxina.aoFim(() => base.apagar());
  const processo = new ProcessoDoPlantao(await portaLivre(), {
    variaveis: { ...base.variaveis, ...variaveis },
  });
  const matar = faxina.aoFim(() => processo.matar());
  const segundos: number[] = [];
  let memoriaMb = NaN;
  for (let vez = 1; vez <= vezes; vez++) {
    const inicio = performance.now();
    await processo.ligar();
    segundos.push((performance.now() - inicio) / 1000);
    if (vez === vezes && vezes > 1) {
      await esperar(REPOUSO_MS);
      memoriaMb = memoriaDe(processo.pid!);
    }
    await processo.parar();
  }
  await matar();
  await apagar();
  return { segundos, memoriaMb };
}

/** Resident memory, as `ps` tells it on every Unix. */
const memoriaDe = (pid: number): number =>
  Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024;

const comMeta = (nome: string, valor: number, meta: number, unidade: string): Medida => ({
  nome,
  meta: `≤ ${meta} ${unidade}`,
  valor: `${decimal(valor, unidade === 's' ? 2 : 0)} ${unidade}`,
  atingida: valor <= meta,
});
