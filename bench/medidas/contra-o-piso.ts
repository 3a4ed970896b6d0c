import type { Medida } from '../../ferramentas/apoio/resultado.js';
import type { BaseCarregada } from '../apoio/bases.js';
import type { Contexto } from '../apoio/contexto.js';
import { ESCRITAS_POR_SEGUNDO, escreve, NOMES, Pedidos, type Rota, ROTAS } from '../apoio/rotas.js';
import { barra, decimal, escreverTabela, milissegundos, porSegundo } from '../apoio/tabela.js';
import { type Conferencia, conferir, type LadoConferido } from '../conferencia/conferir.js';
import { type Amostra, percentil, vazao } from '../gerador/amostra.js';
import { esperarEntregas } from './entregas.js';
import type { NomeDaSecao } from '../opcoes.js';
import { comparar, type Comparacao, medir, type Medido } from './comparacao.js';

const LARGURA_DA_BARRA = 20;
const CONFERENCIAS = 3;

const METAS: Readonly<Record<Rota, number>> = {
  leito: 0.85,
  leitos: 0.85,
  internacoes: 0.85,
  internar: 0.5,
  alta: 0.5,
};

/** Product and floor side by side, each on its own copy of the same database, after proof that they do the same. */
export async function medirContraOPiso(
  contexto: Contexto,
  partes: readonly NomeDaSecao[],
): Promise<Medida[]> {
  const rotas = ROTAS.filter((rota) => partes.includes(escreve(rota) ? 'escritas' : 'leituras'));
  const estoque = estoqueDe(contexto);
  const [daqui, dali] = [
    await contexto.carregar('Base do produto', estoque),
    await contexto.carregar('Base do piso', estoque),
  ];
  const produto = preparar(await contexto.produto(daqui, 'api'), daqui);
  const piso = preparar(await contexto.piso(dali), dali);
  await provarIgualdade(rotas, produto, piso);

  const comparacoes = new Map<Rota, Comparacao>();
  for (const rota of rotas) {
    console.log(`Medindo ${NOMES[rota]}, produto e piso alternados…`);
    comparacoes.set(rota, await comparar(rota, produto, piso, contexto.medicao));
  }
  mostrar(comparacoes);
  const medidas = [...comparacoes].map(([rota, comparacao]) => medidaDa(rota, comparacao));
  if (partes.includes('escritas')) {
    await piso.lado.parar();
    await produto.lado.parar();
    medidas.push(...(await medirReagindo(contexto, daqui, produto.pedidos, comparacoes)));
  }
  await produto.lado.parar();
  await piso.lado.parar();
  await Promise.all([daqui.apagar(), dali.apagar()]);
  return medidas;
}

function estoqueDe(contexto: Contexto) {
  const { segundos, rodadas, aquecimentoS, seguidosS } = contexto.medicao;
  // The warming up, the rounds against the floor, and the two runs in which somebody reacts.
  const gasto = Math.ceil((aquecimentoS + segundos * rodadas + 2 * seguidosS) * ESCRITAS_POR_SEGUNDO);
  return { encerradas: contexto.passado, abertas: gasto, livres: gasto };
}

const preparar = (lado: Medido['lado'], base: BaseCarregada): Medido & LadoConferido => ({
  ...{ lado, base },
  pedidos: new Pedidos(base.plano),
});

/** Throws when the floor does not do what the product does: then the ratio would say nothing. */
async function provarIgualdade(
  rotas: readonly Rota[],
  produto: Medido & LadoConferido,
  piso: Medido & LadoConferido,
): Promise<void> {
  const conferencias: Conferencia[] = [];
  for (const rota of rotas) {
    // What is read once in the life of a process is no part of a request: only the second time counts.
    await conferirUmaVez(rota, produto, piso);
    conferencias.push(await conferirDeNovo(rota, produto, piso));
  }
  console.log('\nO que um pedido faz no banco, no produto e no piso:');
  console.log(
    escreverTabela([
      ['', 'comandos do produto', 'do piso', 'linhas novas', 'mesma resposta, comandos e linhas'],
      ...conferencias.map(({ rota, comandos, comandosDoPiso, linhasNovas, diferencas }) => [
        ...[rota, String(comandos.length), String(comandosDoPiso), String(linhasNovas)],
        diferencas.length === 0 ? '✓' : '✗',
      ]),
    ]),
  );
  const diferencas = conferencias.flatMap((c) => c.diferencas.map((texto) => `${c.rota}: ${texto}`));
  if (diferencas.length > 0)
    throw new Error(
      `O piso não faz o que o produto faz, e a razão entre eles nada diria. Acerte bench/piso:\n${diferencas.join('\n')}`,
    );
}

/** What the product does by the clock, as to read its policies anew, may fall on one request; not on every one. */
async function conferirDeNovo(
  rota: Rota,
  produto: Medido & LadoConferido,
  piso: Medido & LadoConferido,
): Promise<Conferencia> {
  for (let vez = 1; ; vez++) {
    const conferencia = await conferirUmaVez(rota, produto, piso);
    if (conferencia.diferencas.length === 0 || vez === CONFERENCIAS) return conferencia;
  }
}

async function conferirUmaVez(
  rota: Rota,
  produto: Medido & LadoConferido,
  piso: Medido & LadoConferido,
): Promise<Conferencia> {
  const [pedido, mesmo] = [produto, piso].map(({ pedidos }) => pedidos.de(rota, 1)[0]!);
  if (JSON.stringify(pedido) !== JSON.stringify(mesmo)) throw new Error('the sides were asked differently');
  for (const { pedidos } of [produto, piso]) pedidos.gastar(rota, 1);
  return conferir(NOMES[rota], pedido!, produto, piso);
}

function mostrar(comparacoes: ReadonlyMap<Rota, Comparacao>): void {
  const linhas = [...comparacoes].flatMap(([rota, { produto, piso, razao, razoes }]) => {
    const maior = Math.max(vazao(produto), vazao(piso));
    const linha = (nome: string, amostra: Amostra, comparada: string): string[] => [
      nome,
      porSegundo(vazao(amostra)),
      ...[50, 95, 99].map((p) => milissegundos(percentil(amostra.latencias, p))),
      comparada,
      barra(vazao(amostra), maior, LARGURA_DA_BARRA).padEnd(LARGURA_DA_BARRA),
    ];
    return [
      linha(`${NOMES[rota]} · produto`, produto, `${decimal(razao)} (${faixa(razoes)})`),
      linha(`${' '.repeat(NOMES[rota].length)} · piso`, piso, ''),
    ];
  });
  const titulos = ['', 'vazão', 'p50', 'p95', 'p99', 'produto/piso', ''];
  console.log(`\n${escreverTabela([titulos, ...linhas])}\n`);
}

const faixa = (razoes: readonly number[]): string =>
  `${decimal(Math.min(...razoes))} a ${decimal(Math.max(...razoes))}`;

function medidaDa(rota: Rota, { produto, piso, razao, razoes }: Comparacao): Medida {
  return {
    nome: `${NOMES[rota]}: vazão do produto pela do piso`,
    meta: `≥ ${decimal(METAS[rota])}`,
    valor: `${decimal(razao)} (${faixa(razoes)}): ${porSegundo(vazao(produto))} e ${porSegundo(vazao(piso))}; p99 ${milissegundos(percentil(produto.latencias, 99))}`,
    atingida: razao >= METAS[rota],
  };
}

/** The same writes where somebody reacts to them meanwhile: in a process beside, and in the same one. */
async function medirReagindo(
  contexto: Contexto,
  base: BaseCarregada,
  pedidos: Pedidos,
  comparacoes: ReadonlyMap<Rota, Comparacao>,
): Promise<Medida[]> {
  const medidas: Medida[] = [];
  const maneiras = [
    { nome: 'com um worker ao lado (PAPEL=api e PAPEL=worker)', papel: 'api', worker: true },
    { nome: 'com tudo num processo (PAPEL=tudo)', papel: 'tudo', worker: false },
  ] as const;
  for (const { nome, papel, worker } of maneiras) {
    const lado = await contexto.produto(base, papel);
    const ajudante = worker ? await contexto.worker(base) : null;
    // What was stored while nobody reacted would be done at the expense of what is measured.
    await esperarEntregas(base);
    for (const rota of ['internar', 'alta'] as const) {
      const amostra = await medir(
        rota,
        { lado, pedidos },
        { ...contexto.medicao, segundos: contexto.medicao.seguidosS },
      );
      const doPiso = vazao(amostra) / vazao(comparacoes.get(rota)!.piso);
      const valor = `${porSegundo(vazao(amostra))}, ${decimal(doPiso)} do piso; p99 ${milissegundos(percentil(amostra.latencias, 99))}`;
      console.log(`${NOMES[rota]}, ${nome}: ${valor}`);
      medidas.push({ nome: `${NOMES[rota]}, ${nome}`, valor });
    }
    await Promise.all([lado.parar(), ajudante?.parar()]);
  }
  return medidas;
}
