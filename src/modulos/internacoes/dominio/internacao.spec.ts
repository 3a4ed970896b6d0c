import { describe, expect, it } from '@jest/globals';
import {
  ADMISSAO,
  AGORA,
  ALTA,
  DEPOIS,
  emCurso as guardada,
  ENTRADA,
  fato,
} from '../../../../test/apoio/internacao-de-teste.js';
import { AltaConcedida, PacienteInternado, PacienteTransferido } from '../contrato/eventos.js';
import type { DadosDaAdmissao } from './dados-da-internacao.js';
import { STATUS_DE_INTERNACAO, type StatusDeInternacao } from './estados-da-internacao.js';
import { Internacao } from './internacao.entity.js';

const admitir = (mais: Partial<DadosDaAdmissao> = {}, em = ENTRADA): Internacao => {
  const internacao = Internacao.admitir({ ...ADMISSAO, ...mais }, fato(em, { campo: 'admitidaEm' }));
  internacao.id = 7;
  return internacao;
};

describe('internação', () => {
  it('deve nascer internada, com a movimentação e o evento da admissão', () => {
    const internacao = admitir();
    expect(internacao).toMatchObject({
      status: 'INTERNADA',
      entrada: ENTRADA,
      saida: null,
      pacienteAbertoId: 3,
      cidSistema: 'CID-10',
      cidVersao: '2008',
      movimentos: 1,
      ultimoMovimentoEm: ENTRADA,
      criadoEm: AGORA,
      versao: 1,
      autorId: 9,
    });
    expect(internacao.extrairMovimentacoes()).toEqual([
      expect.objectContaining({
        internacaoId: 7,
        ordem: 1,
        tipo: 'ADMISSAO',
        estadoAnterior: null,
        estadoNovo: 'INTERNADA',
        deLeitoId: null,
        paraLeitoId: 5,
        em: ENTRADA,
        registradoEm: AGORA,
        motivo: null,
        autorId: 9,
      }),
    ]);
    const [evento, ...outros] = internacao.extrairEventos();
    expect(outros).toEqual([]);
    expect(evento).toBeInstanceOf(PacienteInternado);
    expect(evento).toMatchObject({
      agregado: { tipo: 'internacao', id: 7, versao: 1 },
      dados: { internacaoId: 7, pacienteId: 3, leitoId: 5, em: '2026-06-01T13:00:00.000Z' },
    });
  });

  it('deve admitir no instante exato de agora e recusar um milissegundo depois', () => {
    expect(admitir({}, AGORA).entrada).toEqual(AGORA);
    expect(() => admitir({}, new Date(AGORA.getTime() + 1))).toThrow(
      expect.objectContaining({ tipo: 'invalido', codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'admitidaEm' }),
    );
  });

  it('deve transferir em um só movimento, com o leito deixado e o novo', () => {
    const internacao = guardada();
    internacao.transferir(6, 'Isolamento', fato(DEPOIS));
    internacao.mudouDeLeito(5, 8);
    expect(internacao).toMatchObject({
      status: 'INTERNADA',
      setorId: 8,
      movimentos: 2,
      ultimoMovimentoEm: DEPOIS,
      atualizadoEm: AGORA,
    });
    expect(internacao.extrairMovimentacoes()).toEqual([
      expect.objectContaining({
        ordem: 2,
        tipo: 'TRANSFERENCIA',
        estadoAnterior: 'INTERNADA',
        estadoNovo: 'INTERNADA',
        deLeitoId: 5,
        paraLeitoId: 6,
        em: DEPOIS,
        motivo: 'Isolamento',
      }),
    ]);
    const [evento] = internacao.extrairEventos();
    expect(evento).toBeInstanceOf(PacienteTransferido);
    expect(evento!.dados).toEqual({
      internacaoId: 7,
      pacienteId: 3,
      deLeitoId: 5,
      paraLeitoId: 6,
      em: DEPOIS.toISOString(),
    });
  });

  it('deve encerrar na alta, guardar o desfecho e só então dizer que o paciente saiu', () => {
    const internacao = guardada();
    internacao.concederAlta(ALTA, fato(DEPOIS));
    expect(internacao).toMatchObject({
      status: 'ENCERRADA',
      saida: DEPOIS,
      pacienteAbertoId: null,
      cidSaida: 'J180',
      motivoSaida: 'ALTA_MELHORADO',
      medicoAltaId: 4,
    });
    internacao.deixouOLeito(5);
    expect(internacao.extrairMovimentacoes()).toEqual([
      expect.objectContaining({
        ordem: 2,
        tipo: 'ALTA',
        estadoAnterior: 'INTERNADA',
        estadoNovo: 'ENCERRADA',
        deLeitoId: 5,
        paraLeitoId: null,
        em: DEPOIS,
        motivo: 'ALTA_MELHORADO',
      }),
    ]);
    const [evento] = internacao.extrairEventos();
    expect(evento).toBeInstanceOf(AltaConcedida);
    expect(evento!.dados).toEqual({
      internacaoId: 7,
      pacienteId: 3,
      leitoId: 5,
      em: DEPOIS.toISOString(),
    });
  });

  it('deve guardar o médico que deu alta quando não é o responsável', () => {
    const internacao = guardada();
    internacao.concederAlta({ ...ALTA, medicoId: 40 }, fato(DEPOIS));
    expect(internacao).toMatchObject({ medicoId: 4, medicoAltaId: 40 });
  });

  it('deve aceitar a alta no instante da entrada', () => {
    const internacao = guardada();
    internacao.concederAlta(ALTA, fato(ENTRADA));
    expect(internacao.saida).toEqual(ENTRADA);
  });

  it.each([
    ['antes da entrada', new Date('2026-06-01T12:59:59.999Z'), 'INTERNACAO.ALTA_ANTES_DA_ENTRADA'],
    [
      'antes da última transferência',
      new Date('2026-06-03T00:00:00.000Z'),
      'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO',
    ],
    ['no futuro', new Date('2026-06-10T12:00:00.001Z'), 'INTERNACAO.DATA_NO_FUTURO'],
  ])('deve recusar alta %s sem mudar nada', (_quando, em, codigo) => {
    const internacao = guardada({ ultimoMovimentoEm: DEPOIS });
    expect(() => internacao.concederAlta(ALTA, fato(em))).toThrow(
      expect.objectContaining({ codigo, campo: 'em' }),
    );
    expect(internacao).toMatchObject({ status: 'INTERNADA', saida: null, movimentos: 1 });
    expect(internacao.extrairMovimentacoes()).toEqual([]);
  });

  it('deve recusar transferência anterior ao último movimento ou no futuro', () => {
    const antes = new Date(ENTRADA.getTime() - 1);
    expect(() => guardada().transferir(6, 'x', fato(antes))).toThrow(
      expect.objectContaining({ codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO' }),
    );
    const futuro = new Date(AGORA.getTime() + 1);
    expect(() => guardada().transferir(6, 'x', fato(futuro))).toThrow(
      expect.objectContaining({ codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'em' }),
    );
  });

  it.each(STATUS_DE_INTERNACAO)('deve obedecer à tabela de estados em %s', (status: StatusDeInternacao) => {
    const aceita = (verbo: (i: Internacao) => void): boolean => {
      try {
        verbo(guardada({ status }));
        return true;
      } catch (erro) {
        expect(erro).toMatchObject({ tipo: 'conflito' });
        return false;
      }
    };
    expect(aceita((i) => i.transferir(6, 'x', fato(DEPOIS)))).toBe(
      ['INTERNADA', 'ALTA_PREVISTA'].includes(status),
    );
    expect(aceita((i) => i.concederAlta(ALTA, fato(DEPOIS)))).toBe(
      ['INTERNADA', 'ALTA_PREVISTA', 'ALTA_CLINICA'].includes(status),
    );
    expect(aceita((i) => i.alterar({ cidEntrada: 'I10' }, AGORA))).toBe(
      !['ENCERRADA', 'CANCELADA', 'RECUSADA'].includes(status),
    );
  });

  it('deve alterar só o que veio, e limpar o convênio com nulo', () => {
    const internacao = guardada({ convenioId: 8, observacao: 'fica' });
    internacao.alterar({ medicoId: 40 }, AGORA);
    expect(internacao).toMatchObject({ medicoId: 40, convenioId: 8, cidEntrada: 'J189', observacao: 'fica' });
    internacao.alterar({ convenioId: null, observacao: null }, AGORA);
    expect(internacao).toMatchObject({ medicoId: 40, convenioId: null, observacao: null });
    expect(internacao.extrairMovimentacoes()).toEqual([]);
  });

  it('deve exigir o verbo antes do leito deixado', () => {
    expect(() => guardada().deixouOLeito(5)).toThrow('No movement to complete');
  });
});
