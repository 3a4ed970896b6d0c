import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { TokensDeAcesso } from '../../src/plataforma/seguranca/tokens-de-acesso.js';
import type { AplicacaoDeTeste, Resposta } from './aplicacao-de-teste.js';

interface Vinculos {
  readonly pacienteId?: number;
  readonly medicoId?: number;
  readonly setorIds?: number[];
}

/** Somebody with an account, who asks with a token of their own. */
export class Pessoa {
  private constructor(
    private readonly app: AplicacaoDeTeste,
    readonly id: number,
    readonly papeis: readonly Papel[],
    private readonly vinculos: Vinculos,
  ) {}

  static async criar(app: AplicacaoDeTeste, papeis: Papel[], vinculos: Vinculos = {}): Promise<Pessoa> {
    const numero = ++ultima;
    const { id } = await app.criar('/v1/usuarios', {
      nome: `Pessoa ${numero}`,
      email: `pessoa-${numero}@teste.local`,
      senha: `cadeira azul ${numero} janela`,
      papeis,
      ...vinculos,
    });
    return new Pessoa(app, id, papeis, vinculos);
  }

  /** The same account, linked to something else. */
  com(vinculos: Vinculos): Pessoa {
    return new Pessoa(this.app, this.id, this.papeis, vinculos);
  }

  /** The header of its requests. A token lasts ten minutes: always a new one. */
  get cabecalho(): { authorization: string } {
    const { token } = this.app.app.get(TokensDeAcesso).emitir({
      usuarioId: this.id,
      papeis: this.papeis,
      pacienteId: this.vinculos.pacienteId ?? null,
      medicoId: this.vinculos.medicoId ?? null,
    });
    return { authorization: `Bearer ${token}` };
  }

  pedir<T = Record<string, unknown>>(
    metodo: string,
    caminho: string,
    corpo?: unknown,
    cabecalhos: Record<string, string> = {},
  ): Promise<Resposta<T>> {
    return this.app.pedir<T>(metodo, caminho, corpo, { ...this.cabecalho, ...cabecalhos });
  }

  get = <T = Record<string, unknown>>(caminho: string) => this.pedir<T>('GET', caminho);
  post = <T = Record<string, unknown>>(caminho: string, corpo: unknown = {}) =>
    this.pedir<T>('POST', caminho, corpo);
  patch = <T = Record<string, unknown>>(caminho: string, corpo: unknown) =>
    this.pedir<T>('PATCH', caminho, corpo);
}

let ultima = 0;
