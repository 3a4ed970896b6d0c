import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transacao } from '../../src/banco/transacao.js';
import { Sorteio } from '../../src/demonstracao/hospital/sorteio.js';
import { chaveDosSelos } from '../../src/plataforma/auditoria/elo.js';
import { Selador } from '../../src/plataforma/auditoria/selador.js';
import { type Cabeca, Selagem } from '../../src/plataforma/auditoria/selagem.js';
import { type Ancora, verificarCadeia } from '../../src/plataforma/auditoria/verificar-cadeia.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { adulteracoes, type Esperado, LINHAS } from './adulteracoes.js';
import { refazerTrilha } from './trilha.js';

const QUANTAS = 2_000;
const AGORA = new Date('2026-06-01T12:02:00Z');

/** Undoes what was tampered with. */
class Desfazer extends Error {}

describe('trilha de auditoria adulterada', () => {
  let app: AplicacaoDeTeste;
  let ancora: Cabeca;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await app.app.get(Selador).beforeApplicationShutdown();
    await refazerTrilha(app, LINHAS);
    const selagem = app.app.get(Selagem);
    await selagem.selar(0, LINHAS * 2);
    ancora = await selagem.cabeca();
  });
  afterAll(() => app.encerrar());

  const chave = () => chaveDosSelos(app.banco.ambiente.auditoriaSegredo);
  const verificar = async (tx: Transacao, com?: Ancora) =>
    (
      await verificarCadeia((sql, valores) => tx.consultar(sql, valores), chave(), {
        agora: AGORA,
        ...(com ? { ancora: com } : {}),
      })
    ).violacao;

  it('deve valer enquanto ninguém mexe nela, com a âncora', async () => {
    expect(await app.unidade.executar((tx) => verificar(tx, ancora))).toBeNull();
  });

  it(`deve ser apanhada ${QUANTAS} vezes em ${QUANTAS}, na primeira linha adulterada`, async () => {
    const todas = Object.entries(adulteracoes(chave(), chaveDosSelos('x'.repeat(40))));
    const sorteio = new Sorteio(20_260_601);
    const escapes: string[] = [];
    for (let n = 0; n < QUANTAS; n++) {
      const [nome, adulterar] = todas[n % todas.length]!;
      await app.unidade
        .executar(async (tx) => {
          const esperado: Esperado = await adulterar(tx, (de, ate) => sorteio.inteiro(de, ate));
          const achada = await verificar(tx, esperado.ancora ? ancora : undefined);
          const certa =
            achada !== null &&
            (esperado.sequencia === undefined || achada.sequencia === esperado.sequencia) &&
            (esperado.registroId === undefined || achada.registroId === esperado.registroId);
          if (!certa) escapes.push(`${n} ${nome}: ${JSON.stringify({ esperado, achada })}`);
          throw new Desfazer();
        })
        .catch((erro: unknown) => {
          if (!(erro instanceof Desfazer)) throw erro;
        });
    }
    expect(escapes).toEqual([]);
    expect(await app.unidade.executar((tx) => verificar(tx, ancora))).toBeNull();
  }, 120_000);
});
