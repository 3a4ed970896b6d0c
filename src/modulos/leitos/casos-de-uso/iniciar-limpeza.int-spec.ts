import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaRecusa,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { IniciarLimpeza } from './iniciar-limpeza.js';

describe('iniciar limpeza', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new IniciarLimpeza(id, dados, GESTORA);

  it('deve levar de AGUARDANDO_LIMPEZA a EM_LIMPEZA, com quem, quando e por quê', async () => {
    const id = await cenario.leito('AGUARDANDO_LIMPEZA');
    const { status, acoes } = await cenario.executar(comando(id, { motivo: 'terminal' }));
    expect([status, [...acoes].sort()]).toEqual([
      'EM_LIMPEZA',
      ['bloquear', 'concluir-limpeza', 'manutencao'],
    ]);
    await esperaTransicao(
      cenario,
      id,
      { de: 'AGUARDANDO_LIMPEZA', para: 'EM_LIMPEZA', acao: 'iniciar-limpeza', motivo: 'terminal' },
      ['leito-mudou-de-estado'],
    );
  });

  it('deve recusar em qualquer outro estado, sem escrever nada', async () => {
    await esperaIlegalEm(
      cenario,
      ['LIVRE', 'RESERVADO', 'OCUPADO', 'EM_LIMPEZA', 'BLOQUEADO', 'MANUTENCAO', 'DESATIVADO'],
      comando,
    );
  });

  it('deve recusar o futuro e o que precede o estado atual, sem escrever nada', async () => {
    const id = await cenario.leito('AGUARDANDO_LIMPEZA');
    await esperaRecusa(cenario, 'LEITO.EM_NO_FUTURO', comando(id, { em: new Date('2190-01-01T00:00:00Z') }));
    await esperaRecusa(
      cenario,
      'LEITO.EM_ANTES_DO_ESTADO_ATUAL',
      comando(id, { em: new Date('2001-01-01T00:00:00Z') }),
    );
  });

  it('deve recusar um leito que não existe', async () => {
    await esperaRecusa(cenario, 'LEITO.NAO_ENCONTRADO', comando(999_999));
  });

  it('deve deixar passar só uma de duas pessoas ao mesmo tempo', async () => {
    const id = await cenario.leito('AGUARDANDO_LIMPEZA');
    const respostas = await Promise.allSettled(
      Array.from({ length: 8 }, () => cenario.executar(comando(id))),
    );
    expect(respostas.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(
      respostas.flatMap((r) => (r.status === 'rejected' ? [(r.reason as { codigo: string }).codigo] : [])),
    ).toEqual(Array.from({ length: 7 }, () => 'LEITO.TRANSICAO_INVALIDA'));
  });
});
