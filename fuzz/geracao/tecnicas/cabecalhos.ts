import type { Registro } from '../../passos/acervo.js';
import type { Passo, Referencia } from '../../passos/passo.js';
import { comoPasso, rascunhar } from '../rascunho.js';
import { type Contexto, type Tecnica, temParametro } from '../tecnica.js';
import { escolherQue } from './validas.js';

const comCabecalho = (
  c: Contexto,
  nome: string,
  valor: string | Referencia,
  detalhes: Pick<Passo, 'especie' | 'tecnica' | 'espera'>,
  escolher = escolherQue(c, true),
): Passo => {
  const rascunho = rascunhar(c, c.operacao, escolher);
  return comoPasso({ ...rascunho, cabecalhos: { [nome]: valor } }, { numero: c.numero, ...detalhes });
};

/** On a record whose version is known. */
const comVersao =
  (
    nome: string,
    cabecalho: string,
    qual: (registro: Registro) => Referencia | undefined,
    espera?: readonly number[],
  ) =>
  (c: Contexto): Passo | null => {
    const escolher = (registros: readonly Registro[]): Registro | undefined => {
      const servem = registros.filter((registro) => qual(registro));
      return escolherQue(c, true)(servem) ?? servem.at(-1);
    };
    const rascunho = rascunhar(c, c.operacao, escolher);
    const valor = rascunho.registro ? qual(rascunho.registro) : undefined;
    if (valor === undefined) return null;
    return comoPasso(
      { ...rascunho, cabecalhos: { [cabecalho]: valor } },
      {
        numero: c.numero,
        especie: espera ? 'mutado' : 'valido',
        tecnica: nome,
        ...(espera ? { espera, depoisDe: rascunho.registro!.etag!.$de } : {}),
      },
    );
  };

const aceita =
  (nome: string): Tecnica['serve'] =>
  (operacao) =>
    temParametro(operacao, 'header', nome);

const RUINS = ['sem-aspas', '"', '"1', 'W/', '"1" "2"', '""x'];
const CHAVES_RUINS = ['com espaço', 'ç', 'k'.repeat(256), ''];

export const CABECALHOS: readonly Tecnica[] = [
  {
    nome: 'If-Match certo',
    alvos: [],
    peso: 3,
    serve: aceita('If-Match'),
    fazer: comVersao('If-Match certo', 'if-match', ({ etag }) => etag),
  },
  {
    nome: 'If-Match velho',
    alvos: [412],
    peso: 3,
    serve: aceita('If-Match'),
    fazer: comVersao('If-Match velho', 'if-match', ({ etagVelho }) => etagVelho, [412]),
  },
  {
    nome: 'If-Match ilegível',
    alvos: [400],
    peso: 1,
    serve: aceita('If-Match'),
    fazer: (c) => {
      const ruim = c.sorte.um(RUINS);
      return comCabecalho(c, 'if-match', ruim, {
        especie: 'mutado',
        tecnica: `If-Match ilegível: ${ruim}`,
        espera: [400],
      });
    },
  },
  {
    nome: 'If-None-Match',
    alvos: [304],
    peso: 2,
    serve: aceita('If-None-Match'),
    fazer: comVersao('If-None-Match', 'if-none-match', ({ etag }) => etag),
  },
  {
    nome: 'Idempotency-Key nova',
    // What is asked next is the same key with another body.
    alvos: [422],
    peso: 4,
    serve: aceita('Idempotency-Key'),
    fazer: (c) =>
      comCabecalho(c, 'idempotency-key', `chave-${c.numero}`, {
        especie: 'valido',
        tecnica: 'Idempotency-Key nova',
      }),
  },
  {
    nome: 'Idempotency-Key ilegível',
    alvos: [400],
    peso: 1,
    serve: aceita('Idempotency-Key'),
    fazer: (c) => {
      const ruim = c.sorte.um(CHAVES_RUINS);
      return comCabecalho(c, 'idempotency-key', Buffer.from(ruim).toString('latin1'), {
        especie: 'mutado',
        tecnica: 'Idempotency-Key ilegível',
        espera: [400],
      });
    },
  },
];
