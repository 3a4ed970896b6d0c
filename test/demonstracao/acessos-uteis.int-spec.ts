import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { criarBancoDeTeste } from '../apoio/banco-de-teste.js';

describe('acessos da demonstração', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.sobre(await criarBancoDeTeste({ DEMO: 'true', RELOGIO_MOVEL: '' }));
  }, 240_000);
  afterAll(() => app.encerrar());

  it.each(['admin', 'gestao', 'medico', 'enfermagem', 'recepcao', 'farmacia', 'faturamento', 'paciente'])(
    'deve mostrar ao de %s alguma internação: sua, ou de quem ele cuida',
    async (quem) => {
      await app.entrar(`${quem}@hospital.local`, 'demonstracao');
      expect((await app.get('/v1/auth/eu')).corpo.data.email).toBe(`${quem}@hospital.local`);
      expect((await app.get<unknown[]>('/v1/internacoes')).corpo.data.length).toBeGreaterThan(0);
    },
  );
});
