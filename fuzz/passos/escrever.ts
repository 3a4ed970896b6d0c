import { eCru, eReferencia, type Corpo, type Passo, type Referencia, type Valor } from './passo.js';

/** What a reference stands for, or undefined when that answer did not say. */
export type Lembrar = (referencia: Referencia) => string | number | undefined;

/** What is named when the answer that should say it did not: an id of nothing. */
const DE_NINGUEM = 2_147_483_646;

/** A request as it goes on the wire. */
export interface Envio {
  readonly metodo: string;
  readonly caminho: string;
  readonly cabecalhos: Readonly<Record<string, string>>;
  readonly corpo: string | undefined;
}

export function escrever({ metodo, caminho, cabecalhos = {}, corpo }: Passo, lembrar: Lembrar): Envio {
  const texto = (parte: string | Referencia): string =>
    eReferencia(parte) ? String(lembrar(parte) ?? DE_NINGUEM) : parte;
  return {
    metodo,
    caminho: caminho.map((parte) => (eReferencia(parte) ? encodeURIComponent(texto(parte)) : parte)).join(''),
    cabecalhos: {
      ...(corpo === undefined ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(Object.entries(cabecalhos).map(([nome, valor]) => [nome, texto(valor)])),
    },
    corpo: corpo && escreverCorpo(corpo, lembrar),
  };
}

function escreverCorpo(corpo: Corpo, lembrar: Lembrar): string {
  if ('pedacos' in corpo) return corpo.pedacos.map(({ texto, vezes }) => texto.repeat(vezes)).join('');
  const json = escreverJson(corpo.json, lembrar);
  return corpo.inicio === undefined ? json : json.replace(/^\{/, () => corpo.inicio!);
}

export function escreverJson(valor: Valor, lembrar: Lembrar): string {
  if (eReferencia(valor)) return JSON.stringify(lembrar(valor) ?? DE_NINGUEM);
  if (eCru(valor)) return valor.$cru;
  if (typeof valor !== 'object' || valor === null) return JSON.stringify(valor);
  if (Array.isArray(valor)) return `[${valor.map((item: Valor) => escreverJson(item, lembrar)).join(',')}]`;
  const campos = Object.entries(valor as Readonly<Record<string, Valor>>);
  return `{${campos.map(([nome, conteudo]) => `${JSON.stringify(nome)}:${escreverJson(conteudo, lembrar)}`).join(',')}}`;
}
