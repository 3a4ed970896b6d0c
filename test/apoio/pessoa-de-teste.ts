import { codigoDoPasso, passoDe } from '../../src/modulos/acesso/dominio/totp.js';
import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import type { AplicacaoDeTeste, Resposta } from './aplicacao-de-teste.js';

interface Entrada {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly usuario: { readonly id: number; readonly pendencia: string | null };
}

let criadas = 0;

/** Somebody with an account, who enters and asks things by HTTP as themselves. */
export class PessoaDeTeste {
  id = 0;
  token = '';
  refreshToken = '';
  segredo = '';
  readonly email = `pessoa-${++criadas}@gente.local`;

  private constructor(
    private readonly app: AplicacaoDeTeste,
    public senha = 'frase que só ela diz',
  ) {}

  /** With a session, where nothing holds it back. */
  static async criar(app: AplicacaoDeTeste, papeis: Papel[] = ['RECEPCAO']): Promise<PessoaDeTeste> {
    const pessoa = new PessoaDeTeste(app);
    const { email, senha } = pessoa;
    ({ id: pessoa.id } = await app.criar('/v1/usuarios', { nome: 'Rita', email, senha, papeis }));
    await pessoa.entrar();
    return pessoa;
  }

  async entrar(mudanca: Record<string, unknown> = {}): Promise<Resposta<Entrada>> {
    const { email, senha } = this;
    const resposta = await this.pedir<Entrada>('POST', '/v1/auth/login', { email, senha, ...mudanca });
    if (resposta.status === 200) this.#guardar(resposta.corpo.data);
    return resposta;
  }

  async renovar(): Promise<Resposta<Entrada>> {
    const resposta = await this.pedir<Entrada>('POST', '/v1/auth/refresh', {
      refreshToken: this.refreshToken,
    });
    if (resposta.status === 200) this.#guardar(resposta.corpo.data);
    return resposta;
  }

  pedir<T = Record<string, unknown>>(
    metodo: string,
    caminho: string,
    corpo?: unknown,
    cabecalhos: Record<string, string> = {},
  ): Promise<Resposta<T>> {
    return this.app.pedir<T>(metodo, caminho, corpo, {
      authorization: `Bearer ${this.token}`,
      ...cabecalhos,
    });
  }

  /** The code that the application would show. */
  codigo(distancia = 0): string {
    return codigoDoPasso(this.segredo, passoDe(this.app.relogio.agora()) + distancia);
  }

  /** Enrols the second factor; answers the recovery codes. */
  async cadastrarSegundoFator(): Promise<string[]> {
    const { senha } = this;
    const inicio = await this.pedir<{ segredo: string }>('POST', '/v1/auth/eu/segundo-fator', { senha });
    this.segredo = inicio.corpo.data.segredo;
    const fim = await this.pedir<{ codigosDeRecuperacao: string[] }>(
      'POST',
      '/v1/auth/eu/segundo-fator/confirmar',
      {
        codigo: this.codigo(),
      },
    );
    return fim.corpo.data.codigosDeRecuperacao;
  }

  #guardar({ accessToken, refreshToken }: Entrada): void {
    Object.assign(this, { token: accessToken, refreshToken });
  }
}
