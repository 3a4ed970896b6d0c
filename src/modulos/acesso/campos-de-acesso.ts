import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, MinLength } from 'class-validator';
import { campo, MaximoDeCaracteres, type OpcoesDoCampo, Texto } from '../../plataforma/http/campos.js';
import { PAPEIS } from '../../plataforma/seguranca/autor.js';
import { MAIOR_SENHA } from './dominio/senha-boa.js';

/** A password exactly as typed: spaces count, nothing is trimmed. `min` is for new ones only. */
export function Senha({ min = 1, ...opcoes }: OpcoesDoCampo & { min?: number } = {}): PropertyDecorator {
  return campo(
    opcoes,
    { type: String, format: 'password', minLength: min, maxLength: MAIOR_SENHA },
    MaximoDeCaracteres(MAIOR_SENHA),
    MinLength(min, { message: min === 1 ? 'não pode ficar vazio.' : `deve ter ao menos ${min} caracteres.` }),
    IsString({ message: 'deve ser um texto.' }),
  );
}

/** A code that came by e-mail, pasted with or without blanks around it; whether it is good is the use case's to say. */
export function Codigo(): PropertyDecorator {
  return Texto({
    max: 200,
    exemplo: 'q3Vx0bZ7m2m9Yx1kq8W4cJm0uT5oN6rL7sHhP2aBdEf',
    descricao: 'O código que chegou por e-mail.',
  });
}

/** The roles of a user: one or more, none twice. */
export function ListaDePapeis(opcoes: OpcoesDoCampo = {}): PropertyDecorator {
  return campo(
    { exemplo: ['RECEPCAO'], descricao: 'Perfis de acesso.', ...opcoes },
    {
      type: String,
      enum: [...PAPEIS],
      isArray: true,
      minItems: 1,
      maxItems: PAPEIS.length,
      uniqueItems: true,
    },
    ArrayUnique({ message: 'não pode repetir perfis.' }),
    IsIn([...PAPEIS], { each: true, message: `deve ter só estes perfis: ${PAPEIS.join(', ')}.` }),
    ArrayMaxSize(PAPEIS.length, { message: `deve ter no máximo ${PAPEIS.length} perfis.` }),
    ArrayMinSize(1, { message: 'deve ter ao menos um perfil.' }),
    IsArray({ message: 'deve ser uma lista de perfis.' }),
  );
}

/** Six digits of the application, or a recovery code. */
export function CodigoDoSegundoFator(opcoes: OpcoesDoCampo): PropertyDecorator {
  return Texto({ max: 40, exemplo: '123456', ...opcoes });
}

/** Recovery codes, shown this once. */
export const ListaDeCodigos = (): PropertyDecorator =>
  campo(
    {
      exemplo: ['JBSW-Y3DP-EHPK-3PXP'],
      descricao:
        'Dez códigos, cada um serve uma vez no lugar do código do aplicativo. Guarde-os: não serão mostrados de novo.',
    },
    { type: String, isArray: true },
    IsString({ each: true, message: 'deve ter só textos.' }),
    IsArray({ message: 'deve ser uma lista.' }),
  );
