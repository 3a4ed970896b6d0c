import { beforeEach, describe, expect, it } from '@jest/globals';
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
import { ESTADOS_DO_LEITO, MAQUINA_DO_LEITO } from './estados-do-leito.js';
import type { Leito } from './leito.entity.js';

describe('leito ocupado', () => {
  describe('ocupação', () => {
    it('deve ocupar um leito livre, com a história e o fato', () => {
      const leito = emEstado('LIVRE');
      leito.ocupar(OCUPANTE, fato(as('10:00'), { motivo: 'admissão' }));
      expect([leito.status, leito.desde, leito.versao]).toEqual(['OCUPADO', as('10:00'), 5]);
      expect(leito.extrairMovimentos()).toEqual([
        {
          versao: 5,
          de: 'LIVRE',
          para: 'OCUPADO',
          acao: 'ocupar',
          em: as('10:00'),
          ate: null,
          registradoEm: AGORA,
          motivo: 'admissão',
          autorId: 7,
          bloqueio: null,
        },
      ]);
      expect(fatos(leito)).toEqual([
        {
          tipo: 'leito-ocupado',
          agregado: { tipo: 'leito', id: 5, versao: 5 },
          dados: { leitoId: 5, setorId: 3, internacaoId: 70, em: '2026-06-10T10:00:00.000Z' },
        },
      ]);
    });

    it('deve aceitar entrada tardia, anterior ao começo do estado LIVRE', () => {
      const leito = emEstado('LIVRE');
      leito.ocupar(OCUPANTE, fato(as('08:00')));
      expect(leito.desde).toEqual(as('08:00'));
    });

    it.each(ESTADOS_DO_LEITO.filter((e) => !['LIVRE', 'RESERVADO', 'OCUPADO'].includes(e)))(
      'deve recusar quem chega a um leito %s dizendo por quê',
      (status) => {
        const ocupar = () => emEstado(status).ocupar(OCUPANTE, fato());
        expect(codigoDe(ocupar)).toBe('INTERNACAO.LEITO_INDISPONIVEL');
        expect(ocupar).toThrow(MAQUINA_DO_LEITO.estados[status]);
      },
    );

    it.each([
      ['ocupado', emEstado('OCUPADO'), 'INTERNACAO.LEITO_OCUPADO', 'Leito 101-A já está ocupado.'],
      [
        'reservado para outro',
        emEstado('RESERVADO', { reservaPacienteId: 2 }),
        'INTERNACAO.LEITO_INDISPONIVEL',
        'reservado para outro paciente',
      ],
      [
        'de observação',
        emEstado('LIVRE', { classe: 'OBSERVACAO' }),
        'INTERNACAO.LEITO_INDISPONIVEL',
        'de observação',
      ],
      [
        'só planejado',
        novo({ instalado: false }),
        'INTERNACAO.LEITO_INDISPONIVEL',
        'ainda não foi instalado',
      ],
      [
        'instalado depois',
        emEstado('LIVRE', { instaladoDesde: as('12:00') }),
        'LEITO.AINDA_NAO_INSTALADO',
        '2026-06-10T12:00:00.000Z',
      ],
    ])('deve recusar um leito %s', (_, leito, codigo, frase) => {
      expect(codigoDe(() => leito.ocupar(OCUPANTE, fato(as('11:00'))))).toBe(codigo);
      expect(() => leito.ocupar(OCUPANTE, fato(as('11:00')))).toThrow(frase);
    });

    it.each([
      [true, 'AGUARDANDO_LIMPEZA', ['leito-desocupado']],
      [false, 'LIVRE', ['leito-desocupado', 'leito-liberado']],
    ])('deve desocupar com limpeza exigida = %s para %s', (exige, para, esperados) => {
      const leito = emEstado('OCUPADO');
      leito.desocupar(70, exige, fato());
      expect([leito.status, tipos(leito)]).toEqual([para, esperados]);
    });
  });

  describe('volta de quem saiu', () => {
    const quem = { ...OCUPANTE, desde: as('07:00') };

    it.each(['LIVRE', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', 'RESERVADO'] as const)(
      'deve ocupar de novo um leito %s, desde quando a pessoa tinha entrado',
      (de) => {
        const leito = emEstado(de);
        leito.retomar(quem, fato(AGORA, { motivo: 'alta por engano' }));
        expect([leito.status, leito.desde, leito.venceEm, leito.reservaPacienteId]).toEqual([
          ...['OCUPADO', as('07:00'), null, null],
        ]);
        expect(leito.extrairMovimentos()).toMatchObject([
          { de, para: 'OCUPADO', acao: 'retomar', em: AGORA, motivo: 'alta por engano' },
        ]);
        expect(fatos(leito)).toMatchObject([
          { tipo: 'leito-ocupado', dados: { internacaoId: 70, em: AGORA.toISOString() } },
        ]);
      },
    );

    it.each([
      ['OCUPADO', {}, 'INTERNACAO.LEITO_OCUPADO'],
      ['RESERVADO', { reservaPacienteId: 2 }, 'INTERNACAO.LEITO_INDISPONIVEL'],
      ['RESERVADO', { reservaPacienteId: null }, 'INTERNACAO.LEITO_INDISPONIVEL'],
      ['BLOQUEADO', {}, 'INTERNACAO.LEITO_INDISPONIVEL'],
      ['MANUTENCAO', {}, 'INTERNACAO.LEITO_INDISPONIVEL'],
      ['DESATIVADO', {}, 'INTERNACAO.LEITO_INDISPONIVEL'],
    ] as const)('deve recusar um leito %s, %j', (status, mais, codigo) => {
      expect(codigoDe(() => emEstado(status, mais).retomar(quem, fato()))).toBe(codigo);
    });
  });

  describe('manutenção planejada', () => {
    let leito: Leito;

    beforeEach(() => {
      leito = emEstado('OCUPADO');
      leito.manutencao('trocar a régua', as('15:00'), fato(as('10:00')));
    });

    it('deve deixar o leito ocupado, desde quando estava, sem evento', () => {
      expect([leito.status, leito.desde, leito.manutencaoMotivo, leito.versao]).toEqual([
        'OCUPADO',
        as('09:00'),
        'trocar a régua',
        5,
      ]);
      expect(leito.extrairMovimentos()).toMatchObject([
        { de: 'OCUPADO', para: 'OCUPADO', acao: 'manutencao', bloqueio: null },
      ]);
      expect(tipos(leito)).toEqual([]);
    });

    it.each([true, false])(
      'deve começar quando o paciente sai (limpeza exigida: %s), com o motivo planejado',
      (exige) => {
        leito.desocupar(70, exige, fato(as('11:00'), { autorId: 9 }));
        expect([leito.status, leito.manutencaoMotivo, leito.manutencaoAte, leito.manutencaoAutorId]).toEqual([
          'MANUTENCAO',
          null,
          null,
          null,
        ]);
        expect(leito.extrairMovimentos().at(-1)).toMatchObject({
          ...{ para: 'MANUTENCAO', em: as('11:00'), autorId: 9 },
          bloqueio: { motivo: 'trocar a régua', fimPrevisto: as('15:00'), autorId: 7 },
        });
        expect(tipos(leito)).toEqual(['leito-desocupado']);
      },
    );

    it('deve poder ser desfeita, e só quando há uma', () => {
      leito.concluirManutencao(true, fato(as('10:30')));
      expect([leito.status, leito.desde, leito.manutencaoMotivo, leito.manutencaoAutorId]).toEqual([
        ...['OCUPADO', as('09:00'), null, null],
      ]);
      expect(leito.extrairMovimentos().at(-1)).toMatchObject({
        ...{ de: 'OCUPADO', para: 'OCUPADO', acao: 'concluir-manutencao', bloqueio: null },
      });
      expect(codigoDe(() => leito.concluirManutencao(true, fato(as('10:40'))))).toBe(
        'LEITO.TRANSICAO_INVALIDA',
      );
      leito.desocupar(70, true, fato(as('11:00')));
      expect(leito.status).toBe('AGUARDANDO_LIMPEZA');
    });

    it.each([
      ['antes do fim previsto', '14:59', true, 'MANUTENCAO'],
      ['no fim previsto', '15:00', true, 'AGUARDANDO_LIMPEZA'],
      ['depois do fim previsto', '15:01', true, 'AGUARDANDO_LIMPEZA'],
      ['depois do fim previsto, sem limpeza', '15:01', false, 'LIVRE'],
    ])('deve não começar depois de acabar: saída %s', (_, saida, exige, para) => {
      leito.desocupar(70, exige, { ...fato(as(saida)), agora: as('18:00') });
      expect([leito.status, leito.manutencaoMotivo, leito.manutencaoAte, leito.manutencaoAutorId]).toEqual([
        ...[para, null, null, null],
      ]);
      const { bloqueio } = leito.extrairMovimentos().at(-1)!;
      expect(bloqueio?.fimPrevisto ?? null).toEqual(para === 'MANUTENCAO' ? as('15:00') : null);
    });
  });
});
