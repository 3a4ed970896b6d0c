import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { migrar } from '../../src/banco/migrador.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { type BancoDeTeste, criarBancoDeTeste } from '../apoio/banco-de-teste.js';

const DAS_CONTAS = 1790000000800;
const EM = '2026-06-01 12:00:00.000';

/** What an installation finds after the migration in which several accounts were of one patient. */
describe('migração que deixa cada paciente com uma conta', () => {
  let banco: BancoDeTeste;
  let fonte: DataSource;
  beforeEach(async () => {
    banco = await criarBancoDeTeste();
    const migracoes = MIGRACOES.filter(({ name }) => Number(name.slice(-13)) < DAS_CONTAS);
    fonte = await abrirFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes });
  });
  afterEach(async () => {
    await fonte.destroy();
    await banco.apagar();
  });

  const usuario = (email: string, pacienteId: number | null, ativo = 1) =>
    fonte.query(
      `INSERT INTO usuarios (nome, email, senha_hash, ativo, inativado_em, motivo_inativacao, criado_em, atualizado_em, versao, paciente_id)
       VALUES ('Ana', ?, 'x', ?, ?, ?, ?, ?, 1, ?)`,
      [email, ativo, ativo ? null : EM, ativo ? null : 'Saiu.', EM, EM, pacienteId],
    );

  it('deve ficar a mais antiga em uso, e poder entrar quem já existia', async () => {
    for (const nome of ['Maria', 'Joana'])
      await fonte.query(
        `INSERT INTO pacientes (nome, nome_busca, data_nascimento, sexo, ativo, criado_em, atualizado_em, versao)
         VALUES (?, ?, '1980-02-29', 'F', 1, ?, ?, 1)`,
        [nome, nome.toLowerCase(), EM, EM],
      );
    await usuario('fora-de-uso@teste.local', 1, 0);
    await usuario('primeira@teste.local', 1);
    await usuario('segunda@teste.local', 1);
    await usuario('so-uma@teste.local', 2);
    await usuario('sem-paciente@teste.local', null);

    await fonte.destroy();
    fonte = await abrirFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes: MIGRACOES });
    await migrar(fonte);

    const linhas = (await fonte.query(
      'SELECT email, paciente_id AS paciente, aguarda_verificacao_desde AS espera FROM usuarios ORDER BY id',
    )) as { email: string; paciente: number | null; espera: unknown }[];
    expect(linhas.map(({ paciente }) => paciente)).toEqual([null, 1, null, 2, null]);
    expect(linhas.every(({ espera }) => espera === null)).toBe(true);
  });
});
