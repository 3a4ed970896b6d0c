import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { booleano, inteiro } from '../../banco/dialeto.js';
import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { Ambiente, type PrimeiroAcesso } from '../../config/ambiente.js';
import { Demonstracao } from '../../plataforma/demonstracao/demonstracao.js';
import { Senhas } from '../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../plataforma/tempo/relogio.js';
import { normalizarEmail, PapelDoUsuario, Usuario } from './dominio/usuario.entity.js';
import { guardarUsuario } from './casos-de-uso/criar-usuario.js';
import { encerrarAcessos } from './persistencia/encerrar-acessos.js';

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
    if (!acesso || (acesso.gerado && this.demonstracao.ativa)) return;
    const conta = await this.#conta(acesso.email);
    if (!conta) return this.#criar(acesso);
    if (conta.deDemonstracao) await this.#tomarDaDemonstracao(conta.id, acesso);
  }

  async #criar({ email, senha }: PrimeiroAcesso): Promise<void> {
    const senhaHash = await this.senhas.gerar(senha);
    const usuario = () => Usuario.novo({ nome: 'Administrador', email, senhaHash }, this.relogio.agora());
    try {
      await this.unidade.executar((tx) => guardarUsuario(tx, usuario(), ['ADMIN']));
    } catch (erro) {
      if (comoErroDeBanco(erro)?.restricao !== 'uq_usuarios_email') throw erro;
    }
  }

  /** A login of the demonstration at this address becomes the configuration's: its password, from any machine. */
  async #tomarDaDemonstracao(usuarioId: number, { senha }: PrimeiroAcesso): Promise<void> {
    const senhaHash = await this.senhas.gerar(senha);
    await this.unidade.executar(async (tx) => {
      const tirados = await tx.executar('DELETE FROM demonstracao_acessos WHERE usuario_id = ?', [usuarioId]);
      if (tirados === 0) return;
      await tx.executar(
        'UPDATE usuarios SET senha_hash = ?, atualizado_em = ?, versao = versao + 1 WHERE id = ?',
        [senhaHash, this.relogio.agora(), usuarioId],
      );
      const [admin] = await tx.consultar(
        "SELECT id FROM usuarios_papeis WHERE usuario_id = ? AND papel = 'ADMIN'",
        [usuarioId],
      );
      await encerrarAcessos(tx, usuarioId, { motivo: 'SENHA' });
      if (!admin) await tx.gerente.save(PapelDoUsuario.de(usuarioId, 'ADMIN'));
    });
  }

  /** Asks the primary: a replica of the database may not have it yet. */
  async #conta(email: string): Promise<{ id: number; deDemonstracao: boolean } | null> {
    const [linha] = await this.unidade.executar((tx) =>
      tx.consultar(
        `SELECT u.id, EXISTS (SELECT 1 FROM demonstracao_acessos d WHERE d.usuario_id = u.id) AS de_demonstracao
           FROM usuarios u WHERE u.email = ?`,
        [normalizarEmail(email)],
      ),
    );
    return linha ? { id: inteiro(linha.id), deDemonstracao: booleano(linha.de_demonstracao) } : null;
  }
}
