import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { LeituraDeInternacoes } from '../contrato/leitura-de-internacoes.js';
import { type DadosDaSolicitacao, SolicitarInternacao } from './solicitar-internacao.js';

const AUTOR = { usuarioId: 1, papeis: ['RECEPCAO'] } as const;
const AGORA = new Date('2026-06-10T12:00:00.000Z');

describe('solicitar internação', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(AGORA);
  });
  afterAll(() => app.encerrar());

  const comando = async (mais: Partial<DadosDaSolicitacao> = {}): Promise<SolicitarInternacao> => {
    const pacienteId = mais.pacienteId ?? (await cenario.paciente());
    const { medicoId } = cenario;
    const dados = { medicoId, cidEntrada: 'J189', tipoLeito: 'UTI_ADULTO', ...mais, pacienteId } as const;
    return new SolicitarInternacao(dados, AUTOR);
  };
  const esperaRecusa = async (mais: Partial<DadosDaSolicitacao>, erro: object) =>
    esperaRecusaDoComando(cenario, await comando(mais), erro);

  it('deve gravar o pedido, a movimentação e o evento, sem tocar em leito nenhum', async () => {
    const solicitadaEm = new Date('2026-06-09T10:00:00.000Z');
    const convenioId = await cenario.convenio();
    const pedido = await comando({ solicitadaEm, convenioId, observacao: 'No pronto-socorro.' });
    const resposta = await cenario.executar(pedido);
    expect(resposta).toMatchObject({
      status: 'SOLICITADA',
      tipoLeito: 'UTI_ADULTO',
      prioridade: 'URGENTE',
      carater: 'URGENCIA',
      convenioId,
      observacao: 'No pronto-socorro.',
      solicitadaEm: solicitadaEm.toISOString(),
      admitidaEm: null,
      leitoId: null,
      setorId: null,
      acoes: ['admitir', 'recusar', 'cancelar'],
    });
    const { id, pacienteId } = resposta;
    expect(await cenario.movimentos(id)).toEqual(['SOLICITACAO']);
    expect(await cenario.eventos(id)).toEqual([
      ['internacoes.internacao-solicitada', { internacaoId: id, pacienteId, em: solicitadaEm.toISOString() }],
    ]);
    expect(await app.consultar('SELECT id FROM ocupacoes WHERE internacao_id = ?', [id])).toEqual([]);
  });

  it('deve contar aos outros módulos que o paciente espera, e não que está internado', async () => {
    const { id, pacienteId } = await cenario.solicitar();
    const internada = await cenario.internar();
    const contrato = app.app.get(LeituraDeInternacoes);
    expect(await contrato.solicitacao(id)).toEqual({ internacaoId: id, pacienteId, aberta: true });
    expect(await contrato.solicitacao(internada.id)).toBeNull();
    expect(await contrato.solicitacao(999_999)).toBeNull();
    expect(await contrato.pacienteInternado(pacienteId)).toBe(false);
    expect(await contrato.paraConta(id)).toBeNull();
  });

  it('deve recusar quem não existe, sem gravar nada', async () => {
    await esperaRecusa({ pacienteId: 999_999 }, { codigo: 'PACIENTE.NAO_ENCONTRADO', campo: 'pacienteId' });
    await esperaRecusa({ medicoId: 999_999 }, { codigo: 'MEDICO.NAO_ENCONTRADO', campo: 'medicoId' });
    await esperaRecusa({ convenioId: 999_999 }, { codigo: 'CONVENIO.NAO_ENCONTRADO', campo: 'convenioId' });
  });

  it('deve recusar o futuro e o que precede o nascimento, sem gravar nada', async () => {
    await esperaRecusa(
      { solicitadaEm: new Date('2026-06-11T12:00:00Z') },
      { tipo: 'invalido', codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'solicitadaEm' },
    );
    await esperaRecusa(
      { solicitadaEm: new Date('1980-02-29T02:59:59.999Z') },
      { tipo: 'regra_violada', codigo: 'INTERNACAO.ANTES_DO_NASCIMENTO', campo: 'solicitadaEm' },
    );
  });

  it('deve recusar o segundo pedido e o de quem está internado, sem gravar nada', async () => {
    const { pacienteId } = await cenario.solicitar();
    await esperaRecusa(
      { pacienteId },
      { tipo: 'conflito', codigo: 'INTERNACAO.SOLICITACAO_ABERTA', campo: 'pacienteId' },
    );
    const internada = await cenario.internar();
    await esperaRecusa(
      { pacienteId: internada.pacienteId },
      { tipo: 'conflito', codigo: 'INTERNACAO.PACIENTE_JA_INTERNADO', campo: 'pacienteId' },
    );
  });

  it('deve aceitar outro pedido depois que o primeiro acabou', async () => {
    const { id, pacienteId } = await cenario.solicitar();
    await cenario.comandar(id, 'cancelar', { motivo: 'Desistiu' });
    expect(await cenario.executar(await comando({ pacienteId }))).toMatchObject({ status: 'SOLICITADA' });
  });
});
