import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instante } from '../../../banco/dialeto.js';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaRecusa,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { ConcluirManutencao } from './concluir-manutencao.js';

describe('concluir manutenção', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new ConcluirManutencao(id, dados, GESTORA);

  it('deve mandar o leito à limpeza, onde ela é exigida, e encerrar o período', async () => {
    const id = await cenario.leito('MANUTENCAO');
    const em = cenario.app.relogio.agora();
    const { status, desde } = await cenario.executar(comando(id, { em }));
    expect([status, desde]).toEqual(['AGUARDANDO_LIMPEZA', em.toISOString()]);
    await esperaTransicao(
      cenario,
      id,
      { de: 'MANUTENCAO', para: 'AGUARDANDO_LIMPEZA', acao: 'concluir-manutencao' },
      ['leito-mudou-de-estado'],
    );
    const bloqueios = await cenario.linhas('leitos_bloqueios', id);
    expect(bloqueios).toMatchObject([{ bloqueio_aberto_id: null }]);
    expect(instante(bloqueios[0]!.fim)).toEqual(em);
  });

  it('deve liberar o leito de uma vez onde a limpeza não é exigida', async () => {
    const id = await cenario.leito('MANUTENCAO');
    await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: false });
    const { status } = await cenario.executar(comando(id));
    await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: true });
    expect(status).toBe('LIVRE');
    await esperaTransicao(cenario, id, { de: 'MANUTENCAO', para: 'LIVRE', acao: 'concluir-manutencao' }, [
      'leito-liberado',
    ]);
  });

  it('deve desistir da manutenção planejada de um leito ocupado, que continua ocupado', async () => {
    const id = await cenario.leito('OCUPADO');
    const planejada = await cenario.comandar(id, 'manutencao');
    expect(planejada).toMatchObject({ manutencaoPlanejada: true });
    expect(planejada.acoes).toContain('concluir-manutencao');
    expect(await cenario.executar(comando(id))).toMatchObject({
      ...{ status: 'OCUPADO', manutencaoPlanejada: false, acoes: ['manutencao'] },
    });
    await esperaTransicao(cenario, id, { de: 'OCUPADO', para: 'OCUPADO', acao: 'concluir-manutencao' }, []);
    await esperaRecusa(cenario, 'LEITO.TRANSICAO_INVALIDA', comando(id));
  });

  it('deve recusar em qualquer outro estado, sem escrever nada', async () => {
    await esperaIlegalEm(
      cenario,
      ['LIVRE', 'RESERVADO', 'OCUPADO', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', 'BLOQUEADO', 'DESATIVADO'],
      comando,
    );
  });
});
