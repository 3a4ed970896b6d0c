import { describe, expect, it } from '@jest/globals';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Dia, Dinheiro, Email, IdDe, Inteiro, Instante, Lista, Objeto, Opcao, Texto } from './campos.js';
import { ConsultaDeLista } from './pagina.js';
import { Validacao } from './validacao.js';

class Parte {
  @Texto({ max: 5 }) nome!: string;
}

class Corpo {
  @Texto({ max: 10 }) nome!: string;
  @Inteiro({ min: 0, max: 10, opcional: true }) andar?: number;
  @Dia({ opcional: true, nulo: true }) dia?: string | null;
  @Instante({ opcional: true }) em?: Date;
  @Dinheiro({ opcional: true }) valor?: number;
  @Opcao(['A', 'B'], { opcional: true }) tipo?: string;
  @IdDe('setor', { opcional: true }) setorId?: number;
  @Email({ opcional: true }) email?: string;
  @Objeto(() => Parte, { opcional: true }) parte?: Parte;
  @Lista(() => Parte, { opcional: true, max: 2 }) partes?: Parte[];
}

const validar = async (
  valor: unknown,
  type: 'body' | 'query' = 'body',
  metatype: new () => object = Corpo,
): Promise<Corpo> => new Validacao().transform(valor, { type, metatype }) as Corpo;

const recusa = async (
  valor: unknown,
  type: 'body' | 'query' = 'body',
  metatype: new () => object = Corpo,
): Promise<ErroDeDominio> => {
  try {
    await validar(valor, type, metatype);
  } catch (erro) {
    if (erro instanceof ErroDeDominio) return erro;
    throw erro;
  }
  throw new Error(`accepted ${JSON.stringify(valor)}`);
};

describe('Validação de corpos e consultas', () => {
  it('deve aceitar e normalizar o que é válido', async () => {
    const corpo = await validar({
      nome: '  Ana  ',
      em: '2026-06-01T10:00:00-03:00',
      dia: null,
      valor: 10.25,
      email: ' A@B.com ',
      parte: { nome: 'x' },
    });
    expect(corpo).toMatchObject({
      nome: 'Ana',
      em: new Date('2026-06-01T13:00:00Z'),
      dia: null,
      valor: 10.25,
      email: 'a@b.com',
    });
    expect(corpo.parte).toBeInstanceOf(Parte);
  });

  it.each([
    ['campo obrigatório ausente', {}, 'nome'],
    ['nulo onde não cabe', { nome: null }, 'nome'],
    ['texto vazio', { nome: '   ' }, 'nome'],
    ['texto maior que a coluna', { nome: 'x'.repeat(11) }, 'nome'],
    ['número no lugar de texto', { nome: 5 }, 'nome'],
    ['caractere de controle', { nome: 'a\u0000b' }, 'nome'],
    ['metade de um par substituto', { nome: 'a\ud800' }, 'nome'],
    ['inteiro fora da faixa', { nome: 'a', andar: 11 }, 'andar'],
    ['inteiro como texto', { nome: 'a', andar: '1' }, 'andar'],
    ['inteiro quebrado', { nome: 'a', andar: 1.5 }, 'andar'],
    ['dia que não existe', { nome: 'a', dia: '2023-02-30' }, 'dia'],
    ['semana no lugar do dia', { nome: 'a', dia: '2023-W05' }, 'dia'],
    ['instante sem fuso', { nome: 'a', em: '2026-06-01T10:00:00' }, 'em'],
    ['instante em dia que não existe', { nome: 'a', em: '2026-02-30T10:00:00Z' }, 'em'],
    ['instante em número', { nome: 'a', em: 1_780_000_000 }, 'em'],
    ['dinheiro com três casas', { nome: 'a', valor: 1.005 }, 'valor'],
    ['dinheiro negativo', { nome: 'a', valor: -1 }, 'valor'],
    ['dinheiro grande demais', { nome: 'a', valor: 1e308 }, 'valor'],
    ['opção desconhecida', { nome: 'a', tipo: 'C' }, 'tipo'],
    ['identificador zero', { nome: 'a', setorId: 0 }, 'setorId'],
    ['identificador maior que 32 bits', { nome: 'a', setorId: 2 ** 31 }, 'setorId'],
    ['e-mail sem arroba', { nome: 'a', email: 'nada' }, 'email'],
    ['objeto aninhado errado', { nome: 'a', parte: { nome: 'longo demais' } }, 'parte.nome'],
    ['texto no lugar do objeto', { nome: 'a', parte: 'x' }, 'parte'],
    ['item de lista errado', { nome: 'a', partes: [{ nome: 'ok' }, {}] }, 'partes[1].nome'],
    ['lista comprida demais', { nome: 'a', partes: [{ nome: 'a' }, { nome: 'a' }, { nome: 'a' }] }, 'partes'],
    ['campo desconhecido', { nome: 'a', papel: 'ADMIN' }, 'papel'],
    ['campo desconhecido aninhado', { nome: 'a', parte: { nome: 'a', x: 1 } }, 'parte.x'],
  ])('deve recusar com 422 e uma entrada para o campo: %s', async (_caso, corpo, campo) => {
    const erro = await recusa(corpo);
    expect(erro.tipo).toBe('invalido');
    expect(erro.itens.map((i) => i.campo)).toEqual([campo]);
    expect(erro.itens[0]!.mensagem).toMatch(/^O campo "/);
  });

  it.each([[[]], ['texto'], [5], [null], [true]])(
    'deve recusar corpo que não é objeto: %p',
    async (corpo) => {
      expect((await recusa(corpo)).tipo).toBe('invalido');
    },
  );

  it('deve tratar a falta de corpo como corpo vazio', async () => {
    expect((await recusa(undefined)).itens.map((i) => i.campo)).toEqual(['nome']);
  });

  it('deve responder 400 a uma consulta errada, com uma entrada por campo', async () => {
    for (const limite of ['-1', '0', '101', '1.5', '1e400', 'abc', '']) {
      const erro = await recusa({ limite }, 'query', ConsultaDeLista);
      expect([erro.tipo, erro.itens.map((i) => i.campo)]).toEqual(['requisicao_ilegivel', ['limite']]);
    }
    expect(await validar({}, 'query', ConsultaDeLista)).toMatchObject({ limite: 20 });
    expect(await validar({ limite: '5' }, 'query', ConsultaDeLista)).toMatchObject({ limite: 5 });
  });

  it('deve dizer o nome desconhecido que é um nome, e só ele', async () => {
    for (const nome of ['limite[]', 'limite[a]', 'limite[0]', 'a.b'])
      expect((await recusa({ [nome]: '1' }, 'query', ConsultaDeLista)).itens[0]!.campo).toBe(nome);
    for (const valor of ['limite[52998224725]', 'limite[Ana Souza]', '52998224725', 'ana@x.br'])
      expect(JSON.stringify((await recusa({ [valor]: '1' }, 'query', ConsultaDeLista)).itens)).not.toContain(
        valor,
      );
  });

  it('deve ignorar a poluição de protótipo', async () => {
    const corpo = JSON.parse('{"nome":"a","__proto__":{"admin":true}}') as object;
    await validar(corpo).catch(() => undefined);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
