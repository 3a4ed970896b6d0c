import { normalizarParaBusca } from '../../plataforma/identificadores/nome.js';
import { NOMES_FEMININOS, NOMES_MASCULINOS, SOBRENOMES } from './nomes.js';
import type { Sorteio } from './sorteio.js';

export type SexoAoNascer = 'M' | 'F';

const NOMES = { F: NOMES_FEMININOS, M: NOMES_MASCULINOS } as const;

export const sortearSobrenome = (sorteio: Sorteio): string => sorteio.um(SOBRENOMES);

/** First name and two surnames; the last is `familia`, if given. */
export const sortearNome = (
  sorteio: Sorteio,
  sexo: SexoAoNascer,
  familia: string = sortearSobrenome(sorteio),
): string => `${sorteio.um(NOMES[sexo])} ${sortearSobrenome(sorteio)} ${familia}`;

/** An address that leads nowhere: `.example` is reserved for that (RFC 2606). */
export function emailDe(
  nome: string,
  numero: number,
  dominio: 'paciente.example' | 'medico.example',
): string {
  const partes = normalizarParaBusca(nome).split(' ');
  return `${partes[0]}.${partes.at(-1)}${numero}@${dominio}`;
}

/** E.164 of a mobile that nobody has: no operator was given numbers that begin with 90. */
export const sortearCelular = (sorteio: Sorteio): string => `+55${sorteio.um(DDDS)}90${sorteio.digitos(7)}`;

const DDDS = ['11', '11', '11', '12', '13', '15', '19', '19'] as const;
