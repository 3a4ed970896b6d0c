import type { Operacao, Parametro } from '../documento/documento.js';
import type { Registro } from '../passos/acervo.js';
import type { Corpo, Especie, Passo, Referencia, Valor } from '../passos/passo.js';
import { type Fontes, ID_DE_NINGUEM, valorValido } from './valores.js';

/** A request before something is done to it: all of it valid. */
export interface Rascunho {
  readonly operacao: Operacao;
  /** The record that the path names; null: none is known, or the path names none. */
  readonly registro: Registro | null;
  readonly caminho: readonly (string | Referencia)[];
  readonly consulta: readonly (readonly [nome: string, valor: Valor])[];
  readonly cabecalhos: Readonly<Record<string, string | Referencia>>;
  readonly corpo: Valor | undefined;
}

export type Escolher = (registros: readonly Registro[]) => Registro | undefined;

/** A valid request of this operation, on the record that `escolher` prefers. */
export function rascunhar(fontes: Fontes, operacao: Operacao, escolher: Escolher): Rascunho {
  const { registro, caminho } = enderecar(fontes, operacao, escolher);
  const { sorte } = fontes;
  const presenca = sorte.um([0, 30, 60]);
  const consulta = operacao.parametros
    .filter(({ onde, obrigatorio }) => onde === 'query' && (obrigatorio || sorte.chance(presenca)))
    .flatMap((parametro) => daConsulta(fontes, parametro));
  const corpo = operacao.corpo ? valorValido(fontes, operacao.corpo, '') : undefined;
  return { operacao, registro, caminho, consulta, cabecalhos: {}, corpo };
}

function daConsulta(fontes: Fontes, { nome, esquema }: Parametro): (readonly [string, Valor])[] {
  // A cursor belongs to the page that said it, and to its filters: see `proximaPagina`.
  return nome === 'cursor' ? [] : [[nome, valorValido(fontes, esquema, nome)]];
}

function enderecar(
  { ligacoes, acervo, sorte }: Fontes,
  { modelo, parametros }: Operacao,
  escolher: Escolher,
): Pick<Rascunho, 'registro' | 'caminho'> {
  const ultimo = modelo.lastIndexOf('/{');
  if (ultimo === -1) {
    const [unico] = ligacoes.eColecao(modelo) ? [] : acervo.de(modelo);
    return { registro: unico ?? null, caminho: [modelo] };
  }
  const fim = modelo.slice(modelo.indexOf('}', ultimo) + 1);
  const registros = acervo.de(modelo.slice(0, ultimo));
  const registro = escolher(registros) ?? (registros.length > 0 ? sorte.um(registros.slice(-20)) : null);
  if (registro) return { registro, caminho: [...registro.caminho, ...(fim ? [fim] : [])] };
  const nomes = new Set(parametros.filter(({ onde }) => onde === 'path').map(({ nome }) => nome));
  return {
    registro: null,
    caminho: [
      modelo.replace(/\{(\w+)\}/g, (tudo, nome: string) => (nomes.has(nome) ? String(ID_DE_NINGUEM) : tudo)),
    ],
  };
}

export interface Detalhes {
  readonly numero: number;
  readonly especie: Especie;
  readonly tecnica: string;
  readonly quem?: Passo['quem'];
  readonly espera?: readonly number[];
  readonly corpo?: Corpo;
  readonly metodo?: string;
  readonly depoisDe?: number;
}

/** Ready to be sent, with what is done to it. */
export function comoPasso(
  rascunho: Rascunho,
  { quem = 'ADMIN', corpo, metodo, ...detalhes }: Detalhes,
): Passo {
  const { operacao, cabecalhos, consulta } = rascunho;
  const enviado = corpo ?? (rascunho.corpo === undefined ? undefined : { json: rascunho.corpo });
  return {
    ...detalhes,
    operacao: operacao.chave,
    quem: operacao.aberta && quem === 'ADMIN' ? 'NINGUEM' : quem,
    metodo: metodo ?? operacao.metodo,
    caminho: [...rascunho.caminho, ...consulta.flatMap(partesDaConsulta)],
    ...(Object.keys(cabecalhos).length > 0 ? { cabecalhos } : {}),
    ...(enviado === undefined ? {} : { corpo: enviado }),
  };
}

const partesDaConsulta = ([nome, valor]: readonly [string, Valor], i: number): (string | Referencia)[] => {
  const inicio = `${i === 0 ? '?' : '&'}${nome}=`;
  return typeof valor === 'object' && valor !== null && '$de' in valor
    ? [inicio, valor as Referencia]
    : [inicio + encodeURIComponent(textoDe(valor))];
};

/** As it is typed in an address; half a character cannot be. */
const textoDe = (valor: Valor): string =>
  (typeof valor === 'string' ? valor : JSON.stringify(valor)).replace(/[\ud800-\udfff]/gu, '\ufffd');
