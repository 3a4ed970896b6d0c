import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { type DadosDaInternacao, InternarPaciente } from './internar-paciente.js';

const AGORA = new Date('2026-06-10T12:00:00.000Z');
const AUTOR = { usuarioId: 1, papeis: ['RECEPCAO'] } as const;

describe('internar paciente', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(AGORA);
  });
  afterAll(() => app.encerrar());

  const internar = (dados: Partial<DadosDaInternacao>) =>
    app.app
      .get(CommandBus)
      .execute(new InternarPaciente({ carater: 'URGENCIA', ...dados } as DadosDaInternacao, AUTOR));
  const pedido = async (mais: Partial<DadosDaInternacao> = {}): Promise<Partial<DadosDaInternacao>> => {
    const { pacienteId, medicoId, leitoId, cidEntrada } = await cenario.pedido();
    return { pacienteId, medicoId, leitoId, cidEntrada, ...mais };
  };

  const esperaRecusa = async (dados: Partial<DadosDaInternacao>, erro: object) => {
    const antes = await cenario.retrato();
    await expect(internar(dados)).rejects.toMatchObject(erro);
    expect(await cenario.retrato()).toEqual(antes);
  };

  it('deve gravar internação, movimentação, ocupação, leito e evento de uma vez', async () => {
    const em = new Date('2026-06-01T13:00:00.123Z');
    const dados = await pedido({ admitidaEm: em, carater: 'ELETIVO', observacao: 'Jejum desde as 22h.' });
    const resposta = await internar(dados);
    expect(resposta).toMatchObject({
      status: 'INTERNADA',
      pacienteId: dados.pacienteId,
      medicoId: cenario.medicoId,
      leitoId: dados.leitoId,
      setorId: cenario.setorId,
      convenioId: null,
      carater: 'ELETIVO',
      cidEntrada: 'J189',
      cidSaida: null,
      motivoSaida: null,
      observacao: 'Jejum desde as 22h.',
      admitidaEm: em.toISOString(),
      saidaEm: null,
      versao: 1,
      solicitadaEm: null,
      prioridade: null,
      altaPrevistaPara: null,
      altaClinicaEm: null,
      acoes: ['transferir', 'prever-alta', 'alta-clinica', 'alta', 'cancelar'],
    });
    const { id } = resposta;
    const [ocupacao, ...outras] = await app.consultar('SELECT * FROM ocupacoes WHERE internacao_id = ?', [
      id,
    ]);
    expect(outras).toEqual([]);
    expect(ocupacao).toMatchObject({ leito_id: dados.leitoId, leito_aberto_id: dados.leitoId, fim: null });
    const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [dados.leitoId!]);
    expect(leito).toEqual({ status: 'OCUPADO' });
    const movimentos = await app.consultar(
      'SELECT tipo, ordem, para_leito_id, autor_id FROM internacoes_movimentacoes WHERE internacao_id = ?',
      [id],
    );
    expect(movimentos).toEqual([{ tipo: 'ADMISSAO', ordem: 1, para_leito_id: dados.leitoId, autor_id: 1 }]);
    const eventos = await app.consultar(
      "SELECT tipo, dados FROM eventos WHERE agregado_tipo = 'internacao' AND agregado_id = ?",
      [id],
    );
    expect(eventos.map((e) => [e.tipo, JSON.parse(String(e.dados))])).toEqual([
      [
        'internacoes.paciente-internado',
        { internacaoId: id, pacienteId: dados.pacienteId, leitoId: dados.leitoId, em: em.toISOString() },
      ],
    ]);
  });

  it('deve usar o instante atual quando a admissão não diz quando', async () => {
    const { admitidaEm } = await internar(await pedido());
    expect(Math.abs(Date.parse(admitidaEm!) - app.relogio.agora().getTime())).toBeLessThan(10_000);
  });

  it('deve recusar quem não existe, sem gravar nada', async () => {
    await esperaRecusa(await pedido({ pacienteId: 999_999 }), {
      tipo: 'invalido',
      codigo: 'PACIENTE.NAO_ENCONTRADO',
      campo: 'pacienteId',
    });
    await esperaRecusa(await pedido({ medicoId: 999_999 }), {
      tipo: 'invalido',
      codigo: 'MEDICO.NAO_ENCONTRADO',
      campo: 'medicoId',
    });
    await esperaRecusa(await pedido({ convenioId: 999_999 }), {
      tipo: 'invalido',
      codigo: 'CONVENIO.NAO_ENCONTRADO',
      campo: 'convenioId',
    });
    await esperaRecusa(await pedido({ leitoId: 999_999 }), {
      tipo: 'invalido',
      codigo: 'LEITO.NAO_ENCONTRADO',
      campo: 'leitoId',
    });
  });

  it('deve recusar admissão no futuro, sem gravar nada', async () => {
    await esperaRecusa(await pedido({ admitidaEm: new Date('2026-06-11T12:00:00.000Z') }), {
      tipo: 'invalido',
      codigo: 'INTERNACAO.DATA_NO_FUTURO',
      campo: 'admitidaEm',
    });
  });

  it('deve recusar admissão em dia anterior ao nascimento, no fuso do hospital, sem gravar nada', async () => {
    // Born on 29 February 1980: the day begins at 03:00Z in São Paulo.
    await esperaRecusa(await pedido({ admitidaEm: new Date('1980-02-29T02:59:59.999Z') }), {
      tipo: 'regra_violada',
      codigo: 'INTERNACAO.ANTES_DO_NASCIMENTO',
      campo: 'admitidaEm',
    });
    const noDia = new Date('1980-02-29T03:00:00.000Z');
    expect((await internar(await pedido({ admitidaEm: noDia }))).admitidaEm).toEqual(noDia.toISOString());
  });

  it('deve recusar o paciente já internado antes de olhar o leito, sem gravar nada', async () => {
    const { pacienteId, leitoId } = await cenario.internar();
    const jaInternado = { tipo: 'conflito', codigo: 'INTERNACAO.PACIENTE_JA_INTERNADO', campo: 'pacienteId' };
    await esperaRecusa(await pedido({ pacienteId }), jaInternado);
    await esperaRecusa(await pedido({ pacienteId, leitoId: leitoId! }), jaInternado);
  });

  it('deve recusar o leito ocupado ou bloqueado, sem gravar nada', async () => {
    const { leitoId } = await cenario.internar();
    await esperaRecusa(await pedido({ leitoId: leitoId! }), {
      tipo: 'conflito',
      codigo: 'INTERNACAO.LEITO_OCUPADO',
      campo: 'leitoId',
    });
    const bloqueado = await cenario.leito();
    await app.post(`/v1/leitos/${bloqueado}/bloquear`, { motivo: 'Obra' });
    await esperaRecusa(await pedido({ leitoId: bloqueado }), {
      tipo: 'conflito',
      codigo: 'INTERNACAO.LEITO_INDISPONIVEL',
    });
  });

  it('deve recusar o que se sobrepõe ao histórico do paciente e aceitar o que só encosta nele', async () => {
    const { id, pacienteId } = await cenario.internar({ admitidaEm: '2026-06-02T10:00:00Z' });
    const saida = '2026-06-04T10:00:00.000Z';
    const alta = await app.post(`/v1/internacoes/${id}/alta`, {
      cidSaida: 'J189',
      motivoSaida: 'ALTA_CURADO',
      em: saida,
    });
    expect(alta.status).toBe(200);
    const sobreposto = { tipo: 'conflito', codigo: 'INTERNACAO.PERIODO_SOBREPOSTO', campo: 'admitidaEm' };
    for (const admitidaEm of ['2026-06-01T00:00:00Z', '2026-06-03T00:00:00Z', '2026-06-04T09:59:59.999Z'])
      await esperaRecusa(await pedido({ pacienteId, admitidaEm: new Date(admitidaEm) }), sobreposto);
    const outra = await internar(await pedido({ pacienteId, admitidaEm: new Date(saida) }));
    expect(outra.admitidaEm).toEqual(new Date(saida).toISOString());
  });
});
