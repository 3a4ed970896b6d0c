import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { booleano, inteiro, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Email, Instante, Inteiro, Objeto, Texto } from '../../../plataforma/http/campos.js';
import type { Papel } from '../../../plataforma/seguranca/autor.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { TokensDeAcesso } from '../../../plataforma/seguranca/tokens-de-acesso.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { ListaDePapeis, Senha } from '../campos-de-acesso.js';
import { papeisDe } from '../persistencia/ler-usuario.js';

export class DadosDaEntrada {
  @Email({ exemplo: 'admin@hospital.local' }) email!: string;
  @Senha({ exemplo: 'a senha mostrada quando o servidor iniciou' }) senha!: string;
}

export class UsuarioDaEntrada {
  @Inteiro({ exemplo: 1 }) id!: number;
  @Texto({ max: 150, exemplo: 'Ana Souza' }) nome!: string;
  @Email({ exemplo: 'ana@hospital.local' }) email!: string;
  @ListaDePapeis() papeis!: Papel[];
}

export class EntradaResposta {
  @Texto({ max: 2000, descricao: 'Envie em `Authorization: Bearer …`.' }) accessToken!: string;
  @Instante({ exemplo: '2026-06-01T14:00:00.000Z', descricao: 'Até quando o token vale.' }) expiraEm!: Date;
  @Objeto(() => UsuarioDaEntrada) usuario!: UsuarioDaEntrada;
}

/** Somebody says who they are. */
export class Entrar extends Command<EntradaResposta> {
  constructor(readonly dados: DadosDaEntrada) {
    super();
  }
}

/** One refusal for every reason, after the same work, so that nobody learns who has an account. */
@CommandHandler(Entrar)
export class EntrarHandler implements ICommandHandler<Entrar> {
  constructor(
    private readonly leitura: Leitura,
    private readonly unidade: UnidadeDeTrabalho,
    private readonly senhas: Senhas,
    private readonly tokens: TokensDeAcesso,
    private readonly relogio: Relogio,
  ) {}

  async execute({ dados }: Entrar): Promise<EntradaResposta> {
    const conta = await this.#conta(dados.email);
    const certa = await this.senhas.confere(dados.senha, conta?.senhaHash ?? null);
    if (!conta || !certa || !conta.ativo) throw credenciaisInvalidas();
    await this.#registrarAcesso(conta.usuario.id, conta.senhaHash);
    const { token, expiraEm } = this.tokens.emitir({
      usuarioId: conta.usuario.id,
      papeis: conta.usuario.papeis,
    });
    return { accessToken: token, expiraEm, usuario: conta.usuario };
  }

  async #conta(email: string) {
    const linha = await this.leitura.obter(
      `SELECT u.id, u.nome, u.email, u.senha_hash, u.ativo,
              (SELECT GROUP_CONCAT(p.papel) FROM usuarios_papeis p WHERE p.usuario_id = u.id) AS papeis
         FROM usuarios u WHERE u.email = ?`,
      [email],
    );
    if (!linha) return null;
    return {
      senhaHash: texto(linha.senha_hash),
      ativo: booleano(linha.ativo),
      usuario: {
        id: inteiro(linha.id),
        nome: texto(linha.nome),
        email: texto(linha.email),
        papeis: papeisDe(linha.papeis),
      },
    };
  }

  /** Also the last word: an account deactivated, or a password changed, while this one was verified does not enter. */
  async #registrarAcesso(id: number, senhaHash: string): Promise<void> {
    const alteradas = await this.unidade.executar((tx) =>
      tx.executar('UPDATE usuarios SET ultimo_acesso_em = ? WHERE id = ? AND ativo = 1 AND senha_hash = ?', [
        this.relogio.agora(),
        id,
        senhaHash,
      ]),
    );
    if (alteradas !== 1) throw credenciaisInvalidas();
  }
}

const credenciaisInvalidas = (): ErroDeDominio =>
  new ErroDeDominio('nao_autenticado', 'ACESSO.CREDENCIAIS_INVALIDAS', 'E-mail ou senha incorretos.');
