import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { rodarTour } from '../../ferramentas/tour/rodar-tour.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

const ENTRADA = { ADMIN_EMAIL: 'admin@hospital.local', ADMIN_SENHA: 'demonstracao' };
const ROTEIRO = join(import.meta.dirname, '../../docs/historia.sh');

const executar = promisify(execFile);
const falta = ['bash', 'curl'].filter((programa) => spawnSync(programa, ['--version']).error !== undefined);
const comCurl = falta.length === 0 ? describe : describe.skip;

/** The story does not depend on what the hospital already has: an empty one is enough, and quick. */
describe('a história, como o novo usuário a conta', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar(ENTRADA);
  });
  afterAll(() => app.encerrar());

  const contar = async () => {
    let escrito = '';
    const codigo = await rodarTour(['--api', app.url, '--gravar-mesmo-assim'], {
      ambiente: {},
      saida: { write: (texto) => (escrito += texto) },
      entrada: new PassThrough(),
      buscar: fetch,
    });
    return { codigo, escrito };
  };

  it('deve ir até o fim com o tour, quantas vezes se queira', async () => {
    for (let vez = 1; vez <= 2; vez++) {
      const { codigo, escrito } = await contar();
      expect([codigo, codigo === 0 ? '' : escrito]).toEqual([0, '']);
      expect(escrito).toMatch(/\d\d passos, todos como se esperava, em [\d,]+ m?s\.\n/);
      expect(escrito).not.toContain('dispensado');
      expect(escrito.split('\n').filter((linha) => linha.length > 100)).toEqual([]);
    }
  });

  comCurl(`com curl${falta.map((nome) => `, que precisa do ${nome}`).join('')}`, () => {
    it('deve ir até o fim, quantas vezes se queira, até ao mesmo tempo', async () => {
      const env = { ...process.env, API: app.url };
      const vezes = await Promise.all([1, 2].map(() => executar('bash', [ROTEIRO], { env })));
      for (const { stdout } of vezes) {
        expect(stdout.match(/"error":/g)).toHaveLength(1);
        expect(stdout).toMatch(/^internacoes: .*"O paciente já está internado\./m);
        expect(stdout).toMatch(/"status":"EMITIDO".*"valor":350\.5,/);
        expect(stdout).toMatch(/Leito \d+-B livre · Clínica \d+\n$/);
      }
    });
  });
});
