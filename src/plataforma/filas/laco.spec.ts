import { afterEach, describe, expect, it } from '@jest/globals';
import { eventualmente } from '../../../test/apoio/eventualmente.js';
import { Laco } from './laco.js';

const UMA_HORA_MS = 3_600_000;
let laco: Laco;

afterEach(() => laco.parar());

/** A loop whose turns answer what the script says, and then that there is nothing to do. */
function comRoteiro(roteiro: (boolean | Error)[], tiqueMs = UMA_HORA_MS) {
  const falhas: unknown[] = [];
  let voltas = 0;
  laco = new Laco(
    tiqueMs,
    async () => {
      const proxima = roteiro[voltas++] ?? false;
      if (proxima instanceof Error) throw proxima;
      return proxima;
    },
    (erro) => falhas.push(erro),
  );
  return { falhas, voltas: () => voltas };
}

/** Every turn that needs no timer has been given by then. */
async function assentar(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolver) => setImmediate(resolver));
}

describe('laço', () => {
  it('deve dar voltas seguidas enquanto houver o que fazer, e então repousar', async () => {
    const { voltas } = comRoteiro([true, true, false, true]);
    laco.iniciar();
    await assentar();
    expect(voltas()).toBe(3);
  });

  it('deve dar outra volta quando o acordam, mesmo no meio de uma', async () => {
    const { voltas } = comRoteiro([false, false]);
    laco.iniciar();
    laco.acordar();
    await assentar();
    expect(voltas()).toBe(2);
    laco.acordar();
    await assentar();
    expect(voltas()).toBe(3);
  });

  it('deve dar outra volta a cada tique sem que ninguém o acorde', async () => {
    const { voltas } = comRoteiro([], 2);
    laco.iniciar();
    await eventualmente(() => expect(voltas()).toBeGreaterThan(2));
  });

  it('deve sobreviver a uma volta que falha', async () => {
    const erro = new Error('banco fora');
    const { falhas, voltas } = comRoteiro([erro, false], 2);
    laco.iniciar();
    await eventualmente(() => expect(voltas()).toBeGreaterThan(1));
    expect(falhas).toEqual([erro]);
  });

  it('deve esperar a volta em curso ao parar, e não dar mais nenhuma', async () => {
    let terminar: () => void = () => undefined;
    let voltas = 0;
    laco = new Laco(
      1,
      () => ((voltas += 1), new Promise((resolver) => (terminar = () => resolver(true)))),
      () => undefined,
    );
    laco.iniciar();
    let parou = false;
    const parada = laco.parar().then(() => (parou = true));
    await assentar();
    expect(parou).toBe(false);
    terminar();
    await parada;
    expect([parou, voltas]).toEqual([true, 1]);
  });

  it('deve juntar numa volta só o que o acorda durante o respiro', async () => {
    let voltas = 0;
    laco = new Laco(
      60_000,
      () => Promise.resolve((voltas += 1) < 0),
      () => undefined,
      40,
    );
    laco.iniciar();
    await assentar();
    for (let vez = 0; vez < 10; vez++) laco.acordar();
    await assentar();
    expect(voltas).toBe(1);
    await eventualmente(() => expect(voltas).toBe(2));
    await laco.parar();
    expect(voltas).toBe(2);
  });
});
