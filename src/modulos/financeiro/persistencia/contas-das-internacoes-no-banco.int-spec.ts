import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { desfazerAlta } from '../../../../test/apoio/alta-desfeita.js';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { local } from '../../../../test/apoio/estadia.js';
import { fecharConta } from '../../../../test/apoio/fechar-conta.js';
import { HospitalDeTeste } from '../../../../test/apoio/hospital-de-teste.js';
import { esperaRecusaSemEscrita, inserirLinha, retrato } from '../../../../test/apoio/recusas.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { inteiro, ouNulo } from '../../../banco/dialeto.js';
import { AbrirConta } from '../casos-de-uso/abrir-conta.js';

const ENTRADA = local('07/06 10:00');
const SAIDA = local('10/06 09:00');
const TABELAS = ['internacoes', 'contas', 'lancamentos', 'lancamentos_historico', 'eventos', 'entregas'];

describe('ContasDasInternacoes.reabrir', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  let convenioId: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    aplicacao.relogio.ajustar(local('10/06 20:00'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
    convenioId = await hospital.convenio({ ENFERMARIA: 100 });
  });
  afterAll(() => aplicacao.encerrar());

  const fechar = (internacaoId: number) => fecharConta(aplicacao, internacaoId);

  async function encerrada(comConta = true, convenio = convenioId): Promise<number> {
    const id = await hospital.internar('ENFERMARIA', { admitidaEm: ENTRADA, convenioId: convenio });
    if (comConta) await aplicacao.app.get(CommandBus).execute(new AbrirConta(id, ENTRADA));
    await hospital.darAlta(id, SAIDA);
    return id;
  }

  const conta = async (internacaoId: number) => {
    const [c] = await aplicacao.consultar('SELECT * FROM contas WHERE internacao_id = ?', [internacaoId]);
    return c && { id: inteiro(c.id), status: c.status, fechamento: c.fechamento, versao: inteiro(c.versao) };
  };
  const finais = async (internacaoId: number) =>
    (
      await aplicacao.consultar('SELECT * FROM lancamentos WHERE origem = ? ORDER BY id', [
        `internacao:${internacaoId}`,
      ])
    ).map((l) => ({ id: inteiro(l.id), status: l.status, ativo: ouNulo(inteiro)(l.ativo) }));
  const historico = async (lancamentoId: number) =>
    (
      await aplicacao.consultar(
        'SELECT * FROM lancamentos_historico WHERE lancamento_id = ? ORDER BY versao',
        [lancamentoId],
      )
    ).map((h) => [inteiro(h.versao), h.acao, h.de, h.para, inteiro(h.valor), h.motivo, h.autor_id]);

  it('deve estornar o final por uma contrapartida e abrir a conta de novo; a nova alta cobra uma vez', async () => {
    const internacaoId = await encerrada();
    const primeiro = await fechar(internacaoId);
    await desfazerAlta(aplicacao, internacaoId);

    expect(await finais(internacaoId)).toEqual([{ id: primeiro, status: 'ESTORNADO', ativo: null }]);
    expect(await historico(primeiro!)).toEqual([
      [1, 'criar', null, 'EMITIDO', 30_000, null, null],
      [2, 'estornar', 'EMITIDO', 'ESTORNADO', -30_000, 'Alta dada por engano', 1],
    ]);
    expect(await conta(internacaoId)).toMatchObject({ status: 'ABERTA', fechamento: null, versao: 3 });
    const [evento] = await aplicacao.consultar(
      "SELECT * FROM eventos WHERE tipo = 'financeiro.lancamento-estornado' AND agregado_id = ?",
      [primeiro],
    );
    expect(JSON.parse(evento!.dados as string)).toEqual({
      ...{
        lancamentoId: primeiro,
        contaId: (await conta(internacaoId))!.id,
        internacaoId,
        valorCentavos: 30_000,
      },
    });

    await hospital.darAlta(internacaoId, local('10/06 19:00'));
    const segundo = await fechar(internacaoId);
    expect(await fechar(internacaoId)).toBeNull();
    expect(await finais(internacaoId)).toEqual([
      { id: primeiro, status: 'ESTORNADO', ativo: null },
      { id: segundo, status: 'EMITIDO', ativo: 1 },
    ]);
    expect(await conta(internacaoId)).toMatchObject({ status: 'FECHADA', versao: 4 });
  });

  it('deve estornar também o rascunho, que nada cobrava', async () => {
    const internacaoId = await encerrada(true, await hospital.convenio({}));
    const rascunho = await fechar(internacaoId);
    await desfazerAlta(aplicacao, internacaoId);
    expect(await finais(internacaoId)).toEqual([{ id: rascunho, status: 'ESTORNADO', ativo: null }]);
    expect((await historico(rascunho!)).map(([, acao, , , valor]) => [acao, valor])).toEqual([
      ['criar', 0],
      ['estornar', 0],
    ]);
  });

  it('deve deixar para a reação que vem a conta que ainda não abriu ou não fechou', async () => {
    const semConta = await encerrada(false);
    await desfazerAlta(aplicacao, semConta);
    expect(await conta(semConta)).toBeUndefined();
    expect(await fechar(semConta)).toBeNull();

    const aberta = await encerrada();
    await desfazerAlta(aplicacao, aberta);
    expect(await conta(aberta)).toMatchObject({ status: 'ABERTA', versao: 1 });
    expect(await fechar(aberta)).toBeNull();
    expect([await finais(semConta), await finais(aberta)]).toEqual([[], []]);
  });

  it.each(['PAGO', 'PARCIALMENTE_PAGO'])(
    'deve recusar a conta com lançamento %s e não gravar nada',
    async (status) => {
      const internacaoId = await encerrada();
      await fechar(internacaoId);
      await aplicacao.unidade.executar((tx) =>
        tx.executar('UPDATE lancamentos SET status = ? WHERE origem = ?', [
          status,
          `internacao:${internacaoId}`,
        ]),
      );
      await esperaRecusaSemEscrita(aplicacao, TABELAS, 'FINANCEIRO.CONTA_PAGA', () =>
        desfazerAlta(aplicacao, internacaoId),
      );
    },
  );

  it('deve recusar que desfaça a alta quem emitiu a cobrança à mão', async () => {
    const internacaoId = await encerrada();
    const lancamentoId = await fechar(internacaoId);
    await aplicacao.unidade.executar((tx) =>
      tx.executar('UPDATE lancamentos SET autor_id = 1 WHERE id = ?', [lancamentoId]),
    );
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.ESTORNO_PELO_PROPRIO_AUTOR', () =>
      desfazerAlta(aplicacao, internacaoId),
    );
  });

  it('deve recusar o que recebeu pagamento e depois venceu', async () => {
    const internacaoId = await encerrada();
    const lancamentoId = await fechar(internacaoId);
    const passo = { lancamento_id: lancamentoId, motivo: null, autor_id: 1, em: SAIDA };
    await inserirLinha(aplicacao, 'lancamentos_historico', {
      ...{
        ...passo,
        versao: 2,
        acao: 'registrar-pagamento',
        de: 'EMITIDO',
        para: 'PARCIALMENTE_PAGO',
        valor: 0,
      },
    });
    await aplicacao.unidade.executar((tx) =>
      tx.executar("UPDATE lancamentos SET status = 'VENCIDO', versao = 3 WHERE id = ?", [lancamentoId]),
    );
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'FINANCEIRO.CONTA_PAGA', () =>
      desfazerAlta(aplicacao, internacaoId),
    );
  });

  it.each([
    ['com a conta aberta', true],
    ['sem conta ainda', false],
  ])(
    'deve a cobrança que chega durante a reabertura esperar por ela e nada cobrar, %s',
    async (_caso, comConta) => {
      const internacaoId = await encerrada(comConta);
      // Long enough for the bill to reach the row that the reopening holds.
      const reabertura = desfazerAlta(aplicacao, internacaoId, () => new Promise((r) => setTimeout(r, 200)));
      await new Promise((resolver) => setTimeout(resolver, 50));
      const cobranca = fechar(internacaoId);
      await reabertura;
      expect(await cobranca).toBeNull();
      expect(await finais(internacaoId)).toEqual([]);
    },
  );

  it('deve a cobrança vir antes ou depois da reabertura, nunca dobrada, por mais que corram juntas', async () => {
    const estadias = await Promise.all(Array.from({ length: 16 }, (_, i) => encerrada(i % 2 === 0)));
    await Promise.all(
      estadias.flatMap((id, i) => {
        const [a, b] = [() => fechar(id), () => desfazerAlta(aplicacao, id)];
        return i % 4 < 2 ? [a(), b(), a()] : [b(), a(), a()];
      }),
    );
    for (const id of estadias) {
      expect((await finais(id)).filter(({ ativo }) => ativo === 1)).toEqual([]);
      expect((await conta(id))?.status ?? 'ABERTA').toBe('ABERTA');
    }
    for (const id of estadias) await hospital.darAlta(id, local('10/06 19:00'));
    await Promise.all(estadias.flatMap((id) => [fechar(id), fechar(id)]));
    for (const id of estadias) {
      expect((await finais(id)).filter(({ ativo }) => ativo === 1)).toHaveLength(1);
      expect(await conta(id)).toMatchObject({ status: 'FECHADA' });
    }
    const antes = await retrato(aplicacao, 'lancamentos');
    await Promise.all(estadias.map(fechar));
    expect(await retrato(aplicacao, 'lancamentos')).toEqual(antes);
  });
});
