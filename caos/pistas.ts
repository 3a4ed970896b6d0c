import { encontrarServidor, iniciarServidor, type ServidorDeTeste } from '#scripts/servidor-de-teste.mjs';
import type { Motor } from '../ferramentas/apoio/base.js';
import type { Opcoes } from './opcoes.js';
import { type Resultado, rodar, type Rodada } from './rodada.js';

/** The engines that this machine has. */
export const motoresDaqui = (): readonly Motor[] => (encontrarServidor() ? ['sqlite', 'mysql'] : ['sqlite']);

/**
 * Runs the rounds, a few at the same time; each lane has a database server of its own, which a round may kill.
 * Results come in the order of the rounds.
 */
export async function rodarEmPistas(
  rodadas: readonly Rodada[],
  { semente, curto, pistas }: Opcoes,
  aoAcabar: (resultado: Resultado) => void,
  parar: AbortSignal,
): Promise<Resultado[]> {
  const resultados: Resultado[] = [];
  const fila = rodadas.entries();
  const correr = async (): Promise<void> => {
    let servidor: ServidorDeTeste | undefined;
    try {
      for (const [n, rodada] of fila) {
        if (parar.aborted) return;
        if (rodada.motor === 'mysql') servidor ??= await iniciarServidor();
        const resultado = await rodar(rodada, {
          semente: semente + n,
          curto,
          ...(servidor ? { servidor } : {}),
        });
        resultados[n] = resultado;
        if (resultado.veredito === 'quebrou') {
          // Nobody knows in what state it was left, nor whether the round still holds on to it.
          await servidor?.parar();
          servidor = undefined;
        }
        if (!parar.aborted) aoAcabar(resultado);
      }
    } finally {
      await servidor?.parar();
    }
  };
  await Promise.all(Array.from({ length: pistas }, correr));
  return resultados;
}
