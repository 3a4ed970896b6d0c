import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { eventualmente } from '../../../../test/apoio/eventualmente.js';
import { LeitoLiberado } from '../../leitos/contrato/eventos.js';
import { CriarAvisoDeLeitoLiberado } from './criar-aviso-de-leito-liberado.js';

const EM = '2026-06-01T17:05:00.000Z';
let app: AplicacaoDeTeste;

beforeAll(async () => {
  app = await AplicacaoDeTeste.iniciar({ EMAIL_OPERACAO: 'mesa@hospital.local' });
});

afterAll(() => app.encerrar());

const liberar = (leitoId: number, versao: number): Promise<void> =>
  app.unidade.executar(async (tx) =>
    tx.registrar(new LeitoLiberado({ tipo: 'leito', id: leitoId, versao }, { leitoId, setorId: 1, em: EM })),
  );

const avisos = () =>
  app.consultar(
    'SELECT tipo, canal, destinatario, referencia, ocorrencia, dados FROM notificacoes ORDER BY id',
  );
const eventos = () =>
  app.consultar("SELECT id FROM eventos WHERE tipo = 'leitos.leito-liberado' ORDER BY id");

describe('criar aviso de leito liberado', () => {
  it('deve haver exatamente um aviso por evento, à mesa de operação, ainda que muitos leitos fiquem livres juntos', async () => {
    await Promise.all(Array.from({ length: 15 }, (_, i) => liberar(i + 1, 1)));
    await liberar(1, 2);
    await eventualmente(async () =>
      expect(await app.consultar("SELECT id FROM entregas WHERE status <> 'CONCLUIDA'")).toEqual([]),
    );

    const criados = await avisos();
    const ocorridos = (await eventos()).map(({ id }) => id);
    expect(criados).toHaveLength(16);
    expect(criados.map(({ ocorrencia }) => ocorrencia).sort()).toEqual(ocorridos.sort());
    expect(criados.filter(({ referencia }) => referencia === 'leito:1')).toHaveLength(2);
    expect(criados[0]).toMatchObject({
      tipo: 'leito-liberado',
      canal: 'EMAIL',
      destinatario: 'mesa@hospital.local',
    });
    const doPrimeiro = criados.findLast(({ referencia }) => referencia === 'leito:1');
    expect(JSON.parse(String(doPrimeiro?.dados))).toEqual({ leitoId: 1, setorId: 1, em: EM });
  });

  it('deve deixar tudo como está quando o mesmo evento volta', async () => {
    await eventualmente(async () =>
      expect(await app.consultar('SELECT notificacao_id FROM notificacoes_fila')).toEqual([]),
    );
    const antes = await avisos();
    const [primeiro] = antes;
    const repetir = () =>
      app.app.get(CommandBus).execute(
        new CriarAvisoDeLeitoLiberado(String(primeiro?.ocorrencia), {
          leitoId: Number(String(primeiro?.referencia).split(':')[1]),
          setorId: 1,
          em: EM,
        }),
      );
    await Promise.all([repetir(), repetir(), repetir()]);
    expect(await avisos()).toEqual(antes);
    expect(await app.consultar('SELECT notificacao_id FROM notificacoes_fila')).toEqual([]);
  });

  it('deve sumir com a transação que o pediu', async () => {
    const antes = await avisos();
    const desistir = app.unidade.executar(async () => {
      await app.app
        .get(CommandBus)
        .execute(new CriarAvisoDeLeitoLiberado('evento-desfeito', { leitoId: 1, setorId: 1, em: EM }));
      throw new Error('desfaça');
    });
    await expect(desistir).rejects.toThrow('desfaça');
    expect(await avisos()).toEqual(antes);
  });
});
