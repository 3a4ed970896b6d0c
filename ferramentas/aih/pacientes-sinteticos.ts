import type { RegistroAih } from './registro-aih.js';

// prettier-ignore
const PRENOMES = {
  F: ['Ana', 'Beatriz', 'Camila', 'Daniela', 'Elisa', 'Fernanda', 'Gabriela', 'Helena', 'Isabel', 'Júlia', 'Larissa', 'Marina', 'Natália'],
  M: ['André', 'Bruno', 'Caio', 'Daniel', 'Eduardo', 'Fábio', 'Gustavo', 'Henrique', 'Igor', 'João', 'Lucas', 'Marcos', 'Otávio'],
  OUTRO: ['Alex', 'Ariel', 'Cris', 'Darci', 'Eli', 'Iraci', 'Noa'],
} as const;
// prettier-ignore
const SOBRENOMES = ['Almeida', 'Barros', 'Cardoso', 'Dias', 'Esteves', 'Ferraz', 'Gomes', 'Lopes', 'Moraes', 'Nunes', 'Pires', 'Ramos', 'Souza', 'Teixeira', 'Vieira', 'Zanetti', 'Queiroz'];

/**
 * The body of `POST /v1/pacientes`: sex and birth date of the record, a made-up name that says so. No
 * CPF: the file has none, and a generated one could be a living person's.
 */
export function pacienteSintetico(registro: RegistroAih, prefixo: string): PacienteSintetico {
  const escolher = (lista: readonly string[]): string => lista[registro.numero % lista.length]!;
  return {
    nome: `${escolher(PRENOMES[registro.sexo])} ${escolher(SOBRENOMES)} (sintético ${prefixo} ${registro.numero})`,
    dataNascimento: registro.dataNascimento,
    sexo: registro.sexo,
  };
}

export interface PacienteSintetico {
  nome: string;
  dataNascimento: string;
  sexo: 'M' | 'F' | 'OUTRO';
}
