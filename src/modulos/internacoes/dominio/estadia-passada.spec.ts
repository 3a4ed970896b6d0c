import { describe, expect, it } from '@jest/globals';
import { ADMISSAO, AGORA, ALTA, ENTRADA } from '../../../../test/apoio/internacao-de-teste.js';
import { contarEstadia, type EstadiaPassada } from './estadia-passada.js';

const dia = (n: number): Date => new Date(Date.UTC(2026, 5, n));

const contar = (mais: Partial<EstadiaPassada> = {}) =>
  contarEstadia(
    {
      admissao: ADMISSAO,
      admitidaEm: ENTRADA,
      transferencias: [],
      alta: { ...ALTA, em: dia(5) },
      ...mais,
    },
    { agora: AGORA, autorId: 9 },
  );
const para = (leitoId: number, n: number) => ({ leitoId, motivo: 'cuidado', em: dia(n) });

describe('estadia passada', () => {
  it('deve contar cada passo, com os trechos que se encostam e uma versão por passo', () => {
    const { internacao, trechos } = contar({ transferencias: [para(6, 3), para(5, 4)] });
    internacao.id = 7;
    expect(internacao).toMatchObject({
      status: 'ENCERRADA',
      saida: dia(5),
      pacienteAbertoId: null,
      versao: 4,
    });
    expect(trechos).toEqual([
      { leitoId: 5, inicio: ENTRADA, fim: dia(3) },
      { leitoId: 6, inicio: dia(3), fim: dia(4) },
      { leitoId: 5, inicio: dia(4), fim: dia(5) },
    ]);
    expect(internacao.extrairMovimentacoes().map((m) => [m.tipo, m.deLeitoId, m.paraLeitoId])).toEqual([
      ['ADMISSAO', null, 5],
      ['TRANSFERENCIA', 5, 6],
      ['TRANSFERENCIA', 6, 5],
      ['ALTA', 5, null],
    ]);
    const eventos = internacao.extrairEventos();
    expect(eventos.map((e) => [e.constructor.name, e.agregado.versao])).toEqual([
      ['PacienteInternado', 1],
      ['PacienteTransferido', 2],
      ['PacienteTransferido', 3],
      ['AltaConcedida', 4],
    ]);
  });

  it.each<[string, Partial<EstadiaPassada>, object]>([
    [
      'sem a entrada',
      { admitidaEm: undefined },
      { codigo: 'INTERNACAO.ADMISSAO_SEM_INSTANTE', campo: 'admitidaEm' },
    ],
    [
      'com um corte de faturamento',
      { alta: { cidSaida: 'J180', motivoSaida: 'PERMANENCIA', em: dia(5) } },
      { codigo: 'INTERNACAO.MOTIVO_NAO_E_SAIDA', campo: 'alta.motivoSaida' },
    ],
    [
      'com a alta antes da entrada',
      { alta: { ...ALTA, em: dia(1) } },
      { codigo: 'INTERNACAO.ALTA_ANTES_DA_ENTRADA', campo: 'alta.em' },
    ],
    [
      'com a alta no futuro',
      { alta: { ...ALTA, em: dia(30) } },
      { codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'alta.em' },
    ],
    [
      'com a transferência antes da entrada',
      { transferencias: [para(6, 1)] },
      { codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', campo: 'transferencias[0].em' },
    ],
    [
      'com as transferências fora de ordem',
      { transferencias: [para(6, 4), para(5, 3)] },
      { codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', campo: 'transferencias[1].em' },
    ],
    [
      'com a transferência depois da alta',
      { transferencias: [para(6, 6)] },
      { codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', campo: 'alta.em' },
    ],
    [
      'com a transferência para o mesmo leito',
      { transferencias: [para(6, 3), para(6, 4)] },
      { codigo: 'INTERNACAO.MESMO_LEITO', campo: 'transferencias[1].leitoId' },
    ],
  ])('deve recusar o que foi contado %s', (_como, errada, erro) => {
    expect(() => contar(errada)).toThrow(expect.objectContaining(erro));
  });
});
