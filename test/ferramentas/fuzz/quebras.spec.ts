import { describe, expect, it } from '@jest/globals';
import { documentoGuardado, lerDocumento } from '../../../fuzz/documento/documento.js';
import { Ligacoes } from '../../../fuzz/documento/ligacoes.js';
import { Validadores } from '../../../fuzz/documento/validadores.js';
import { quebrar } from '../../../fuzz/geracao/quebras.js';
import { Sorte } from '../../../fuzz/geracao/sorte.js';
import { valorValido } from '../../../fuzz/geracao/valores.js';
import { Acervo } from '../../../fuzz/passos/acervo.js';
import { semReferencias } from '../../../fuzz/passos/passo.js';

const documento = lerDocumento(documentoGuardado());
const validadores = new Validadores(documento);
const ligacoes = new Ligacoes(documento);
const comCorpo = documento.operacoes.filter(({ corpo }) => corpo !== null);

const corpoValido = (operacao: (typeof comCorpo)[number], numero: number) => {
  const acervo = new Acervo(ligacoes, () => false);
  const fontes = { esquemas: documento.esquemas, ligacoes, acervo, sorte: new Sorte(1, numero), corpos: {} };
  return valorValido(fontes, operacao.corpo!, '');
};

describe('corpos do fuzz', () => {
  it.each(comCorpo.map((operacao) => [operacao.chave, operacao] as const))(
    'deve fazer corpos que %s aceita, e quebrar cada um deles',
    (_, operacao) => {
      for (let numero = 0; numero < 4; numero++) {
        const corpo = corpoValido(operacao, numero);
        expect([corpo, validadores.pedido(operacao, semReferencias(corpo))]).toEqual([corpo, null]);
        const quebras = quebrar(documento.esquemas, operacao.corpo!, corpo);
        const aceitas = quebras.filter(
          ({ valor }) => validadores.pedido(operacao, semReferencias(valor)) === null,
        );
        expect(quebras.length).toBeGreaterThan(5);
        expect(aceitas.length).toBeLessThan(quebras.length / 2);
      }
    },
  );

  it('deve fazer o mesmo corpo para a mesma semente', () => {
    const [operacao] = comCorpo;
    expect(corpoValido(operacao!, 5)).toEqual(corpoValido(operacao!, 5));
  });

  it('deve saber de que registros falam os nomes', () => {
    expect(
      ['leitoId', 'setorId', 'especialidadeIds', 'solicitacaoId', 'naoSeiId'].map((n) => ligacoes.doCampo(n)),
    ).toEqual(['/v1/leitos', '/v1/setores', '/v1/especialidades', '/v1/internacoes/solicitacoes', undefined]);
  });
});
