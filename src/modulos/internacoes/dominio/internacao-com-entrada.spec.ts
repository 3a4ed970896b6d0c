import { describe, expect, it } from '@jest/globals';
import {
  ADMISSAO,
  AGORA,
  DEPOIS,
  emCurso,
  ENTRADA,
  fato,
  naFila,
  PEDIDO,
  SOLICITACAO,
} from '../../../../test/apoio/internacao-de-teste.js';
import { InternacaoCancelada, PacienteInternado, SolicitacaoEncerrada } from '../contrato/eventos.js';
import { STATUS_DE_INTERNACAO } from './estados-da-internacao.js';
import { Internacao } from './internacao.entity.js';

describe('pedido de leito', () => {
  it('deve nascer na fila, com a movimentação e o evento do pedido', () => {
    const pedido = Internacao.solicitar(SOLICITACAO, fato(PEDIDO));
    pedido.id = 7;
    expect(pedido).toMatchObject({
      status: 'SOLICITADA',
      tipoLeito: 'UTI_ADULTO',
      prioridade: 'URGENTE',
      posicaoNaFila: `2 ${PEDIDO.toISOString()}`,
      solicitadaEm: PEDIDO,
      desde: PEDIDO,
      entrada: null,
      pacienteAbertoId: 3,
      versao: 1,
    });
    expect(pedido.extrairMovimentacoes()).toEqual([
      expect.objectContaining({
        ordem: 1,
        tipo: 'SOLICITACAO',
        estadoAnterior: null,
        estadoNovo: 'SOLICITADA',
        deLeitoId: null,
        paraLeitoId: null,
        em: PEDIDO,
      }),
    ]);
    expect(pedido.extrairEventos()).toEqual([
      expect.objectContaining({
        dados: { internacaoId: 7, pacienteId: 3, em: PEDIDO.toISOString() },
        agregado: { tipo: 'internacao', id: 7, versao: 1 },
      }),
    ]);
  });

  it('deve recusar o futuro', () => {
    const futuro = fato(new Date(AGORA.getTime() + 1), { campo: 'solicitadaEm' });
    expect(() => Internacao.solicitar(SOLICITACAO, futuro)).toThrow(
      expect.objectContaining({ codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'solicitadaEm' }),
    );
  });

  it('deve virar internação na admissão, que prevalece sobre o pedido e guarda desde quando esperou', () => {
    const internacao = naFila();
    internacao.admitir({ ...ADMISSAO, medicoId: 40, carater: 'ELETIVO' }, fato(ENTRADA));
    expect(internacao).toMatchObject({
      status: 'INTERNADA',
      solicitadaEm: PEDIDO,
      prioridade: 'URGENTE',
      posicaoNaFila: null,
      entrada: ENTRADA,
      desde: ENTRADA,
      setorId: 2,
      medicoId: 40,
      carater: 'ELETIVO',
      pacienteAbertoId: 3,
    });
    expect(internacao.extrairMovimentacoes()).toEqual([
      expect.objectContaining({ ordem: 2, tipo: 'ADMISSAO', estadoAnterior: 'SOLICITADA', paraLeitoId: 5 }),
    ]);
    expect(internacao.extrairEventos()[0]).toBeInstanceOf(PacienteInternado);
  });

  it('deve recusar admissão anterior ao pedido', () => {
    const cedo = fato(new Date(PEDIDO.getTime() - 1), { campo: 'admitidaEm' });
    expect(() => naFila().admitir(ADMISSAO, cedo)).toThrow(
      expect.objectContaining({ codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', campo: 'admitidaEm' }),
    );
  });

  it.each(['RECUSADA', 'CANCELADA'] as const)('deve deixar de esperar quando o pedido é %s', (status) => {
    const pedido = naFila();
    if (status === 'RECUSADA') pedido.recusar('Sem indicação', fato(DEPOIS));
    else pedido.cancelar('Desistiu', fato(DEPOIS));
    expect(pedido).toMatchObject({ status, posicaoNaFila: null, pacienteAbertoId: null, entrada: null });
    const [evento] = pedido.extrairEventos();
    expect(evento).toBeInstanceOf(SolicitacaoEncerrada);
    expect(evento!.dados).toEqual({ internacaoId: 7, pacienteId: 3, em: DEPOIS.toISOString(), status });
  });

  it('deve cancelar a internação registrada por engano, com o leito que ela deixou', () => {
    const internacao = emCurso();
    internacao.cancelar('Paciente errado', fato(DEPOIS));
    internacao.deixouOLeito(5);
    expect(internacao).toMatchObject({ status: 'CANCELADA', pacienteAbertoId: null, entrada: ENTRADA });
    expect(internacao.extrairMovimentacoes()).toEqual([
      expect.objectContaining({ tipo: 'CANCELAMENTO', motivo: 'Paciente errado', deLeitoId: 5 }),
    ]);
    const [evento] = internacao.extrairEventos();
    expect(evento).toBeInstanceOf(InternacaoCancelada);
    expect(evento!.dados).toEqual({
      internacaoId: 7,
      pacienteId: 3,
      em: DEPOIS.toISOString(),
      desde: ENTRADA.toISOString(),
    });
  });

  it.each(STATUS_DE_INTERNACAO)('deve obedecer à tabela de estados em %s', (status) => {
    const aceita = (verbo: (i: Internacao) => void): boolean => {
      try {
        verbo(naFila({ status }));
        return true;
      } catch (erro) {
        expect(erro).toMatchObject({ tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' });
        return false;
      }
    };
    expect(aceita((i) => i.admitir(ADMISSAO, fato(DEPOIS)))).toBe(status === 'SOLICITADA');
    expect(aceita((i) => i.recusar('x', fato(DEPOIS)))).toBe(status === 'SOLICITADA');
    expect(aceita((i) => i.cancelar('x', fato(DEPOIS)))).toBe(['SOLICITADA', 'INTERNADA'].includes(status));
  });
});
