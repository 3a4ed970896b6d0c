import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CenarioDeLeitos, esperaTransicao } from '../../../../test/apoio/cenario-de-leitos.js';
import { inserirLinha, retrato } from '../../../../test/apoio/recusas.js';
import { instante, ouNulo } from '../../../banco/dialeto.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { OcupacaoDeLeitos } from '../contrato/ocupacao-de-leitos.js';
import { travarLeito } from './leitos-no-banco.js';
import { abrirOcupacao } from './ocupacoes-no-banco.js';

const TABELAS = ['leitos', 'leitos_historico', 'leitos_bloqueios', 'leitos_periodos', 'ocupacoes', 'eventos'];
const dia = (n: number, hora = 0): Date => new Date(Date.UTC(2026, 3, n, hora));

describe('ocupação de leitos', () => {
  let cenario: CenarioDeLeitos;
  let pacienteId: number;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    pacienteId = await cenario.internacoes.paciente();
  });
  afterAll(() => cenario.encerrar());

  /** A row of a stay, without a bed: what the other side of the contract writes first. */
  const estadia = (): Promise<number> =>
    inserirLinha(cenario.app, 'internacoes', {
      ...{
        paciente_id: pacienteId,
        medico_id: cenario.internacoes.medicoId,
        convenio_id: null,
        status: 'SOLICITADA',
        carater: 'URGENCIA',
      },
      ...{
        cid_sistema: 'CID-10',
        cid_versao: '2008',
        cid_entrada: 'J18',
        cid_saida: null,
        motivo_saida: null,
        medico_alta_id: null,
      },
      ...{
        observacao: null,
        entrada: dia(1),
        saida: null,
        paciente_aberto_id: null,
        movimentos: 1,
        ultimo_movimento_em: dia(1),
      },
      ...{ versao: 1, criado_em: dia(1), atualizado_em: dia(1), autor_id: null },
    });

  const ocupacao = () => cenario.app.app.get(OcupacaoDeLeitos);
  const agora = () => cenario.app.relogio.agora();
  const ocupar = async (leitoId: number, em: Date = agora(), internacaoId?: number): Promise<number> => {
    const id = internacaoId ?? (await estadia());
    await cenario.app.unidade.executar(() =>
      ocupacao().ocupar({ leitoId, internacaoId: id, pacienteId, em, autorId: 1 }),
    );
    return id;
  };
  const desocupar = (internacaoId: number, em: Date = agora()) =>
    cenario.app.unidade.executar(() => ocupacao().desocupar({ internacaoId, em, autorId: 1 }));
  const transferir = (internacaoId: number, leitoId: number, em: Date = agora()) =>
    cenario.app.unidade.executar(() =>
      ocupacao().transferir({ internacaoId, leitoId, pacienteId, em, autorId: 1, motivo: 'cuidado' }),
    );
  const status = async (id: number) =>
    (await cenario.app.consultar('SELECT status FROM leitos WHERE id = ?', [id]))[0]!.status;
  const limpar = async (id: number, em: Date) => {
    await cenario.comandar(id, 'iniciar-limpeza', { em });
    await cenario.comandar(id, 'concluir-limpeza', { em });
  };
  /** A bed that a stay had from the 4th to the 8th. */
  const comPassado = async (): Promise<number> => {
    const id = await cenario.leito();
    await desocupar(await ocupar(id, dia(4)), dia(8));
    await limpar(id, dia(9));
    return id;
  };

  const esperaRecusa = async (codigo: string, tentativa: () => Promise<unknown>): Promise<ErroDeDominio> => {
    const antes = await retrato(cenario.app, ...TABELAS);
    const erro: unknown = await tentativa().catch((e: unknown) => e);
    expect(erro).toBeInstanceOf(ErroDeDominio);
    expect((erro as ErroDeDominio).codigo).toBe(codigo);
    expect(await retrato(cenario.app, ...TABELAS)).toEqual(antes);
    return erro as ErroDeDominio;
  };

  describe('ocupar', () => {
    it('deve abrir a ocupação, mudar o leito e contar o fato, tudo de uma vez', async () => {
      const id = await cenario.leito();
      const internacaoId = await ocupar(id, dia(4));
      await esperaTransicao(cenario, id, { de: 'LIVRE', para: 'OCUPADO', acao: 'ocupar' }, ['leito-ocupado']);
      const [linha] = await cenario.linhas('ocupacoes', id);
      expect(linha).toMatchObject({
        internacao_id: internacaoId,
        fim: null,
        leito_aberto_id: id,
        internacao_aberta_id: internacaoId,
      });
      expect(instante(linha!.inicio)).toEqual(dia(4));
    });

    it('deve recusar um leito que não existe, no campo do corpo', async () => {
      const id = await estadia();
      const erro = await esperaRecusa('LEITO.NAO_ENCONTRADO', () => ocupar(999_999, agora(), id));
      expect([erro.tipo, erro.campo]).toEqual(['invalido', 'leitoId']);
    });

    it('deve recusar um leito ocupado com a frase que a pessoa lê', async () => {
      const id = await cenario.leito('LIVRE', { numero: '777-A' });
      await ocupar(id);
      const outra = await estadia();
      const erro = await esperaRecusa('INTERNACAO.LEITO_OCUPADO', () => ocupar(id, agora(), outra));
      expect(erro.message).toBe('Leito 777-A já está ocupado.');
    });

    it.each([
      'AGUARDANDO_LIMPEZA',
      'EM_LIMPEZA',
      'BLOQUEADO',
      'MANUTENCAO',
      'DESATIVADO',
      'RESERVADO',
    ] as const)('deve recusar um leito %s', async (estado) => {
      const [id, internacaoId] = [await cenario.leito(estado), await estadia()];
      await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', () => ocupar(id, agora(), internacaoId));
    });

    it('deve recusar um leito de observação e um que só está planejado', async () => {
      const [observacao, planejado, internacaoId] = [
        await cenario.leito('LIVRE', { classe: 'OBSERVACAO' }),
        await cenario.leito('LIVRE', { instalado: false }),
        await estadia(),
      ];
      await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', () => ocupar(observacao, agora(), internacaoId));
      await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', () => ocupar(planejado, agora(), internacaoId));
    });

    it('deve aceitar o paciente da reserva, e quem vier quando ela vencer', async () => {
      const [doPaciente, vencida] = [await cenario.leito(), await cenario.leito('RESERVADO')];
      await cenario.comandar(doPaciente, 'reservar', { pacienteId });
      await ocupar(doPaciente);
      await cenario.app.unidade.executar((tx) =>
        tx.executar('UPDATE leitos SET reserva_expira_em = ? WHERE id = ?', [agora(), vencida]),
      );
      await ocupar(vencida);
      expect((await cenario.linhas('leitos_historico', vencida)).map((h) => h.acao)).toEqual([
        'reservar',
        'expirar-reserva',
        'ocupar',
      ]);
      expect([await status(doPaciente), await status(vencida)]).toEqual(['OCUPADO', 'OCUPADO']);
    });

    it('deve recusar antes da instalação e aceitar a partir dela', async () => {
      const [id, internacaoId] = [
        await cenario.leito('LIVRE', { instaladoDesde: dia(4).toISOString() }),
        await estadia(),
      ];
      await esperaRecusa('LEITO.AINDA_NAO_INSTALADO', () =>
        ocupar(id, new Date(dia(4).getTime() - 1), internacaoId),
      );
      await ocupar(id, dia(4), internacaoId);
      expect(await status(id)).toBe('OCUPADO');
    });

    it.each([
      ['antes de uma ocupação encerrada', dia(1)],
      ['no começo dela', dia(4)],
      ['um milésimo antes do fim dela', new Date(dia(8).getTime() - 1)],
    ])('deve recusar a entrada %s', async (_, em) => {
      const [id, internacaoId] = [await comPassado(), await estadia()];
      await esperaRecusa('INTERNACAO.PERIODO_SOBREPOSTO', () => ocupar(id, em, internacaoId));
    });

    it.each([
      ['no fim de outra ocupação, antes da limpeza', dia(8)],
      ['antes de o leito ficar livre', dia(8, 12)],
      ['agora', null],
    ])('deve aceitar a entrada %s', async (_, em) => {
      const id = await comPassado();
      await ocupar(id, em ?? agora());
      expect(await status(id)).toBe('OCUPADO');
    });

    it('deve olhar também ocupações antigas encobertas por outras mais novas', async () => {
      const id = await comPassado();
      await desocupar(await ocupar(id, dia(12)), dia(15));
      await limpar(id, dia(15));
      const internacaoId = await estadia();
      for (const em of [dia(2), dia(5), dia(9), dia(14)])
        await esperaRecusa('INTERNACAO.PERIODO_SOBREPOSTO', () => ocupar(id, em, internacaoId));
    });

    it('deve recusar a entrada que esbarra num bloqueio passado ou numa desativação', async () => {
      const [bloqueado, desativado, internacaoId] = [
        await cenario.leito(),
        await cenario.leito(),
        await estadia(),
      ];
      await cenario.comandar(bloqueado, 'bloquear', { em: dia(4), ate: dia(8) });
      await cenario.comandar(desativado, 'desativar', { em: dia(4) });
      await cenario.comandar(desativado, 'reativar', { em: dia(8) });
      for (const id of [bloqueado, desativado]) {
        await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', () => ocupar(id, dia(7), internacaoId));
        await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', () => ocupar(id, dia(2), internacaoId));
        await desocupar(await ocupar(id, dia(8), internacaoId), dia(8));
      }
    });

    it('deve recusar a mesma internação em dois leitos, e dar às chaves a última palavra', async () => {
      const [a, b] = [await cenario.leito(), await cenario.leito()];
      const internacaoId = await ocupar(a);
      await esperaRecusa('INTERNACAO.JA_OCUPA_LEITO', () => ocupar(b, agora(), internacaoId));
      const outra = await estadia();
      await esperaRecusa('INTERNACAO.LEITO_OCUPADO', () =>
        cenario.app.unidade.executar(async (tx) =>
          abrirOcupacao(tx, await travarLeito(tx, a), outra, agora()),
        ),
      );
    });

    it('deve dar o leito a uma só de muitas internações ao mesmo tempo', async () => {
      const id = await cenario.leito();
      const internacoes = await Promise.all(Array.from({ length: 20 }, estadia));
      const respostas = await Promise.allSettled(internacoes.map((i) => ocupar(id, agora(), i)));
      expect(respostas.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
      const codigos = respostas.flatMap((r) =>
        r.status === 'rejected' ? [(r.reason as ErroDeDominio).codigo] : [],
      );
      expect(new Set(codigos)).toEqual(new Set(['INTERNACAO.LEITO_OCUPADO']));
      expect(await cenario.linhas('ocupacoes', id)).toHaveLength(1);
    });
  });

  describe('desocupar', () => {
    it('deve fechar a ocupação e mandar o leito à limpeza', async () => {
      const id = await cenario.leito();
      const internacaoId = await ocupar(id, dia(4));
      expect(await desocupar(internacaoId, dia(8))).toEqual({ leitoId: id });
      await esperaTransicao(cenario, id, { de: 'OCUPADO', para: 'AGUARDANDO_LIMPEZA', acao: 'desocupar' }, [
        'leito-desocupado',
      ]);
      const [linha] = await cenario.linhas('ocupacoes', id);
      expect([instante(linha!.fim), linha!.leito_aberto_id, linha!.internacao_aberta_id]).toEqual([
        dia(8),
        null,
        null,
      ]);
    });

    it('deve liberar de uma vez onde a limpeza não é exigida, com os dois fatos na mesma versão', async () => {
      const id = await cenario.leito();
      const internacaoId = await ocupar(id, dia(4));
      await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: false });
      await desocupar(internacaoId, dia(8));
      await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: true });
      await esperaTransicao(cenario, id, { de: 'OCUPADO', para: 'LIVRE', acao: 'desocupar' }, [
        'leito-desocupado',
        'leito-liberado',
      ]);
    });

    it('deve recusar a saída anterior à entrada, no futuro, e de quem não está em leito algum', async () => {
      const id = await cenario.leito();
      const internacaoId = await ocupar(id, dia(4));
      await esperaRecusa('INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', () =>
        desocupar(internacaoId, new Date(dia(4).getTime() - 1)),
      );
      await esperaRecusa('LEITO.EM_NO_FUTURO', () =>
        desocupar(internacaoId, new Date('2190-01-01T00:00:00Z')),
      );
      const semLeito = await estadia();
      await esperaRecusa('INTERNACAO.SEM_LEITO', () => desocupar(semLeito));
      await desocupar(internacaoId, dia(4));
      await esperaRecusa('INTERNACAO.SEM_LEITO', () => desocupar(internacaoId));
    });
  });

  describe('transferir', () => {
    it('deve fechar um trecho e abrir o outro no mesmo instante, e lembrar o motivo', async () => {
      const [de, para] = [await cenario.leito(), await cenario.leito('LIVRE', { tipo: 'UTI_ADULTO' })];
      const internacaoId = await ocupar(de, dia(4));
      expect(await transferir(internacaoId, para, dia(6))).toEqual({ deLeitoId: de });
      await esperaTransicao(
        cenario,
        de,
        { para: 'AGUARDANDO_LIMPEZA', acao: 'desocupar', motivo: 'cuidado' },
        ['leito-desocupado'],
      );
      await esperaTransicao(cenario, para, { para: 'OCUPADO', acao: 'ocupar', motivo: 'cuidado' }, [
        'leito-ocupado',
      ]);
      const trechos = await ocupacao().trechos(internacaoId);
      expect(trechos).toMatchObject([
        { leitoId: de, tipo: 'ENFERMARIA', inicio: dia(4), fim: dia(6), setorId: cenario.setorId },
        { leitoId: para, tipo: 'UTI_ADULTO', inicio: dia(6), fim: null },
      ]);
    });

    it('deve recusar o mesmo leito, um que não existe, um ocupado, o passado e o indisponível, sem escrever nada', async () => {
      const [de, livre, ocupado, bloqueado] = [
        await cenario.leito(),
        await cenario.leito(),
        await cenario.leito('OCUPADO'),
        await cenario.leito('BLOQUEADO'),
      ];
      const internacaoId = await ocupar(de, dia(4));
      await esperaRecusa('INTERNACAO.MESMO_LEITO', () => transferir(internacaoId, de));
      await esperaRecusa('LEITO.NAO_ENCONTRADO', () => transferir(internacaoId, 999_999));
      await esperaRecusa('INTERNACAO.LEITO_OCUPADO', () => transferir(internacaoId, ocupado));
      await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', () => transferir(internacaoId, bloqueado));
      await esperaRecusa('INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', () =>
        transferir(internacaoId, livre, dia(3)),
      );
      const semLeito = await estadia();
      await esperaRecusa('INTERNACAO.SEM_LEITO', () => transferir(semLeito, livre));
    });

    it('deve deixar voltar ao leito de onde saiu, depois de limpo, e listar os trechos em ordem', async () => {
      const [a, b] = [await cenario.leito(), await cenario.leito()];
      const internacaoId = await ocupar(a, dia(4));
      await transferir(internacaoId, b, dia(5));
      await limpar(a, dia(5, 1));
      await transferir(internacaoId, a, dia(6));
      await desocupar(internacaoId, dia(7));
      expect((await ocupacao().trechos(internacaoId)).map((t) => [t.leitoId, t.inicio, t.fim])).toEqual([
        [a, dia(4), dia(5)],
        [b, dia(5), dia(6)],
        [a, dia(6), dia(7)],
      ]);
    });

    it('deve sobreviver a transferências cruzadas ao mesmo tempo, sem leito com dois pacientes', async () => {
      const [a, b, c] = [await cenario.leito(), await cenario.leito(), await cenario.leito()];
      const [deA, deB] = [await ocupar(a), await ocupar(b)];
      const respostas = await Promise.allSettled([
        transferir(deA, b),
        transferir(deB, a),
        transferir(deA, c),
        transferir(deB, c),
      ]);
      expect(respostas.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
      const abertas = await cenario.app.consultar(
        'SELECT leito_aberto_id FROM ocupacoes WHERE internacao_aberta_id IN (?, ?)',
        [deA, deB],
      );
      expect(new Set(abertas.map((o) => o.leito_aberto_id)).size).toBe(2);
    });
  });

  it('deve nunca sobrepor ocupações nem bloqueios de um leito, em qualquer ordem de lançamentos tardios', async () => {
    const passo = fc.record({
      acao: fc.constantFrom('entrar', 'sair', 'limpar', 'bloquear', 'desbloquear'),
      de: fc.integer({ min: 1, max: 28 }),
      dias: fc.integer({ min: 1, max: 6 }),
      fechado: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(passo, { minLength: 5, maxLength: 14 }), async (passos) => {
        const id = await cenario.leito();
        let dentro: number | undefined;
        for (const { acao, de, dias, fechado } of passos) {
          const em = dia(de);
          const corpo = { em, ...(fechado ? { ate: dia(de + dias) } : {}), motivo: 'm' };
          if (acao === 'entrar') dentro = await ocupar(id, em).catch(() => dentro);
          else if (acao === 'sair') await desocupar(dentro ?? 0, em).catch(() => undefined);
          else if (acao === 'limpar') await limpar(id, em).catch(() => undefined);
          else if (acao === 'bloquear') await cenario.app.post(`/v1/leitos/${id}/bloquear`, corpo);
          else await cenario.app.post(`/v1/leitos/${id}/desbloquear`, { em });
        }
        const periodos = [
          ...(await cenario.linhas('ocupacoes', id)),
          ...(await cenario.linhas('leitos_bloqueios', id)),
        ]
          .map((l) => ({ inicio: instante(l.inicio), fim: ouNulo(instante)(l.fim) }))
          .sort(
            (x, y) =>
              x.inicio.getTime() - y.inicio.getTime() ||
              (x.fim?.getTime() ?? Infinity) - (y.fim?.getTime() ?? Infinity),
          );
        for (const [i, periodo] of periodos.entries())
          for (const anterior of periodos.slice(0, i))
            expect(anterior.fim !== null && anterior.fim <= periodo.inicio).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
