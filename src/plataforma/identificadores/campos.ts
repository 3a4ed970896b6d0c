import { Identificador, Opcao, type OpcoesDoCampo, normalizar } from '../http/campos.js';
import { cepValido, normalizarCep } from './cep.js';
import { cnpjValido, normalizarCnpj } from './cnpj.js';
import { cnsValido, normalizarCns } from './cns.js';
import { CONSELHOS, normalizarConselho, normalizarNumeroConselho, normalizarUf, UFS } from './conselho.js';
import { cpfValido, normalizarCpf } from './cpf.js';
import { normalizarRegistroAns, registroAnsValido } from './registro-ans.js';
import { normalizarTelefone, telefoneValido } from './telefone.js';

/** Fields that hold an identifier: typed with or without mask (at most `max` characters), kept in the stored form. */
const identificador =
  (
    max: number,
    formato: string,
    exemplo: string,
    descricao: string,
    normalizador: (texto: string) => string,
    valido: (texto: string) => boolean,
    mensagem: string,
  ) =>
  (opcoes: OpcoesDoCampo = {}): PropertyDecorator =>
    Identificador({ exemplo, descricao, ...opcoes, max, formato, normalizador, valido, mensagem });

export const Cpf = identificador(
  14,
  'cpf',
  '529.982.247-25',
  'CPF, com ou sem pontuação.',
  normalizarCpf,
  cpfValido,
  'deve ser um CPF válido, como 529.982.247-25.',
);

export const Cnpj = identificador(
  18,
  'cnpj',
  '12.ABC.345/01DE-35',
  'CNPJ, numérico ou alfanumérico, com ou sem pontuação.',
  normalizarCnpj,
  cnpjValido,
  'deve ser um CNPJ válido, como 11.222.333/0001-81 ou 12.ABC.345/01DE-35.',
);

export const Cns = identificador(
  18,
  'cns',
  '700000000000005',
  'Cartão Nacional de Saúde, 15 dígitos, com ou sem espaços.',
  normalizarCns,
  cnsValido,
  'deve ser um Cartão Nacional de Saúde válido, com 15 dígitos.',
);

export const Cep = identificador(
  9,
  'cep',
  '01310-100',
  'CEP, com ou sem hífen.',
  normalizarCep,
  cepValido,
  'deve ser um CEP com 8 dígitos, como 01310-100.',
);

export const Telefone = identificador(
  25,
  'telefone',
  '(11) 98765-4321',
  'Telefone com DDD; estrangeiro, com + e o código do país. É guardado no formato E.164.',
  normalizarTelefone,
  telefoneValido,
  'deve ser um telefone com DDD, como (11) 98765-4321, ou estrangeiro com +.',
);

export const RegistroAns = identificador(
  7,
  'registro-ans',
  '418374',
  'Registro da operadora na ANS, 6 dígitos.',
  normalizarRegistroAns,
  registroAnsValido,
  'deve ser um registro da ANS com 6 dígitos, como 418374.',
);

/** The shape by council is judged with the council, by `numeroConselhoValido`. */
export const NumeroConselho = identificador(
  20,
  'numero-de-conselho',
  '123456',
  'Número da inscrição no conselho; no COREN, com a categoria.',
  normalizarNumeroConselho,
  (t) => /^[A-Z0-9]{1,20}$/.test(t),
  'deve ter só números e, quando houver, as letras da categoria.',
);

/** One of a list, in any case. */
const umaDasSiglas =
  (siglas: readonly string[], exemplo: string, descricao: string, normalizador: (texto: string) => string) =>
  (opcoes: OpcoesDoCampo = {}): PropertyDecorator =>
  (alvo, propriedade) => {
    normalizar(normalizador)(alvo, propriedade);
    Opcao(siglas, { exemplo, descricao, ...opcoes })(alvo, propriedade);
  };

export const SiglaDoConselho = umaDasSiglas(CONSELHOS, 'CRM', 'Conselho profissional.', normalizarConselho);

export const Uf = umaDasSiglas(UFS, 'SP', 'Unidade da federação.', normalizarUf);
