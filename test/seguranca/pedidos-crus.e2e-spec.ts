import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClienteCru } from '../../fuzz/alvos/cliente-cru.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CRUS, type Cru } from './pedidos-crus.js';

/** Waited for the first byte and after the last: a server that hangs says nothing, and is seen to be well after. */
const SILENCIO_MS = 700;
const MAIOR_ESPERA_MS = 10_000;
const MAIOR_CRESCIMENTO = 80 * 1024 * 1024;
const DE_CADA_VEZ = 16;

describe('pedidos crus', () => {
  let app: AplicacaoDeTeste;
  let cru: ClienteCru;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cru = new ClienteCru(app.url);
  });
  afterAll(async () => {
    cru.encerrar();
    await app.encerrar();
  });

  const falhasDe = async ({ nome, bytes, sempreRecusado }: Cru): Promise<string[]> => {
    const desde = performance.now();
    const resposta = await cru.escrever(Buffer.from(bytes, 'latin1'), SILENCIO_MS);
    const ms = performance.now() - desde;
    const status = [...resposta.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, s]) => Number(s));
    return [
      ...(status.some((s) => s >= 500) ? [`${nome}: respondeu ${status.join()}`] : []),
      ...(ms > MAIOR_ESPERA_MS ? [`${nome}: levou ${ms} ms`] : []),
      ...(/^set-cookie:/im.test(resposta) ? [`${nome}: um cabeçalho do pedido virou da resposta`] : []),
      ...(sempreRecusado && status.some((s) => s < 400) ? [`${nome}: foi aceito`] : []),
      // What follows an ambiguous message is never read as another request.
      ...(sempreRecusado && status.length > 1 ? [`${nome}: respondeu ${status.length} vezes`] : []),
    ];
  };

  it('deve haver ao menos duzentos, todos diferentes', () => {
    expect(CRUS.length).toBeGreaterThanOrEqual(200);
    expect(new Set(CRUS.map(({ bytes }) => bytes)).size).toBe(CRUS.length);
  });

  it('deve recusar ou atender cada um, sem cair, sem calar-se e sem crescer', async () => {
    const antes = process.memoryUsage().rss;
    const falhas: string[] = [];
    for (let i = 0; i < CRUS.length; i += DE_CADA_VEZ)
      falhas.push(...(await Promise.all(CRUS.slice(i, i + DE_CADA_VEZ).map(falhasDe))).flat());
    expect(falhas).toEqual([]);
    expect(process.memoryUsage().rss - antes).toBeLessThan(MAIOR_CRESCIMENTO);
    expect((await app.get('/saude/pronta')).status).toBe(200);
    expect((await app.get('/v1/pacientes')).status).toBe(200);
  }, 60_000);
});
