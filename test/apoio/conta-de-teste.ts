import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { CriarUsuario } from '../../src/modulos/acesso/casos-de-uso/criar-usuario.js';
import { ConfirmarSegundoFator } from '../../src/modulos/acesso/casos-de-uso/confirmar-segundo-fator.js';
import { Entrar } from '../../src/modulos/acesso/casos-de-uso/entrar.js';
import { IniciarSegundoFator } from '../../src/modulos/acesso/casos-de-uso/iniciar-segundo-fator.js';
import { codigoDoPasso, passoDe } from '../../src/modulos/acesso/dominio/totp.js';
import { type Autor, type Papel, SISTEMA } from '../../src/plataforma/seguranca/autor.js';
import { TokensDeAcesso } from '../../src/plataforma/seguranca/tokens-de-acesso.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

let criadas = 0;

/** An account and its session, used by commands. */
export class ContaDeTeste {
  readonly senha = 'frase que só ela diz';
  autor!: Autor;
  segredo = '';

  private constructor(
    private readonly app: AplicacaoDeTeste,
    readonly id: number,
    readonly email: string,
  ) {}

  static async criar(app: AplicacaoDeTeste, papeis: Papel[] = ['RECEPCAO']): Promise<ContaDeTeste> {
    const email = `conta-${++criadas}@gente.local`;
    const dados = { nome: 'Rita', email, senha: 'frase que só ela diz', papeis };
    const { id } = await app.app.get(CommandBus).execute(new CriarUsuario(dados, SISTEMA));
    const conta = new ContaDeTeste(app, id, email);
    await conta.entrar();
    return conta;
  }

  async entrar(mudanca: { senha?: string; codigo?: string } = {}) {
    const dados = { email: this.email, senha: this.senha, ...mudanca };
    const entrada = await this.app.app.get(CommandBus).execute(new Entrar(dados, true));
    this.autor = this.app.app.get(TokensDeAcesso).ler(entrada.accessToken);
    return entrada;
  }

  executar(comando: ICommand): Promise<unknown> {
    return this.app.app.get(CommandBus).execute(comando);
  }

  codigo(distancia = 0): string {
    return codigoDoPasso(this.segredo, passoDe(this.app.relogio.agora()) + distancia);
  }

  async cadastrarSegundoFator(): Promise<string[]> {
    const comandos = this.app.app.get(CommandBus);
    const { senha } = this;
    ({ segredo: this.segredo } = await comandos.execute(new IniciarSegundoFator({ senha }, this.autor)));
    const confirmar = new ConfirmarSegundoFator({ codigo: this.codigo() }, this.autor);
    return (await comandos.execute(confirmar)).codigosDeRecuperacao;
  }

  /** Of the sessions of this account that are open. */
  async sessoesAbertas(): Promise<number[]> {
    const linhas = await this.app.consultar(
      'SELECT id FROM sessoes WHERE usuario_id = ? AND encerrada_em IS NULL ORDER BY id',
      [this.id],
    );
    return linhas.map(({ id }) => Number(id));
  }
}
