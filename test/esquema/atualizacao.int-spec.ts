import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { criarFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { migrar } from '../../src/banco/migrador.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';

/** The last migration of the first version; the data beside this file were made by it, in a made-up hospital. */
const PRIMEIRA_VERSAO = 1790000000660;
const DADOS = readFileSync(join(import.meta.dirname, 'dados-da-primeira-versao.sql'), 'utf8');
const tempo = (migracao: { name: string }): number => Number(migracao.name.slice(-13));

async function carregar(fonte: DataSource): Promise<void> {
  const runner = fonte.createQueryRunner();
  const [desligar, ligar] = NO_MYSQL
    ? ['SET FOREIGN_KEY_CHECKS = 0', 'SET FOREIGN_KEY_CHECKS = 1']
    : ['PRAGMA foreign_keys = OFF', 'PRAGMA foreign_keys = ON'];
  await runner.query(desligar);
  for (const semeada of ['especialidades', 'sequencia_de_eventos'])
    await runner.query(`DELETE FROM ${semeada}`);
  for (const comando of DADOS.trim().split('\n')) await runner.query(comando);
  await runner.query(ligar);
  await runner.release();
}

describe('banco da primeira versão', () => {
  let banco: BancoDeTeste;
  let app: AplicacaoDeTeste;
  let deriva: unknown[];

  const comVersao = async (
    migracoes: typeof MIGRACOES,
    usar: (fonte: DataSource) => Promise<void>,
  ): Promise<void> => {
    const fonte = await criarFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes });
    await fonte.initialize();
    try {
      await migrar(fonte);
      await usar(fonte);
    } finally {
      await fonte.destroy();
    }
  };

  beforeAll(async () => {
    banco = await criarBancoDeTeste();
    const primeiras = MIGRACOES.filter((m) => tempo(m) <= PRIMEIRA_VERSAO);
    await comVersao(primeiras, carregar);
    await comVersao(MIGRACOES, async (fonte) => {
      deriva = (await fonte.driver.createSchemaBuilder().log()).upQueries;
    });
    app = await AplicacaoDeTeste.sobre(banco);
  }, 120_000);

  afterAll(() => app.encerrar());

  it('deve ficar com o esquema de hoje', () => expect(deriva).toEqual([]));

  it('deve guardar tudo o que tinha', async () => {
    const linhasPorTabela = new Map<string, number>();
    for (const [, tabela] of DADOS.matchAll(/^INSERT INTO (\w+)/gm))
      linhasPorTabela.set(tabela!, (linhasPorTabela.get(tabela!) ?? 0) + 1);
    for (const [tabela, linhas] of linhasPorTabela) {
      const [agora] = await app.consultar(`SELECT COUNT(*) AS n FROM ${tabela}`);
      expect({ tabela, linhas: Number(agora!.n) >= linhas }).toEqual({ tabela, linhas: true });
    }
  });

  it('deve seguir de onde estava: alta, fatura, reserva, limpeza', async () => {
    const internadas = await app.get<{ id: number; leitoId: number }[]>('/v1/internacoes?status=INTERNADA');
    expect(internadas.corpo.data).toHaveLength(2);
    for (const { id } of internadas.corpo.data) {
      const alta = await app.post(`/v1/internacoes/${id}/alta`, {
        cidSaida: 'J18',
        motivoSaida: 'ALTA_CURADO',
      });
      expect(alta.status).toBe(200);
    }
    const leitos = await app.get<{ status: string }[]>('/v1/leitos?limite=100');
    expect(leitos.corpo.data).toHaveLength(12);
    expect((await app.get('/v1/leitos/mapa')).status).toBe(200);
    expect((await app.get<unknown[]>('/v1/financeiro/lancamentos')).corpo.data.length).toBeGreaterThanOrEqual(
      2,
    );
    expect((await app.get<unknown[]>('/v1/pacientes')).corpo.data).toHaveLength(8);
  });

  it('deve ter um endereço principal por paciente e uma reserva por paciente', async () => {
    const principais = await app.consultar(
      'SELECT paciente_id, COUNT(paciente_principal_id) AS n FROM enderecos GROUP BY paciente_id',
    );
    expect(principais.map((l) => Number(l.n))).toEqual([1, 1]);
    const reservas = await app.consultar(
      'SELECT reserva_paciente_id, COUNT(*) AS n FROM leitos WHERE reserva_paciente_id IS NOT NULL GROUP BY reserva_paciente_id',
    );
    expect(reservas.map((l) => Number(l.n))).toEqual([1]);
  });
});
