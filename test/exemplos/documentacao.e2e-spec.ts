import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentar } from '../../src/documentacao/documento.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Documento, type Esquema, type Operacao } from './documento.js';

/** What Portuguese never says, and a text left in English, or half written, does. */
const INGLES =
  /(?<!\p{L})(the|and|with|from|your|this|that|returns?|created|updated|deleted|success|not found|bad request|unauthorized|forbidden|undefined)(?!\p{L})/iu;

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
  /** Nobody keeps its answers. */
  const sigilosa = ({ respostas }: Operacao): boolean =>
    ['200', '201', '204'].some((status) => respostas[status]?.headers?.['Cache-Control']);
  const repetivel = (o: Operacao): boolean => ehPost(o) && !sigilosa(o);
  /** The single record of a resource answers its version, and so must its changes. */
  const versionada = (o: Operacao): boolean => {
    const sucesso = o.respostas['200']?.content?.['application/json']?.schema;
    const data = sucesso?.properties?.data;
    return Boolean(o.fechada && data && !data.items && documento.resolver(data).properties?.versao);
  };
  const muda = ({ metodo }: Operacao): boolean => metodo !== 'GET';

  it('deve dizer de cada operação os erros que ela pode dar', () => {
    expect(semStatus(() => true, '400', '500', '503')).toEqual([]);
    expect(semStatus(({ fechada }) => fechada, '401')).toEqual([]);
    expect(semStatus(({ perfis }) => perfis !== null, '403')).toEqual([]);
    expect(semStatus(temId, '404')).toEqual([]);
    expect(semStatus(({ corpo }) => corpo !== null, '413', '415', '422')).toEqual([]);
    expect(semStatus(repetivel, '409', '422')).toEqual([]);
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

  it('deve aceitar Idempotency-Key em todo POST fechado cuja resposta se pode guardar, e só neles', () => {
    expect(semCabecalho(repetivel, 'Idempotency-Key')).toEqual([]);
    const indevidos = documento.operacoes.filter((o) => !repetivel(o) && temCabecalho(o, 'Idempotency-Key'));
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
      parametros.filter((p) => !p.description).map((p) => `${nome} ${p.name}`),
    );
    expect(semDescricao).toEqual([]);
  });

  it('deve dizer em português o que cada texto diz', () => {
    const textos = [
      ...documento.apresentacao,
      ...documento.operacoes.flatMap((o) => [
        o.resumo,
        o.descricao,
        ...o.parametros.map(({ description = '' }) => description),
        ...Object.values(o.respostas).map(({ description }) => description),
      ]),
      ...propriedades().map(({ esquema }) => esquema.description ?? ''),
    ];
    const emPortugues = [...new Set(textos)].map((texto) => texto.replace(/`[^`]*`|\]\([^)]*\)/g, ''));
    expect(emPortugues.filter((texto) => INGLES.test(texto))).toEqual([]);
    const semFrase = documento.operacoes.flatMap(({ nome, respostas }) =>
      Object.entries(respostas)
        .filter(([, { description }]) => !/^\p{Lu}.{4,}\.$/u.test(description))
        .map(([status, { description }]) => `${nome} ${status} ${description}`),
    );
    expect(semFrase).toEqual([]);
  });

  it('deve levar, na apresentação, só a operações que existem', () => {
    const ancoras = documento.apresentacao.flatMap((texto) => [...texto.matchAll(/\(#\/([^)]+)\)/g)]);
    const conhecidas = documento.operacoes.map(({ grupo, id }) => `${grupo}/${id}`);
    expect(ancoras.length).toBeGreaterThan(4);
    expect(ancoras.map(([, ancora]) => ancora).filter((ancora) => !conhecidas.includes(ancora!))).toEqual([]);
  });

  it('deve preencher na página só o que o pedido precisa', () => {
    const preenchidos = documento.operacoes.flatMap(({ nome, parametros }) =>
      parametros
        .filter((p) => Boolean(p.required) !== (p.schema.example !== undefined))
        .map((p) => `${nome} ${p.name}`),
    );
    expect(preenchidos).toEqual([]);
    const semExemplo = documento.comCorpo.filter(
      ({ corpo }) => documento.resolver(corpo).example === undefined,
    );
    expect(semExemplo.map(({ nome }) => nome)).toEqual([]);
  });

  it('deve explicar os valores das escolhas que não se explicam', () => {
    const evidentes = /^(UF|estado|acao|acoes|canal)/i;
    const mudas = propriedades().filter(({ nome, esquema }) => {
      const valores = (esquema.enum ?? esquema.items?.enum ?? []).filter((v) => typeof v === 'string');
      return (
        valores.length > 1 &&
        !evidentes.test(nome.split('.')[1]!) &&
        valores.some((valor) => !esquema.description?.includes(`\`${valor}\`: `))
      );
    });
    expect(mudas.map(({ nome }) => nome)).toEqual([]);
  });

  it('deve sair sempre igual, e pesar pouco', async () => {
    const ler = async (encoding: string) => {
      const resposta = await fetch(`${app.url}/docs-json`, { headers: { 'accept-encoding': encoding } });
      return { etag: resposta.headers.get('etag'), texto: await resposta.text(), resposta };
    };
    const [claro, comprimido] = [await ler('identity'), await ler('gzip')];
    expect(JSON.stringify(documentar(app.app))).toBe(claro.texto);
    expect(comprimido.texto).toBe(claro.texto);
    expect(comprimido.resposta.headers.get('content-encoding')).toBe('gzip');
    expect(Number(comprimido.resposta.headers.get('content-length'))).toBeLessThan(64 * 1024);
    const conhecido = await fetch(`${app.url}/docs-json`, { headers: { 'if-none-match': claro.etag! } });
    expect(conhecido.status).toBe(304);
  });

  it('deve servir com a página tudo o que ela usa, e proibir o que vem de outro lugar', async () => {
    const pagina = await fetch(`${app.url}/docs`);
    expect(pagina.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    const html = await pagina.text();
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|https?:/);
    const usados = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, endereco]) => endereco!);
    expect(usados.length).toBeGreaterThan(6);
    for (const endereco of usados)
      expect([endereco, (await fetch(new URL(endereco, pagina.url))).status]).toEqual([endereco, 200]);
  });

  it('deve mostrar de cada propriedade uma descrição, e nenhum esquema vazio', () => {
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
  const explicada = ({ description, $ref }: Esquema): boolean => Boolean(description ?? $ref);
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
