import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../config/ambiente.js';
import { Demonstracao } from '../../plataforma/demonstracao/demonstracao.js';
import { Senhas } from '../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../plataforma/tempo/relogio.js';
import { normalizarEmail, Usuario } from './dominio/usuario.entity.js';
import { guardarUsuario } from './casos-de-uso/criar-usuario.js';

/**
 * The administrator of the configuration, created when the application starts and never touched again: a
 * password changed later stays changed. Replicas that start together create one: the e-mail is unique.
 */
@Injectable()
export class CriarPrimeiroAcesso implements OnApplicationBootstrap {
  constructor(
    private readonly ambiente: Ambiente,
    private readonly unidade: UnidadeDeTrabalho,
    private readonly senhas: Senhas,
    private readonly relogio: Relogio,
    private readonly demonstracao: Demonstracao,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const acesso = this.ambiente.primeiroAcesso;
    // The demonstration has logins of its own: nobody needs one more password.
    if (!acesso || (acesso.gerado && this.demonstracao.ativa) || (await this.#existe(acesso.email))) return;
    const senhaHash = await this.senhas.gerar(acesso.senha);
    const usuario = () =>
      Usuario.novo({ nome: 'Administrador', email: acesso.email, senhaHash }, this.relogio.agora());
    try {
      await this.unidade.executar((tx) => guardarUsuario(tx, usuario(), ['ADMIN']));
    } catch (erro) {
      if (comoErroDeBanco(erro)?.restricao !== 'uq_usuarios_email') throw erro;
    }
  }

  /** Asks the primary: a replica of the database may not have it yet. */
  #existe(email: string): Promise<boolean> {
    return this.unidade.executar(
      async (tx) =>
        (await tx.consultar('SELECT id FROM usuarios WHERE email = ?', [normalizarEmail(email)])).length > 0,
    );
  }
}
