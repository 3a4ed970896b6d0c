/**
 * What stops the process from starting, already said in Portuguese for whoever can mend it: what is wrong, where,
 * and what to do next.
 */
export class Impedimento extends Error {
  constructor(mensagem: string, opcoes?: ErrorOptions) {
    super(mensagem, opcoes);
    this.name = 'Impedimento';
  }
}
