import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaRecusa, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { CancelarPlano } from './cancelar-plano.js';

const RECEPCAO: Autor = { usuarioId: 1, papeis: ['RECEPCAO'] };

describe('cancelar plano', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  async function planejado(comando: string): Promise<[leitoId: number, planoId: number]> {
    const id = await cenario.leito();
    await cenario.comandar(id, comando, { em: cenario.daqui(1), ate: cenario.daqui(2) });
    return [id, Number((await cenario.linhas('leitos_planos', id))[0]!.id)];
  }

  it.each(['reservar', 'bloquear', 'manutencao'])(
    'deve desistir de %s, e nada acontecer na hora',
    async (comando) => {
      const [id, planoId] = await planejado(comando);
      const plano = await cenario.executar(new CancelarPlano(id, planoId, GESTORA));
      expect(plano).toMatchObject({ id: planoId, leitoId: id, acao: comando, situacao: 'CANCELADO' });
      expect(plano.resolvidoEm).toBeInstanceOf(Date);
      await cenario.passar(1.5);
      await cenario.vencerPrazos();
      expect(await cenario.historico(id)).toEqual([]);
    },
  );

  it('deve recusar o que não está mais pendente, sem escrever nada', async () => {
    const [aplicado, planoAplicado] = await planejado('bloquear');
    const [cancelado, planoCancelado] = await planejado('bloquear');
    await cenario.executar(new CancelarPlano(cancelado, planoCancelado, GESTORA));
    await cenario.passar(1.5);
    await cenario.vencerPrazos();
    for (const comando of [
      new CancelarPlano(aplicado, planoAplicado, GESTORA),
      new CancelarPlano(cancelado, planoCancelado, GESTORA),
    ])
      await esperaRecusa(cenario, 'LEITO.PLANO_RESOLVIDO', comando);
  });

  it('deve recusar o plano de outro leito, um que não existe, e um leito que não existe', async () => {
    const [id, planoId] = await planejado('bloquear');
    const outro = await cenario.leito();
    await esperaRecusa(cenario, 'LEITO.PLANO_NAO_ENCONTRADO', new CancelarPlano(outro, planoId, GESTORA));
    await esperaRecusa(cenario, 'LEITO.PLANO_NAO_ENCONTRADO', new CancelarPlano(id, 999_999, GESTORA));
    await esperaRecusa(cenario, 'LEITO.NAO_ENCONTRADO', new CancelarPlano(999_999, planoId, GESTORA));
  });

  it('deve deixar a quem só reserva desistir só de reservas', async () => {
    const [[a, reserva], [b, bloqueio]] = [await planejado('reservar'), await planejado('bloquear')];
    await esperaRecusa(cenario, 'ACESSO.PROIBIDO', new CancelarPlano(b, bloqueio, RECEPCAO));
    expect((await cenario.executar(new CancelarPlano(a, reserva, RECEPCAO))).situacao).toBe('CANCELADO');
  });
});
