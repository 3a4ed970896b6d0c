import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import type { TipoDePedido } from '../dominio/pedido.entity.js';
import { AbrirPedido } from './abrir-pedido.js';
import { AtenderPedido } from './atender-pedido.js';
import { RecusarPedido } from './recusar-pedido.js';

const ADMIN: Autor = { usuarioId: 1, papeis: ['ADMIN'] };
const RECEPCAO: Autor = { usuarioId: 1, papeis: ['RECEPCAO'] };
const TABELAS = ['pedidos_de_privacidade', 'eventos'];

describe('atender pedido de privacidade', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const abrir = async (tipo: TipoDePedido) =>
    app.app
      .get(CommandBus)
      .execute(new AbrirPedido({ pacienteId: await cenario.paciente(), tipo, descricao: 'segredo' }, ADMIN));
  const atender = (id: number, autor: Autor = ADMIN) =>
    app.app.get(CommandBus).execute(new AtenderPedido(id, { resposta: 'Corrigido.' }, autor));

  it('deve guardar resposta, quando e quem, e contar o fato sem as palavras', async () => {
    const { id, pacienteId } = await abrir('CORRECAO');
    expect(await atender(id, RECEPCAO)).toMatchObject({
      ...{
        status: 'ATENDIDO',
        resposta: 'Corrigido.',
        respondidoPor: 1,
        fundamento: null,
        versao: 2,
        acoes: [],
      },
      respondidoEm: expect.any(Date),
    });
    const eventos = await app.consultar(
      "SELECT dados FROM eventos WHERE tipo = 'privacidade.pedido-respondido' AND agregado_id = ?",
      [id],
    );
    expect(eventos).toHaveLength(1);
    const dados = JSON.parse(String(eventos[0]!.dados)) as object;
    expect(dados).toEqual({ pedidoId: id, pacienteId, status: 'ATENDIDO', em: expect.any(String) });
  });

  it('deve haver uma resposta só, de duas dadas ao mesmo tempo', async () => {
    const { id } = await abrir('ACESSO');
    const resultados = await Promise.allSettled([atender(id), atender(id)]);
    expect(resultados.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      await app.consultar("SELECT id FROM eventos WHERE tipo LIKE 'privacidade.%' AND agregado_id = ?", [id]),
    ).toHaveLength(1);
  });

  it('deve recusar, sem gravar nada, o que não existe, já foi respondido, ou não é da recepção', async () => {
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.PEDIDO_NAO_ENCONTRADO', () => atender(999_999));
    const { id } = await abrir('ELIMINACAO');
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.TRANSICAO_INVALIDA', () => atender(id));
    const acesso = await abrir('PORTABILIDADE');
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.SO_ADMINISTRADOR', () =>
      atender(acesso.id, RECEPCAO),
    );
    await app.app.get(CommandBus).execute(new RecusarPedido(acesso.id, { fundamento: 'Sem prova.' }, ADMIN));
    await esperaRecusaSemEscrita(app, TABELAS, 'PRIVACIDADE.TRANSICAO_INVALIDA', () => atender(acesso.id));
  });
});
