const CABECALHO = 4;
const COM_QUERY = 0x03;

/**
 * Sees, in the bytes that a client sends to a server of the MySQL family, each COMMIT. A packet is three bytes of
 * length, its number in the conversation (0 begins a command) and the body; a COM_QUERY is 3 and the text.
 */
export class CommitsNoFio {
  #resto = Buffer.alloc(0);

  /** How many COMMITs these bytes complete. */
  ler(bytes: Buffer): number {
    let dados = this.#resto.length === 0 ? bytes : Buffer.concat([this.#resto, bytes]);
    let commits = 0;
    while (dados.length >= CABECALHO) {
      const fim = CABECALHO + dados.readUIntLE(0, 3);
      if (dados.length < fim) break;
      if (dados[3] === 0 && ehCommit(dados.subarray(CABECALHO, fim))) commits += 1;
      dados = dados.subarray(fim);
    }
    this.#resto = Buffer.from(dados);
    return commits;
  }
}

const ehCommit = (corpo: Buffer): boolean =>
  corpo[0] === COM_QUERY && corpo.toString('latin1', 1).trim().toUpperCase() === 'COMMIT';
