import type { Palco } from '../palco.js';
import { conferirEnvios } from './conferir-envios.js';
import type { Expediente } from './expediente.js';
import { conferirAlertas, lerAvisos, reenviarAbandonados } from './razao.js';
import { tentarAteAcabar } from './tentativas.js';

/** What the server took against the ledger, once everything is at rest; answers how many copies it took. */
export async function conferir(
  palco: Palco,
  { servidor }: Expediente,
  mortes: readonly number[] = [],
): Promise<number> {
  const avisos = await lerAvisos(palco.base);
  const { copias } = conferirEnvios({ avisos, aceitas: servidor.aceitas, mortes }, (oQue, exemplo) =>
    palco.achados.anotar(oQue, exemplo),
  );
  return copias;
}

/** The server behaves from now on: what had been given up, with an alert, is asked for again and leaves. */
export async function reenviarEConferir(
  palco: Palco,
  expediente: Expediente,
  mortes: readonly number[] = [],
): Promise<void> {
  const avisos = await lerAvisos(palco.base);
  await conferirAlertas(palco, avisos);
  const reenviados = await reenviarAbandonados(palco, avisos);
  await tentarAteAcabar(palco, expediente);
  const copias = await conferir(palco, expediente, mortes);
  for (const { id, status } of await lerAvisos(palco.base))
    if (status !== 'ENVIADA')
      palco.achados.anotar('PARADO: aviso não enviado por um servidor bom', `aviso ${id}, ${status}`);
  palco.medido.push(
    `${avisos.length} avisos, ${expediente.servidor.tentadas} mensagens tentadas, ${copias} cópias com o mesmo Message-ID`,
    `${reenviados} abandonados, com alerta, e enviados a pedido`,
  );
}
