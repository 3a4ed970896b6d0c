import { Check, Column, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Columns that mean the same on SQLite, MySQL and MariaDB. No defaults in the database: entities say
 * everything they store. Each has its twin for migrations in `tabelas.ts`.
 */
interface Opcoes {
  readonly nulo?: boolean;
}

const comoNumero = {
  to: (valor: number | null): number | null => valor,
  from: (valor: string | number | null): number | null => (valor === null ? null : Number(valor)),
};

export const Id = (): PropertyDecorator => PrimaryGeneratedColumn({ name: 'id' });

/** An id of what comes by the million a day: 64 bits in the database, exact up to 2^53 here. */
export const IdLongo = (): PropertyDecorator => PrimaryGeneratedColumn({ name: 'id', type: 'bigint' });

/** Text of at most `tamanho` characters; SQLite, which ignores the length, gets a check. */
export function Texto(nome: string, tamanho: number, opcoes: Opcoes = {}): PropertyDecorator {
  return (alvo, propriedade) => {
    Column({ name: nome, type: 'varchar', length: tamanho, nullable: opcoes.nulo ?? false })(
      alvo,
      propriedade,
    );
    Check(nomeDoLimite(nome), limiteDeTexto(nome, tamanho))(alvo.constructor);
  };
}

/** Text without a practical limit (64 KiB on MySQL). */
export const TextoLongo = (nome: string, opcoes: Opcoes = {}): PropertyDecorator =>
  Column({ name: nome, type: 'text', nullable: opcoes.nulo ?? false });

export const Inteiro = (nome: string, opcoes: Opcoes = {}): PropertyDecorator =>
  Column({ name: nome, type: Number, nullable: opcoes.nulo ?? false });

/** A whole number that may pass 32 bits: an `IdLongo`, a position in a sequence. */
export const InteiroLongo = (nome: string): PropertyDecorator =>
  Column({ name: nome, type: 'bigint', transformer: comoNumero });

/** Money in whole centavos. */
export const Centavos = (nome: string, opcoes: Opcoes = {}): PropertyDecorator =>
  Column({ name: nome, type: 'bigint', nullable: opcoes.nulo ?? false, transformer: comoNumero });

/** A duration, in whole milliseconds. */
export const Milissegundos = (nome: string): PropertyDecorator =>
  Column({ name: nome, type: 'bigint', transformer: comoNumero });

export const Logico = (nome: string, opcoes: Opcoes = {}): PropertyDecorator =>
  Column({ name: nome, type: Boolean, nullable: opcoes.nulo ?? false });

/** UTC instant with milliseconds. */
export const Instante = (nome: string, opcoes: Opcoes = {}): PropertyDecorator =>
  Column({ name: nome, type: 'datetime', precision: 3, nullable: opcoes.nulo ?? false });

/** Civil day, `YYYY-MM-DD`, always a string. */
export const DiaCivil = (nome: string, opcoes: Opcoes = {}): PropertyDecorator =>
  Column({ name: nome, type: 'date', nullable: opcoes.nulo ?? false });

/** The id of another entity, guarded by a foreign key; no TypeORM relation. */
export function Referencia(
  nome: string,
  entidade: string,
  chave: string,
  opcoes: Opcoes = {},
): PropertyDecorator {
  return (alvo, propriedade) => {
    Column({ name: nome, type: Number, nullable: opcoes.nulo ?? false })(alvo, propriedade);
    ForeignKey(entidade, { name: chave, onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })(alvo, propriedade);
  };
}

export const nomeDoLimite = (coluna: string): string => `tamanho_${coluna}`;
export const limiteDeTexto = (coluna: string, tamanho: number): string => `length(${coluna}) <= ${tamanho}`;
