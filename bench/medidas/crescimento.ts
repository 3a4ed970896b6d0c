import type { Medida } from '../../ferramentas/apoio/resultado.js';
import type { BaseCarregada } from '../apoio/bases.js';
import type { Contexto } from '../apoio/contexto.js';
import type { Lado } from '../apoio/lado.js';
import { ESCRITAS_POR_SEGUNDO } from '../apoio/rotas.js';
import { barra, decimal, escreverTabela, milissegundos } from '../apoio/tabela.js';
import { type Amostra, juntar, percentil } from '../gerador/amostra.js';
import { type Acesso, acessosDe, mostrarPlanos } from './acessos.js';
import { type RotaQuente, rotasQuentes } from './rotas-do-crescimento.js';

const META = 1.5;
/** Few, so that the time is that of the work and not of the queue. */
const CONEXOES = 4;
const PEDIDOS_POR_SEGUNDO = 4_000;

interface Tamanho {
  readonly estadias: number;
  readonly base: BaseCarregada;
  readonly lado: Lado;
  readonly rotas: readonly RotaQuente[];
}

/** The same requests on hospitals with a short and with a long past, in turns. */
export async function medirCrescimento(contexto: Contexto): Promise<Medida[]> {
  const tamanhos: Tamanho[] = [];
  for (const estadias of contexto.opcoes.tamanhos) tamanhos.push(await preparar(contexto, estadias));
  const medidas: Medida[] = [];
  const linhas: string[][] = [];
  for (const [qual, { nome }] of tamanhos[0]!.rotas.entries()) {
    const amostras = await medirRota(contexto, tamanhos, qual);
    const p95s = amostras.map(({ latencias }) => percentil(latencias, 95));
    const acessos = await acessosDe(contexto, tamanhos, qual);
    linhas.push(linhaDa(nome, p95s, acessos));
    const razoes = p95s.slice(1).map((p95) => p95 / p95s[0]!);
    medidas.push({
      nome: `Crescimento do p95: ${nome}`,
      meta: `≤ ${decimal(META, 1)}×`,
      valor: `${razoes.map((razao) => `${decimal(razao)}×`).join(', ')} (${p95s.map(milissegundos).join(', ')}; linhas lidas por pedido ${acessos.map(({ lidas }) => decimal(lidas, 0)).join(', ')})`,
      atingida: razoes.every((razao) => razao <= META),
    });
  }
  const nomes = tamanhos.map(({ estadias }) => estadias.toLocaleString('pt-BR'));
  console.log(`\nQuanto cada pedido cresce com o passado (p95, ${CONEXOES} conexões)`);
  const titulos = nomes.flatMap((nome) => [`p95 com ${nome}`, 'linhas lidas']);
  console.log(escreverTabela([['', ...titulos, 'razão', ' '], ...linhas]));
  for (const { lado } of tamanhos) await lado.parar();
  const avisos: string[] = [];
  for (const { base, estadias, rotas } of tamanhos.slice(-1))
    avisos.push(...(await mostrarPlanos(contexto, base, rotas, estadias)));
  for (const { base } of tamanhos) await base.apagar();
  return [
    ...medidas,
    {
      nome: 'Comandos das rotas quentes que percorrem uma tabela inteira',
      meta: 'nenhum',
      valor: avisos.length === 0 ? 'nenhum' : avisos.join('; '),
      atingida: avisos.length === 0,
    },
  ];
}

async function preparar(contexto: Contexto, estadias: number): Promise<Tamanho> {
  const { segundos, rodadas, aquecimentoS } = contexto.medicao;
  const gasto = Math.ceil((aquecimentoS + (segundos / 2) * rodadas + 1) * ESCRITAS_POR_SEGUNDO);
  const nome = `Base com ${estadias.toLocaleString('pt-BR')} internações`;
  const base = await contexto.carregar(nome, { encerradas: estadias, abertas: gasto, livres: gasto });
  const lado = await contexto.produto(base, 'api');
  return { estadias, base, lado, rotas: rotasQuentes(base.plano) };
}

async function medirRota(contexto: Contexto, tamanhos: readonly Tamanho[], qual: number): Promise<Amostra[]> {
  const { segundos, rodadas, aquecimentoS } = contexto.medicao;
  const vez = segundos / 2;
  for (const { lado, rotas } of tamanhos) await rodar(contexto, lado, rotas[qual]!, aquecimentoS);
  const amostras: Amostra[][] = tamanhos.map(() => []);
  for (let i = 0; i < rodadas; i++)
    for (const [n, { lado, rotas }] of tamanhos.entries())
      amostras[n]!.push(await rodar(contexto, lado, rotas[qual]!, vez));
  return amostras.map(juntar);
}

async function rodar(
  { gerador }: Contexto,
  lado: Lado,
  rota: RotaQuente,
  segundos: number,
): Promise<Amostra> {
  const pedidos = rota.pedir(segundos * PEDIDOS_POR_SEGUNDO);
  const { porta } = lado;
  const token = lado.tokenDe(rota.quem);
  const repetir = !rota.escreve;
  const amostra = await gerador.rodar({ porta, token, pedidos, repetir, conexoes: CONEXOES, segundos });
  rota.gastar(amostra.usados);
  if (amostra.falhas > 0)
    throw new Error(`${rota.nome}: ${amostra.falhas} falharam: ${amostra.queixas.join(' | ')}`);
  return amostra;
}

function linhaDa(nome: string, p95s: readonly number[], acessos: readonly Acesso[]): string[] {
  const razao = p95s.at(-1)! / p95s[0]!;
  return [
    nome,
    ...p95s.flatMap((p95, n) => [milissegundos(p95), decimal(acessos[n]!.lidas, 0)]),
    `${decimal(razao)}×`,
    barra(Math.min(razao, 2 * META), 2 * META, 24).padEnd(24),
  ];
}
