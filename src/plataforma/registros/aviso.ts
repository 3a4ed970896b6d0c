import { Texto } from '../http/campos.js';

/** Something to be looked at about a record that was accepted all the same. */
export abstract class Aviso {
  @Texto({ max: 60, exemplo: 'PACIENTE.POSSIVEL_HOMONIMO', descricao: 'Código estável, para programas.' })
  codigo!: string;
  @Texto({
    max: 200,
    exemplo: 'Outro paciente tem o mesmo nome e a mesma data de nascimento. Confira se não é a mesma pessoa.',
    descricao: 'O que convém conferir.',
  })
  mensagem!: string;
}

/** Warnings are a hint, not a report: no more than these. */
export const MAXIMO_DE_AVISOS = 5;
