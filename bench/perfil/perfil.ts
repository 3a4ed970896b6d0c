import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contexto } from '../apoio/contexto.js';
import { NOMES, Pedidos, type Rota } from '../apoio/rotas.js';
import { escreverTabela, porSegundo } from '../apoio/tabela.js';
import { percentil, vazao } from '../gerador/amostra.js';
import { medir } from '../medidas/comparacao.js';
import { maisDemoradas, type PerfilDeCpu, somar } from './somar.js';

const AQUECIMENTO_S = 2;
const ESTOQUE_POR_SEGUNDO = 1_500;
const QUANTAS = 25;

/** Loads one route and prints in which functions the product spent its time, those of the start left out. */
export async function mostrarPerfil(contexto: Contexto, rota: Rota): Promise<void> {
  const { segundos } = contexto.opcoes;
  const estoque = Math.ceil((segundos + AQUECIMENTO_S) * ESTOQUE_POR_SEGUNDO);
  const base = await contexto.carregar('Base', { encerradas: 10_000, abertas: estoque, livres: estoque });
  const pasta = mkdtempSync(join(tmpdir(), 'plantao-perfil-'));
  const lado = await contexto.produto(base, 'api', [
    '--cpu-prof',
    '--cpu-prof-interval=200',
    `--cpu-prof-dir=${pasta}`,
  ]);
  const medido = { lado, pedidos: new Pedidos(base.plano) };
  await medir(rota, medido, { ...contexto.medicao, segundos: AQUECIMENTO_S });
  const inicio = agoraUs();
  const amostra = await medir(rota, medido, contexto.medicao);
  const fim = agoraUs();
  await lado.parar();

  const arquivo = join(
    pasta,
    readdirSync(pasta).find((nome) => nome.endsWith('.cpuprofile'))!,
  );
  const gastos = somar(JSON.parse(readFileSync(arquivo, 'utf8')) as PerfilDeCpu, inicio, fim);
  const total = gastos.reduce((soma, { proprio }) => soma + proprio, 0);
  const coluna = (us: number): string[] => [
    `${((100 * us) / total).toFixed(1)}%`,
    `${(us / amostra.latencias.length).toFixed(1)} µs`,
  ];
  console.log(
    `\n${NOMES[rota]}: ${porSegundo(vazao(amostra))}, p99 ${percentil(amostra.latencias, 99).toFixed(1)} ms, sob o perfilador`,
  );
  for (const [titulo, ordem] of [
    ['Tempo próprio', 'proprio'],
    ['Tempo com o que chamam (só do produto)', 'inclusivo'],
  ] as const)
    console.log(
      `\n${escreverTabela([
        [titulo, 'parte', 'por pedido'],
        ...maisDemoradas(gastos, ordem, QUANTAS).map((gasto) => [gasto.onde, ...coluna(gasto[ordem])]),
      ])}`,
    );
  console.log(`\nO perfil inteiro, para o DevTools do Chrome: ${arquivo}`);
}

/** The clock of the profile: microseconds, monotonic, the same for every process of this machine. */
const agoraUs = (): number => Number(process.hrtime.bigint() / 1000n);
