import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { AdmitirPaciente, type DadosDaAdmissao } from './admitir-paciente.js';

const AUTOR = { usuarioId: 1, papeis: ['RECEPCAO'] } as const;
const AGORA = new Date('2026-06-10T12:00:00.000Z');
const PEDIDO = '2026-06-08T12:00:00.000Z';

describe('admitir paciente', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(AGORA);
  });
  afterAll(() => app.encerrar());

  const admitir = async (id: number, mais: Partial<DadosDaAdmissao> = {}) =>
    new AdmitirPaciente(id, { leitoId: mais.leitoId ?? (await cenario.leito()), ...mais }, AUTOR);
  const esperaRecusa = async (id: number, mais: Partial<DadosDaAdmissao>, erro: object) =>
    esperaRecusaDoComando(cenario, await admitir(id, mais), erro);
  const esperando = () => cenario.solicitar({ solicitadaEm: PEDIDO });

  it('deve pôr no leito quem esperava, na mesma internação, com o que o pedido dizia', async () => {
    const convenioId = await cenario.convenio();
    const pedido = await cenario.solicitar({ solicitadaEm: PEDIDO, convenioId, prioridade: 'PRIORITARIA' });
    const leitoId = await cenario.leito();
    const em = new Date('2026-06-09T15:00:00.000Z');
    const resposta = await cenario.executar(await admitir(pedido.id, { leitoId, admitidaEm: em }));
    expect(resposta).toMatchObject({
      id: pedido.id,
      status: 'INTERNADA',
      pacienteId: pedido.pacienteId,
      medicoId: cenario.medicoId,
      leitoId,
      setorId: cenario.setorId,
      convenioId,
      carater: 'ELETIVO',
      prioridade: 'PRIORITARIA',
      solicitadaEm: new Date(PEDIDO).toISOString(),
      admitidaEm: em.toISOString(),
      versao: 2,
    });
    expect(await cenario.movimentos(pedido.id)).toEqual(['SOLICITACAO', 'ADMISSAO']);
    const quem = { internacaoId: pedido.id, pacienteId: pedido.pacienteId, em: em.toISOString() };
    expect((await cenario.eventos(pedido.id)).slice(-2)).toEqual([
      ['internacoes.paciente-internado', { ...quem, leitoId }],
      ['internacoes.solicitacao-encerrada', { ...quem, status: 'INTERNADA' }],
    ]);
    const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [leitoId]);
    expect(leito).toEqual({ status: 'OCUPADO' });
  });

  it('deve deixar a admissão mudar o médico, o convênio e a observação do pedido', async () => {
    const { id } = await cenario.solicitar({ convenioId: await cenario.convenio(), observacao: 'antes' });
    const medicoId = await cenario.outroMedico();
    expect(
      await cenario.executar(await admitir(id, { medicoId, convenioId: null, observacao: 'depois' })),
    ).toMatchObject({ medicoId, convenioId: null, observacao: 'depois' });
  });

  it('deve aceitar o leito reservado para o pedido ou para o paciente, e recusar o de outro', async () => {
    const reservadoPara = async (quem: { solicitacaoId: number } | { pacienteId: number }) => {
      const leitoId = await cenario.leito();
      expect((await app.post(`/v1/leitos/${leitoId}/reservar`, quem)).status).toBe(200);
      return leitoId;
    };
    for (const daqui of ['solicitacaoId', 'pacienteId'] as const) {
      const { id, pacienteId } = await esperando();
      const quem = daqui === 'pacienteId' ? { pacienteId } : { solicitacaoId: id };
      const [dele, alheio] = [
        await reservadoPara(quem),
        await reservadoPara({ solicitacaoId: (await esperando()).id }),
      ];
      await esperaRecusa(id, { leitoId: alheio }, { codigo: 'INTERNACAO.LEITO_INDISPONIVEL' });
      expect(await cenario.executar(await admitir(id, { leitoId: dele }))).toMatchObject({ leitoId: dele });
    }
  });

  it('deve recusar quem não existe, sem gravar nada', async () => {
    await esperaRecusa(999_999, {}, { tipo: 'nao_encontrado', codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    const { id } = await esperando();
    await esperaRecusa(id, { leitoId: 999_999 }, { codigo: 'LEITO.NAO_ENCONTRADO', campo: 'leitoId' });
    await esperaRecusa(id, { medicoId: 999_999 }, { codigo: 'MEDICO.NAO_ENCONTRADO', campo: 'medicoId' });
    await esperaRecusa(id, { convenioId: 999_999 }, { codigo: 'CONVENIO.NAO_ENCONTRADO' });
  });

  it('deve recusar o leito ocupado, sem gravar nada', async () => {
    const { id } = await esperando();
    const { leitoId } = await cenario.internar();
    await esperaRecusa(id, { leitoId: leitoId! }, { codigo: 'INTERNACAO.LEITO_OCUPADO', campo: 'leitoId' });
  });

  it('deve recusar admissão antes do pedido ou no futuro, sem gravar nada', async () => {
    const { id } = await esperando();
    await esperaRecusa(
      id,
      { admitidaEm: new Date('2026-06-08T11:59:59.999Z') },
      { codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', campo: 'admitidaEm' },
    );
    await esperaRecusa(
      id,
      { admitidaEm: new Date('2026-06-11T12:00:00Z') },
      { codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'admitidaEm' },
    );
  });

  it('deve recusar quem já foi admitido, recusado ou cancelado, sem gravar nada', async () => {
    const invalida = { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' };
    const admitida = await esperando();
    await cenario.executar(await admitir(admitida.id));
    await esperaRecusa(admitida.id, {}, invalida);
    const recusada = await esperando();
    await cenario.comandar(recusada.id, 'recusar', { motivo: 'Sem indicação' });
    await esperaRecusa(recusada.id, {}, invalida);
  });

  it('deve recusar período que se sobrepõe ao histórico do paciente, sem gravar nada', async () => {
    const antiga = await cenario.internar({ admitidaEm: '2026-06-01T00:00:00Z' });
    const alta = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO', em: '2026-06-09T12:00:00Z' };
    await cenario.comandar(antiga.id, 'alta', alta);
    const { id } = await cenario.solicitar({ pacienteId: antiga.pacienteId, solicitadaEm: PEDIDO });
    await esperaRecusa(
      id,
      { admitidaEm: new Date('2026-06-09T11:59:59.999Z') },
      { codigo: 'INTERNACAO.PERIODO_SOBREPOSTO', campo: 'admitidaEm' },
    );
    const encosta = new Date('2026-06-09T12:00:00Z');
    expect((await cenario.executar(await admitir(id, { admitidaEm: encosta }))).admitidaEm).toEqual(
      encosta.toISOString(),
    );
  });
});
