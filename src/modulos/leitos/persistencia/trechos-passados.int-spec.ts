import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../../../../test/apoio/cenario-de-leitos.js';
import { dia, esperaRecusaDeOcupacao, OcupacaoDeTeste } from '../../../../test/apoio/ocupacao-de-teste.js';
import { instante } from '../../../banco/dialeto.js';

describe('registrar uma estadia passada', () => {
  let cenario: CenarioDeLeitos;
  let ocupacoes: OcupacaoDeTeste;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    ocupacoes = await OcupacaoDeTeste.montar(cenario);
  });
  afterAll(() => cenario.encerrar());

  const trecho = (leitoId: number, de: number, ate: number) => ({ leitoId, inicio: dia(de), fim: dia(ate) });
  const esperaRecusa = (codigo: string, ...trechos: ReturnType<typeof trecho>[]) =>
    esperaRecusaDeOcupacao(cenario, codigo, () => ocupacoes.registrar(...trechos));

  it('deve pôr os trechos no passado dos leitos, sem mudar o estado deles, e dizer o último setor', async () => {
    const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'UTI' });
    const [a, b] = [
      await cenario.leito('OCUPADO'),
      await cenario.leito('LIVRE', { setorId, tipo: 'UTI_ADULTO' }),
    ];
    const retratoDosLeitos = () => cenario.app.consultar('SELECT * FROM leitos WHERE id IN (?, ?)', [a, b]);
    const antes = await retratoDosLeitos();
    const internacaoId = await ocupacoes.estadia();
    const pedido = {
      internacaoId,
      trechos: [trecho(a, 1, 2), trecho(b, 2, 3), trecho(a, 3, 4), trecho(b, 4, 5)],
      agora: ocupacoes.agora,
    };
    expect(await cenario.app.unidade.executar(() => ocupacoes.contrato.registrarPassado(pedido))).toEqual({
      setorId,
    });
    const depois = await retratoDosLeitos();
    expect(depois).toMatchObject(antes.map(({ status, desde }) => ({ status, desde })));
    expect(depois.map((l) => Number(l.versao))).toEqual(antes.map((l) => Number(l.versao) + 2));
    for (const [id, de, dias] of [
      [a, 'OCUPADO', [1, 3]],
      [b, 'LIVRE', [2, 4]],
    ] as const) {
      const contados = (await cenario.linhas('leitos_historico', id)).slice(-2);
      const registro = { acao: 'registrar-estadia', de, para: de, motivo: null };
      expect(contados).toMatchObject([registro, registro]);
      expect(contados.map((h) => [instante(h.em), instante(h.ate)])).toEqual(
        dias.map((n) => [dia(n), dia(n + 1)]),
      );
    }
    expect(await ocupacoes.contrato.trechos(internacaoId)).toMatchObject([
      { leitoId: a, tipo: 'ENFERMARIA', inicio: dia(1), fim: dia(2) },
      { leitoId: b, tipo: 'UTI_ADULTO', inicio: dia(2), fim: dia(3) },
      { leitoId: a, inicio: dia(3), fim: dia(4) },
      { leitoId: b, inicio: dia(4), fim: dia(5) },
    ]);
  });

  it.each([
    ['que começa dentro', 6, 9],
    ['que termina dentro', 3, 5],
    ['que contém', 3, 9],
    ['contido em', 5, 6],
    ['igual a', 4, 8],
    ['sem duração, dentro de', 5, 5],
  ])(
    'deve recusar um trecho %s uma ocupação, ou de um bloqueio, ou de uma desativação',
    async (_, de, ate) => {
      const [ocupado, bloqueado, desativado] = [
        await ocupacoes.leitoComPassado(),
        await cenario.leito(),
        await cenario.leito(),
      ];
      await cenario.comandar(bloqueado, 'bloquear', { em: dia(4), ate: dia(8) });
      await cenario.comandar(desativado, 'desativar', { em: dia(4) });
      await cenario.comandar(desativado, 'reativar', { em: dia(8) });
      // Another one since: not only the last deactivation bars.
      await cenario.comandar(desativado, 'desativar', { em: dia(12) });
      await esperaRecusa('INTERNACAO.PERIODO_SOBREPOSTO', trecho(ocupado, de, ate));
      await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', trecho(bloqueado, de, ate));
      await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', trecho(desativado, de, ate));
    },
  );

  it.each([
    ['termina onde ela começa', 2, 4],
    ['começa onde ela acaba', 8, 10],
    ['não dura nada, no começo dela', 4, 4],
    ['não dura nada, no fim dela', 8, 8],
  ])('deve aceitar um trecho que %s', async (_, de, ate) => {
    const [ocupado, bloqueado, desativado] = [
      await ocupacoes.leitoComPassado(),
      await cenario.leito(),
      await cenario.leito(),
    ];
    await cenario.comandar(bloqueado, 'bloquear', { em: dia(4), ate: dia(8) });
    await cenario.comandar(desativado, 'desativar', { em: dia(4) });
    await cenario.comandar(desativado, 'reativar', { em: dia(8) });
    for (const leitoId of [ocupado, bloqueado, desativado]) {
      await ocupacoes.registrar(trecho(leitoId, de, ate));
      expect((await cenario.linhas('ocupacoes', leitoId)).at(-1)).toMatchObject({
        leito_aberto_id: null,
        internacao_aberta_id: null,
      });
    }
  });

  it('deve ver uma ocupação que começou no mesmo instante que outra, sem duração, lançada depois', async () => {
    const id = await cenario.leito();
    await ocupacoes.registrar(trecho(id, 4, 8));
    await ocupacoes.registrar(trecho(id, 4, 4));
    await esperaRecusa('INTERNACAO.PERIODO_SOBREPOSTO', trecho(id, 6, 7));
    await ocupacoes.registrar(trecho(id, 8, 9));
  });

  it('deve encaixar uma estadia entre duas, e o mesmo leito duas vezes na mesma estadia', async () => {
    const [a, b] = [await ocupacoes.leitoComPassado(), await cenario.leito()];
    await ocupacoes.desocupar(await ocupacoes.ocupar(a, dia(20)), dia(22));
    await esperaRecusa(
      'INTERNACAO.PERIODO_SOBREPOSTO',
      trecho(a, 10, 12),
      trecho(b, 12, 13),
      trecho(a, 13, 21),
    );
    await ocupacoes.registrar(trecho(a, 10, 12), trecho(b, 12, 13), trecho(a, 13, 20));
    await esperaRecusa('INTERNACAO.PERIODO_SOBREPOSTO', trecho(a, 11, 12));
  });

  it('deve julgar cada trecho também pelos anteriores da mesma estadia', async () => {
    const id = await cenario.leito();
    await esperaRecusa('INTERNACAO.PERIODO_SOBREPOSTO', trecho(id, 4, 8), trecho(id, 6, 9));
  });

  it('deve olhar como terminado o bloqueio cujo prazo já passou', async () => {
    const id = await cenario.leito();
    const ate = cenario.daqui(1);
    await cenario.comandar(id, 'bloquear', { ate });
    await cenario.passar(2);
    await ocupacoes.registrar({ leitoId: id, inicio: ate, fim: ocupacoes.agora });
    const acoes = (await cenario.linhas('leitos_historico', id)).map(({ acao }) => acao);
    expect(acoes).toEqual(['bloquear', 'desbloquear', 'registrar-estadia']);
  });

  it('deve recusar um leito que não existe, de observação, só planejado, e antes da instalação', async () => {
    await esperaRecusa('LEITO.NAO_ENCONTRADO', trecho(999_999, 4, 8));
    const observacao = await cenario.leito('LIVRE', { classe: 'OBSERVACAO' });
    await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', trecho(observacao, 4, 8));
    const planejado = await cenario.leito('LIVRE', { instalado: false });
    await esperaRecusa('INTERNACAO.LEITO_INDISPONIVEL', trecho(planejado, 4, 8));
    const novo = await cenario.leito('LIVRE', { instaladoDesde: dia(5).toISOString() });
    await esperaRecusa('LEITO.AINDA_NAO_INSTALADO', trecho(novo, 4, 8));
    const certo = await cenario.leito();
    await esperaRecusa('LEITO.NAO_ENCONTRADO', trecho(certo, 4, 8), trecho(999_999, 8, 9));
    await esperaRecusa('LEITO.EM_NO_FUTURO', {
      leitoId: certo,
      inicio: dia(4),
      fim: new Date('2190-01-01T00:00:00Z'),
    });
  });
});
