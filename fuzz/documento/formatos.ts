import fc, { type Arbitrary } from 'fast-check';
import { cepValido, normalizarCep } from '../../src/plataforma/identificadores/cep.js';
import { cid10Valido, normalizarCid10 } from '../../src/plataforma/identificadores/cid10.js';
import { cnpjValido, normalizarCnpj } from '../../src/plataforma/identificadores/cnpj.js';
import { cnsValido, normalizarCns } from '../../src/plataforma/identificadores/cns.js';
import { cpfValido, normalizarCpf } from '../../src/plataforma/identificadores/cpf.js';
import {
  normalizarRegistroAns,
  registroAnsValido,
} from '../../src/plataforma/identificadores/registro-ans.js';
import { normalizarTelefone, telefoneValido } from '../../src/plataforma/identificadores/telefone.js';

/** A format that the document names: what it accepts, and values of it. */
export interface Formato {
  readonly valido: (texto: string) => boolean;
  readonly valores: Arbitrary<string>;
}

const digitos = (quantos: number): Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${quantos}}$`));

/** The draw with the check digits that make it valid, or the well-known example where none does. */
const comVerificadores = (
  base: Arbitrary<string>,
  quantos: number,
  valido: (texto: string) => boolean,
  exemplo: string,
): Arbitrary<string> =>
  base.map((inicio) => {
    for (let dv = 0; dv < 10 ** quantos; dv++) {
      const texto = inicio + String(dv).padStart(quantos, '0');
      if (valido(texto)) return texto;
    }
    return exemplo;
  });

/** Far from now on both sides, so that no answer depends on when it is asked. */
const DIAS = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.date({ min: new Date('1950-01-01'), max: new Date('2019-12-31'), noInvalidDate: true }),
  },
  {
    weight: 3,
    arbitrary: fc.date({ min: new Date('2020-01-01'), max: new Date('2025-06-30'), noInvalidDate: true }),
  },
  {
    weight: 2,
    arbitrary: fc.date({ min: new Date('2150-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
  },
);
const dia = DIAS.map((data) => data.toISOString().slice(0, 10));

export const FORMATOS: Readonly<Record<string, Formato>> = {
  date: { valido: (t) => /^\d{4}-\d\d-\d\d$/.test(t) && existe(t), valores: dia },
  'date-time': {
    valido: (t) =>
      /^\d{4}-\d\d-\d\dT([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(t) &&
      existe(t.slice(0, 10)),
    valores: fc
      .tuple(DIAS, fc.constantFrom('Z', '-03:00', '+05:45', '.5Z', '.123-02:00'))
      .map(([data, fim]) => data.toISOString().slice(0, 19) + fim),
  },
  email: {
    valido: (t) => /^[^\s@]+@[^\s@]+$/.test(t),
    valores: fc.stringMatching(/^[a-z]{2,8}[.+_-]?[a-z0-9]{4,10}$/).map((nome) => `${nome}@exemplo.com.br`),
  },
  password: { valido: () => true, valores: fc.stringMatching(/^segredo-[a-zA-Z0-9]{12,20}$/) },
  cpf: {
    valido: (t) => cpfValido(normalizarCpf(t)),
    valores: comVerificadores(digitos(9), 2, cpfValido, '52998224725'),
  },
  cns: {
    valido: (t) => cnsValido(normalizarCns(t)),
    valores: comVerificadores(
      digitos(13).map((d) => `7${d.slice(1)}`),
      2,
      cnsValido,
      '700000000000005',
    ),
  },
  cnpj: {
    valido: (t) => cnpjValido(normalizarCnpj(t)),
    valores: comVerificadores(fc.stringMatching(/^[0-9A-Z]{12}$/), 2, cnpjValido, '11222333000181'),
  },
  cep: { valido: (t) => cepValido(normalizarCep(t)), valores: digitos(7).map((d) => `0${d}`) },
  telefone: {
    valido: (t) => telefoneValido(normalizarTelefone(t)),
    valores: fc
      .tuple(fc.constantFrom('11', '21', '92', '85'), digitos(7))
      .map(([ddd, n]) => `(${ddd}) 99${n}`),
  },
  'registro-ans': {
    valido: (t) => registroAnsValido(normalizarRegistroAns(t)),
    valores: digitos(5).map((d) => `4${d}`),
  },
  'cid-10': {
    valido: (t) => cid10Valido(normalizarCid10(t)),
    valores: fc.stringMatching(/^[A-T][0-9][0-9](\.[0-9])?$/),
  },
  'fuso-horario': {
    valido: (t) => Intl.supportedValuesOf('timeZone').includes(t),
    valores: fc.constantFrom('America/Sao_Paulo', 'America/Manaus', 'America/Noronha', 'Europe/Lisbon'),
  },
  'numero-de-conselho': {
    valido: (t) => /^[A-Za-z0-9./ -]{1,20}$/.test(t),
    valores: digitos(5).map((d) => `1${d}`),
  },
};

const existe = (dia: string): boolean =>
  new Date(`${dia}T00:00:00Z`).toString() !== 'Invalid Date' &&
  new Date(`${dia}T00:00:00Z`).toISOString().startsWith(dia);
