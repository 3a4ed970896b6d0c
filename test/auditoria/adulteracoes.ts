import type { Parametro } from '../../src/banco/dialeto.js';
import type { Transacao } from '../../src/banco/transacao.js';
import { type ChaveDosSelos, elo } from '../../src/plataforma/auditoria/elo.js';
import { INSERIR, linha } from './trilha.js';

/** How many rows the trail has; the one of link `n` has the id `2n`. */
export const LINHAS = 40;

/** What must be found: the link, or the row, whichever is known; `ancora`: only by one. */
export interface Esperado {
  readonly sequencia?: number;
  readonly registroId?: number;
  readonly ancora?: boolean;
}

/** Draws a whole number from `de` to `ate`, both included. */
export type Sorteio = (de: number, ate: number) => number;
type Adulteracao = (tx: Transacao, sorteio: Sorteio) => Promise<Esperado>;

const COLUNAS: Readonly<Record<string, Parametro>> = {
  em: new Date('2020-01-01T00:00:00Z'),
  usuario_id: 99,
  sessao_id: 98_765,
  origem: '10.0.0.9',
  acao: 'outra.acao',
  operacao: null,
  registro_tipo: 'outro',
  registro_id: 424_242,
  paciente_id: 1_717,
  campos: '',
  correlacao_id: 'outro-pedido',
};

const umaDe = <T>(lista: readonly T[], sorteio: Sorteio): T => lista[sorteio(0, lista.length - 1)]!;
const doisDe = (sorteio: Sorteio): [number, number] => {
  const a = sorteio(1, LINHAS - 1);
  return [a, sorteio(a + 1, LINHAS)];
};
const umElo = (n: number): Esperado => ({ sequencia: n, registroId: n * 2 });

const lerLinha = async (tx: Transacao, n: number) =>
  (await tx.consultar('SELECT * FROM auditoria WHERE id = ?', [n * 2]))[0]!;

/** Recomputes the links from `n` on, as who does not have the key might, and moves the end of the chain. */
async function refazerDe(tx: Transacao, n: number, chave: ChaveDosSelos): Promise<void> {
  const [antes] = await tx.consultar('SELECT hash FROM auditoria_selos WHERE sequencia = ?', [n - 1]);
  let hash = typeof antes?.hash === 'string' ? antes.hash : '0'.repeat(64);
  for (let k = n; k <= LINHAS; k++) {
    hash = elo(chave, hash, await lerLinha(tx, k));
    await tx.executar('UPDATE auditoria_selos SET hash = ? WHERE sequencia = ?', [hash, k]);
  }
  await tx.executar('UPDATE auditoria_cadeia SET hash = ?', [hash]);
}

async function cortarDe(tx: Transacao, n: number): Promise<void> {
  await tx.executar('DELETE FROM auditoria_selos WHERE sequencia >= ?', [n]);
  await tx.executar('DELETE FROM auditoria WHERE id >= ?', [n * 2]);
}

/** Every way to lie with the trail that we could think of, without the key. */
export const adulteracoes = (
  chave: ChaveDosSelos,
  falsa: ChaveDosSelos,
): Readonly<Record<string, Adulteracao>> => ({
  'alterar uma coluna': async (tx, sorteio) => {
    const [n, coluna] = [sorteio(1, LINHAS), umaDe(Object.keys(COLUNAS), sorteio)];
    await tx.executar(`UPDATE auditoria SET ${coluna} = ? WHERE id = ?`, [COLUNAS[coluna]!, n * 2]);
    return umElo(n);
  },
  'apagar uma linha': async (tx, sorteio) => {
    const n = sorteio(1, LINHAS);
    await tx.executar('DELETE FROM auditoria WHERE id = ?', [n * 2]);
    return umElo(n);
  },
  'apagar uma linha e o selo': async (tx, sorteio) => {
    const n = sorteio(1, LINHAS);
    await tx.executar('DELETE FROM auditoria WHERE id = ?', [n * 2]);
    await tx.executar('DELETE FROM auditoria_selos WHERE sequencia = ?', [n]);
    return { sequencia: n };
  },
  'apagar uma linha e o selo, e fechar a falta': async (tx, sorteio) => {
    const n = sorteio(1, LINHAS - 1);
    await tx.executar('DELETE FROM auditoria WHERE id = ?', [n * 2]);
    await tx.executar('DELETE FROM auditoria_selos WHERE sequencia = ?', [n]);
    for (let k = n + 1; k <= LINHAS; k++)
      await tx.executar('UPDATE auditoria_selos SET sequencia = ? WHERE sequencia = ?', [k - 1, k]);
    await tx.executar('UPDATE auditoria_cadeia SET sequencia = sequencia - 1');
    return { sequencia: n, registroId: (n + 1) * 2 };
  },
  'mudar o id de uma linha': async (tx, sorteio) => {
    const n = sorteio(1, LINHAS);
    await tx.executar('UPDATE auditoria SET id = ? WHERE id = ?', [n * 2 + 1, n * 2]);
    return umElo(n);
  },
  'inserir uma linha': async (tx, sorteio) => {
    const id = sorteio(1, LINHAS) * 2 - 1;
    await tx.executar(INSERIR, linha(id));
    return { registroId: id };
  },
  'inserir uma linha velha depois do fim': async (tx, sorteio) => {
    const id = LINHAS * 2 + sorteio(1, 1_000);
    const valores = linha(id);
    valores[1] = new Date('2026-06-01T00:00:00Z');
    await tx.executar(INSERIR, valores);
    return { registroId: id };
  },
  'inserir uma linha com um selo inventado': async (tx, sorteio) => {
    const id = sorteio(1, LINHAS) * 2 - 1;
    await tx.executar(INSERIR, linha(id));
    const [fim] = await tx.consultar('SELECT hash FROM auditoria_cadeia');
    const [nova] = await tx.consultar('SELECT * FROM auditoria WHERE id = ?', [id]);
    const hash = elo(falsa, String(fim!.hash), nova!);
    const sequencia = LINHAS + 1;
    await tx.executar('INSERT INTO auditoria_selos (sequencia, registro_id, hash) VALUES (?, ?, ?)', [
      ...[sequencia, id, hash],
    ]);
    await tx.executar('UPDATE auditoria_cadeia SET sequencia = ?, hash = ?', [sequencia, hash]);
    return { sequencia, registroId: id };
  },
  'inserir um selo depois do fim': async (tx, sorteio) => {
    const id = sorteio(1, LINHAS) * 2 - 1;
    await tx.executar('INSERT INTO auditoria_selos (sequencia, registro_id, hash) VALUES (?, ?, ?)', [
      ...[LINHAS + 1, id, 'f'.repeat(64)],
    ]);
    return { sequencia: LINHAS + 1 };
  },
  'trocar duas linhas': async (tx, sorteio) => {
    const [a, b] = doisDe(sorteio);
    for (const [de, para] of [
      [a * 2, 999_999],
      [b * 2, a * 2],
      [999_999, b * 2],
    ] as const)
      await tx.executar('UPDATE auditoria SET id = ? WHERE id = ?', [para, de]);
    return umElo(a);
  },
  'trocar de quem são dois selos': async (tx, sorteio) => {
    const [a, b] = doisDe(sorteio);
    for (const [sequencia, id] of [
      [a, 999_999],
      [b, a * 2],
      [a, b * 2],
    ] as const)
      await tx.executar('UPDATE auditoria_selos SET registro_id = ? WHERE sequencia = ?', [id, sequencia]);
    return { sequencia: a, registroId: b * 2 };
  },
  'trocar os selos de duas linhas': async (tx, sorteio) => {
    const [a, b] = doisDe(sorteio);
    const [da] = await tx.consultar('SELECT hash FROM auditoria_selos WHERE sequencia = ?', [a]);
    const [db] = await tx.consultar('SELECT hash FROM auditoria_selos WHERE sequencia = ?', [b]);
    await tx.executar('UPDATE auditoria_selos SET hash = ? WHERE sequencia = ?', [String(db!.hash), a]);
    await tx.executar('UPDATE auditoria_selos SET hash = ? WHERE sequencia = ?', [String(da!.hash), b]);
    return umElo(a);
  },
  'alterar um selo': async (tx, sorteio) => {
    const n = sorteio(1, LINHAS);
    await tx.executar('UPDATE auditoria_selos SET hash = ? WHERE sequencia = ?', ['a'.repeat(64), n]);
    return umElo(n);
  },
  'alterar uma linha e refazer os selos sem a chave': async (tx, sorteio) => {
    const n = sorteio(1, LINHAS);
    await tx.executar('UPDATE auditoria SET usuario_id = 99 WHERE id = ?', [n * 2]);
    await refazerDe(tx, n, falsa);
    return umElo(n);
  },
  'cortar o fim': async (tx, sorteio) => {
    const n = sorteio(1, LINHAS);
    await cortarDe(tx, n);
    return { sequencia: n };
  },
  'cortar o fim, e dizê-lo o fim': async (tx, sorteio) => {
    const n = sorteio(2, LINHAS);
    await cortarDe(tx, n);
    await tx.executar(
      'UPDATE auditoria_cadeia SET sequencia = ?, hash = (SELECT hash FROM auditoria_selos WHERE sequencia = ?)',
      [n - 1, n - 1],
    );
    return { sequencia: n, ancora: true };
  },
  'reescrever tudo com a chave': async (tx, sorteio) => {
    const n = sorteio(1, LINHAS);
    await tx.executar('UPDATE auditoria SET usuario_id = 99 WHERE id = ?', [n * 2]);
    await refazerDe(tx, n, chave);
    return { sequencia: LINHAS, ancora: true };
  },
  'alterar o fim da cadeia': async (tx) => {
    await tx.executar('UPDATE auditoria_cadeia SET hash = ?', ['b'.repeat(64)]);
    return { sequencia: LINHAS };
  },
  'encurtar o fim da cadeia': async (tx, sorteio) => {
    const n = sorteio(0, LINHAS - 1);
    await tx.executar('UPDATE auditoria_cadeia SET sequencia = ?', [n]);
    return { sequencia: n };
  },
});
