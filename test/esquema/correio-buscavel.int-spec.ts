import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { migrar } from '../../src/banco/migrador.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { textoDeBusca } from '../../src/plataforma/correio/busca-no-correio.js';
import { type BancoDeTeste, criarBancoDeTeste } from '../apoio/banco-de-teste.js';

const GUARDA = 1790000000780;
/** More than two batches of the migration. */
const QUANTAS = 230;

const mensagem = (n: number) => ({
  messageId: `<m-${n}@plantao>`,
  para: 'Mesa@hospital.local',
  assunto: `Leito ${n} livre · Clínica MÉDICA`,
  html: '<p>Olá</p>',
  texto: n === 1 ? 'Ⱥ'.repeat(30_000) : `O leito  ${n}\nficou livre.`,
});

/** What an installation that already kept messages finds after the migration. */
describe('migração que guarda o que se busca no correio', () => {
  let banco: BancoDeTeste;
  let fonte: DataSource;
  beforeEach(async () => {
    banco = await criarBancoDeTeste();
    const migracoes = MIGRACOES.filter(({ name }) => Number(name.slice(-13)) < GUARDA);
    fonte = await abrirFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes });
  });
  afterEach(async () => {
    await fonte.destroy();
    await banco.apagar();
  });

  it('deve tornar buscáveis as que já estavam na caixa, como se tivessem chegado hoje', async () => {
    const mensagens = Array.from({ length: QUANTAS }, (_, i) => mensagem(i + 1));
    for (const { messageId, para, assunto, html, texto } of mensagens)
      await fonte.query(
        'INSERT INTO correio_local (message_id, para, assunto, html, texto, recebida_em) VALUES (?, ?, ?, ?, ?, ?)',
        [messageId, para, assunto, html, texto, '2026-06-01 12:00:00.000'],
      );

    await fonte.destroy();
    fonte = await abrirFonteDeDados(banco.ambiente.banco, { entidades: ENTIDADES, migracoes: MIGRACOES });
    await migrar(fonte);

    const linhas = (await fonte.query('SELECT busca FROM correio_local ORDER BY id')) as { busca: string }[];
    expect(linhas.map(({ busca }) => busca)).toEqual(mensagens.map(textoDeBusca));
  });
});
