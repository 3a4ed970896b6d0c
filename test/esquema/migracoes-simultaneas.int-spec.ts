import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { type BancoDeTeste, criarBancoDeTeste } from '../apoio/banco-de-teste.js';

const INSTANCIAS = 8;

const porInstante = (a: string, b: string): number => Number(a.slice(-13)) - Number(b.slice(-13));

describe('instâncias que iniciam juntas em um banco vazio', () => {
  let banco: BancoDeTeste;
  const fontes: DataSource[] = [];

  beforeAll(async () => {
    banco = await criarBancoDeTeste({ DB_CONEXOES: '2' });
  });

  afterAll(async () => {
    for (const fonte of fontes) await fonte.destroy();
    await banco.apagar();
  });

  it('deve migrar uma vez só e iniciar todas', async () => {
    const abrir = () =>
      abrirFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes: MIGRACOES });
    const tentativas = await Promise.allSettled(Array.from({ length: INSTANCIAS }, abrir));
    for (const tentativa of tentativas) if (tentativa.status === 'fulfilled') fontes.push(tentativa.value);

    expect(tentativas.filter((t) => t.status === 'rejected').map((t) => String(t.reason))).toEqual([]);
    const feitas: { name: string }[] = await fontes[0]!.query('SELECT name FROM migracoes ORDER BY id');
    expect(feitas.map(({ name }) => name)).toEqual(MIGRACOES.map(({ name }) => name).sort(porInstante));
    for (const fonte of fontes) expect(await fonte.showMigrations()).toBe(false);
  });

  it('deve não migrar de novo ao iniciar outra vez', async () => {
    const fonte = await abrirFonteDeDados(banco.ambiente.banco, {
      entidades: ENTIDADES,
      migracoes: MIGRACOES,
    });
    fontes.push(fonte);

    expect(await fonte.query('SELECT name FROM migracoes')).toHaveLength(MIGRACOES.length);
  });
});
