import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { migrar } from '../../src/banco/migrador.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { type BancoDeTeste, criarBancoDeTeste } from '../apoio/banco-de-teste.js';

const COMPLETA = 1790000000730;
const INSTANTE = '2026-06-01 12:00:00.000';

const numero = ({ name }: { name: string }): number => Number(name.slice(-13));

/** What a hospital that already had patients finds after the migration that completes the registers. */
describe('migração que completa os cadastros', () => {
  let banco: BancoDeTeste;
  let fonte: DataSource;
  beforeEach(async () => {
    banco = await criarBancoDeTeste();
    const antes = MIGRACOES.filter((m) => numero(m) < COMPLETA);
    fonte = await abrirFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes: antes });
  });
  afterEach(async () => {
    await fonte.destroy();
    await banco.apagar();
  });

  const inserir = async (tabela: string, linha: Record<string, unknown>): Promise<void> => {
    const colunas = Object.keys(linha);
    await fonte.query(
      `INSERT INTO ${tabela} (${colunas.join(', ')}) VALUES (${colunas.map(() => '?').join(', ')})`,
      Object.values(linha),
    );
  };
  const paciente = (id: number, nomeMae: string | null) =>
    inserir('pacientes', {
      id,
      nome: 'P',
      nome_busca: 'p',
      data_nascimento: '1980-02-29',
      sexo: 'F',
      nome_mae: nomeMae,
      ativo: 1,
      criado_em: INSTANTE,
      atualizado_em: INSTANTE,
      versao: 1,
    });
  const endereco = (id: number, pacienteId: number, principal: boolean) =>
    inserir('enderecos', {
      id,
      paciente_id: pacienteId,
      paciente_principal_id: principal ? pacienteId : null,
      logradouro: 'A',
      numero: '1',
      bairro: 'B',
      cidade: 'C',
      estado: 'SP',
      cep: '01310100',
      criado_em: INSTANTE,
    });

  it('deve fazer do mais antigo o principal de quem não tem um, e normalizar o nome das mães', async () => {
    await paciente(1, 'Joana  da CONCEIÇÃO');
    await paciente(2, 'Ignorada');
    await paciente(3, null);
    for (let id = 4; id < 1_100; id++) await paciente(id, id % 2 ? `Mãe ${id}` : null);
    await endereco(1, 1, false);
    await endereco(2, 1, true);
    await endereco(3, 2, false);
    await endereco(4, 2, false);

    await fonte.destroy();
    fonte = await abrirFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes: MIGRACOES });
    await migrar(fonte);

    const enderecos = (await fonte.query(
      'SELECT id, paciente_principal_id AS principal, ativo, versao FROM enderecos ORDER BY id',
    )) as unknown[];
    expect(enderecos).toEqual([
      { id: 1, principal: null, ativo: 1, versao: 1 },
      { id: 2, principal: 1, ativo: 1, versao: 1 },
      { id: 3, principal: 2, ativo: 1, versao: 1 },
      { id: 4, principal: null, ativo: 1, versao: 1 },
    ]);
    const maes = (await fonte.query('SELECT id, nome_mae_busca AS mae FROM pacientes ORDER BY id')) as {
      id: number;
      mae: string | null;
    }[];
    expect(maes.slice(0, 3).map((p) => p.mae)).toEqual(['joana da conceicao', null, null]);
    expect(maes.slice(3).every(({ id, mae }) => mae === (id % 2 ? `mae ${id}` : null))).toBe(true);
  });
});
