import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { desfazerAlta } from '../../../../test/apoio/alta-desfeita.js';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { local } from '../../../../test/apoio/estadia.js';
import { fecharConta } from '../../../../test/apoio/fechar-conta.js';
import { HospitalDeTeste } from '../../../../test/apoio/hospital-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { inteiro } from '../../../banco/dialeto.js';
import { EmitirLancamento } from './emitir-lancamento.js';
import { EstornarLancamento } from './estornar-lancamento.js';

const TABELAS = [
  'contas',
  'lancamentos',
  'lancamentos_linhas',
  'lancamentos_historico',
  'eventos',
  'entregas',
];

describe('EstornarLancamento', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    aplicacao.relogio.ajustar(local('10/06 20:00'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
  });
  afterAll(() => aplicacao.encerrar());

  const comandos = () => aplicacao.app.get(CommandBus);
  const estornar = (id: number, usuarioId = 7) =>
    comandos().execute(
      new EstornarLancamento(id, { motivo: 'Preço corrigido' }, { usuarioId, papeis: ['FATURAMENTO'] }),
    );

  async function cobrada(preco?: number): Promise<{ id: number; internacaoId: number; convenioId: number }> {
    const convenioId = await hospital.convenio(preco === undefined ? {} : { ENFERMARIA: preco });
    const internacaoId = await hospital.internar('ENFERMARIA', {
      admitidaEm: local('07/06 10:00'),
      convenioId,
    });
    await hospital.darAlta(internacaoId, local('10/06 09:00'));
    const id = (await fecharConta(aplicacao, internacaoId))!;
    return { id, internacaoId, convenioId };
  }
  const precificar = (convenioId: number, valor: number) =>
    aplicacao.pedir('PATCH', `/v1/convenios/${convenioId}`, {
      diarias: [{ tipoLeito: 'ENFERMARIA', valor }],
    });
  const finais = async (internacaoId: number) =>
    (
      await aplicacao.consultar('SELECT * FROM lancamentos WHERE origem = ? ORDER BY id', [
        `internacao:${internacaoId}`,
      ])
    ).map((l) => [inteiro(l.id), l.status, inteiro(l.valor), l.autor_id]);
  const historico = async (lancamentoId: number) =>
    (
      await aplicacao.consultar(
        'SELECT * FROM lancamentos_historico WHERE lancamento_id = ? ORDER BY versao',
        [lancamentoId],
      )
    ).map((h) => [h.acao, inteiro(h.valor), h.motivo, h.autor_id]);

  it('deve estornar o final e cobrar de novo na mesma hora, com os preços de agora', async () => {
    const { id, internacaoId, convenioId } = await cobrada(100);
    await precificar(convenioId, 120.5);
    const estornado = await estornar(id);
    const substituto = estornado.substituidoPor!;
    expect(estornado).toMatchObject({ id, status: 'ESTORNADO', valor: 300, acoes: [], versao: 2 });
    expect(await finais(internacaoId)).toEqual([
      [id, 'ESTORNADO', 30_000, null],
      [substituto, 'EMITIDO', 36_150, 7],
    ]);
    expect([await historico(id), await historico(substituto)]).toEqual([
      [
        ['criar', 30_000, null, null],
        ['estornar', -30_000, 'Preço corrigido', 7],
      ],
      [['criar', 36_150, null, 7]],
    ]);
    const eventos = await aplicacao.consultar(
      "SELECT tipo FROM eventos WHERE agregado_tipo = 'lancamento' AND agregado_id IN (?, ?) ORDER BY id",
      [id, substituto],
    );
    expect(eventos.map((e) => e.tipo)).toEqual([
      'financeiro.lancamento-gerado',
      'financeiro.lancamento-estornado',
      'financeiro.lancamento-gerado',
    ]);
    const contas = await aplicacao.consultar('SELECT status FROM contas WHERE internacao_id = ?', [
      internacaoId,
    ]);
    expect(contas).toEqual([{ status: 'FECHADA' }]);
  });

  it('deve cobrar de quem paga agora: um rascunho sem preço dá lugar ao do convênio corrigido', async () => {
    const { id, internacaoId } = await cobrada();
    const certo = await hospital.convenio({ ENFERMARIA: 80 });
    await aplicacao.unidade.executar((tx) =>
      tx.executar('UPDATE internacoes SET convenio_id = ? WHERE id = ?', [certo, internacaoId]),
    );
    const { substituidoPor } = await estornar(id);
    const [, novo] = await aplicacao.consultar('SELECT * FROM lancamentos WHERE origem = ? ORDER BY id', [
      `internacao:${internacaoId}`,
    ]);
    expect(novo).toMatchObject({ id: substituidoPor, convenio_id: certo, status: 'EMITIDO' });
    expect((await historico(id)).map(([acao, valor]) => [acao, valor])).toEqual([
      ['criar', 0],
      ['estornar', 0],
    ]);
  });

  it('deve caber a outra pessoa que não a que emitiu, nem gravar nada quando é a mesma', async () => {
    const { id, convenioId } = await cobrada();
    await precificar(convenioId, 100);
    await comandos().execute(new EmitirLancamento(id, { usuarioId: 7, papeis: ['GESTAO'] }));
    const recusa = () => estornar(id, 7);
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.ESTORNO_PELO_PROPRIO_AUTOR', recusa);
    const { substituidoPor } = await estornar(id, 8);
    // Whoever reversed answers for what came in its place.
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.ESTORNO_PELO_PROPRIO_AUTOR', () =>
      estornar(substituidoPor!, 8),
    );
    expect(await estornar(substituidoPor!, 7)).toMatchObject({ status: 'ESTORNADO' });
  });

  it('deve deixar um só ativo, por mais gente que estorne ao mesmo tempo', async () => {
    const { id, internacaoId } = await cobrada(100);
    const respostas = await Promise.allSettled([7, 8, 9, 10].map((quem) => estornar(id, quem)));
    expect(respostas.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect((await finais(internacaoId)).map(([, status]) => status)).toEqual(['ESTORNADO', 'EMITIDO']);
  });

  it('deve não deixar final ativo em uma internação aberta, ainda que disputado com a reabertura', async () => {
    const casos = await Promise.all(Array.from({ length: 8 }, () => cobrada(100)));
    await Promise.all(
      casos.map(({ id, internacaoId }) =>
        Promise.allSettled([estornar(id), desfazerAlta(aplicacao, internacaoId)]),
      ),
    );
    for (const { internacaoId } of casos) {
      const situacoes = (await finais(internacaoId)).map(([, status]) => status);
      expect(new Set(situacoes)).toEqual(new Set(['ESTORNADO']));
    }
  });

  it('deve recusar o que já foi estornado e o que não existe', async () => {
    const { id } = await cobrada(100);
    await estornar(id);
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.TRANSICAO_INVALIDA', () => estornar(id));
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.NAO_ENCONTRADO', () => estornar(999_999));
  });
});
