import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { eventualmente } from '../../../../test/apoio/eventualmente.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { AbrirPedido, type DadosDoPedido } from './abrir-pedido.js';

const RECEPCAO: Autor = { usuarioId: 1, papeis: ['RECEPCAO'] };
const TABELAS = ['pedidos_de_privacidade', 'eventos'];

describe('abrir pedido de privacidade', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let pacienteId: number;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ EMAIL_PRIVACIDADE: 'dpo@hospital.local' });
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(new Date('2026-06-02T02:30:00Z'));
    await app.entrar();
    pacienteId = await cenario.paciente();
  });
  afterAll(() => app.encerrar());

  const abrir = (dados: DadosDoPedido, autor: Autor) =>
    app.app.get(CommandBus).execute(new AbrirPedido(dados, autor));
  const paciente = (id: number | null): Autor => ({ usuarioId: 1, papeis: ['PACIENTE'], pacienteId: id });

  it.each(['CONFIRMACAO', 'ACESSO', 'CORRECAO', 'PORTABILIDADE', 'COMPARTILHAMENTO', 'REVOGACAO'] as const)(
    'deve ficar aberto, com 15 dias contados no dia do hospital, o de %s',
    async (tipo) => {
      expect(await abrir({ tipo, descricao: 'Explique.' }, paciente(pacienteId))).toMatchObject({
        ...{ pacienteId, tipo, status: 'ABERTO', descricao: 'Explique.', prazo: '2026-06-16', versao: 1 },
        ...{ abertoPor: 1, respondidoEm: null, resposta: null, fundamento: null, guardaAte: null },
        acoes: ['atender', 'recusar'],
      });
    },
  );

  it('deve recusar na hora o de eliminação, com a lei, até quando e o que se pode pedir', async () => {
    const { id } = await cenario.internar({ pacienteId, admitidaEm: '2026-06-01T12:00:00Z' });
    app.relogio.avancar(3 * 86_400_000);
    await app.entrar();
    await cenario.comandar(id, 'alta', { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO' });
    // The bill, too, is a record, and is made by a reaction.
    await eventualmente(async () =>
      expect(await app.consultar('SELECT entrega_id FROM entregas_prontas')).toEqual([]),
    );
    app.relogio.avancar(10 * 86_400_000);
    await app.entrar();

    const pedido = await abrir({ pacienteId, tipo: 'ELIMINACAO' }, RECEPCAO);

    expect(pedido).toMatchObject({ status: 'RECUSADO', prazo: null, respondidoPor: null, acoes: [] });
    // The last record is the discharge, on the hospital's 4 June; the request itself is no record of care.
    expect(pedido.guardaAte).toBe('2046-06-04');
    for (const parte of ['Lei 13.787/2018', 'art. 16, I', '04/06/2026', '04/06/2046', 'dpo@hospital.local'])
      expect(pedido.fundamento).toContain(parte);
    expect(await app.consultar("SELECT id FROM eventos WHERE tipo LIKE 'privacidade.%'")).toEqual([]);
  });

  it('deve recusar, sem gravar nada, o pedido sem de quem, ou de quem não existe', async () => {
    const tipo = 'ACESSO';
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.PACIENTE_OBRIGATORIO', () =>
      abrir({ tipo }, RECEPCAO),
    );
    await esperaRecusaSemEscrita(app, TABELAS, 'PACIENTE.NAO_ENCONTRADO', () =>
      abrir({ tipo, pacienteId: 999_999 }, RECEPCAO),
    );
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.SEM_CADASTRO', () =>
      abrir({ tipo }, paciente(null)),
    );
  });

  it('deve dizer do paciente alheio o mesmo que do que não existe', async () => {
    const outro = await cenario.paciente();
    const recusa = async (id: number): Promise<unknown> =>
      abrir({ tipo: 'ACESSO', pacienteId: id }, paciente(pacienteId)).catch((e: unknown) => e);
    const [alheio, inexistente] = (await Promise.all([recusa(outro), recusa(999_998)])) as Error[];
    expect(alheio).toMatchObject({ codigo: 'PACIENTE.NAO_ENCONTRADO', campo: 'pacienteId' });
    expect(alheio!.message.replace(String(outro), '999998')).toBe(inexistente!.message);
  });

  it('deve atender também quem está fora de uso', async () => {
    const fora = await cenario.paciente();
    await app.post(`/v1/pacientes/${fora}/inativar`, { motivo: 'Repetido.' });
    expect((await abrir({ pacienteId: fora, tipo: 'ACESSO' }, RECEPCAO)).status).toBe('ABERTO');
  });
});
