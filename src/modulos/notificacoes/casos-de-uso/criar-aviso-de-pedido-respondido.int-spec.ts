import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CriarAvisoDePedidoRespondido } from './criar-aviso-de-pedido-respondido.js';

describe('criar aviso de pedido respondido', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const paciente = async (email?: string) =>
    (await app.criar('/v1/pacientes', { nome: 'Ana', dataNascimento: '1980-02-29', sexo: 'F', email })).id;
  const avisar = (eventoId: string, pacienteId: number) =>
    app.app.get(CommandBus).execute(new CriarAvisoDePedidoRespondido(eventoId, { pedidoId: 7, pacienteId }));
  const avisos = () =>
    app.consultar('SELECT tipo, destinatario, referencia, dados FROM notificacoes ORDER BY id');

  it('deve dever um aviso só, ainda que o evento volte, com nada além do número do pedido', async () => {
    const id = await paciente('ana@exemplo.org');
    await Promise.all([avisar('e-1', id), avisar('e-1', id), avisar('e-1', id)]);
    expect(await avisos()).toEqual([
      {
        tipo: 'pedido-respondido',
        destinatario: 'ana@exemplo.org',
        referencia: 'pedido-de-privacidade:7',
        dados: '{"pedidoId":7}',
      },
    ]);
  });

  it('deve não dever nada a quem não tem e-mail', async () => {
    const antes = await avisos();
    await avisar('e-2', await paciente());
    expect(await avisos()).toEqual(antes);
  });
});
