import { isDeepStrictEqual } from 'node:util';
import { houveVez, mudancas } from '../alvos/retrato.js';
import { dadosDe, deuCerto, type Caso, type Oraculo } from './oraculo.js';

type Objeto = Readonly<Record<string, unknown>>;
const objeto = (valor: unknown): Objeto | null =>
  typeof valor === 'object' && valor !== null && !Array.isArray(valor) ? (valor as Objeto) : null;

const semRastro: Oraculo = {
  codigo: 'recusa-nao-deixa-rastro',
  classes: ['F104', 'F208'],
  conferir: (caso) => {
    if (deuCerto(caso) && caso.passo.metodo !== 'GET' && caso.passo.repete === undefined) return null;
    if (houveVez(caso.antes, caso.depois)) return null;
    const mudou = mudancas(caso.antes, caso.depois);
    return mudou.length === 0 ? null : `respondeu ${caso.resposta.status} e mudou ${mudou.join('; ')}`;
  },
};

const repeticao: Oraculo = {
  codigo: 'repetido-e-igual',
  classes: ['F100'],
  conferir: ({ passo, resposta, anterior }) => {
    if (passo.repete === undefined || !anterior) return null;
    if (resposta.status !== anterior.resposta.status)
      return `a repetição respondeu ${resposta.status}, e a primeira ${anterior.resposta.status}`;
    if (resposta.texto !== anterior.resposta.texto) return 'a repetição respondeu outro corpo';
    return resposta.cabecalhos.etag === anterior.resposta.cabecalhos.etag
      ? null
      : 'o ETag mudou sem que nada mudasse';
  },
};

/** What a record said when it was made or changed, and what it says now. */
const releitura: Oraculo = {
  codigo: 'releitura',
  classes: ['F103', 'F203'],
  conferir: (caso) => {
    const { passo, resposta, anterior } = caso;
    if (!passo.releitura || !anterior) return null;
    if (resposta.status !== 200)
      return `o registro respondeu ${resposta.status} depois de ${anterior.passo.operacao}`;
    const agora = objeto(dadosDe(caso)) ?? {};
    if (passo.releitura.inativo && 'ativo' in agora && agora['ativo'] !== false)
      return 'foi inativado, e continua ativo';
    if (caso.tolerancias.mudamSozinhos.some((colecao) => caso.operacao.modelo.startsWith(colecao)))
      return null;
    const dito = objeto(dadosDe(anterior)) ?? {};
    const diferente = Object.keys(dito).find(
      (campo) => campo in agora && !isDeepStrictEqual(dito[campo], agora[campo]),
    );
    return diferente === undefined
      ? null
      : `${diferente}: respondeu ${JSON.stringify(dito[diferente])} e leu-se ${JSON.stringify(agora[diferente])}`;
  },
};

const local: Oraculo = {
  codigo: 'location',
  classes: ['F101'],
  conferir: (caso) => {
    if (caso.resposta.status !== 201) return null;
    const id = objeto(dadosDe(caso))?.['id'];
    const esperado =
      caso.tolerancias.lugares[caso.operacao.chave] ?? `${caso.envio.caminho.split('?')[0]}/${String(id)}`;
    return caso.resposta.cabecalhos.location === esperado
      ? null
      : `Location ${caso.resposta.cabecalhos.location}, e não ${esperado}`;
  },
};

/** A text without a format is kept as it was typed, but for its edges. */
const idaEVolta: Oraculo = {
  codigo: 'ida-e-volta',
  classes: ['F200', 'F201'],
  conferir: (caso) => {
    if (!deuCerto(caso) || !caso.operacao.corpo || caso.passo.repete !== undefined) return null;
    const enviado = objeto(corpoEnviado(caso));
    const dito = objeto(dadosDe(caso));
    if (!enviado || !dito) return null;
    const mudado = Object.keys(enviado).find(
      (campo) =>
        typeof enviado[campo] === 'string' &&
        typeof dito[campo] === 'string' &&
        !caso.tolerancias.sempreNovos.includes(campo) &&
        !mesmoTexto(caso, campo, enviado[campo], dito[campo]),
    );
    return mudado === undefined
      ? null
      : `${mudado}: foi ${JSON.stringify(enviado[mudado])} e voltou ${JSON.stringify(dito[mudado])}`;
  },
};

function mesmoTexto({ operacao, documento }: Caso, campo: string, foi: string, voltou: string): boolean {
  const nome = operacao.corpo!.$ref?.split('/').pop() ?? '';
  const esquema = documento.esquemas[nome]?.properties?.[campo];
  return esquema?.format !== undefined || esquema?.enum !== undefined || foi.trim() === voltou;
}

function corpoEnviado({ envio }: Caso): unknown {
  try {
    return JSON.parse(envio.corpo ?? 'null');
  } catch {
    return null;
  }
}

export const DE_EFEITOS: readonly Oraculo[] = [semRastro, repeticao, releitura, local, idaEVolta];
