import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { pararRele } from '../apoio/rele-parado.js';
import { CADASTROS } from '../entradas-ruins/corpos.js';
import { impressaoDoBanco } from '../entradas-ruins/nada-mudou.js';
import { Documento } from '../exemplos/documento.js';

/** Pieces of other languages, in what is only data here. */
const HOSTIS = [
  ...[
    "' OR '1'='1",
    "') OR 1=1 -- ",
    "'; DROP TABLE pacientes; -- ",
    '" OR ""="',
    '1 UNION SELECT senha_hash',
    '`id`',
  ],
  ...[
    "\\' OR 1=1 #",
    "x' AND SLEEP(5) -- ",
    '%',
    '_',
    '\\',
    '%%%',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
  ],
  ...[
    '$(sleep 5)',
    '; sleep 5',
    '| cat /etc/passwd',
    '../../etc/passwd',
    '(a+)+$',
    '.*',
    '[',
    'constructor',
    '=1+1',
  ],
  ...['{"$gt":""}', '%n%n%s', 'file:///etc/passwd', 'javascript:alert(1)', '*)(uid=*'],
];
/** None of them is the name of anybody, and none may take the time of who guesses. */
const MAIOR_ESPERA_MS = 2_000;

describe('pedaços de outras línguas nos dados', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'false' });
    await pararRele(app);
    documento = await Documento.ler(app);
    await app.criar('/v1/pacientes', CADASTROS.pacientes);
    await app.criar('/v1/setores', { nome: 'Ala Norte' });
  });
  afterAll(() => app.encerrar());

  /** Every table but the audit's: who reads leaves a row there, as is due. */
  const retrato = async (): Promise<unknown> =>
    Object.entries(await impressaoDoBanco(app)).filter(([tabela]) => !tabela.startsWith('auditoria'));

  it('deve não achar nada por eles em consulta nenhuma, nem mudar nada, nem demorar', async () => {
    const consultas = documento.operacoes
      .filter(({ metodo }) => metodo === 'GET')
      .flatMap(({ caminho, parametros }) =>
        parametros
          .filter((parametro) => parametro.in === 'query' && parametro.schema.type === 'string')
          .map(({ name }) => `${caminho.replace(/\{\w+\}/g, '1')}?${name}=`),
      );
    expect(consultas.length).toBeGreaterThan(20);
    const antes = await retrato();
    const falhas: string[] = [];
    for (const consulta of consultas)
      await Promise.all(
        HOSTIS.map(async (hostil) => {
          const desde = performance.now();
          const { status, corpo } = await app.get<unknown>(`${consulta}${encodeURIComponent(hostil)}`);
          const achados = Array.isArray(corpo.data) ? corpo.data.length : 0;
          if (
            ![200, 400, 403, 404].includes(status) ||
            achados > 0 ||
            performance.now() - desde > MAIOR_ESPERA_MS
          )
            falhas.push(`${consulta}${hostil}: ${status}, ${achados} achados`);
        }),
      );
    expect(falhas).toEqual([]);
    expect(await retrato()).toEqual(antes);
  });

  it('deve guardá-los como texto, e devolvê-los como vieram', async () => {
    for (const [i, hostil] of HOSTIS.entries()) {
      const nome = `Ala ${i} ${hostil} fim`;
      const { id } = await app.criar('/v1/setores', { nome });
      const { corpo, cabecalhos } = await app.get(`/v1/setores/${id}`);
      expect(corpo.data.nome).toBe(nome);
      expect(cabecalhos.get('content-type')).toBe('application/json; charset=utf-8');
    }
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});
