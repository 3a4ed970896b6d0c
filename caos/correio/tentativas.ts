import type { Palco } from '../palco.js';
import type { Aviso } from './conferir-envios.js';
import type { Expediente } from './expediente.js';
import { lerAvisos } from './razao.js';

/** Until every notice is due again, after one, two, three and four attempts: each wait and a fifth, and some more. */
const MINUTOS = [3, 7, 37, 150] as const;
/** Five attempts; one more for those whose sender died before the first. */
const RODADAS = 7;

/**
 * Lets the notices be tried, moves the clocks past the wait, and again, until none is left. `durante` hurts the
 * senders at work and answers how many deaths that was.
 */
export async function tentarAteAcabar(
  palco: Palco,
  expediente: Expediente,
  durante: (rodada: number) => Promise<number> = async () => 0,
): Promise<void> {
  let antes = tentativasDe(await lerAvisos(palco.base));
  for (let rodada = 0; rodada < RODADAS; rodada++) {
    const mortes = await durante(rodada);
    await expediente.quietude();
    antes = await conferirEspera(palco, antes, mortes);
    if ((await expediente.naFila()) === 0) return;
    await expediente.relogios.avancar(MINUTOS[Math.min(rodada, MINUTOS.length - 1)]!);
  }
}

/** Between two movements of the clock a notice is tried once, or once more for each death. */
async function conferirEspera(
  { base, achados }: Palco,
  antes: ReadonlyMap<number, number>,
  mortes: number,
): Promise<Map<number, number>> {
  const avisos = await lerAvisos(base);
  for (const { id, tentativas } of avisos)
    if (tentativas - (antes.get(id) ?? 0) > 1 + mortes)
      achados.anotar(
        'SEM ESPERA: aviso tentado de novo antes da hora',
        `aviso ${id}: ${tentativas} tentativas`,
      );
  return tentativasDe(avisos);
}

const tentativasDe = (avisos: readonly Aviso[]): Map<number, number> =>
  new Map(avisos.map(({ id, tentativas }) => [id, tentativas]));
