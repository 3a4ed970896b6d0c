import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  AGORA,
  as,
  codigoDe,
  emEstado,
  fato,
  fatos,
  novo,
  OCUPANTE,
  tipos,
} from '../../../../test/apoio/leito-de-teste.js';
import { MAQUINA_DO_LEITO } from './estados-do-leito.js';
import type { Fato } from './fato.js';
import type { Leito } from './leito.entity.js';

describe('leito', () => {
  describe('cadastro', () => {
    it('deve começar LIVRE, sem história nem evento', () => {
      const leito = novo();
      expect([leito.status, leito.desde, leito.versao]).toEqual(['LIVRE', null, 1]);
      expect([leito.extrairEventos(), leito.extrairMovimentos()]).toEqual([[], []]);
    });

    it('deve começar DESATIVADO quando só está planejado, e ser instalado ao ser reativado', () => {
      const leito = novo({ instalado: false });
      expect([leito.status, leito.atributos()]).toEqual(['DESATIVADO', ['PLANEJADO']]);
      leito.reativar(fato(as('10:00')));
      expect([leito.status, leito.instalado, leito.instaladoDesde]).toEqual(['LIVRE', true, as('10:00')]);
      expect(leito.atributos()).toEqual(['PLANEJADO', 'INSTALADO']);
      expect(tipos(leito)).toEqual(['leito-liberado']);
    });

    it('deve começar LIVRE quando é extra e não instalado, e nunca ser instalado', () => {
      const leito = novo({ extra: true, planejado: false, instalado: false });
      expect([leito.status, leito.atributos()]).toEqual(['LIVRE', ['EXTRA']]);
      leito.ocupar(OCUPANTE, fato(as('01:00')));
      leito.desocupar(70, false, fato(as('02:00')));
      leito.desativar(fato(as('03:00')));
      expect(leito.atributos()).toEqual([]);
      leito.reativar(fato(as('10:00')));
      expect([leito.status, leito.instalado, leito.instaladoDesde]).toEqual(['LIVRE', false, null]);
      expect(leito.atributos()).toEqual(['EXTRA']);
    });

    it('deve guardar desde quando foi instalado ao voltar de uma desativação', () => {
      const leito = novo({ instaladoDesde: as('08:00') });
      leito.desativar(fato(as('09:00')));
      expect(leito.atributos()).toEqual(['PLANEJADO']);
      leito.reativar(fato(as('10:00')));
      expect(leito.instaladoDesde).toEqual(as('08:00'));
    });

    it('deve recusar data de instalação em leito não instalado', () => {
      expect(codigoDe(() => novo({ instalado: false, instaladoDesde: as('08:00') }))).toBe(
        'LEITO.INSTALACAO_CONTRADITORIA',
      );
    });
  });

  describe('instante', () => {
    it.each([
      ['no futuro', emEstado('EM_LIMPEZA'), as('12:01'), 'LEITO.EM_NO_FUTURO'],
      ['antes do estado atual', emEstado('EM_LIMPEZA'), as('08:59'), 'LEITO.EM_ANTES_DO_ESTADO_ATUAL'],
      [
        'antes da instalação',
        emEstado('EM_LIMPEZA', { instaladoDesde: as('10:00') }),
        as('09:30'),
        'LEITO.AINDA_NAO_INSTALADO',
      ],
      ['no momento em que o estado começou', emEstado('EM_LIMPEZA'), as('09:00'), null],
      ['agora', emEstado('EM_LIMPEZA'), AGORA, null],
    ])('deve julgar um comando %s', (_, leito, em, codigo) => {
      const antes = { ...leito };
      expect(codigoDe(() => leito.concluirLimpeza(fato(em)))).toBe(codigo);
      if (codigo !== null) expect({ ...leito }).toEqual(antes);
    });

    it('deve aceitar qualquer passado, a partir da instalação, em leito sem história', () => {
      const antigo = new Date('2020-01-01T00:00:00Z');
      expect(codigoDe(() => novo().bloquear('obra', null, fato(antigo)))).toBeNull();
      expect(
        codigoDe(() => novo({ instaladoDesde: as('07:00') }).bloquear('obra', null, fato(as('07:30')))),
      ).toBeNull();
      expect(codigoDe(() => novo({ instaladoDesde: as('07:00') }).bloquear('obra', null, fato(antigo)))).toBe(
        'LEITO.AINDA_NAO_INSTALADO',
      );
    });

    it('deve recusar bloqueio e manutenção que terminam antes de começar', () => {
      expect(codigoDe(() => novo().bloquear('obra', as('09:00'), fato(as('09:00'))))).toBe(
        'LEITO.PERIODO_INVALIDO',
      );
      expect(codigoDe(() => emEstado('OCUPADO').manutencao('ar', as('08:00'), fato(as('10:00'))))).toBe(
        'LEITO.PERIODO_INVALIDO',
      );
    });
  });

  describe('reserva', () => {
    it('deve guardar o paciente e o prazo, e largá-los ao sair do estado', () => {
      const leito = emEstado('LIVRE');
      leito.reservar({ pacienteId: 1, solicitacaoId: null, expiraEm: as('14:00') }, fato());
      expect([leito.status, leito.reservaPacienteId, leito.reservaExpiraEm]).toEqual([
        'RESERVADO',
        1,
        as('14:00'),
      ]);
      leito.cancelarReserva(fato());
      expect([leito.status, leito.reservaPacienteId, leito.reservaExpiraEm]).toEqual(['LIVRE', null, null]);
      expect(tipos(leito)).toEqual(['leito-mudou-de-estado', 'leito-liberado']);
    });

    it('deve recusar um prazo que já passou', () => {
      expect(
        codigoDe(() =>
          emEstado('LIVRE').reservar({ pacienteId: 1, solicitacaoId: null, expiraEm: AGORA }, fato()),
        ),
      ).toBe('LEITO.RESERVA_VENCIDA');
    });

    it('deve deixar entrar qualquer paciente quando a reserva não diz de quem é', () => {
      const leito = emEstado('LIVRE');
      leito.reservar({ pacienteId: null, solicitacaoId: null, expiraEm: as('14:00') }, fato());
      leito.ocupar({ internacaoId: 70, pacienteId: 99 }, fato());
      expect(leito.status).toBe('OCUPADO');
    });

    it('deve deixar entrar o paciente da reserva', () => {
      const leito = emEstado('RESERVADO');
      leito.ocupar(OCUPANTE, fato());
      expect([leito.status, leito.reservaPacienteId, tipos(leito)]).toEqual([
        'OCUPADO',
        null,
        ['leito-ocupado'],
      ]);
    });
  });

  it.each([
    ['desbloquear', 'BLOQUEADO', true, 'AGUARDANDO_LIMPEZA', 'leito-mudou-de-estado'],
    ['desbloquear', 'BLOQUEADO', false, 'LIVRE', 'leito-liberado'],
    ['concluirManutencao', 'MANUTENCAO', true, 'AGUARDANDO_LIMPEZA', 'leito-mudou-de-estado'],
    ['concluirManutencao', 'MANUTENCAO', false, 'LIVRE', 'leito-liberado'],
  ] as const)('deve %s um leito %s com limpeza exigida = %s para %s', (verbo, de, exige, para, evento) => {
    const leito = emEstado(de);
    leito[verbo](exige, fato());
    expect([leito.status, tipos(leito)]).toEqual([para, [evento]]);
  });

  it('deve seguir a máquina, contar versões e anunciar cada chegada a LIVRE em qualquer sequência de comandos', () => {
    const verbos: ((l: Leito, f: Fato) => void)[] = [
      (l, f) =>
        l.reservar({ pacienteId: 1, solicitacaoId: null, expiraEm: new Date('2027-01-01T00:00:00Z') }, f),
      (l, f) => l.cancelarReserva(f),
      (l, f) => l.ocupar(OCUPANTE, f),
      (l, f) => l.desocupar(70, true, f),
      (l, f) => l.desocupar(70, false, f),
      (l, f) => l.iniciarLimpeza(f),
      (l, f) => l.concluirLimpeza(f),
      (l, f) => l.bloquear('m', null, f),
      (l, f) => l.desbloquear(true, f),
      (l, f) => l.manutencao('m', null, f),
      (l, f) => l.concluirManutencao(false, f),
      (l, f) => l.desativar(f),
      (l, f) => l.reativar(f),
    ];
    const passos = fc.array(fc.nat(verbos.length - 1), { maxLength: 60 });
    fc.assert(
      fc.property(passos, fc.boolean(), (sequencia, instalado) => {
        const leito = novo({ instalado });
        const eventos = sequencia.flatMap((passo) => {
          codigoDe(() => verbos[passo]!(leito, fato()));
          return fatos(leito);
        });
        const movimentos = leito.extrairMovimentos();

        expect(movimentos.map((m) => m.versao)).toEqual(movimentos.map((_, i) => i + 2));
        expect(leito.versao).toBe(movimentos.length + 1);
        movimentos.forEach((m, i) => {
          expect(m.de).toBe(movimentos[i - 1]?.para ?? (instalado ? 'LIVRE' : 'DESATIVADO'));
          expect(
            MAQUINA_DO_LEITO.transicoes.some((t) => t.de === m.de && t.acao === m.acao && t.para === m.para),
          ).toBe(true);
          const anunciados = eventos.filter((e) => e.agregado.versao === m.versao).map((e) => e.tipo);
          expect(anunciados.includes('leito-liberado')).toBe(m.para === 'LIVRE');
          expect(anunciados.includes('leito-desocupado')).toBe(m.de === 'OCUPADO' && m.para !== 'OCUPADO');
          expect(anunciados.includes('leito-ocupado')).toBe(m.para === 'OCUPADO' && m.de !== 'OCUPADO');
          expect(anunciados.length > 0).toBe(m.de !== m.para);
          expect(m.bloqueio !== null).toBe(
            m.de !== m.para && (m.para === 'BLOQUEADO' || m.para === 'MANUTENCAO'),
          );
        });
        expect(leito.status === 'RESERVADO').toBe(
          leito.reservaPacienteId !== null && leito.reservaExpiraEm !== null,
        );
        expect(leito.status === 'RESERVADO' || leito.venceEm === null).toBe(true);
        expect(leito.manutencaoMotivo === null || leito.status === 'OCUPADO').toBe(true);
        expect(leito.instalado || leito.status === 'DESATIVADO').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
