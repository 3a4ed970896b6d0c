import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { ConcluirLimpeza } from './concluir-limpeza.js';

describe('concluir limpeza', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new ConcluirLimpeza(id, dados, GESTORA);

  it('deve levar de EM_LIMPEZA a LIVRE e anunciar o leito liberado', async () => {
    const id = await cenario.leito('EM_LIMPEZA');
    const { status } = await cenario.executar(comando(id));
    expect(status).toBe('LIVRE');
    await esperaTransicao(cenario, id, { de: 'EM_LIMPEZA', para: 'LIVRE', acao: 'concluir-limpeza' }, [
      'leito-liberado',
    ]);
  });

  it('deve recusar em qualquer outro estado, também direto de AGUARDANDO_LIMPEZA, sem escrever nada', async () => {
    await esperaIlegalEm(
      cenario,
      ['LIVRE', 'RESERVADO', 'OCUPADO', 'AGUARDANDO_LIMPEZA', 'BLOQUEADO', 'MANUTENCAO', 'DESATIVADO'],
      comando,
    );
  });
});
