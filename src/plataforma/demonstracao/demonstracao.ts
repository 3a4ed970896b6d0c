/** Whether this database keeps the demonstration hospital: decided once, when the process starts. */
export class Demonstracao {
  constructor(
    readonly ativa: boolean,
    /** How far ahead its clock had been moved. */
    readonly adiantadoMs: number,
  ) {}

  static readonly NENHUMA = new Demonstracao(false, 0);
}
