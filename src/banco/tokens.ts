/** The server in use, for the few statements that depend on it (`dialeto.ts` says which). */
export const MOTOR = Symbol('MOTOR');
