import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instante } from '../../../banco/dialeto.js';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { DesbloquearLeito } from './desbloquear-leito.js';

describe('desbloquear leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new DesbloquearLeito(id, dados, GESTORA);

  it('deve mandar o leito à limpeza, onde ela é exigida, e encerrar o período', async () => {
    const id = await cenario.leito('BLOQUEADO');
    const em = cenario.app.relogio.agora();
    const { status, desde } = await cenario.executar(comando(id, { em }));
    expect([status, desde]).toEqual(['AGUARDANDO_LIMPEZA', em.toISOString()]);
    await esperaTransicao(cenario, id, { de: 'BLOQUEADO', para: 'AGUARDANDO_LIMPEZA', acao: 'desbloquear' }, [
      'leito-mudou-de-estado',
    ]);
    const bloqueios = await cenario.linhas('leitos_bloqueios', id);
    expect(bloqueios).toMatchObject([{ bloqueio_aberto_id: null }]);
    expect(instante(bloqueios[0]!.fim)).toEqual(em);
  });

  it('deve liberar o leito de uma vez onde a limpeza não é exigida', async () => {
    const id = await cenario.leito('BLOQUEADO');
    await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: false });
    const { status } = await cenario.executar(comando(id));
    await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: true });
    expect(status).toBe('LIVRE');
    await esperaTransicao(cenario, id, { de: 'BLOQUEADO', para: 'LIVRE', acao: 'desbloquear' }, [
      'leito-liberado',
    ]);
  });

  it('deve recusar em qualquer outro estado, sem escrever nada', async () => {
    await esperaIlegalEm(
      cenario,
      ['LIVRE', 'RESERVADO', 'OCUPADO', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', 'MANUTENCAO', 'DESATIVADO'],
      comando,
    );
  });
});
