import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CriarAvisoDeAcessoDeEmergencia } from './criar-aviso-de-acesso-de-emergencia.js';

const DADOS = {
  acessoId: 7,
  usuarioId: 3,
  pacienteId: 5,
  em: '2026-06-01T17:05:00.000Z',
  ate: '2026-06-01T18:05:00.000Z',
};

describe('criar aviso de acesso de emergência', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ EMAIL_PRIVACIDADE: 'dpo@hospital.local' });
  });
  afterAll(() => app.encerrar());

  it('deve dever um aviso, e um só, a quem cuida da privacidade', async () => {
    const criar = () =>
      app.app.get(CommandBus).execute(new CriarAvisoDeAcessoDeEmergencia('evento-1', DADOS));
    await criar();
    await criar();
    const avisos = await app.consultar('SELECT tipo, destinatario, referencia, dados FROM notificacoes');
    expect(avisos.map((a) => ({ ...a, dados: JSON.parse(String(a.dados)) as unknown }))).toEqual([
      {
        tipo: 'acesso-de-emergencia',
        destinatario: 'dpo@hospital.local',
        referencia: 'acesso-de-emergencia:7',
        dados: DADOS,
      },
    ]);
  });
});
