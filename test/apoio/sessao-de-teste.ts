import { CommandBus } from '@nestjs/cqrs';
import { inteiro, type Linha } from '../../src/banco/dialeto.js';
import { CriarUsuario } from '../../src/modulos/acesso/casos-de-uso/criar-usuario.js';
import { Entrar } from '../../src/modulos/acesso/casos-de-uso/entrar.js';
import { RenovarSessao } from '../../src/modulos/acesso/casos-de-uso/renovar-sessao.js';
import { type Autor, type Papel, SISTEMA } from '../../src/plataforma/seguranca/autor.js';
import { TokensDeAcesso } from '../../src/plataforma/seguranca/tokens-de-acesso.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

/** The tables that sessions are kept in. */
export const TABELAS_DE_SESSAO = ['sessoes', 'tokens_de_renovacao', 'acessos_revogados', 'usuarios'];

let contador = 0;

/** Somebody who enters and renews, as often as the test needs. */
export class PessoaDeTeste {
  private constructor(
    readonly app: AplicacaoDeTeste,
    readonly id: number,
    readonly email: string,
    readonly senha: string,
  ) {}

  static async criar(app: AplicacaoDeTeste, papeis: Papel[] = ['RECEPCAO']): Promise<PessoaDeTeste> {
    const email = `pessoa${++contador}@sessoes.local`;
    const senha = 'frase longa de teste';
    const { id } = await app.app
      .get(CommandBus)
      .execute(new CriarUsuario({ nome: 'Ana', email, senha, papeis }, SISTEMA));
    return new PessoaDeTeste(app, id, email, senha);
  }

  async entrar() {
    const { email, senha } = this;
    const entrada = await this.app.app.get(CommandBus).execute(new Entrar({ email, senha }, true, 'teste'));
    return { ...entrada, autor: this.autor(entrada.accessToken) };
  }

  async renovar(refreshToken: string) {
    const entrada = await this.app.app.get(CommandBus).execute(new RenovarSessao({ refreshToken }));
    return { ...entrada, autor: this.autor(entrada.accessToken) };
  }

  /** Who the token says; throws when it is void. */
  autor(accessToken: string): Autor & { usuarioId: number; sessaoId: number } {
    const autor = this.app.app.get(TokensDeAcesso).ler(accessToken);
    return { ...autor, sessaoId: inteiro(autor.sessaoId) };
  }

  sessoes(): Promise<Linha[]> {
    return this.app.consultar('SELECT * FROM sessoes WHERE usuario_id = ? ORDER BY id', [this.id]);
  }

  /** Why each of them ended; null for those that go on. */
  async motivos(): Promise<unknown[]> {
    return (await this.sessoes()).map((linha) => linha.motivo_encerramento);
  }
}
