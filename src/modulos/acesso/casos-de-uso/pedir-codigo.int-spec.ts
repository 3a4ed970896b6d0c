import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { ADMIN } from '../../../../test/apoio/banco-de-teste.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { PedirCodigo } from './pedir-codigo.js';

describe('pedir código', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
  });
  afterAll(() => app.encerrar());

  it.each(['REENVIO', 'REDEFINICAO'] as const)(
    'deve anotar do mesmo modo um %s de quem tem conta e de quem não tem',
    async (tipo) => {
      const formas = [];
      for (const email of [ADMIN.email, 'ninguem@teste.local']) {
        await app.app.get(CommandBus).execute(new PedirCodigo(tipo, { email }));
        const [pedido] = await app.consultar('SELECT * FROM pedidos_de_acesso ORDER BY id DESC LIMIT 1');
        const [evento] = await app.consultar('SELECT * FROM eventos ORDER BY id DESC LIMIT 1');
        expect(pedido!.email).toBe(email);
        expect(JSON.parse(String(evento!.dados))).toEqual({ pedidoId: pedido!.id });
        formas.push({ ...pedido, id: 0, email: '', criado_em: '' });
      }
      expect(formas[0]).toEqual(formas[1]);
      expect(formas[0]).toMatchObject({ tipo, atendido_em: null, usuario_id: null, senha_hash: null });
    },
  );
});
