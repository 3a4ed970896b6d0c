import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { CancelarPrevisao, type DadosDoCancelamentoDaPrevisao } from './cancelar-previsao.js';

const AUTOR = { usuarioId: 1, papeis: ['MEDICO'] } as const;
const desistir = (id: number, dados: DadosDoCancelamentoDaPrevisao = {}) =>
  new CancelarPrevisao(id, dados, AUTOR);

describe('cancelar previsão de alta', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const prevista = async (): Promise<number> => {
    const { id } = await cenario.internar();
    await cenario.comandar(id, 'prever-alta', { para: '2100-01-01T12:00:00Z' });
    return id;
  };

  it('deve voltar a estadia ao curso normal, com o motivo se houver, e dizer que não há mais previsão', async () => {
    for (const dados of [{ motivo: 'Febre' }, {}]) {
      const id = await prevista();
      expect(await cenario.executar(desistir(id, dados))).toMatchObject({
        status: 'INTERNADA',
        altaPrevistaPara: null,
      });
      const [movimento] = await app.consultar(
        'SELECT tipo, motivo FROM internacoes_movimentacoes WHERE internacao_id = ? AND ordem = 3',
        [id],
      );
      expect(movimento).toEqual({ tipo: 'CANCELAMENTO_DA_PREVISAO', motivo: dados.motivo ?? null });
      expect((await cenario.eventos(id)).at(-1)).toEqual([
        'internacoes.alta-prevista',
        expect.objectContaining({ internacaoId: id, para: null }),
      ]);
    }
  });

  it('deve recusar o que não existe ou não tem previsão, sem gravar nada', async () => {
    await esperaRecusaDoComando(cenario, desistir(999_999), { codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    const invalida = { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' };
    await esperaRecusaDoComando(cenario, desistir((await cenario.internar()).id), invalida);
    const id = await prevista();
    await cenario.executar(desistir(id));
    await esperaRecusaDoComando(cenario, desistir(id), invalida);
  });
});
