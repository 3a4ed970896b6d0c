import { comoPasso, rascunhar } from '../rascunho.js';
import { type Contexto, type Tecnica, temParametro } from '../tecnica.js';

const METODOS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'];
/** Read as numbers by the careless; names of nothing here. */
const IDS_RUINS = [
  '0',
  '-1',
  '0x10',
  '1e3',
  '1.0',
  '%201',
  '1%20',
  '+1',
  '2147483648',
  '9007199254740993',
  'NaN',
  'null',
  '%00',
  "1'--",
  '1;2',
  '%F0%9F%8F%A5',
  '..%2f1',
  '9'.repeat(190),
];

const doCaminho = (nome: string, valores: readonly string[], espera: readonly number[]): Tecnica => ({
  nome,
  alvos: [404],
  peso: 2,
  serve: (operacao) => temParametro(operacao, 'path'),
  fazer: (c) => {
    const valor = c.sorte.um(valores);
    const rascunho = rascunhar(c, c.operacao, () => undefined);
    const caminho = [c.operacao.modelo.replace(/\{\w+\}/g, () => valor)];
    return comoPasso(
      { ...rascunho, caminho },
      { numero: c.numero, especie: 'mutado', tecnica: `${nome}: ${valor.slice(0, 20)}`, espera },
    );
  },
});

const metodoErrado: Tecnica = {
  nome: 'método que o endereço não aceita',
  alvos: [405],
  peso: 1,
  serve: () => true,
  fazer: (c) => {
    const { corpo: _corpo, ...rascunho } = rascunhar(c, c.operacao, () => undefined);
    const metodo = c.sorte.um(metodosFora(c));
    return comoPasso(
      { ...rascunho, corpo: undefined },
      {
        numero: c.numero,
        especie: 'hostil',
        tecnica: `método ${metodo}`,
        metodo,
        espera: [405],
      },
    );
  },
};

const metodosFora = ({ operacao: { modelo }, metodosDe }: Contexto): string[] =>
  METODOS.filter((metodo) => !metodosDe(modelo).includes(metodo));

/** A percent sign that begins nothing. */
const ilegivel: Tecnica = {
  nome: 'endereço ilegível',
  alvos: [400],
  peso: 1,
  serve: () => true,
  fazer: (c) => {
    const rascunho = rascunhar(c, c.operacao, () => undefined);
    const fim = c.sorte.um(['%', '%zz', '%c3', '%ed%a0%80']);
    return comoPasso(
      { ...rascunho, consulta: [], caminho: [...rascunho.caminho, fim] },
      {
        numero: c.numero,
        especie: 'hostil',
        tecnica: `endereço ilegível: ${fim}`,
        espera: [400],
      },
    );
  },
};

export const ENDERECO: readonly Tecnica[] = [
  // A rule that the body breaks by itself may be told first.
  doCaminho('id de ninguém', ['2147483646', '2147483647', '999999999'], [404, 409, 422]),
  doCaminho('id que não é id', IDS_RUINS, [404, 400]),
  metodoErrado,
  ilegivel,
];
