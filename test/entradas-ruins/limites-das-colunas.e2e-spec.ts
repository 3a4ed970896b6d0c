import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { Documento } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { ataquesAosCampos, camposDoCorpo, type OperacaoComCorpo } from './ataques-aos-campos.js';
import { comValor } from './corpos.js';
import { enviar } from './recusa.js';
import { pedidosQueServem } from './pedidos-que-servem.js';

/** Texts of exactly `max` characters that take more room than they seem to, or that change length when normalised. */
const NO_LIMITE: Readonly<Record<string, (max: number) => string>> = {
  'de quatro bytes': (max) => '\u{1F600}'.repeat(max),
  'que se decompõem ou crescem': (max) => '가ßİŉﬃ'.repeat(Math.ceil(max / 5)).slice(0, max),
  'acompanhados de sinais': (max) => 'e\u0301\u2764\uFE0F'.repeat(Math.ceil(max / 4)).slice(0, max),
};

/** The same text again, where it must be unique. */
const JA_EXISTE = /_REPETIDO$/;

describe('texto no limite da coluna', () => {
  let cenario: CenarioDeLeitos;
  let documento: Documento;
  let pedidos: ReturnType<typeof pedidosQueServem>;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    documento = await Documento.ler(cenario.app);
    pedidos = pedidosQueServem(cenario);
  });
  afterAll(() => cenario.encerrar());

  const textosDe = (operacao: OperacaoComCorpo) =>
    camposDoCorpo(documento, operacao.corpo).filter(
      ({ esquema }) =>
        esquema.type === 'string' && esquema.maxLength !== undefined && esquema.format !== 'password',
    );

  it('deve receber 422 se passa um caractere do que o documento diz, em cada campo', async () => {
    const ataques = documento.corposDistintos.flatMap((operacao): Ataque[] =>
      ataquesAosCampos(documento, operacao, ({ esquema: { type, maxLength } }) =>
        type === 'string' && maxLength !== undefined
          ? ['x', '\u{1F600}', '9', 'x\uFE0F'].map((c) => JSON.stringify(c.repeat(maxLength + 1)))
          : [],
      ),
    );
    expect(ataques.length).toBeGreaterThan(100);
    expect(await falhasDosAtaques(cenario.app, ataques)).toEqual([]);
  });

  it('deve receber 422 a lista com um item a mais do que o documento diz', async () => {
    const ataques = documento.corposDistintos.flatMap((operacao): Ataque[] =>
      ataquesAosCampos(documento, operacao, ({ esquema: { type, maxItems } }) =>
        type === 'array' && maxItems !== undefined
          ? [
              `[${Array(maxItems + 1)
                .fill('1')
                .join()}]`,
              '[""]',
              '[[1]]',
            ]
          : [],
      ),
    );
    expect(ataques.length).toBeGreaterThan(10);
    expect(await falhasDosAtaques(cenario.app, ataques)).toEqual([]);
  });

  it.each(Object.keys(NO_LIMITE))(
    'deve ser guardado como veio, ou recusado, o de caracteres %s',
    async (quais) => {
      const falhas: string[] = [];
      let guardados = 0;
      for (const operacao of documento.comCorpo) {
        const preparar = pedidos[operacao.nome];
        if (!preparar) continue;
        for (const { campo, esquema } of textosDe(operacao)) {
          if (esquema.enum) continue;
          const texto = NO_LIMITE[quais]!(esquema.maxLength!);
          const { caminho, corpo } = await preparar();
          const resposta = await enviar(cenario.app, {
            metodo: operacao.metodo,
            caminho,
            corpo: comValor(corpo, campo, texto),
          });
          const { data } = resposta.corpo;
          if (resposta.status < 300) {
            guardados += 1;
            if (data && campo in data && data[campo] !== texto)
              falhas.push(`${operacao.nome} ${campo}: kept as ${String(data[campo])}`);
          } else if (resposta.status !== 422 && !JA_EXISTE.test(resposta.corpo.error[0]!.codigo))
            falhas.push(
              `${operacao.nome} ${campo}: ${resposta.status} ${resposta.corpo.error.map(({ codigo }) => codigo).join()}`,
            );
        }
      }
      expect(falhas).toEqual([]);
      expect(guardados).toBeGreaterThan(15);
    },
  );

  it('deve haver um pedido que serve para cada rota que guarda texto livre', () => {
    const semPedido = documento.comCorpo.filter(
      (operacao) =>
        !pedidos[operacao.nome] && textosDe(operacao).some(({ esquema }) => (esquema.minLength ?? 0) > 0),
    );
    expect(semPedido.map(({ nome }) => nome).filter((nome) => !/auth|lancamentos/.test(nome))).toEqual([]);
  });
});
