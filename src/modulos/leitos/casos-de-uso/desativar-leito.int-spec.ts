import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaRecusa,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { DesativarLeito } from './desativar-leito.js';

describe('desativar leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new DesativarLeito(id, dados, GESTORA);

  it.each(['LIVRE', 'BLOQUEADO', 'MANUTENCAO'] as const)(
    'deve desativar um leito %s, que deixa de contar como instalado',
    async (de) => {
      const id = await cenario.leito(de);
      expect((await cenario.executar(comando(id, { motivo: 'ala fechada' }))).status).toBe('DESATIVADO');
      await esperaTransicao(
        cenario,
        id,
        { de, para: 'DESATIVADO', acao: 'desativar', motivo: 'ala fechada' },
        ['leito-mudou-de-estado'],
      );
      const abertos = await cenario.app.consultar(
        'SELECT atributo FROM leitos_periodos WHERE periodo_aberto_id = ?',
        [id],
      );
      expect(abertos).toEqual([{ atributo: 'PLANEJADO' }]);
      expect((await cenario.linhas('leitos_bloqueios', id)).filter((b) => b.fim === null)).toEqual([]);
    },
  );

  it('deve recusar um instante passado anterior a um bloqueio registrado, e aceitar o fim dele', async () => {
    const id = await cenario.leito();
    const [inicio, meio, fim] = [4, 6, 8].map((d) => new Date(Date.UTC(2026, 3, d)));
    await cenario.comandar(id, 'bloquear', { em: inicio, ate: fim });
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: inicio }));
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: meio }));
    expect((await cenario.executar(comando(id, { em: fim }))).status).toBe('DESATIVADO');
  });

  it('deve encerrar no passado o bloqueio em curso', async () => {
    const id = await cenario.leito();
    await cenario.comandar(id, 'bloquear', { em: new Date('2026-04-04T00:00:00Z') });
    expect((await cenario.executar(comando(id, { em: new Date('2026-04-06T00:00:00Z') }))).status).toBe(
      'DESATIVADO',
    );
  });

  it('deve recusar em qualquer outro estado, sem escrever nada', async () => {
    await esperaIlegalEm(
      cenario,
      ['RESERVADO', 'OCUPADO', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', 'DESATIVADO'],
      comando,
    );
  });
});
