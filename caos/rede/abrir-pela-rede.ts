import type { OpcoesDaAbertura, Palco } from '../palco.js';
import { Proxy } from './proxy.js';

/** Opens the stage with a proxy between the product and the database server; the proxy ends with the stage. */
export async function abrirPelaRede(
  palco: Palco,
  opcoes: Omit<OpcoesDaAbertura, 'porta'> = {},
): Promise<Proxy> {
  const proxy = await Proxy.abrir(palco.servidor, palco.dados.semente);
  palco.aoFechar(() => proxy.fechar());
  await palco.abrir({ ...opcoes, porta: proxy });
  return proxy;
}
