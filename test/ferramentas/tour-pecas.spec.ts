import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Resposta } from '../../ferramentas/tour/cliente.js';
import { conferir } from '../../ferramentas/tour/conferir.js';
import { criarCores, largura, querCores } from '../../ferramentas/tour/cores.js';
import { EscritorDeJson } from '../../ferramentas/tour/escrever-json.js';
import { Lembrancas } from '../../ferramentas/tour/lembrancas.js';
import type { Espera, Json } from '../../ferramentas/tour/passo.js';
import { quebrar, tempo } from '../../ferramentas/tour/texto.js';

const resposta = (data: Json, mais: Partial<Resposta> = {}): Resposta => ({
  status: 200,
  cabecalhos: new Headers({ etag: '"1-a"' }),
  texto: JSON.stringify({ data }),
  corpo: { data },
  data,
  ms: 1,
  ...mais,
});

describe('lembranças do tour', () => {
  const lembrancas = () => new Lembrancas({ leito: 7, marca: 'AB', agora: '2026-03-01T12:00:00.000Z' });

  it('deve pôr o que guardou no lugar de cada nome, sem mudar o tipo do que vem só', () => {
    const corpo = { leitoId: '{leito}', nome: 'Clínica {marca}', lista: [{ id: '{leito}' }], nada: null };
    expect(lembrancas().preencher(corpo)).toEqual({
      leitoId: 7,
      nome: 'Clínica AB',
      lista: [{ id: 7 }],
      nada: null,
    });
    expect(lembrancas().preencher('/v1/leitos/{leito}?marca={marca}')).toBe('/v1/leitos/7?marca=AB');
  });

  it('deve andar no tempo a partir do que guardou', () => {
    expect(lembrancas().preencher('{agora-72h}')).toBe('2026-02-26T12:00:00.000Z');
    expect(lembrancas().preencher('{agora+20min}')).toBe('2026-03-01T12:20:00.000Z');
  });

  it('deve guardar campos, itens e cabeçalhos, e dizer o que não veio', () => {
    const todas = lembrancas();
    expect(todas.guardar({ primeiro: '0.id', versao: '@ETag' }, resposta([{ id: 3 }]))).toEqual([]);
    expect(todas.preencher(['{primeiro}', '{versao}'])).toEqual([3, '"1-a"']);
    expect(todas.guardar({ falta: 'id' }, resposta([]))).toEqual(['não veio id']);
    expect(() => todas.preencher('{ausente}')).toThrow('nothing was kept as ausente');
  });
});

describe('conferência das respostas', () => {
  const veio = resposta([{ id: 1, status: 'LIVRE' }, { id: 2 }]);
  const recusa = resposta(null, { status: 409, corpo: { error: [{ message: 'Não.', codigo: 'X.Y' }] } });

  it.each<[Espera, Resposta]>([
    [{ status: 200 }, veio],
    [{ status: 200, data: [{ id: 2 }, { status: 'LIVRE' }], quantos: 2 }, veio],
    [{ status: 200, cabecalhos: { ETag: '"1-a"' }, texto: 'LIVRE' }, veio],
    [{ status: 409, codigo: 'X.Y' }, recusa],
  ])('deve aceitar %j', (espera, recebida) => {
    expect(conferir(espera, recebida)).toEqual([]);
  });

  it.each<[Espera, Resposta, string]>([
    [{ status: 201 }, veio, 'status: esperava 201, veio 200'],
    [{ status: 200, data: [{ id: 1, status: 'OCUPADO' }] }, veio, 'data não tem {"id":1,"status":"OCUPADO"}'],
    [{ status: 200, quantos: 1 }, veio, 'itens em data: esperava 1, veio 2'],
    [{ status: 200, cabecalhos: { Location: '/x' } }, veio, 'Location: esperava "/x", veio nada'],
    [{ status: 200, texto: 'OCUPADO' }, veio, 'o corpo não contém "OCUPADO"'],
    [{ status: 200, data: { a: { b: 1 } } }, resposta({ a: { b: 2 } }), 'data.a.b: esperava 1, veio 2'],
    [{ status: 409, codigo: 'X.Z' }, recusa, 'código: esperava "X.Z", veio "X.Y"'],
  ])('deve dizer em que %j difere', (espera, recebida, diferenca) => {
    expect(conferir(espera, recebida)).toEqual([diferenca]);
  });
});

describe('texto do tour', () => {
  const semCores = new EscritorDeJson(criarCores(false));
  const comCores = new EscritorDeJson(criarCores(true));

  it('deve escrever o mesmo JSON, em linhas que cabem, com ou sem cores', () => {
    const palavra = fc.stringMatching(/^[a-zA-Z .-]{0,12}$/);
    const { json } = fc.letrec<{ json: Json }>((laco) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        palavra,
        fc.integer(),
        fc.constant(null),
        fc.array(laco('json'), { maxLength: 6 }),
        fc.dictionary(palavra, laco('json'), { maxKeys: 6, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(json, (valor) => {
        const linhas = semCores.escrever(valor, 80);
        expect(JSON.parse(linhas.join('\n'))).toEqual(valor);
        expect(linhas.filter((linha) => linha.length > 80)).toEqual([]);
        expect(comCores.escrever(valor, 80).map(largura)).toEqual(linhas.map(largura));
      }),
    );
  });

  it('deve encurtar o que é longo, dizendo quanto falta', () => {
    const itens = Array.from({ length: 9 }, (_, i) => `um item comprido, o de número ${i}`);
    expect(semCores.escrever(itens, 40).slice(-2)).toEqual(['  … e mais 3', ']']);
    expect(semCores.escrever({ diagrama: 'linha\n'.repeat(14) }, 80).slice(-2)).toEqual([
      '    … e mais 4 linhas',
      '}',
    ]);
    expect(largura(semCores.escrever('á'.repeat(500), 80)[0]!)).toBeLessThan(170);
  });

  it('deve quebrar frases entre palavras e dizer o tempo como se fala', () => {
    expect(quebrar('um dois três quatro', 9)).toEqual(['um dois', 'três', 'quatro']);
    expect([0.84, 12.3, 542, 1400].map(tempo)).toEqual(['0,8 ms', '12 ms', '542 ms', '1,4 s']);
  });

  it('deve ter cores só no terminal, salvo pedido', () => {
    const terminal = { isTTY: true, write: () => true };
    const cano = { write: () => true };
    expect([querCores(terminal, {}), querCores(cano, {})]).toEqual([true, false]);
    expect(querCores(terminal, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
    expect([querCores(cano, { FORCE_COLOR: '1' }), querCores(terminal, { FORCE_COLOR: '0' })]).toEqual([
      true,
      false,
    ]);
  });
});
