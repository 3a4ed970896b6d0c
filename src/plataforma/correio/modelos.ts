import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

/** Fills a template. Throws when it asks for something that `dados` does not have. */
export type Modelo = (dados: object) => string;

export interface OpcoesDeModelo {
  /** Plain text: nothing is escaped. HTML escapes every value. */
  readonly texto?: boolean;
  /** Other templates of the folder that this one includes, by name. */
  readonly parciais?: readonly string[];
}

/** Compiles `<nome>.hbs` of a folder beside the code, so that the sources and `dist` both find it. */
export function compilarModelo(
  pasta: URL,
  nome: string,
  { texto = false, parciais = [] }: OpcoesDeModelo = {},
): Modelo {
  const handlebars = Handlebars.create();
  const ler = (modelo: string): string => readFileSync(new URL(`${modelo}.hbs`, pasta), 'utf8');
  const opcoes = { strict: true, noEscape: texto };
  for (const parcial of parciais)
    handlebars.registerPartial(parcial, handlebars.compile(ler(parcial), opcoes));
  const modelo = handlebars.compile<object>(ler(nome), opcoes);
  return (dados) => modelo(dados);
}
