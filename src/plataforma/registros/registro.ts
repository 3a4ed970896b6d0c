import { booleano } from '../../banco/dialeto.js';
import type { Leitura } from '../../banco/leitura.js';
import { conflito, type ErroDeDominio, invalido, naoEncontrado } from '../erros/erro-de-dominio.js';

/** How a register is called: its table, its error codes, and its name to people (`O convênio`, `A especialidade`). */
export class Registro {
  readonly #o: 'O' | 'A';

  constructor(
    readonly tabela: string,
    readonly codigo: string,
    readonly sujeito: string,
  ) {
    this.#o = sujeito.startsWith('A ') ? 'A' : 'O';
  }

  /** The id of the path names nothing. */
  inexistente(id: number): ErroDeDominio {
    return naoEncontrado(`${this.codigo}.NAO_ENCONTRAD${this.#o}`, `${this.sujeito} ${id} não existe.`);
  }

  /** An id of the body names nothing. */
  desconhecido(id: number, campo: string): ErroDeDominio {
    return invalido(`${this.codigo}.NAO_ENCONTRAD${this.#o}`, `${this.sujeito} ${id} não existe.`, campo);
  }

  /** An id of the body names what is no longer in use. */
  inativo(id: number, campo: string): ErroDeDominio {
    return invalido(
      `${this.codigo}.INATIV${this.#o}`,
      `${this.sujeito} ${id} está inativ${this.#o.toLowerCase()}. Reative o cadastro ou escolha outro.`,
      campo,
    );
  }

  jaInativo(id: number): ErroDeDominio {
    return conflito(
      `${this.codigo}.JA_INATIV${this.#o}`,
      `${this.sujeito} ${id} já está inativ${this.#o.toLowerCase()}.`,
    );
  }

  jaAtivo(id: number): ErroDeDominio {
    return conflito(
      `${this.codigo}.JA_ATIV${this.#o}`,
      `${this.sujeito} ${id} já está ativ${this.#o.toLowerCase()}.`,
    );
  }
}

/** Refuses, on `campo`, an id that names nothing or something inactive (422). */
export async function exigirAtivo(
  leitura: Leitura,
  registro: Registro,
  id: number,
  campo: string,
): Promise<void> {
  const linha = await leitura.obter(`SELECT ativo FROM ${registro.tabela} WHERE id = ?`, [id]);
  if (!linha) throw registro.desconhecido(id, campo);
  if (!booleano(linha.ativo)) throw registro.inativo(id, campo);
}
