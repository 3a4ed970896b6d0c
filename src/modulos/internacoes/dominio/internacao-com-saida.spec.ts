import { describe, expect, it } from '@jest/globals';
import { AGORA, ALTA, DEPOIS, emCurso, ENTRADA, fato } from '../../../../test/apoio/internacao-de-teste.js';
import { AltaClinicaDada, AltaConcedida, AltaPrevista, InternacaoReaberta } from '../contrato/eventos.js';
import { STATUS_DE_INTERNACAO } from './estados-da-internacao.js';
import type { Internacao } from './internacao.entity.js';

const AMANHA = new Date('2026-06-11T14:00:00.000Z');
const HORA = 3_600_000;
const agora = fato(AGORA);

const encerrada = (): Internacao => {
  const internacao = emCurso();
  internacao.concederAlta(ALTA, fato(DEPOIS));
  internacao.deixouOLeito(5);
  internacao.extrairEventos();
  internacao.extrairMovimentacoes();
  return internacao;
};

describe('saída por etapas', () => {
  it('deve prever, mudar a previsão e desistir dela, sem impedir o que se conta depois', () => {
    const internacao = emCurso();
    internacao.preverAlta(AMANHA, agora);
    expect(internacao).toMatchObject({
      status: 'ALTA_PREVISTA',
      altaPrevistaPara: AMANHA,
      saidaEsperadaEm: AMANHA,
      ultimoMovimentoEm: ENTRADA,
    });
    const depois = new Date(AMANHA.getTime() + HORA);
    internacao.preverAlta(depois, agora);
    internacao.cancelarPrevisao('Febre', agora);
    expect(internacao).toMatchObject({
      status: 'INTERNADA',
      altaPrevistaPara: null,
      saidaEsperadaEm: null,
      ultimoMovimentoEm: ENTRADA,
    });
    expect(internacao.extrairMovimentacoes().map((m) => [m.ordem, m.tipo, m.previstoPara, m.motivo])).toEqual(
      [
        [2, 'PREVISAO_DE_ALTA', AMANHA, null],
        [3, 'PREVISAO_DE_ALTA', depois, null],
        [4, 'CANCELAMENTO_DA_PREVISAO', null, 'Febre'],
      ],
    );
    const eventos = internacao.extrairEventos();
    expect(eventos.every((evento) => evento instanceof AltaPrevista)).toBe(true);
    expect(eventos.map(({ dados }) => (dados as { para: unknown }).para)).toEqual([
      AMANHA.toISOString(),
      depois.toISOString(),
      null,
    ]);
  });

  it.each([AGORA, DEPOIS])('deve recusar previsão que não é futura: %s', (para) => {
    expect(() => emCurso().preverAlta(para, agora)).toThrow(
      expect.objectContaining({ tipo: 'invalido', codigo: 'INTERNACAO.PREVISAO_NO_PASSADO', campo: 'para' }),
    );
  });

  it('deve guardar o desfecho na alta clínica e só encerrar na saída', () => {
    const internacao = emCurso();
    internacao.darAltaClinica({ ...ALTA, medicoId: 40 }, fato(DEPOIS));
    expect(internacao).toMatchObject({
      status: 'ALTA_CLINICA',
      cidSaida: 'J180',
      motivoSaida: 'ALTA_MELHORADO',
      medicoAltaId: 40,
      altaClinicaEm: DEPOIS,
      saidaEsperadaEm: DEPOIS,
      saida: null,
      pacienteAbertoId: 3,
    });
    expect(internacao.extrairEventos()[0]).toBeInstanceOf(AltaClinicaDada);

    internacao.registrarSaida(agora);
    internacao.deixouOLeito(5);
    expect(internacao).toMatchObject({
      status: 'ENCERRADA',
      saida: AGORA,
      altaClinicaEm: DEPOIS,
      saidaEsperadaEm: null,
      pacienteAbertoId: null,
    });
    const [, saida] = internacao.extrairMovimentacoes();
    expect(saida).toMatchObject({ tipo: 'SAIDA', deLeitoId: 5, paraLeitoId: null });
    const [evento] = internacao.extrairEventos();
    expect(evento).toBeInstanceOf(AltaConcedida);
    expect(evento!.dados).toEqual({
      internacaoId: 7,
      pacienteId: 3,
      leitoId: 5,
      em: AGORA.toISOString(),
    });
  });

  it('deve esperar a saída para quando foi prevista, mesmo depois da alta clínica', () => {
    const internacao = emCurso();
    internacao.preverAlta(AMANHA, agora);
    internacao.darAltaClinica(ALTA, agora);
    expect(internacao).toMatchObject({ altaPrevistaPara: AMANHA, saidaEsperadaEm: AMANHA });
  });

  it('deve a alta de uma vez prevalecer sobre a alta clínica, sem esquecer quando ela foi', () => {
    const internacao = emCurso();
    internacao.darAltaClinica(ALTA, fato(DEPOIS));
    internacao.concederAlta({ cidSaida: 'I10', motivoSaida: 'OBITO' }, agora);
    expect(internacao).toMatchObject({
      cidSaida: 'I10',
      motivoSaida: 'OBITO',
      altaClinicaEm: DEPOIS,
      saida: AGORA,
    });
    expect(encerrada()).toMatchObject({ altaClinicaEm: DEPOIS, saida: DEPOIS });
  });

  it.each([
    ['antes da entrada', new Date(ENTRADA.getTime() - 1), 'INTERNACAO.ALTA_ANTES_DA_ENTRADA'],
    ['antes do último movimento', ENTRADA, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO'],
    ['no futuro', new Date(AGORA.getTime() + 1), 'INTERNACAO.DATA_NO_FUTURO'],
  ])('deve recusar alta clínica %s', (_quando, em, codigo) => {
    const internacao = emCurso({ ultimoMovimentoEm: DEPOIS });
    expect(() => internacao.darAltaClinica(ALTA, fato(em))).toThrow(
      expect.objectContaining({ codigo, campo: 'em' }),
    );
    expect(internacao).toMatchObject({ status: 'INTERNADA', altaClinicaEm: null });
  });

  it('deve recusar saída anterior à alta clínica ou no futuro', () => {
    const internacao = emCurso();
    internacao.darAltaClinica(ALTA, fato(DEPOIS));
    for (const [em, codigo] of [
      [new Date(DEPOIS.getTime() - 1), 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO'],
      [new Date(AGORA.getTime() + 1), 'INTERNACAO.DATA_NO_FUTURO'],
    ] as const)
      expect(() => internacao.registrarSaida(fato(em))).toThrow(expect.objectContaining({ codigo }));
  });

  it('deve reabrir como se não tivesse acabado, e contar a saída que deixou de valer', () => {
    const internacao = encerrada();
    internacao.reabrir({ motivo: 'Engano', prazoHoras: 24 * 365, noLeitoDesde: ENTRADA }, agora);
    internacao.entrouNoLeito(5);
    expect(internacao).toMatchObject({
      status: 'INTERNADA',
      saida: null,
      cidSaida: null,
      motivoSaida: null,
      medicoAltaId: null,
      altaClinicaEm: null,
      altaPrevistaPara: null,
      pacienteAbertoId: 3,
      ultimoMovimentoEm: ENTRADA,
    });
    expect(internacao.extrairMovimentacoes()).toEqual([
      expect.objectContaining({ tipo: 'REABERTURA', motivo: 'Engano', paraLeitoId: 5, em: AGORA }),
    ]);
    const [evento] = internacao.extrairEventos();
    expect(evento).toBeInstanceOf(InternacaoReaberta);
    expect(evento!.dados).toEqual({
      internacaoId: 7,
      pacienteId: 3,
      leitoId: 5,
      em: AGORA.toISOString(),
      saidaDesfeita: DEPOIS.toISOString(),
    });
    expect(() => internacao.concederAlta(ALTA, fato(ENTRADA))).not.toThrow();
  });

  it('deve reabrir até o último milissegundo do prazo, e não depois', () => {
    const reabrir = (ms: number) =>
      encerrada().reabrir(
        { motivo: 'Engano', prazoHoras: 24, noLeitoDesde: ENTRADA },
        fato(DEPOIS, { agora: new Date(DEPOIS.getTime() + 24 * HORA + ms) }),
      );
    expect(() => reabrir(0)).not.toThrow();
    expect(() => reabrir(1)).toThrow(
      expect.objectContaining({ tipo: 'conflito', codigo: 'INTERNACAO.PRAZO_DE_REABERTURA' }),
    );
  });

  it.each(STATUS_DE_INTERNACAO)('deve obedecer à tabela de estados em %s', (status) => {
    const aceita = (verbo: (i: Internacao) => void): boolean => {
      try {
        verbo(emCurso({ status, saida: status === 'ENCERRADA' ? DEPOIS : null }));
        return true;
      } catch (erro) {
        expect(erro).toMatchObject({ tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' });
        return false;
      }
    };
    const previsivel = ['INTERNADA', 'ALTA_PREVISTA'].includes(status);
    expect(aceita((i) => i.preverAlta(AMANHA, agora))).toBe(previsivel);
    expect(aceita((i) => i.darAltaClinica(ALTA, fato(DEPOIS)))).toBe(previsivel);
    expect(aceita((i) => i.cancelarPrevisao(null, agora))).toBe(status === 'ALTA_PREVISTA');
    expect(aceita((i) => i.registrarSaida(fato(DEPOIS)))).toBe(status === 'ALTA_CLINICA');
    const reabertura = { motivo: 'x', prazoHoras: 9999, noLeitoDesde: ENTRADA };
    expect(aceita((i) => i.reabrir(reabertura, agora))).toBe(status === 'ENCERRADA');
  });
});
