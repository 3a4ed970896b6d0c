import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';

const PEDIDOS = 250;
const COPIAS = 4;

describe('muitos pedidos, quatro cópias simultâneas de cada um', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const pedir = (i: number): Promise<Resposta<{ id: number }>> =>
    app.pedir(
      'POST',
      '/v1/pacientes',
      { nome: `Paciente Fictício ${i}`, dataNascimento: '1980-01-01', sexo: 'F' },
      { 'idempotency-key': `pedido-${i}` },
    );

  it('deve haver um efeito de cada, e cada cópia sair com a resposta da primeira', async () => {
    const respostas = await Promise.all(
      Array.from({ length: PEDIDOS * COPIAS }, (_, i) => pedir(i % PEDIDOS)),
    );

    expect(new Set(respostas.map(({ status }) => status))).toEqual(new Set([201]));
    const ids = respostas.map(({ corpo }) => corpo.data.id);
    expect(new Set(ids).size).toBe(PEDIDOS);
    expect(ids.every((id, i) => id === ids[i % PEDIDOS])).toBe(true);
    const [total] = await app.consultar('SELECT COUNT(*) AS n FROM pacientes');
    expect(Number(total!.n)).toBe(PEDIDOS);
  }, 120_000);
});
