import type { Motor } from '../ferramentas/apoio/base.js';
import { encontrarServidor } from '#scripts/servidor-de-teste.mjs';
import { Palco } from './alvos/palco.js';
import { type Cacado, cacar } from './defeitos/cacar.js';
import type { DefeitoPlantado } from './defeitos/defeito.js';
import { DEFEITOS, defeitosCurtos } from './defeitos/defeitos.js';
import { type Opcoes, PEDIDOS } from './opcoes.js';
import { relatarAchados, relatarCobertura, type Escrever } from './relatorio.js';
import { achouBastante, COBERTURA_QUERIDA, encontradosEm, gravar } from './resultado.js';
import { guardarAchados, type ResultadoDaRodada, rodada, segundos } from './rodada.js';

/** Enough to find what is found at all, where nothing else is looked for. */
const PEDIDOS_POR_DEFEITO = 8_000;

/** Answers the exit code: 0, or 1 when something was found in the product, or too few of the planted faults. */
export async function rodarFuzz(opcoes: Opcoes, escrever: Escrever): Promise<number> {
  const inicio = performance.now();
  const palco = new Palco(motoresDaqui(opcoes.motores, escrever));
  let andando = true;
  const parar = (): void => void (andando = false);
  const continuar = (): boolean => andando;
  process.once('SIGINT', parar).once('SIGTERM', parar);
  try {
    const procura = opcoes.defeitos ? null : await procurar(palco, escrever, opcoes, continuar);
    const plantados = opcoes.curto ? defeitosCurtos() : DEFEITOS;
    const caca = await cacarDefeitos(palco, escrever, plantados, opcoes, continuar);
    const metas = procura && andando && foiLonge(opcoes) ? metasPerdidas(procura, escrever) : 0;
    const achados = (procura?.achados.length ?? 0) + metas;
    const encontrados = encontradosEm(caca);
    const perdidos = achouBastante(caca) ? 0 : caca.length - encontrados;
    const duracaoS = segundos(inicio);
    if (!andando) escrever('Interrompido.');
    else if (procura && eCompleta(opcoes, palco.motores))
      gravar(opcoes, palco.motores, procura, caca, duracaoS);
    escrever(`\n${duracaoS} s`);
    escrever(`${(procura?.limpos ?? 0) + encontrados} passed, ${achados + perdidos} failed`);
    return achados + perdidos === 0 && andando ? 0 : 1;
  } finally {
    await palco.desmontar();
  }
}

async function procurar(
  palco: Palco,
  escrever: Escrever,
  opcoes: Opcoes,
  continuar: () => boolean,
): Promise<ResultadoDaRodada> {
  escrever(`Fuzz: semente ${opcoes.semente}, ${opcoes.pedidos} pedidos em ${palco.motores.join(' e ')}`);
  const resultado = await rodada(palco, escrever, { ...opcoes, continuar });
  relatarCobertura(escrever, resultado.cobertura);
  relatarAchados(escrever, resultado.achados);
  escrever(`\n${resultado.pedidos} pedidos, ${resultado.porSegundo} por segundo`);
  if (!opcoes.curto) await guardarAchados(palco, escrever, resultado, continuar);
  return resultado;
}

async function cacarDefeitos(
  palco: Palco,
  escrever: Escrever,
  defeitos: readonly DefeitoPlantado[],
  { semente }: Opcoes,
  continuar: () => boolean,
): Promise<Cacado[]> {
  escrever(`\nDefeitos plantados: ${defeitos.length}, até ${PEDIDOS_POR_DEFEITO} pedidos para cada um`);
  const cacados = await cacar(palco, escrever, defeitos, {
    semente,
    pedidos: PEDIDOS_POR_DEFEITO,
    continuar,
  });
  escrever(
    `Encontrados ${encontradosEm(cacados)} de ${defeitos.length}: ${achouBastante(cacados) ? 'bastam' : 'são poucos'}`,
  );
  return cacados;
}

/** A run that does not get everywhere proves little: what it has to reach. */
function metasPerdidas({ cobertura }: ResultadoDaRodada, escrever: Escrever): number {
  const perdidas = [
    ...(cobertura.vistos < COBERTURA_QUERIDA * cobertura.total ? ['pares vistos de menos'] : []),
    ...(cobertura.semSucesso().length > 0 ? ['há operações que nunca deram certo'] : []),
  ];
  perdidas.forEach((meta) => escrever(`\n✗ meta perdida: ${meta}`));
  return perdidas.length;
}

/** Every operation, as often as the goals were set for. */
const foiLonge = ({ curto, so, pedidos }: Opcoes): boolean =>
  !curto && so.source === '(?:)' && pedidos >= PEDIDOS.completa;

/** What was measured is kept only when all of it was measured. */
export const eCompleta = (opcoes: Opcoes, motores: readonly Motor[]): boolean =>
  foiLonge(opcoes) && motores.includes('sqlite') && motores.includes('mysql');

/** Those asked for that this machine has. */
function motoresDaqui(pedidos: readonly Motor[], escrever: Escrever): Motor[] {
  const ha = pedidos.filter((motor) => motor === 'sqlite' || encontrarServidor() !== undefined);
  if (ha.length < pedidos.length)
    escrever('Não há mariadbd nem mysqld nesta máquina: a metade do MySQL não será feita.');
  return ha.length > 0 ? ha : ['sqlite'];
}
