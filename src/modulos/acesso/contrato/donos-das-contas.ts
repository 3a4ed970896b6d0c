/** Where, and how, to write to somebody about their own account. */
export abstract class DonosDasContas {
  /** In a unit of work, it sees what was just written. Null: there is no such account. */
  abstract enderecoDe(usuarioId: number): Promise<string | null>;

  /** Their first name, where it is a name and nothing else: anybody may sign up under any. */
  abstract primeiroNome(usuarioId: number): Promise<string | null>;
}
