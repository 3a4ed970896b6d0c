import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { eventualmente } from '../../../../test/apoio/eventualmente.js';
import { SenhaTrocada } from '../../acesso/contrato/eventos.js';
import { CriarAvisoDaConta } from './criar-aviso-da-conta.js';

const EM = '2026-06-01T17:05:00.000Z';

describe('criar aviso da conta', () => {
  let app: AplicacaoDeTeste;
  let usuarioId: number;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    const ana = {
      nome: 'Ana',
      email: 'ana@teste.local',
      senha: 'uma frase bem comprida',
      papeis: ['MEDICO'],
    };
    usuarioId = (await app.criar('/v1/usuarios', ana)).id;
  });
  afterAll(() => app.encerrar());

  const avisos = () => app.consultar("SELECT * FROM notificacoes WHERE tipo = 'senha-trocada' ORDER BY id");
  const criar = (de: number, eventoId = 'evento-1') =>
    app.app
      .get(CommandBus)
      .execute(new CriarAvisoDaConta({ tipo: 'senha-trocada', eventoId, usuarioId: de, dados: { em: EM } }));

  it('deve haver, por evento, exatamente um aviso, ao endereço da conta, com ids e instantes apenas', async () => {
    await app.unidade.executar(async (tx) =>
      tx.registrar(new SenhaTrocada({ tipo: 'usuario', id: usuarioId, versao: 9 }, { usuarioId, em: EM })),
    );
    const [aviso, ...outros] = await eventualmente(async () => {
      const criados = await avisos();
      expect(criados.map(({ status }) => status)).toEqual(['ENVIADA']);
      return criados;
    });
    expect(outros).toEqual([]);
    expect(aviso).toMatchObject({ destinatario: 'ana@teste.local', referencia: `usuario:${usuarioId}` });
    expect(JSON.parse(String(aviso!.dados))).toEqual({ usuarioId, em: EM });

    await Promise.all([1, 2, 3].map(() => criar(usuarioId, String(aviso!.ocorrencia))));
    expect(await avisos()).toEqual([aviso]);
  });

  it('deve não dever nada a uma conta que não existe, e sumir com a transação que o pediu', async () => {
    const antes = await avisos();
    await criar(999_999);
    const desistir = app.unidade.executar(async () => {
      await criar(usuarioId, 'desfeito');
      throw new Error('desfaça');
    });
    await expect(desistir).rejects.toThrow('desfaça');
    expect(await avisos()).toEqual(antes);
  });
});
