import { describe, expect, it } from '@jest/globals';
import { ler, variaveis } from './apoio/arquivos.js';

/** The first and the last column of a table whose first column is a variable. */
const tabela = (documento: string): Map<string, string> =>
  new Map(
    [...ler(documento).matchAll(/^\| `([A-Z][A-Z_]+)` +\|.*\| +(.+?) +\|$/gm)].map(([, nome, padrao]) => [
      nome!,
      padrao!.replaceAll('`', ''),
    ]),
  );

describe('variáveis dos README', () => {
  it.each(['README.md', 'README.pt-BR.md'])(
    'deve haver em %s as de .env.example, na ordem dele',
    (leiaMe) => {
      expect([...tabela(leiaMe).keys()]).toEqual([...variaveis().keys()]);
    },
  );

  it.each(['README.md', 'README.pt-BR.md'])('deve dar em %s os padrões de .env.example', (leiaMe) => {
    const padroes = [...variaveis()].filter(([, padrao]) => padrao !== null);
    expect(padroes).not.toEqual([]);
    expect(padroes.map(([nome]) => [nome, tabela(leiaMe).get(nome)])).toEqual(padroes);
  });

  it('deve só citar nos documentos variáveis que existem', () => {
    const conhecidas = new Set([...variaveis().keys(), 'TESTE_DB_HOST', 'NO_COLOR', 'FORCE_COLOR']);
    const prefixos =
      /`((?:DB|MAIL|EMAIL|ADMIN|HOSPITAL|JWT|LEITO|TESTE|RELOGIO|METRICAS|DADOS|CORS|PROXIES|AUDITORIA|EXIGE)_[A-Z_]+)/g;
    for (const documento of [
      'README.md',
      'README.pt-BR.md',
      'CONTRIBUTING.md',
      'docs/operacao.md',
      'docs/seguranca.md',
    ])
      expect(
        [...ler(documento).matchAll(prefixos)]
          .map(([, nome]) => nome!)
          .filter((nome) => !nome.endsWith('_') && !conhecidas.has(nome)),
      ).toEqual([]);
  });
});
