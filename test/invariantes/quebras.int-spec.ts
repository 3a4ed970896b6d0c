import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErroDeBanco } from '../../src/banco/erros-de-banco.js';
import { Auditor } from '../../src/plataforma/invariantes/auditor.js';
import { afrouxar } from './afrouxar.js';
import { type CenarioAuditado, montarCenarioAuditado } from './cenario-auditado.js';
import type { Quebra, Quebras } from './quebra.js';
import { QUEBRAS_DA_AUDITORIA } from './quebras-da-auditoria.js';
import { QUEBRAS_DA_PLATAFORMA } from './quebras-da-plataforma.js';
import { QUEBRAS_DAS_INTERNACOES } from './quebras-das-internacoes.js';
import { QUEBRAS_DAS_NOTIFICACOES } from './quebras-das-notificacoes.js';
import { QUEBRAS_DA_PRIVACIDADE } from './quebras-da-privacidade.js';
import { QUEBRAS_DO_FINANCEIRO } from './quebras-do-financeiro.js';
import { QUEBRAS_DOS_CADASTROS } from './quebras-dos-cadastros.js';
import { QUEBRAS_DOS_CUIDADOS } from './quebras-dos-cuidados.js';
import { QUEBRAS_DOS_LEITOS } from './quebras-dos-leitos.js';

const MODULOS = [
  QUEBRAS_DA_PLATAFORMA,
  QUEBRAS_DOS_CADASTROS,
  QUEBRAS_DOS_LEITOS,
  QUEBRAS_DAS_INTERNACOES,
  QUEBRAS_DO_FINANCEIRO,
  QUEBRAS_DAS_NOTIFICACOES,
  QUEBRAS_DA_PRIVACIDADE,
  QUEBRAS_DA_AUDITORIA,
  QUEBRAS_DOS_CUIDADOS,
];

/** A check that was never seen red proves nothing: each invariant is broken, in a transaction that is then undone. */
describe('cada invariante', () => {
  let cenario: CenarioAuditado;
  let quebras: Quebras;
  beforeAll(async () => {
    cenario = await montarCenarioAuditado();
    quebras = Object.assign({}, ...MODULOS.map((modulo) => modulo(cenario))) as Quebras;
  }, 120_000);
  afterAll(() => cenario.app.encerrar());

  const violados = async (codigo?: string): Promise<string[]> =>
    (await cenario.app.app.get(Auditor).auditar(codigo))
      .filter(({ registros }) => registros.length > 0)
      .map(({ invariante, registros }) => `${invariante.codigo} ${registros.join(' ')}`);

  /** Whether the invariant is red after the statements, which leave no trace; or what of the database refused them. */
  async function quebrar(
    codigo: string,
    { sql }: Quebra,
  ): Promise<'vermelho' | 'verde' | { recusa: string }> {
    class Desfazer extends Error {}
    let visto = false;
    const erro: unknown = await cenario.app.unidade
      .executar(async (tx) => {
        for (const comando of sql) await tx.executar(comando);
        visto = (await violados(codigo)).length > 0;
        throw new Desfazer();
      })
      .catch((e: unknown) => e);
    if (erro instanceof Desfazer) return visto ? 'vermelho' : 'verde';
    if (!(erro instanceof ErroDeBanco)) throw erro;
    return { recusa: erro.natureza.startsWith('referencia') ? 'fk' : (erro.restricao ?? erro.message) };
  }

  /** Breaks, one way at a time, what the database guards too, or what it does not. */
  async function quebrarTodas(
    guardadas: boolean,
  ): Promise<[codigo: string, quebra: Quebra, resultado: unknown][]> {
    const resultados: [string, Quebra, unknown][] = [];
    for (const [codigo, maneiras] of Object.entries(quebras))
      for (const q of maneiras)
        if (guardadas === (q.guarda !== undefined)) resultados.push([codigo, q, await quebrar(codigo, q)]);
    return resultados;
  }

  /** Those that were not seen. */
  const naoVistas = async (guardadas: boolean) =>
    (await quebrarTodas(guardadas)).filter(([, , resultado]) => resultado !== 'vermelho');

  it('deve valer no que o produto grava', async () => {
    expect(await violados()).toEqual([]);
  });

  it('deve ter quem o quebre', async () => {
    const declarados = (await cenario.app.app.get(Auditor).auditar()).map(
      ({ invariante }) => invariante.codigo,
    );
    expect(Object.keys(quebras).sort()).toEqual(declarados);
  });

  it('deve acusar cada quebra que o banco deixa passar', async () => {
    expect(await naoVistas(false)).toEqual([]);
  }, 60_000);

  it('deve não deixar rastro do que se quebrou', async () => {
    expect(await violados()).toEqual([]);
  });

  it('deve ser guardado também pelo banco, onde se diz que é', async () => {
    for (const [codigo, { sql, guarda }, resultado] of await quebrarTodas(true))
      expect([codigo, sql, resultado]).toEqual([codigo, sql, { recusa: guarda }]);
  });

  it('deve acusar o que o banco recusaria, quando o banco não recusa nada', async () => {
    await afrouxar(cenario.app);
    expect(await violados()).toEqual([]);
    expect(await naoVistas(true)).toEqual([]);
  }, 60_000);
});
