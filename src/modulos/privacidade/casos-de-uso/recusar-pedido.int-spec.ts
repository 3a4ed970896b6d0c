import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { AbrirPedido } from './abrir-pedido.js';
import { RecusarPedido } from './recusar-pedido.js';

const ADMIN: Autor = { usuarioId: 1, papeis: ['ADMIN'] };
const RECEPCAO: Autor = { usuarioId: 1, papeis: ['RECEPCAO'] };
const TABELAS = ['pedidos_de_privacidade', 'eventos'];

describe('recusar pedido de privacidade', () => {
  let app: AplicacaoDeTeste;
  let pacienteId: number;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
    pacienteId = await (await CenarioDeInternacao.montar(app)).paciente();
  });
  afterAll(() => app.encerrar());

  const abrir = (tipo: 'CORRECAO' | 'REVOGACAO') =>
    app.app.get(CommandBus).execute(new AbrirPedido({ pacienteId, tipo }, ADMIN));
  const recusar = (id: number, autor: Autor = ADMIN) =>
    app.app.get(CommandBus).execute(new RecusarPedido(id, { fundamento: 'Confere com o documento.' }, autor));

  it('deve guardar o fundamento, quando e quem', async () => {
    const { id } = await abrir('CORRECAO');
    expect(await recusar(id, RECEPCAO)).toMatchObject({
      ...{ status: 'RECUSADO', fundamento: 'Confere com o documento.', respondidoPor: 1, resposta: null },
      ...{ guardaAte: null, versao: 2 },
    });
  });

  it('deve recusar, sem gravar nada, o que não existe, já foi respondido, ou não é da recepção', async () => {
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.PEDIDO_NAO_ENCONTRADO', () => recusar(999_999));
    const { id } = await abrir('REVOGACAO');
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.SO_ADMINISTRADOR', () => recusar(id, RECEPCAO));
    await recusar(id);
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.TRANSICAO_INVALIDA', () => recusar(id));
  });
});
