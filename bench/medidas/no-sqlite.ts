import type { Medida } from '../../ferramentas/apoio/resultado.js';
import type { Contexto } from '../apoio/contexto.js';
import { ESCRITAS_POR_SEGUNDO, NOMES, Pedidos, type Rota, ROTAS } from '../apoio/rotas.js';
import { escreverTabela, milissegundos, porSegundo } from '../apoio/tabela.js';
import { type Amostra, juntar, percentil, vazao } from '../gerador/amostra.js';
import { medir } from './comparacao.js';

/** The same routes on the embedded database, where one process does everything. There is no floor for it. */
export async function medirNoSqlite(contexto: Contexto): Promise<Medida[]> {
  const { medicao } = contexto;
  const gasto = Math.ceil((medicao.segundos * medicao.rodadas + medicao.aquecimentoS) * ESCRITAS_POR_SEGUNDO);
  const estoque = { encerradas: contexto.passado, abertas: gasto, livres: gasto };
  const base = await contexto.carregar('Base do SQLite', estoque, 'sqlite');
  const lado = await contexto.produto(base, 'tudo');
  const medido = { lado, pedidos: new Pedidos(base.plano) };
  const amostras = new Map<Rota, Amostra>();
  for (const rota of ROTAS) {
    console.log(`Medindo ${NOMES[rota]} no SQLite…`);
    await medir(rota, medido, { ...medicao, segundos: medicao.aquecimentoS });
    const rodadas: Amostra[] = [];
    for (let i = 0; i < medicao.rodadas; i++) rodadas.push(await medir(rota, medido, medicao));
    amostras.set(rota, juntar(rodadas));
  }
  await lado.parar();
  await base.apagar();

  const numeros = (amostra: Amostra): string[] => [
    porSegundo(vazao(amostra)),
    ...[50, 95, 99].map((p) => milissegundos(percentil(amostra.latencias, p))),
  ];
  const linhas = [...amostras].map(([rota, amostra]) => [NOMES[rota], ...numeros(amostra)]);
  console.log(`\n${escreverTabela([['No SQLite', 'vazão', 'p50', 'p95', 'p99'], ...linhas])}\n`);
  return [...amostras].map(([rota, amostra]) => {
    const [porSegundo, p50, p95, p99] = numeros(amostra);
    return { nome: `${NOMES[rota]} no SQLite`, valor: `${porSegundo}; p50 ${p50}, p95 ${p95}, p99 ${p99}` };
  });
}
