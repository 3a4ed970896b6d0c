import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Documento, type Esquema, type Operacao } from './documento.js';

describe('documento da API', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    documento = await Documento.ler(app);
  });
  afterAll(() => app.encerrar());

  /** Operations that lack any of these statuses, each with what it lacks. */
  const semStatus = (quais: (o: Operacao) => boolean, ...status: string[]): string[] =>
    documento.operacoes
      .filter(quais)
      .map((o) => [o.nome, ...status.filter((s) => !(s in o.respostas))])
      .filter((faltas) => faltas.length > 1)
      .map((faltas) => faltas.join(' '));
  const temCabecalho = ({ parametros }: Operacao, nome: string): boolean =>
    parametros.some((p) => p.in === 'header' && p.name === nome);
  const semCabecalho = (quais: (o: Operacao) => boolean, nome: string): string[] =>
    documento.operacoes.filter((o) => quais(o) && !temCabecalho(o, nome)).map((o) => o.nome);

  const temId = ({ caminho }: Operacao): boolean => caminho.includes('{');
  const ehPost = ({ metodo, fechada }: Operacao): boolean => metodo === 'POST' && fechada;
  /** The single record of a resource answers its version, and so must its changes. */
  const versionada = (o: Operacao): boolean => {
    const sucesso = o.respostas['200']?.content?.['application/json']?.schema;
    const data = sucesso?.properties?.data;
    return Boolean(o.fechada && data && !data.items && documento.resolver(data).properties?.versao);
  };
  const muda = ({ metodo }: Operacao): boolean => metodo !== 'GET';

  it('deve dizer de cada operação os erros que ela pode dar', () => {
    expect(semStatus(() => true, '400', '500', '503')).toEqual([]);
    expect(semStatus(({ fechada }) => fechada, '401', '403')).toEqual([]);
    expect(semStatus(temId, '404')).toEqual([]);
    expect(semStatus(({ corpo }) => corpo !== null, '413', '415', '422')).toEqual([]);
    expect(semStatus(ehPost, '409', '422')).toEqual([]);
  });

  it('deve dizer de cada erro que vem no envelope', () => {
    const semEnvelope = documento.operacoes.flatMap(({ nome, respostas }) =>
      Object.entries(respostas)
        .filter(([status]) => Number(status) >= 400)
        .filter(
          ([, r]) => !r.content?.['application/json']?.schema.$ref?.endsWith('/ErroDaApi') || !r.description,
        )
        .map(([status]) => `${nome} ${status}`),
    );
    expect(semEnvelope).toEqual([]);
  });

  it('deve aceitar Idempotency-Key em todo POST fechado, e só neles', () => {
    expect(semCabecalho(ehPost, 'Idempotency-Key')).toEqual([]);
    const indevidos = documento.operacoes.filter((o) => !ehPost(o) && temCabecalho(o, 'Idempotency-Key'));
    expect(indevidos.map(({ nome }) => nome)).toEqual([]);
  });

  it('deve dar o ETag do que tem versão, e aceitar If-Match em cada mudança', () => {
    const comVersao = documento.operacoes.filter(versionada);
    expect(comVersao.length).toBeGreaterThan(20);
    expect(comVersao.filter((o) => !o.respostas['200']?.headers?.ETag).map(({ nome }) => nome)).toEqual([]);
    expect(semCabecalho((o) => versionada(o) && muda(o), 'If-Match')).toEqual([]);
    expect(semStatus((o) => versionada(o) && muda(o), '412')).toEqual([]);
    expect(semCabecalho((o) => versionada(o) && !muda(o), 'If-None-Match')).toEqual([]);
    expect(semStatus((o) => versionada(o) && !muda(o), '304')).toEqual([]);
  });

  it('deve dizer para que serve cada operação, sem repetir', () => {
    const nomes = documento.operacoes.map(({ resumo, caminho }) => [resumo, caminho] as const);
    expect(nomes.filter(([resumo]) => !/^\p{Lu}.{5,}[^.]$/u.test(resumo))).toEqual([]);
    const semDescricao = documento.operacoes.flatMap(({ nome, parametros }) =>
      parametros
        .filter((p) => p.in !== 'path' && !p.description && p.schema.example === undefined && !p.schema.enum)
        .map((p) => `${nome} ${p.name}`),
    );
    expect(semDescricao).toEqual([]);
  });

  it('deve mostrar de cada propriedade um exemplo ou uma descrição, e nenhum esquema vazio', () => {
    const vazios = Object.entries(documento.esquemas).filter(
      ([, e]) => !e.enum && !Object.keys(e.properties ?? {}).length,
    );
    expect(vazios.map(([nome]) => nome)).toEqual([]);
    expect(
      propriedades()
        .filter(({ esquema }) => !explicada(esquema))
        .map(({ nome }) => nome),
    ).toEqual([]);
  });

  it('deve dar exemplos que os próprios esquemas aceitam', () => {
    const recusados = propriedades().filter(
      ({ esquema }) => esquema.example !== undefined && !aceita(esquema, esquema.example),
    );
    expect(recusados.map(({ nome, esquema }) => `${nome}: ${JSON.stringify(esquema.example)}`)).toEqual([]);
    const incompletos = Object.entries(documento.esquemas).filter(
      ([, { example, required = [] }]) =>
        example !== undefined && required.some((campo) => !(campo in (example as object))),
    );
    expect(incompletos.map(([nome]) => nome)).toEqual([]);
  });

  const propriedades = () =>
    Object.entries(documento.esquemas).flatMap(([dono, { properties = {} }]) =>
      Object.entries(properties).map(([campo, esquema]) => ({ nome: `${dono}.${campo}`, esquema })),
    );
  /** A reference is explained by what it refers to. */
  const explicada = ({ description, example, $ref, allOf, items }: Esquema): boolean =>
    Boolean(description) || example !== undefined || Boolean($ref ?? allOf ?? items?.$ref);
});

/** As a JSON Schema validator would judge, of what the document uses. */
function aceita(esquema: Esquema, valor: unknown): boolean {
  const {
    type,
    nullable,
    enum: opcoes,
    minLength,
    maxLength,
    pattern,
    minimum,
    maximum,
    items,
    minItems,
    maxItems,
  } = esquema;
  if (valor === null) return nullable === true;
  if (opcoes && type !== 'array' && !opcoes.includes(valor)) return false;
  if (type === 'string')
    return (
      typeof valor === 'string' &&
      [...valor].length >= (minLength ?? 0) &&
      [...valor].length <= (maxLength ?? Infinity) &&
      (pattern === undefined || new RegExp(pattern, 'u').test(valor))
    );
  if (type === 'integer' || type === 'number')
    return (
      typeof valor === 'number' &&
      valor >= (minimum ?? -Infinity) &&
      valor <= (maximum ?? Infinity) &&
      (type === 'number' || Number.isInteger(valor))
    );
  if (type === 'boolean') return typeof valor === 'boolean';
  if (type === 'array')
    return (
      Array.isArray(valor) &&
      valor.length >= (minItems ?? 0) &&
      valor.length <= (maxItems ?? Infinity) &&
      valor.every((item) => !items || aceita(items, item))
    );
  return true;
}
