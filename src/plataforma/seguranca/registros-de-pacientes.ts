import type { ValueProvider } from '@nestjs/common';
import type { ErroDeDominio } from '../erros/erro-de-dominio.js';

/** A kind of record that is of one patient, so that it can be asked whose each is. */
export interface TipoDeRegistro {
  /** As `@Rota({ alvo })` names it. */
  readonly tipo: string;
  /** The tables it takes to know, its own as `r`. */
  readonly tabelas: string;
  /** The patient, as a column of them. */
  readonly paciente: string;
  /** What is answered of an id that names nothing: the same for what one may not know to exist. */
  readonly inexistente: (id: number) => ErroDeDominio;
}

/** What one module says of its records; found among the providers when the application starts. */
export class ConjuntoDeTipos {
  constructor(readonly tipos: readonly TipoDeRegistro[]) {}
}

/** The provider by which a module says whose its records are. */
export const registrosDePacientes = (...tipos: readonly TipoDeRegistro[]): ValueProvider => ({
  provide: Symbol('registros de pacientes'),
  useValue: new ConjuntoDeTipos(tipos),
});
