import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../test/apoio/aplicacao-de-teste.js';
import { ALCANCE_DA_BUSCA, CaixaLocal, type PedidoDePagina } from './caixa-local.js';

const LOTE = 1_000;
/** A stretch of a search, and a little of the next. */
const QUANTAS = ALCANCE_DA_BUSCA + 50;
/** The oldest one, out of reach of a first search, and one within it. */
const AGULHAS = [1, 100];

let app: AplicacaoDeTeste;
let caixa: CaixaLocal;

beforeAll(async () => {
  app = await AplicacaoDeTeste.iniciar();
  caixa = app.app.get(CaixaLocal);
  const linha = (n: number) => [
    n,
    `<m-${n}@plantao>`,
    'a@hospital.local',
    `m${n}`,
    '',
    '',
    AGULHAS.includes(n) ? 'agulha no palheiro' : 'palheiro',
    app.relogio.agora(),
  ];
  await app.unidade.executar(async (tx) => {
    for (let n = 1; n <= QUANTAS; n += LOTE) {
      const linhas = Array.from({ length: Math.min(LOTE, QUANTAS - n + 1) }, (_, i) => linha(n + i));
      await tx.executar(
        `INSERT INTO correio_local (id, message_id, para, assunto, html, texto, busca, recebida_em)
         VALUES ${linhas.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
        linhas.flat(),
      );
    }
  });
});

afterAll(() => app.encerrar());

const ids = async (pedido: PedidoDePagina) => {
  const pagina = await caixa.listar(pedido);
  return { ...pagina, mensagens: pagina.mensagens.map(({ id }) => id) };
};

describe('caixa local', () => {
  it('deve parar a busca no seu alcance e seguir dali quando pedirem', async () => {
    const primeira = await ids({ busca: 'agulha' });
    expect(primeira).toEqual({
      mensagens: [AGULHAS[1]],
      maisNovas: null,
      maisAntigas: QUANTAS - ALCANCE_DA_BUSCA + 1,
      incompleta: true,
    });
    const segunda = await ids({ busca: 'agulha', antes: primeira.maisAntigas! });
    expect(segunda).toEqual({
      mensagens: [AGULHAS[0]],
      maisNovas: primeira.maisAntigas! - 1,
      maisAntigas: null,
      incompleta: false,
    });
    // What is left upwards is less than a page: the first one, whole.
    expect(await ids({ busca: 'agulha', depois: segunda.maisNovas! })).toEqual(primeira);
  });

  it('deve parar no alcance também para a frente', async () => {
    expect(await ids({ busca: 'agulha', depois: 1 })).toEqual({
      mensagens: [AGULHAS[1]],
      maisNovas: ALCANCE_DA_BUSCA + 1,
      maisAntigas: 2,
      incompleta: true,
    });
  });

  it('deve achar, entre as que a busca encontra, as vizinhas de uma mensagem', async () => {
    expect(await caixa.vizinhas(2, 'agulha')).toEqual({ maisNova: AGULHAS[1], maisAntiga: 1 });
    expect(await caixa.vizinhas(QUANTAS, 'agulha')).toEqual({ maisNova: null, maisAntiga: AGULHAS[1] });
    expect(await caixa.vizinhas(QUANTAS)).toEqual({ maisNova: null, maisAntiga: QUANTAS - 1 });
  });

  it('deve encher a página sem se dizer incompleta', async () => {
    const pagina = await ids({ busca: 'palheiro' });
    expect([pagina.mensagens.length, pagina.incompleta]).toEqual([20, false]);
    expect(pagina.maisAntigas).toBe(QUANTAS - 19);
  });
});
