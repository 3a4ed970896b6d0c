import { PAPEIS } from '../../src/plataforma/seguranca/autor.js';
import type { Quem } from '../passos/passo.js';
import type { Alvo } from './alvo.js';
import type { ClienteCru } from './cliente-cru.js';

/** Of everybody made here. */
export const SENHA = 'frase longa da medida';

/** A token is good for ten minutes, or two and a half under the strictest policy: another is taken well before. */
const IDADE_MAXIMA_MS = 60_000;

/** One who may do nothing but what his role may: ADMIN may everything. */
export const PERFIS = PAPEIS.filter((papel) => papel !== 'ADMIN');

/** Nobody asks as them: whoever tries passwords tries theirs, and may well lock them out. */
const VISITA = 'VISITA';

/** Nobody asks as them: an account of a patient's, to be made one's and taken back. */
const TITULAR = 'TITULAR';

const papelDe = (quem: string): string =>
  ({ OUTRO_ADMIN: 'ADMIN', [VISITA]: 'GESTAO', [TITULAR]: 'PACIENTE' })[quem] ?? quem;

const TENTATIVAS_ESQUECIDAS = 'DELETE FROM limites_de_acesso';

/** Somebody to ask as, in every role: made at the beginning, through the API, and never touched again. */
export class Acessos {
  readonly #tokens = new Map<Quem, { readonly token: string; readonly desde: number }>();
  /** How many times somebody entered: each leaves a session behind. */
  entradas = 0;
  /** The last id of those made here. */
  ultimoUsuario = 0;
  /** Puts back what would keep them out: tries that were wrong, and a password that was changed. */
  #socorro: readonly string[] = [];

  constructor(
    private readonly alvo: Alvo,
    private readonly cliente: ClienteCru,
  ) {}

  async preparar(): Promise<void> {
    await this.token('ADMIN');
    for (const quem of ['OUTRO_ADMIN', ...PERFIS, VISITA, TITULAR]) {
      const corpo = { nome: quem, email: emailDe(quem), senha: SENHA, papeis: [papelDe(quem)] };
      const { id } = await this.#obter<{ id: number }>('/v1/usuarios', corpo, await this.token('ADMIN'));
      this.ultimoUsuario = id;
    }
    const contas = await this.alvo.consultar(
      `SELECT id, senha_hash FROM usuarios WHERE id <= ${this.ultimoUsuario}`,
    );
    this.#socorro = [
      TENTATIVAS_ESQUECIDAS,
      ...contas.map(
        ({ id, senha_hash }) =>
          `UPDATE usuarios SET senha_hash = '${String(senha_hash)}' WHERE id = ${Number(id)}`,
      ),
    ];
  }

  /** The header that says who asks. */
  async autorizacao(quem: Quem): Promise<Record<string, string>> {
    if (quem === 'NINGUEM') return {};
    return {
      authorization: `Bearer ${quem === 'IMPOSTOR' ? 'eyJhbGciOiJub25lIn0.e30.' : await this.token(quem)}`,
    };
  }

  /** Logs in at the first use, and again after `esquecer` or when the token is old. */
  async token(quem: Quem): Promise<string> {
    const guardado = this.#tokens.get(quem);
    const desde = performance.now();
    if (guardado && desde - guardado.desde < IDADE_MAXIMA_MS) return guardado.token;
    const credenciais = quem === 'ADMIN' ? this.alvo.admin : { email: emailDe(quem), senha: SENHA };
    const { accessToken } = await this.#entrar(credenciais);
    this.entradas += 1;
    this.#tokens.set(quem, { token: accessToken, desde });
    return accessToken;
  }

  /** What was done may have ended the tokens: the clock has moved, or a session was ended. */
  esquecer(): void {
    this.#tokens.clear();
  }

  /** Forgets wrong tries: how many there were depends on when somebody last entered, which no two servers share. */
  async perdoar(): Promise<void> {
    await this.alvo.consultar(TENTATIVAS_ESQUECIDAS);
  }

  /** What was asked as somebody may have changed their password: it is put back, once. */
  async #entrar(credenciais: object): Promise<{ accessToken: string }> {
    const entrar = () => this.#obter<{ accessToken: string }>('/v1/auth/login', credenciais);
    return entrar().catch(async () => {
      for (const sql of this.#socorro) await this.alvo.consultar(sql);
      return entrar();
    });
  }

  async #obter<T>(caminho: string, corpo: object, token?: string): Promise<T> {
    const { status, texto } = await this.cliente.enviar({
      metodo: 'POST',
      caminho,
      cabecalhos: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      corpo: JSON.stringify(corpo),
    });
    if (status < 200 || status > 299) throw new Error(`${caminho}: ${status} ${texto.slice(0, 300)}`);
    return (JSON.parse(texto) as { data: T }).data;
  }
}

const emailDe = (quem: Quem | typeof VISITA): string =>
  `${quem.toLowerCase().replace('_', '-')}@medida.local`;
