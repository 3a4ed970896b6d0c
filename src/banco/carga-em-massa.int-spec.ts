import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AplicacaoDeTeste } from '../../test/apoio/aplicacao-de-teste.js';
import { VezDaTarefa } from '../plataforma/agendador/vez-da-tarefa.entity.js';
import { ChaveDeIdempotencia } from '../plataforma/http/idempotencia/chave-de-idempotencia.entity.js';
import { carregarEmMassa, type Lote } from './carga-em-massa.js';

const VEZ = new Date('2026-06-01T10:00:00.123Z');

describe('carga em massa', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const vezes = (de: number, ate: number): Lote => ({
    entidade: VezDaTarefa,
    linhas: Array.from({ length: ate - de }, (_, n) => ({
      id: de + n,
      tarefa: `carga-${de + n}`,
      vez: VEZ,
      feitaEm: VEZ,
    })),
  });
  const carregar = (lotes: Iterable<Lote>, aoGravar: (n: number) => void = () => undefined) =>
    carregarEmMassa(app.app.get(DataSource), lotes, aoGravar);
  const quantas = async () =>
    Number(
      (await app.consultar("SELECT COUNT(*) AS n FROM tarefas_vezes WHERE tarefa LIKE 'carga-%'"))[0]!.n,
    );

  it('deve gravar todas as linhas, com os ids dados, e contar à medida que grava', async () => {
    const ditas: number[] = [];
    await carregar([vezes(5_000, 6_201)], (n) => ditas.push(n));
    expect(ditas).toEqual([500, 1_000, 1_201]);
    expect(await quantas()).toBe(1_201);
    const lida = await app.app.get(DataSource).manager.findOneBy(VezDaTarefa, { id: 6_200 });
    expect(lida).toEqual({ id: 6_200, tarefa: 'carga-6200', vez: VEZ, feitaEm: VEZ });
  });

  it('deve não gravar nada se uma linha é recusada no fim', async () => {
    const antes = await quantas();
    const incompleta = { entidade: ChaveDeIdempotencia, linhas: [{ id: 1 }] };
    await expect(carregar([vezes(7_000, 7_900), incompleta])).rejects.toThrow();
    expect(await quantas()).toBe(antes);
  });
});
