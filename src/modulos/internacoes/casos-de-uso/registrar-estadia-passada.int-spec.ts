import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { RegistrarEstadiaPassada } from './registrar-estadia-passada.js';

type Dados = RegistrarEstadiaPassada['dados'];

const AUTOR = { usuarioId: 1, papeis: ['RECEPCAO'] } as const;
const dia = (n: number): Date => new Date(Date.UTC(2026, 4, n, 12));
const alta = (n: number) => ({ cidSaida: 'J180', motivoSaida: 'ALTA_CURADO', em: dia(n) }) as const;

describe('registrar estadia passada', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(new Date('2026-06-10T12:00:00.000Z'));
  });
  afterAll(() => app.encerrar());

  const comando = async (mais: Partial<Dados> = {}): Promise<RegistrarEstadiaPassada> => {
    const { pacienteId, leitoId, medicoId, cidEntrada } = await cenario.pedido(
      mais as { pacienteId: number; leitoId: number },
    );
    const base = { pacienteId, leitoId, medicoId, cidEntrada, admitidaEm: dia(1), alta: alta(9) };
    return new RegistrarEstadiaPassada({ ...base, ...mais }, AUTOR);
  };
  const esperaRecusa = async (mais: Partial<Dados>, erro: object) =>
    esperaRecusaDoComando(cenario, await comando(mais), erro);

  it('deve gravar a estadia inteira, cada passo em seu instante, sem mudar os leitos', async () => {
    const [um, dois] = [await cenario.leito(), await cenario.leito({ tipo: 'UTI_ADULTO' })];
    const transferencias = [{ leitoId: dois, motivo: 'Piora', em: dia(4) }];
    const resposta = await cenario.executar(await comando({ leitoId: um, transferencias }));
    expect(resposta).toMatchObject({
      status: 'ENCERRADA',
      admitidaEm: dia(1).toISOString(),
      altaClinicaEm: dia(9).toISOString(),
      saidaEm: dia(9).toISOString(),
      leitoId: dois,
      setorId: cenario.setorId,
      medicoAltaId: cenario.medicoId,
      versao: 3,
    });
    const { id, pacienteId } = resposta;
    expect(await cenario.movimentos(id)).toEqual(['ADMISSAO', 'TRANSFERENCIA', 'ALTA']);
    const trechos = await app.consultar(
      'SELECT leito_id, leito_aberto_id FROM ocupacoes WHERE internacao_id = ? ORDER BY inicio',
      [id],
    );
    expect(trechos).toEqual([
      { leito_id: um, leito_aberto_id: null },
      { leito_id: dois, leito_aberto_id: null },
    ]);
    const quem = { internacaoId: id, pacienteId };
    expect(await cenario.eventos(id)).toEqual([
      ['internacoes.paciente-internado', { ...quem, leitoId: um, em: dia(1).toISOString() }],
      [
        'internacoes.paciente-transferido',
        { ...quem, deLeitoId: um, paraLeitoId: dois, em: dia(4).toISOString() },
      ],
      ['internacoes.alta-concedida', { ...quem, leitoId: dois, em: dia(9).toISOString() }],
    ]);
    const leitos = await app.consultar('SELECT DISTINCT status FROM leitos WHERE id IN (?, ?)', [um, dois]);
    expect(leitos).toEqual([{ status: 'LIVRE' }]);
  });

  it('deve entrar antes, entre e depois das outras, com o paciente e o leito ocupados agora', async () => {
    const { pacienteId, leitoId } = await cenario.internar({ admitidaEm: dia(20).toISOString() });
    for (const [de, ate] of [
      [10, 12],
      [1, 3],
      [5, 10],
      [12, 20],
    ] as const) {
      const passada = await comando({
        pacienteId,
        leitoId: leitoId!,
        admitidaEm: dia(de),
        alta: alta(ate),
      });
      expect(await cenario.executar(passada)).toMatchObject({ status: 'ENCERRADA' });
    }
    const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [leitoId]);
    expect(leito).toEqual({ status: 'OCUPADO' });
  });

  it('deve deixar na fila quem espera por um leito agora', async () => {
    const { id, pacienteId } = await cenario.solicitar();
    expect((await cenario.executar(await comando({ pacienteId }))).id).not.toBe(id);
    expect((await cenario.comandar(id, 'recusar', { motivo: 'Sem indicação' })).status).toBe('RECUSADA');
  });

  it('deve recusar o que se sobrepõe a outra estadia do paciente, sem gravar nada', async () => {
    const { pacienteId } = await cenario.internar({ admitidaEm: dia(20).toISOString() });
    const sobreposto = { tipo: 'conflito', codigo: 'INTERNACAO.PERIODO_SOBREPOSTO', campo: 'admitidaEm' };
    await esperaRecusa({ pacienteId, alta: alta(21) }, sobreposto);
    await cenario.executar(await comando({ pacienteId }));
    for (const [de, ate] of [
      [1, 9],
      [2, 3],
      [8, 10],
    ] as const)
      await esperaRecusa({ pacienteId, admitidaEm: dia(de), alta: alta(ate) }, sobreposto);
  });

  it('deve recusar o que se sobrepõe a outra ocupação do leito, sem gravar nada', async () => {
    const { leitoId } = await cenario.executar(await comando());
    const [sobreposto, outro] = [
      { tipo: 'conflito', codigo: 'INTERNACAO.PERIODO_SOBREPOSTO' },
      await cenario.leito(),
    ];
    await esperaRecusa({ leitoId: leitoId!, admitidaEm: dia(8), alta: alta(10) }, sobreposto);
    const volta = [{ leitoId: leitoId!, motivo: 'Melhora', em: dia(5) }];
    await esperaRecusa({ leitoId: outro, transferencias: volta, alta: alta(12) }, sobreposto);
  });

  it('deve recusar quem não existe e o leito de observação, sem gravar nada', async () => {
    await esperaRecusa({ pacienteId: 999_999 }, { codigo: 'PACIENTE.NAO_ENCONTRADO', campo: 'pacienteId' });
    await esperaRecusa({ leitoId: 999_999 }, { codigo: 'LEITO.NAO_ENCONTRADO', campo: 'leitoId' });
    const paraNenhum = [{ leitoId: 999_999, motivo: 'x', em: dia(5) }];
    await esperaRecusa({ transferencias: paraNenhum }, { codigo: 'LEITO.NAO_ENCONTRADO' });
    await esperaRecusa(
      { alta: { ...alta(9), medicoId: 999_999 } },
      { codigo: 'MEDICO.NAO_ENCONTRADO', campo: 'alta.medicoId' },
    );
    await esperaRecusa({ convenioId: 999_999 }, { codigo: 'CONVENIO.NAO_ENCONTRADO', campo: 'convenioId' });
    const observacao = await cenario.leito({ classe: 'OBSERVACAO' });
    await esperaRecusa({ leitoId: observacao }, { codigo: 'INTERNACAO.LEITO_INDISPONIVEL' });
  });

  it('deve recusar o que não faz sentido no tempo, sem gravar nada', async () => {
    await esperaRecusa(
      { admitidaEm: new Date('1980-02-28T12:00:00Z') },
      { codigo: 'INTERNACAO.ANTES_DO_NASCIMENTO', campo: 'admitidaEm' },
    );
    await esperaRecusa({ alta: alta(60) }, { codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'alta.em' });
  });
});
