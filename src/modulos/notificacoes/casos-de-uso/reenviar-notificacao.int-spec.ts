import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { eventualmente } from '../../../../test/apoio/eventualmente.js';
import { ServidorSmtp } from '../../../../test/apoio/servidor-smtp.js';
import type { Linha } from '../../../banco/dialeto.js';
import { LeitoLiberado } from '../../leitos/contrato/eventos.js';
import { ReenviarNotificacao } from './reenviar-notificacao.js';

let smtp: ServidorSmtp;
let app: AplicacaoDeTeste;
let leitoId = 0;

beforeAll(async () => {
  smtp = await ServidorSmtp.iniciar();
  app = await AplicacaoDeTeste.iniciar({ MAIL_SERVER: '127.0.0.1', MAIL_PORT: String(smtp.porta) });
});

afterAll(async () => {
  await app.encerrar();
  await smtp.parar();
});

beforeEach(() => {
  smtp.recebidas.length = 0;
});

const reenviar = (id: unknown) => app.app.get(CommandBus).execute(new ReenviarNotificacao(Number(id)));

const comStatus = (status: string): Promise<Linha> =>
  eventualmente(async () => {
    const [linha] = await app.consultar('SELECT * FROM notificacoes WHERE referencia = ?', [
      `leito:${leitoId}`,
    ]);
    expect(linha?.status).toBe(status);
    return linha!;
  });

async function falhada(): Promise<Linha> {
  leitoId += 1;
  smtp.responder({ recusar: 550 });
  const dados = { leitoId, setorId: 1, em: '2026-06-01T17:05:00.000Z' };
  await app.unidade.executar(async (tx) =>
    tx.registrar(new LeitoLiberado({ tipo: 'leito', id: leitoId, versao: 1 }, dados)),
  );
  return comStatus('FALHA_DEFINITIVA');
}

const tudo = async () => [
  await app.consultar('SELECT * FROM notificacoes ORDER BY id'),
  await app.consultar('SELECT * FROM notificacoes_fila ORDER BY notificacao_id'),
  await app.consultar("SELECT id FROM eventos WHERE tipo = 'notificacoes.reenvio-pedido'"),
];

describe('reenviar notificação', () => {
  it('deve pôr na fila a que falhou de vez, que então sai com o mesmo Message-ID, e guardar quem pediu', async () => {
    const antes = await falhada();
    expect(await reenviar(antes.id)).toMatchObject({
      id: antes.id,
      tentativas: 0,
      status: 'NA_FILA',
      acoes: [],
    });
    const depois = await comStatus('ENVIADA');
    expect(depois).toMatchObject({ tentativas: 1, erro: null, message_id: antes.message_id });
    expect(smtp.recebidas.map((m) => m.messageId)).toEqual([antes.message_id]);
    expect(
      await app.consultar("SELECT agregado_id FROM eventos WHERE tipo = 'notificacoes.reenvio-pedido'"),
    ).toEqual([{ agregado_id: antes.id }]);
  });

  it('deve sair mesmo que a validade do aviso já tenha passado: foi uma pessoa que pediu', async () => {
    const { id } = await falhada();
    app.relogio.avancar(25 * 3_600_000);
    await reenviar(id);
    expect(await comStatus('ENVIADA')).toMatchObject({ id });
  });

  it('deve poder falhar de novo, e avisar de novo', async () => {
    const { id } = await falhada();
    smtp.responder({ recusar: 550 });
    await reenviar(id);
    await eventualmente(async () =>
      expect(
        await app.consultar(
          "SELECT id FROM eventos WHERE tipo = 'notificacoes.envio-falhou' AND agregado_id = ?",
          [Number(id)],
        ),
      ).toHaveLength(2),
    );
    expect(await comStatus('FALHA_DEFINITIVA')).toMatchObject({ tentativas: 1 });
  });

  it('deve recusar a que já saiu, sem gravar nada', async () => {
    const { id } = await falhada();
    await reenviar(id);
    await comStatus('ENVIADA');
    const antes = await tudo();
    await expect(reenviar(id)).rejects.toMatchObject({
      tipo: 'conflito',
      codigo: 'NOTIFICACAO.NAO_REENVIAVEL',
    });
    expect(await tudo()).toEqual(antes);
  });

  it('deve aceitar um só de vários pedidos ao mesmo tempo', async () => {
    const { id } = await falhada();
    const pedidos = await Promise.allSettled(Array.from({ length: 5 }, () => reenviar(id)));
    expect(pedidos.filter((pedido) => pedido.status === 'fulfilled')).toHaveLength(1);
    await comStatus('ENVIADA');
    expect(smtp.recebidas).toHaveLength(1);
  });

  it('deve dizer que não existe a que não existe, sem gravar nada', async () => {
    const antes = await tudo();
    await expect(reenviar(999_999)).rejects.toMatchObject({
      tipo: 'nao_encontrado',
      codigo: 'NOTIFICACAO.NAO_ENCONTRADA',
    });
    expect(await tudo()).toEqual(antes);
  });
});
