import { describe, expect, it } from '@jest/globals';
import { semValores } from '../../../bench/conferencia/registro-de-comandos.js';

describe('comandos sem valores', () => {
  it('deve ver o mesmo comando, preparado ou com os valores no texto', () => {
    const preparado = 'UPDATE leitos SET status = ?, desde = ?, vence_em = ?\n WHERE id = ? AND versao = ?';
    const escrito =
      "UPDATE leitos SET status = 'OCUPADO', desde = '2026-01-01 00:00:00.000', vence_em = NULL WHERE id = 3 AND versao = 1";
    expect(semValores(escrito)).toBe(semValores(preparado));
  });

  it('deve não se enganar com aspas dentro de um texto', () => {
    expect(semValores(String.raw`INSERT INTO eventos VALUES ('{\"em\":\"it\'s\"}', 'a''b', 12.5)`)).toBe(
      'INSERT INTO eventos VALUES (?, ?, ?)',
    );
  });

  it('deve distinguir comandos que diferem em mais do que valores', () => {
    expect(semValores('SELECT * FROM leitos WHERE id = 1')).not.toBe(
      semValores('SELECT * FROM leitos WHERE id = 1 FOR UPDATE'),
    );
    expect(semValores('INSERT INTO t VALUES (?, ?)')).not.toBe(semValores('INSERT INTO t VALUES (?)'));
  });
});
