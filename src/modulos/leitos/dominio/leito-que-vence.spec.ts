import { describe, expect, it } from '@jest/globals';
import { AGORA, as, emEstado, fato, tipos } from '../../../../test/apoio/leito-de-teste.js';
import type { Leito } from './leito.entity.js';

const OUTRO = { internacaoId: 70, pacienteId: 99 };
const reservado = (ate: Date) => emEstado('RESERVADO', { reservaExpiraEm: ate, venceEm: ate });

describe('leito cujo prazo vence', () => {
  it.each([
    ['RESERVADO', true, 'expirar-reserva', 'LIVRE', ['leito-liberado']],
    ['RESERVADO', false, 'expirar-reserva', 'LIVRE', ['leito-liberado']],
    ['BLOQUEADO', true, 'desbloquear', 'AGUARDANDO_LIMPEZA', ['leito-mudou-de-estado']],
    ['BLOQUEADO', false, 'desbloquear', 'LIVRE', ['leito-liberado']],
    ['MANUTENCAO', true, 'concluir-manutencao', 'AGUARDANDO_LIMPEZA', ['leito-mudou-de-estado']],
    ['MANUTENCAO', false, 'concluir-manutencao', 'LIVRE', ['leito-liberado']],
  ] as const)(
    'deve levar %s, com limpeza exigida = %s, por %s a %s no instante previsto',
    (de, exigeLimpeza, acao, para, eventos) => {
      const leito = emEstado(de, { reservaExpiraEm: as('11:00'), venceEm: as('11:00') });
      leito.vencer(exigeLimpeza, AGORA);
      expect([leito.status, leito.desde, leito.versao, leito.versaoGravada]).toEqual([
        para,
        as('11:00'),
        5,
        4,
      ]);
      expect([leito.venceEm, leito.reservaExpiraEm, leito.reservaPacienteId]).toEqual([null, null, null]);
      expect(leito.extrairMovimentos()).toMatchObject([
        { versao: 5, de, acao, para, em: as('11:00'), registradoEm: AGORA, autorId: null, motivo: null },
      ]);
      expect(tipos(leito)).toEqual(eventos);
    },
  );

  it('deve vencer no instante exato do prazo, e não antes', () => {
    const [venceu, aindaVale] = [reservado(AGORA), reservado(new Date(AGORA.getTime() + 1))];
    venceu.vencer(true, AGORA);
    aindaVale.vencer(true, AGORA);
    expect([venceu.status, aindaVale.status]).toEqual(['LIVRE', 'RESERVADO']);
    expect([aindaVale.versao, aindaVale.extrairMovimentos(), tipos(aindaVale)]).toEqual([4, [], []]);
  });

  it('deve não vencer o que não tem prazo, nem duas vezes o que tem', () => {
    const [semFim, comFim] = [emEstado('BLOQUEADO'), reservado(as('11:00'))];
    for (const leito of [semFim, comFim, comFim]) leito.vencer(false, AGORA);
    expect([semFim.status, comFim.status, comFim.versao]).toEqual(['BLOQUEADO', 'LIVRE', 5]);
    expect(tipos(comFim)).toEqual(['leito-liberado']);
  });

  it.each([
    ['ocupar', (l: Leito) => l.ocupar(OUTRO, fato()), 'leito-ocupado'],
    [
      'reservar',
      (l: Leito) => l.reservar({ pacienteId: 9, solicitacaoId: null, expiraEm: as('18:00') }, fato()),
      'leito-mudou-de-estado',
    ],
    ['bloquear', (l: Leito) => l.bloquear('obra', null, fato()), 'leito-mudou-de-estado'],
  ])(
    'deve não se dizer livre o leito que só passa por LIVRE, porque em seguida vem %s',
    (acao, comandar, evento) => {
      const leito = reservado(as('11:00'));
      leito.vencer(true, AGORA);
      comandar(leito);
      expect(leito.extrairMovimentos()).toMatchObject([
        { versao: 5, acao: 'expirar-reserva', para: 'LIVRE', em: as('11:00'), autorId: null },
        { versao: 6, acao, em: AGORA, autorId: 7 },
      ]);
      expect(tipos(leito)).toEqual(['leito-mudou-de-estado', evento]);
    },
  );

  it('deve guardar quando vence o que cada comando começa, e esquecê-lo quando acaba antes', () => {
    const leito = emEstado('LIVRE');
    leito.bloquear('obra', as('14:00'), fato());
    expect(leito.venceEm).toEqual(as('14:00'));
    leito.desbloquear(false, fato());
    expect(leito.venceEm).toBeNull();
    leito.reservar({ pacienteId: 1, solicitacaoId: 8, expiraEm: as('15:00') }, fato());
    expect([leito.venceEm, leito.reservaSolicitacaoId]).toEqual([as('15:00'), 8]);
    leito.cancelarReserva(fato());
    expect([leito.venceEm, leito.reservaSolicitacaoId]).toEqual([null, null]);
    leito.manutencao('ar', as('16:00'), fato());
    expect(leito.venceEm).toEqual(as('16:00'));
  });

  it('deve a manutenção planejada vencer só depois de começar', () => {
    const leito = emEstado('OCUPADO');
    leito.manutencao('ar', as('16:00'), fato(as('10:00')));
    expect(leito.venceEm).toBeNull();
    leito.desocupar(70, true, fato(as('11:00')));
    expect(leito.venceEm).toEqual(as('16:00'));
  });
});
