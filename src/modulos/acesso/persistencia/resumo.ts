import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal. For what cannot be guessed (256 random bits), or is only compared: never a password. */
export const resumo = (texto: string): string => createHash('sha256').update(texto).digest('hex');
