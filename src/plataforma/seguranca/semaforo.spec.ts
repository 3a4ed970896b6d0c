import { describe, expect, it } from '@jest/globals';
import { Semaforo } from './semaforo.js';

/** Work that ends when it is told to. */
function trabalho() {
  let acabar!: (valor: number) => void;
  let falhar!: (erro: Error) => void;
  const promessa = new Promise<number>((resolver, recusar) => {
    acabar = resolver;
    falhar = recusar;
  });
  return { executar: () => promessa, acabar, falhar };
}

const semaforo = (vagas: number, fila: number) => new Semaforo(vagas, fila, () => new Error('cheio'));
const assentar = () => new Promise((resolver) => setImmediate(resolver));

describe('semáforo', () => {
  it('deve rodar até o número de vagas e deixar os demais esperando a vez, em ordem', async () => {
    const s = semaforo(2, 10);
    const trabalhos = Array.from({ length: 5 }, trabalho);
    const iniciados: number[] = [];
    const fins = trabalhos.map((t, i) =>
      s.executar(() => {
        iniciados.push(i);
        return t.executar();
      }),
    );
    await assentar();
    expect(iniciados).toEqual([0, 1]);

    trabalhos[1]!.acabar(1);
    await assentar();
    expect(iniciados).toEqual([0, 1, 2]);

    trabalhos.forEach((t, i) => t.acabar(i));
    expect(await Promise.all(fins)).toEqual([0, 1, 2, 3, 4]);
    expect(iniciados).toEqual([0, 1, 2, 3, 4]);
  });

  it('deve recusar na hora o que não cabe na fila, e voltar a aceitar depois', async () => {
    const s = semaforo(1, 1);
    const [a, b, c] = [trabalho(), trabalho(), trabalho()];
    const primeiro = s.executar(a.executar);
    const segundo = s.executar(b.executar);
    await expect(s.executar(c.executar)).rejects.toThrow('cheio');

    a.acabar(1);
    expect(await primeiro).toBe(1);
    const terceiro = s.executar(c.executar);
    b.acabar(2);
    c.acabar(3);
    expect(await Promise.all([segundo, terceiro])).toEqual([2, 3]);
  });

  it('deve devolver a vaga de um trabalho que falha', async () => {
    const s = semaforo(1, 1);
    const ruim = trabalho();
    const primeiro = s.executar(ruim.executar);
    const segundo = s.executar(async () => 2);
    ruim.falhar(new Error('quebrou'));

    await expect(primeiro).rejects.toThrow('quebrou');
    expect(await segundo).toBe(2);
    expect(await s.executar(async () => 3)).toBe(3);
  });
});
