import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { eventualmente } from '../../../../test/apoio/eventualmente.js';
import { EntregaMorta } from '../../../plataforma/eventos/entrega-morta.js';
import { CriarAvisoDeEntregaMorta } from './criar-aviso-de-entrega-morta.js';

const MORTE = {
  entregaId: 12,
  eventoId: '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f',
  saga: 'financeiro.fechar-conta',
  tentativas: 8,
};
let app: AplicacaoDeTeste;

beforeAll(async () => {
  app = await AplicacaoDeTeste.iniciar();
});

afterAll(() => app.encerrar());

const avisos = () =>
  app.consultar(
    "SELECT id, destinatario, referencia, ocorrencia, dados FROM notificacoes WHERE tipo = 'entrega-morta'",
  );

describe('criar aviso de entrega morta', () => {
  it('deve avisar uma vez de cada morte, com o que é preciso para retomá-la', async () => {
    await app.unidade.executar(async (tx) =>
      tx.registrar(new EntregaMorta({ tipo: 'entrega', id: 12, versao: 1 }, MORTE)),
    );
    const [aviso] = await eventualmente(async () => {
      const linhas = await avisos();
      expect(linhas).toHaveLength(1);
      return linhas;
    });
    const [evento] = await app.consultar("SELECT id FROM eventos WHERE tipo = 'plataforma.entrega-morta'");
    expect(aviso).toMatchObject({
      destinatario: 'operacao@hospital.local',
      referencia: 'entrega:12',
      ocorrencia: evento?.id,
    });
    expect(JSON.parse(String(aviso?.dados))).toMatchObject({
      ...MORTE,
      em: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const [mensagem] = await eventualmente(async () => {
      const linhas = await app.consultar('SELECT assunto, texto FROM correio_local');
      expect(linhas).toHaveLength(1);
      return linhas;
    });
    expect(mensagem?.assunto).toBe('Uma tarefa automática parou e precisa de atenção (entrega 12)');
  });

  it('deve deixar tudo como está quando o mesmo evento volta', async () => {
    const antes = await avisos();
    await app.app.get(CommandBus).execute(
      new CriarAvisoDeEntregaMorta(String(antes[0]?.ocorrencia), {
        ...MORTE,
        em: '2026-06-01T12:00:00.000Z',
      }),
    );
    expect(await avisos()).toEqual(antes);
  });
});
