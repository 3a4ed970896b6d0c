import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contexto } from '../apoio/contexto.js';
import { ESCRITAS_POR_SEGUNDO, NOMES, Pedidos, type Rota } from '../apoio/rotas.js';
import { escreverTabela, milissegundos, porSegundo } from '../apoio/tabela.js';
import { percentil, vazao } from '../gerador/amostra.js';
import { type Medicao, medir } from '../medidas/comparacao.js';
import { esperarEntregas, ritmoDasEntregas, ultimaEntrega } from '../medidas/entregas.js';
import type { Perfilada } from '../opcoes.js';
import { ORIGENS } from './origem.js';
import { type Gasto, maisDemoradas, type PerfilDeCpu, somar, tempoProprio } from './somar.js';

const QUANTAS = 25;

/** Between two instants of the profile's clock: how often it was done, and how fast. */
interface Trecho {
  readonly inicio: number;
  readonly fim: number;
  readonly vezes: number;
  readonly resumo: string;
}

/** What a process spent its time on, its start left out. */
interface Perfilado extends Trecho {
  readonly gastos: readonly Gasto[];
  readonly arquivo: string;
}

/** Puts one part of the product to work and prints in which functions it spent its time; a route, beside the floor. */
export async function mostrarPerfil(contexto: Contexto, qual: Perfilada): Promise<void> {
  if (qual === 'rele') return mostrarFuncoes(await perfilar((doNode) => rele(contexto, doNode)));
  const produto = await perfilar((doNode) => rota(contexto, 'produto', qual, doNode));
  const piso = await perfilar((doNode) => rota(contexto, 'piso', qual, doNode));
  mostrarFuncoes(produto);
  mostrarOrigens(produto, piso);
}

async function perfilar(fazer: (doNode: readonly string[]) => Promise<Trecho>): Promise<Perfilado> {
  const pasta = mkdtempSync(join(tmpdir(), 'plantao-perfil-'));
  const trecho = await fazer(['--cpu-prof', '--cpu-prof-interval=200', `--cpu-prof-dir=${pasta}`]);
  const arquivo = join(
    pasta,
    readdirSync(pasta).find((nome) => nome.endsWith('.cpuprofile'))!,
  );
  const perfil = JSON.parse(readFileSync(arquivo, 'utf8')) as PerfilDeCpu;
  return { ...trecho, arquivo, gastos: somar(perfil, trecho.inicio, trecho.fim) };
}

function mostrarFuncoes({ gastos, vezes, resumo, arquivo }: Perfilado): void {
  const total = tempoProprio(gastos);
  console.log(`\n${resumo}, sob o perfilador`);
  for (const [titulo, ordem] of [
    ['Tempo próprio', 'proprio'],
    ['Tempo com o que chamam (só do produto)', 'inclusivo'],
  ] as const) {
    const linhas = maisDemoradas(gastos, ordem, QUANTAS).map((gasto) => [
      gasto.onde,
      `${((100 * gasto[ordem]) / total).toFixed(1)}%`,
      microssegundos(gasto[ordem] / vezes),
    ]);
    console.log(`\n${escreverTabela([[titulo, 'parte', 'por vez'], ...linhas])}`);
  }
  console.log(`\nO perfil inteiro, para o DevTools do Chrome: ${arquivo}`);
}

/** Where the difference between the two comes from. */
function mostrarOrigens(produto: Perfilado, piso: Perfilado): void {
  const linhas = [...Object.values(ORIGENS), undefined].map((origem) => {
    const [doProduto, doPiso] = [produto, piso].map(
      ({ gastos, vezes }) => tempoProprio(gastos, origem) / vezes,
    ) as [number, number];
    return [origem ?? 'total', ...[doProduto, doPiso, doProduto - doPiso].map(microssegundos)];
  });
  console.log(`\nO piso: ${piso.resumo}, sob o perfilador`);
  console.log(`\n${escreverTabela([['Por pedido', 'produto', 'piso', 'a mais'], ...linhas])}`);
}

const microssegundos = (us: number): string => `${us.toFixed(1)} µs`;

async function rota(
  contexto: Contexto,
  qual: 'produto' | 'piso',
  pedida: Rota,
  doNode: readonly string[],
): Promise<Trecho> {
  const medicao = medicaoSeguida(contexto);
  const { segundos, aquecimentoS } = medicao;
  const estoque = Math.ceil((segundos + aquecimentoS) * ESCRITAS_POR_SEGUNDO);
  const base = await contexto.carregar(`Base do ${qual}`, {
    encerradas: contexto.passado,
    abertas: estoque,
    livres: estoque,
  });
  const lado = await (qual === 'piso' ? contexto.piso(base, doNode) : contexto.produto(base, 'api', doNode));
  const medido = { lado, pedidos: new Pedidos(base.plano) };
  await medir(pedida, medido, { ...medicao, segundos: aquecimentoS });
  const inicio = agoraUs();
  const amostra = await medir(pedida, medido, medicao);
  const fim = agoraUs();
  await lado.parar();
  const p99 = milissegundos(percentil(amostra.latencias, 99));
  const resumo = `${NOMES[pedida]}: ${porSegundo(vazao(amostra))}, p99 ${p99}`;
  return { inicio, fim, vezes: amostra.latencias.length, resumo };
}

/** The bills of discharges that were given while nobody reacted. */
async function rele(contexto: Contexto, doNode: readonly string[]): Promise<Trecho> {
  const medicao = medicaoSeguida(contexto);
  const estoque = Math.ceil(medicao.segundos * ESCRITAS_POR_SEGUNDO);
  const base = await contexto.carregar('Base', { encerradas: contexto.passado, abertas: estoque, livres: 1 });
  const antes = await ultimaEntrega(base);
  const lado = await contexto.produto(base, 'api');
  const { latencias } = await medir('alta', { lado, pedidos: new Pedidos(base.plano) }, medicao);
  await lado.parar();
  const worker = await contexto.worker(base, doNode);
  const inicio = agoraUs();
  await esperarEntregas(base);
  const fim = agoraUs();
  await worker.parar();
  const resumo = `Contas das altas, num worker: ${porSegundo(await ritmoDasEntregas(base, antes))}`;
  return { inicio, fim, vezes: latencias.length, resumo };
}

const medicaoSeguida = ({ medicao }: Contexto): Medicao => ({ ...medicao, segundos: medicao.seguidosS });

/** The clock of the profile: microseconds, monotonic, the same for every process of this machine. */
const agoraUs = (): number => Number(process.hrtime.bigint() / 1000n);
