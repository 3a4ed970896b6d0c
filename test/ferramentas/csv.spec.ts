import { describe, expect, it } from '@jest/globals';
import { lerCsv } from '../../ferramentas/aih/csv.js';

describe('leitura do CSV de AIH', () => {
  it('deve ler campos com e sem aspas pelo nome da coluna', () => {
    const linhas = lerCsv('"";"ESPEC";"VAL_TOT"\n"1";"03";607,1\r\n"2";"";NA\n');
    expect(linhas).toHaveLength(2);
    expect(linhas[0]?.get('ESPEC')).toBe('03');
    expect(linhas[0]?.get('VAL_TOT')).toBe('607,1');
    expect(linhas[1]?.get('ESPEC')).toBe('');
  });

  it('deve recusar, dizendo o registro, a linha com outro número de campos', () => {
    expect(() => lerCsv('"A";"B"\n"1";"2"\n"1";"2;3"\n')).toThrow(
      'Registro 2 do CSV: esperados 2 campos, lidos 3.',
    );
  });

  it('deve recusar o arquivo vazio', () => {
    expect(() => lerCsv('\n')).toThrow('vazio');
  });
});
