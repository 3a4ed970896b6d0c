import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { CancelarReserva } from './cancelar-reserva.js';

describe('cancelar reserva', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new CancelarReserva(id, dados, GESTORA);

  it('deve devolver o leito a LIVRE, sem rastro do paciente no leito', async () => {
    const id = await cenario.leito('RESERVADO');
    const { status, reservaExpiraEm } = await cenario.executar(comando(id, { motivo: 'desistiu' }));
    expect([status, reservaExpiraEm]).toEqual(['LIVRE', null]);
    await esperaTransicao(
      cenario,
      id,
      { de: 'RESERVADO', para: 'LIVRE', acao: 'cancelar-reserva', motivo: 'desistiu' },
      ['leito-liberado'],
    );
    const [leito] = await cenario.app.consultar('SELECT reserva_paciente_id FROM leitos WHERE id = ?', [id]);
    expect(leito!.reserva_paciente_id).toBeNull();
  });

  it('deve recusar em qualquer outro estado, sem escrever nada', async () => {
    await esperaIlegalEm(
      cenario,
      ['LIVRE', 'OCUPADO', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', 'BLOQUEADO', 'MANUTENCAO', 'DESATIVADO'],
      comando,
    );
  });
});
