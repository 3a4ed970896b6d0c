import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instante } from '../../../banco/dialeto.js';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaRecusa,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { BloquearLeito } from './bloquear-leito.js';

describe('bloquear leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados: { em?: Date; ate?: Date; motivo?: string } = {}) =>
    new BloquearLeito(id, { motivo: 'obra', ...dados }, GESTORA);
  const dia = (n: number, hora = 0) => new Date(Date.UTC(2026, 3, n, hora));

  it.each(['LIVRE', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'] as const)(
    'deve bloquear um leito %s e abrir o período',
    async (de) => {
      const id = await cenario.leito(de);
      const jaHavia = (await cenario.linhas('leitos_bloqueios', id)).length;
      const { status } = await cenario.executar(comando(id, { motivo: 'infecção' }));
      expect(status).toBe('BLOQUEADO');
      await esperaTransicao(cenario, id, { de, para: 'BLOQUEADO', acao: 'bloquear', motivo: 'infecção' }, [
        'leito-mudou-de-estado',
      ]);
      expect((await cenario.linhas('leitos_bloqueios', id)).slice(jaHavia)).toMatchObject([
        {
          tipo: 'BLOQUEIO',
          motivo: 'infecção',
          fim: null,
          fim_previsto: null,
          bloqueio_aberto_id: id,
          autor_id: 1,
        },
      ]);
    },
  );

  it('deve recusar em qualquer outro estado, sem escrever nada', async () => {
    await esperaIlegalEm(cenario, ['RESERVADO', 'OCUPADO', 'BLOQUEADO', 'MANUTENCAO', 'DESATIVADO'], comando);
  });

  it('deve valer desde um instante passado, com a previsão de término', async () => {
    const id = await cenario.leito();
    const ate = new Date(cenario.app.relogio.agora().getTime() + 86_400_000);
    const { desde } = await cenario.executar(comando(id, { em: dia(4), ate }));
    expect(desde).toEqual(dia(4).toISOString());
    const [bloqueio] = await cenario.linhas('leitos_bloqueios', id);
    expect([instante(bloqueio!.inicio), bloqueio!.fim, instante(bloqueio!.fim_previsto)]).toEqual([
      dia(4),
      null,
      ate,
    ]);
  });

  it('deve só registrar um período já encerrado, sem mudar o estado, e contá-lo', async () => {
    const id = await cenario.leito();
    const [antes] = await cenario.app.consultar('SELECT * FROM leitos WHERE id = ?', [id]);
    const { status, versao } = await cenario.executar(comando(id, { em: dia(4), ate: dia(8) }));
    expect([status, versao]).toEqual(['LIVRE', 2]);
    const [depois] = await cenario.app.consultar('SELECT * FROM leitos WHERE id = ?', [id]);
    expect({ ...depois, versao: 1, atualizado_em: antes!.atualizado_em }).toEqual(antes);
    expect(await cenario.eventos(id, 2)).toEqual(['bloqueio-passado-registrado']);
    const [evento] = await cenario.app.consultar(
      "SELECT dados FROM eventos WHERE tipo = 'leitos.bloqueio-passado-registrado' AND agregado_id = ?",
      [id],
    );
    expect(JSON.parse(String(evento!.dados))).toEqual({
      leitoId: id,
      setorId: cenario.setorId,
      inicio: dia(4).toISOString(),
      fim: dia(8).toISOString(),
    });
    const historico = await cenario.linhas('leitos_historico', id);
    expect(historico).toMatchObject([
      { versao: 2, de: 'LIVRE', para: 'LIVRE', acao: 'registrar-bloqueio', motivo: 'obra', autor_id: 1 },
    ]);
    expect([instante(historico[0]!.em), instante(historico[0]!.ate)]).toEqual([dia(4), dia(8)]);
    const [bloqueio] = await cenario.linhas('leitos_bloqueios', id);
    expect([instante(bloqueio!.inicio), instante(bloqueio!.fim), bloqueio!.bloqueio_aberto_id]).toEqual([
      dia(4),
      dia(8),
      null,
    ]);
  });

  it('deve registrar um período encerrado também em leito ocupado depois dele', async () => {
    const id = await cenario.internacoes.leito();
    await cenario.internacoes.internar({ leitoId: id, admitidaEm: '2026-04-10T00:00:00Z' });
    expect((await cenario.executar(comando(id, { em: dia(4), ate: dia(10) }))).status).toBe('OCUPADO');
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: dia(10), ate: dia(12) }));
  });

  it.each([
    ['que começa dentro de outro', 5, 9],
    ['que termina dentro de outro', 3, 5],
    ['que contém outro', 3, 9],
    ['contido em outro', 5, 7],
    ['igual a outro', 4, 8],
  ])('deve recusar um período %s, sem escrever nada', async (_, de, ate) => {
    const id = await cenario.leito();
    await cenario.executar(comando(id, { em: dia(4), ate: dia(8) }));
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: dia(de), ate: dia(ate) }));
  });

  it('deve aceitar períodos que só se tocam, em qualquer ordem de registro', async () => {
    const id = await cenario.leito();
    for (const [de, ate] of [
      [4, 8],
      [8, 9],
      [2, 4],
    ] as const)
      await cenario.executar(comando(id, { em: dia(de), ate: dia(ate) }));
    expect(await cenario.linhas('leitos_bloqueios', id)).toHaveLength(3);
  });

  it('deve recusar um bloqueio em aberto que começa antes de um período registrado', async () => {
    const id = await cenario.leito();
    await cenario.executar(comando(id, { em: dia(4), ate: dia(8) }));
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: dia(3) }));
    expect((await cenario.executar(comando(id, { em: dia(8) }))).status).toBe('BLOQUEADO');
  });

  it('deve recusar um período passado que esbarra numa ocupação encerrada', async () => {
    const id = await cenario.internacoes.leito();
    const { id: internacaoId } = await cenario.internacoes.internar({
      leitoId: id,
      admitidaEm: '2026-04-10T00:00:00Z',
    });
    await cenario.app.post(`/v1/internacoes/${internacaoId}/alta`, {
      cidSaida: 'J189',
      motivoSaida: 'ALTA_CURADO',
      em: '2026-04-12T00:00:00Z',
    });
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: dia(9), ate: dia(11) }));
    await cenario.executar(comando(id, { em: dia(12), ate: dia(13) }));
    expect(await cenario.linhas('leitos_bloqueios', id)).toHaveLength(1);
  });

  it('deve recusar num leito desativado um período que entra na desativação', async () => {
    const id = await cenario.leito();
    await cenario.comandar(id, 'desativar', { em: dia(6) });
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: dia(4), ate: dia(8) }));
    expect((await cenario.executar(comando(id, { em: dia(4), ate: dia(6) }))).status).toBe('DESATIVADO');
  });

  it('deve olhar cada desativação que o leito já teve, e não só a última', async () => {
    const id = await cenario.leito();
    for (const [de, ate] of [
      [4, 8],
      [12, 14],
    ] as const) {
      await cenario.comandar(id, 'desativar', { em: dia(de) });
      await cenario.comandar(id, 'reativar', { em: dia(ate) });
    }
    for (const [de, ate] of [
      [3, 5],
      [5, 6],
      [7, 9],
      [3, 9],
      [11, 15],
      [13, 20],
    ] as const)
      await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: dia(de), ate: dia(ate) }));
    for (const [de, ate] of [
      [2, 4],
      [8, 12],
      [14, 15],
    ] as const)
      await cenario.executar(comando(id, { em: dia(de), ate: dia(ate) }));
    expect(await cenario.linhas('leitos_bloqueios', id)).toHaveLength(3);
  });

  it('deve recusar fim antes do começo e antes da instalação, sem escrever nada', async () => {
    const id = await cenario.leito('LIVRE', { instaladoDesde: dia(1).toISOString() });
    await esperaRecusa(cenario, 'LEITO.PERIODO_INVALIDO', comando(id, { em: dia(4), ate: dia(4) }));
    await esperaRecusa(cenario, 'LEITO.PERIODO_INVALIDO', comando(id, { ate: dia(4) }));
    await esperaRecusa(cenario, 'LEITO.AINDA_NAO_INSTALADO', comando(id, { em: dia(0), ate: dia(2) }));
    await esperaRecusa(cenario, 'LEITO.AINDA_NAO_INSTALADO', comando(id, { em: dia(0) }));
    await esperaRecusa(
      cenario,
      'LEITO.AINDA_NAO_INSTALADO',
      comando(await cenario.leito('LIVRE', { instalado: false }), { em: dia(4), ate: dia(8) }),
    );
  });
});
