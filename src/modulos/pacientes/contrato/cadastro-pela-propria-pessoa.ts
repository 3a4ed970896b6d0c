import type { Sexo } from './sexo.js';

/** Who somebody says they are; the e-mail is the only part that has been proved. */
export interface PessoaQueSeApresenta {
  readonly nome: string;
  readonly cpf: string;
  /** Civil day, `YYYY-MM-DD`. */
  readonly dataNascimento: string;
  readonly sexo: Sexo | null;
  readonly telefone: string | null;
  readonly email: string;
}

/** What accounts that people open for themselves need of the register of patients. */
export abstract class CadastroPelaPropriaPessoa {
  /** Refuses a birth after today or an age above 130 (422, campo dataNascimento). */
  abstract conferirNascimento(dataNascimento: string): Promise<void>;

  /**
   * The patient with this CPF, if the birth and the e-mail of the record are these as well; a new one, if nobody has
   * the CPF and the data suffices; else null. The row is held until the end of the transaction in course.
   */
  abstract reconhecerOuCadastrar(pessoa: PessoaQueSeApresenta): Promise<number | null>;
}
