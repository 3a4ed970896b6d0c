import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contexto } from '../apoio/contexto.js';
import { NOMES, Pedidos, type Rota } from '../apoio/rotas.js';
import { escreverTabela, milissegundos, porSegundo } from '../apoio/tabela.js';
import { percentil, vazao } from '../gerador/amostra.js';
import { type Medicao, medir } from '../medidas/comparacao.js';
import { esperarEntregas, ritmoDasEntregas, ultimaEntrega } from '../medidas/entregas.js';
import type { Perfilada } from '../opcoes.js';
import { maisDemoradas, type PerfilDeCpu, somar } from './somar.js';

const ESTOQUE_POR_SEGUNDO = 1_500;
const QUANTAS = 25;

/** Between two instants of the profile's clock: how often it was done, and how fast. */
interface Trecho {
  readonly inicio: number;
  readonly fim: number;
  readonly vezes: number;
  readonly resumo: string;
}

/** Puts one part of the product to work and prints in which functions it spent its time, its start left out. */
export async function mostrarPerfil(contexto: Contexto, qual: Perfilada): Promise<void> {
  const pasta = mkdtempSync(join(tmpdir(), 'plantao-perfil-'));
  const doNode = ['--cpu-prof', '--cpu-prof-interval=200', `--cpu-prof-dir=${pasta}`];
  const trecho = await (qual === 'rele'
    ? perfilarRele(contexto, doNode)
    : perfilarRota(contexto, qual, doNode));
  const arquivo = join(
    pasta,
    readdirSync(pasta).find((nome) => nome.endsWith('.cpuprofile'))!,
  );
  const perfil = JSON.parse(readFileSync(arquivo, 'utf8')) as PerfilDeCpu;
  const gastos = somar(perfil, trecho.inicio, trecho.fim);
  const total = gastos.reduce((soma, { proprio }) => soma + proprio, 0);
  const colunas = (us: number): string[] => [
    `${((100 * us) / total).toFixed(1)}%`,
    `${(us / trecho.vezes).toFixed(1)} µs`,
  ];
  console.log(`\n${trecho.resumo}, sob o perfilador`);
  for (const [titulo, ordem] of [
    ['Tempo próprio', 'proprio'],
    ['Tempo com o que chamam (só do produto)', 'inclusivo'],
  ] as const) {
    const linhas = maisDemoradas(gastos, ordem, QUANTAS).map((gasto) => [
      gasto.onde,
      ...colunas(gasto[ordem]),
    ]);
    console.log(`\n${escreverTabela([[titulo, 'parte', 'por vez'], ...linhas])}`);
  }
  console.log(`\nO perfil inteiro, para o DevTools do Chrome: ${arquivo}`);
}

async function perfilarRota(contexto: Contexto, rota: Rota, doNode: readonly string[]): Promise<Trecho> {
  const medicao = medicaoSeguida(contexto);
  const { segundos, aquecimentoS } = medicao;
  const estoque = Math.ceil((segundos + aquecimentoS) * ESTOQUE_POR_SEGUNDO);
  const base = await contexto.carregar('Base', {
    encerradas: contexto.passado,
    abertas: estoque,
    livres: estoque,
  });
  const lado = await contexto.produto(base, 'api', doNode);
  const medido = { lado, pedidos: new Pedidos(base.plano) };
  await medir(rota, medido, { ...medicao, segundos: aquecimentoS });
  const inicio = agoraUs();
  const amostra = await medir(rota, medido, medicao);
  const fim = agoraUs();
  await lado.parar();
  const p99 = milissegundos(percentil(amostra.latencias, 99));
  const resumo = `${NOMES[rota]}: ${porSegundo(vazao(amostra))}, p99 ${p99}`;
  return { inicio, fim, vezes: amostra.latencias.length, resumo };
}

/** The bills of discharges that were given while nobody reacted. */
async function perfilarRele(contexto: Contexto, doNode: readonly string[]): Promise<Trecho> {
  const medicao = medicaoSeguida(contexto);
  const estoque = Math.ceil(medicao.segundos * ESTOQUE_POR_SEGUNDO);
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
