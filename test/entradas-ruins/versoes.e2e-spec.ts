import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { corpoCompleto } from '../exemplos/corpo-do-swagger.js';
import { Documento, type Operacao } from '../exemplos/documento.js';
import { type Ataque, falhasDosAtaques } from './ataques.js';
import { enderecoDe } from './ataques-aos-campos.js';
import { montarHospitalCompleto } from './hospital-completo.js';

const ILEGIVEIS = ['1', '"1', '1"', 'lixo', '"1",', ',', '"1" "2"', "'1'", 'W/1', '"a b"', '{"versao":1}'];
const OBSOLETOS = ['"999"', 'W/"999"', '"0"', '"01"', '"1.0"', '"998", "999"', '"-1"', '""', '"__proto__"'];

describe('If-Match errado', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await montarHospitalCompleto();
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  const versionadas = (): Operacao[] =>
    documento.operacoes.filter(({ parametros }) => parametros.some(({ name }) => name === 'If-Match'));
  const atacar = (comVersao: readonly string[], status: number, codigo: string): Ataque[] =>
    versionadas().flatMap((operacao, i) =>
      // Every value on one route; on the others, enough to know that they look.
      comVersao.slice(0, i === 0 ? undefined : 2).map((versao) => ({
        envio: {
          metodo: operacao.metodo,
          caminho: `${enderecoDe(operacao)}${operacao.metodo === 'DELETE' ? '?motivo=Fim' : ''}`,
          ...(operacao.corpo ? { corpo: JSON.stringify(corpoCompleto(documento, operacao.corpo)) } : {}),
          cabecalhos: { 'if-match': versao },
        },
        status,
        codigo,
        campos: ['If-Match'],
      })),
    );

  it('deve receber 400 se não é um ETag, em toda rota que o aceita', async () => {
    expect(versionadas().length).toBeGreaterThan(20);
    expect(await falhasDosAtaques(app, atacar(ILEGIVEIS, 400, 'PLATAFORMA.ETAG_INVALIDO'))).toEqual([]);
  });

  it('deve receber 412 se é de outra versão, em toda rota que o aceita', async () => {
    expect(await falhasDosAtaques(app, atacar(OBSOLETOS, 412, 'PLATAFORMA.VERSAO_OBSOLETA'))).toEqual([]);
  });

  it('deve deixar passar a versão atual, em qualquer das formas', async () => {
    const caminho = '/v1/setores/1';
    const etag = (await app.get(caminho)).cabecalhos.get('etag')!;
    for (const versao of [etag, `W/${etag}`, `"999", ${etag}`, '*']) {
      const resposta = await app.pedir('PATCH', caminho, {}, { 'if-match': versao });
      expect([versao, resposta.status]).toEqual([versao, 200]);
    }
  });
});
