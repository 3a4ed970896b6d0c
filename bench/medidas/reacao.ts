import type { Medida } from '../../ferramentas/apoio/resultado.js';
import type { BaseCarregada } from '../apoio/bases.js';
import type { Contexto } from '../apoio/contexto.js';
import { Pedidos } from '../apoio/rotas.js';
import { milissegundos, porSegundo } from '../apoio/tabela.js';
import { type Amostra, mediana, percentil, vazao } from '../gerador/amostra.js';
import { atrasosDaConta, esperarEntregas, ritmoDasEntregas, ultimaEntrega } from './entregas.js';

const ALTAS_POR_SEGUNDO = 200;
const META_DO_ATRASO_MS = 100;
const META_DO_RELE = 1_000;
/** How many workers share the waiting deliveries: they take turns, as the machine is now faster and now slower. */
const EQUIPES = [1, 2] as const;

/** How soon a discharge has its bill, and how many deliveries a second are made of those that wait. */
export async function medirReacao(contexto: Contexto): Promise<Medida[]> {
  const { curto } = contexto.opcoes;
  const [segundos, fila, turnos] = curto ? [3, 500, 1] : [15, 5_000, 3];
  const altas = 2 * ALTAS_POR_SEGUNDO * (segundos + 1) + EQUIPES.length * turnos * fila;
  const estoque = { encerradas: contexto.passado, abertas: altas, livres: 1 };
  const base = await contexto.carregar('Base da reação', estoque);
  const pedidos = new Pedidos(base.plano);
  const medidas = [
    await medirAtraso(contexto, base, pedidos, segundos, false),
    await medirAtraso(contexto, base, pedidos, segundos, true),
    ...(await medirRele(contexto, base, pedidos, fila, turnos)),
  ];
  await base.apagar();
  for (const { nome, valor } of medidas) console.log(`${nome}: ${valor}`);
  return medidas;
}

async function medirAtraso(
  contexto: Contexto,
  base: BaseCarregada,
  pedidos: Pedidos,
  segundos: number,
  workerAoLado: boolean,
): Promise<Medida> {
  const lado = await contexto.produto(base, workerAoLado ? 'api' : 'tudo');
  const worker = workerAoLado ? await contexto.worker(base) : null;
  const darAltas = async (quanto: number): Promise<Amostra> => {
    const lista = pedidos.de('alta', Math.ceil(quanto * ALTAS_POR_SEGUNDO));
    const { porta, token } = lado;
    const amostra = await contexto.gerador.rodar({
      ...{ porta, token, pedidos: lista, repetir: false, conexoes: contexto.opcoes.conexoes },
      ...{ segundos: quanto, taxa: ALTAS_POR_SEGUNDO },
    });
    pedidos.gastar('alta', amostra.usados);
    if (amostra.falhas > 0)
      throw new Error(`${amostra.falhas} altas falharam: ${amostra.queixas.join(' | ')}`);
    return amostra;
  };
  await darAltas(1);
  await esperarEntregas(base);
  const antes = await ultimaEntrega(base);
  const amostra = await darAltas(segundos);
  await esperarEntregas(base);
  const atrasos = await atrasosDaConta(base, antes);
  await Promise.all([lado.parar(), worker?.parar()]);
  if (atrasos.length !== amostra.usados)
    throw new Error(`${amostra.usados} altas deram ${atrasos.length} contas`);
  const [p50, p95, p99] = [50, 95, 99].map((p) => percentil(atrasos, p));
  const valor = `p50 ${milissegundos(p50!)}, p95 ${milissegundos(p95!)}, p99 ${milissegundos(p99!)} (saíram ${porSegundo(vazao(amostra))})`;
  const nome = `Da alta à conta, a ${ALTAS_POR_SEGUNDO} altas/s`;
  if (workerAoLado) return { nome: `${nome}, com o worker em outro processo`, valor };
  const meta = `p99 ≤ ${META_DO_ATRASO_MS} ms`;
  // Slower than asked for, it would be another measure.
  const noRitmo = vazao(amostra) >= 0.95 * ALTAS_POR_SEGUNDO;
  return { nome, meta, valor, atingida: noRitmo && p99! <= META_DO_ATRASO_MS };
}

/** How fast waiting deliveries are made: the median of the turns, with the lowest and highest. */
async function medirRele(
  contexto: Contexto,
  base: BaseCarregada,
  pedidos: Pedidos,
  fila: number,
  turnos: number,
): Promise<Medida[]> {
  const ritmos = EQUIPES.map((): number[] => []);
  for (let turno = 0; turno < turnos; turno++)
    for (const [i, workers] of EQUIPES.entries())
      ritmos[i]!.push(await ritmoDoRele(contexto, base, pedidos, fila, workers));
  const [um, dois] = ritmos.map((deles) => ({
    mediana: mediana(deles),
    valor:
      `${porSegundo(mediana(deles))} (${porSegundo(Math.min(...deles))} a ${porSegundo(Math.max(...deles))}; ` +
      `${fila.toLocaleString('pt-BR')} contas por vez)`,
  }));
  return [
    {
      ...{ nome: 'Entregas que esperavam, com um worker', meta: `≥ ${porSegundo(META_DO_RELE)}` },
      ...{ valor: um!.valor, atingida: um!.mediana >= META_DO_RELE },
    },
    { nome: 'Entregas que esperavam, com dois workers', valor: dois!.valor },
  ];
}

/** Stores discharges while nobody reacts, and then lets the workers at them: deliveries a second. */
async function ritmoDoRele(
  contexto: Contexto,
  base: BaseCarregada,
  pedidos: Pedidos,
  quantas: number,
  workers: number,
): Promise<number> {
  const lado = await contexto.produto(base, 'api');
  const antes = await ultimaEntrega(base);
  const { porta, token } = lado;
  const amostra = await contexto.gerador.rodar({
    ...{ porta, token, pedidos: pedidos.de('alta', quantas), repetir: false },
    ...{ conexoes: contexto.opcoes.conexoes, segundos: 600 },
  });
  pedidos.gastar('alta', amostra.usados);
  if (amostra.falhas > 0) throw new Error(`${amostra.falhas} altas falharam: ${amostra.queixas.join(' | ')}`);
  await lado.parar();
  const ligados = await Promise.all(Array.from({ length: workers }, () => contexto.worker(base)));
  await esperarEntregas(base);
  const ritmo = await ritmoDasEntregas(base, antes);
  await Promise.all(ligados.map((worker) => worker.parar()));
  return ritmo;
}
