import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { booleano, inteiro, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Email, IdDe, Instante, Objeto, Texto } from '../../../plataforma/http/campos.js';
import type { Papel } from '../../../plataforma/seguranca/autor.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { TokensDeAcesso } from '../../../plataforma/seguranca/tokens-de-acesso.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { ListaDePapeis, Senha } from '../campos-de-acesso.js';
import { papeisDe } from '../persistencia/ler-usuario.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';

export class DadosDaEntrada {
  @Email({ exemplo: 'admin@hospital.local', descricao: 'Quem entra.' }) email!: string;
  @Senha({ exemplo: 'demonstracao', descricao: 'A senha; a da demonstração é `demonstracao`.' })
  senha!: string;
}

export class UsuarioDaEntrada {
  @IdDe('usuário') id!: number;
  @Texto({ max: 150, exemplo: 'Administrador', descricao: 'Nome da pessoa.' }) nome!: string;
  @Email({ exemplo: 'admin@hospital.local', descricao: 'O e-mail com que entrou.' }) email!: string;
  @ListaDePapeis() papeis!: Papel[];
}

export class EntradaResposta {
  @Texto({
    max: 2000,
    exemplo: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJwbGFudGFvIn0.assinatura',
    descricao: 'O token: envie em `Authorization: Bearer …`.',
  })
  accessToken!: string;
  @Instante({ exemplo: '2026-06-01T14:00:00.000Z', descricao: 'Até quando o token vale.' }) expiraEm!: Date;
  @Objeto(() => UsuarioDaEntrada) usuario!: UsuarioDaEntrada;
}

/** Somebody says who they are. */
export class Entrar extends Command<EntradaResposta> {
  constructor(
    readonly dados: DadosDaEntrada,
    /** Whether they sit at the machine that serves them. */
    readonly daPropriaMaquina: boolean,
  ) {
    super();
  }
}

interface Conta {
  readonly senhaHash: string;
  readonly ativo: boolean;
  readonly deDemonstracao: boolean;
  readonly usuario: UsuarioDaEntrada;
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
    private readonly tentativas: TentativasDeEntrada,
  ) {}

  async execute({ dados, daPropriaMaquina }: Entrar): Promise<EntradaResposta> {
    const conta = await this.#identificar(dados, daPropriaMaquina);
    await this.#registrarAcesso(conta.usuario.id, conta.senhaHash);
    const { token, expiraEm } = this.tokens.emitir({
      usuarioId: conta.usuario.id,
      papeis: conta.usuario.papeis,
    });
    return { accessToken: token, expiraEm, usuario: conta.usuario };
  }

  /** Whose the e-mail and the password are; nobody's counts as a wrong try. */
  async #identificar({ email, senha }: DadosDaEntrada, daPropriaMaquina: boolean): Promise<Conta> {
    let identificada: Conta | null = null;
    await this.tentativas.julgar(email, async () => {
      const conta = await this.#conta(email);
      const certa = await this.senhas.confere(senha, conta?.senhaHash ?? null);
      if (!conta || !certa || !conta.ativo) return 'errada';
      if (conta.deDemonstracao && !daPropriaMaquina) throw soNestaMaquina();
      identificada = conta;
      return 'certa';
    });
    if (identificada === null) throw credenciaisInvalidas();
    return identificada;
  }

  async #conta(email: string): Promise<Conta | null> {
    const linha = await this.leitura.obter(
      `SELECT u.id, u.nome, u.email, u.senha_hash, u.ativo,
              EXISTS (SELECT 1 FROM demonstracao_acessos d WHERE d.usuario_id = u.id) AS de_demonstracao,
              (SELECT GROUP_CONCAT(p.papel) FROM usuarios_papeis p WHERE p.usuario_id = u.id) AS papeis
         FROM usuarios u WHERE u.email = ?`,
      [email],
    );
    if (!linha) return null;
    return {
      senhaHash: texto(linha.senha_hash),
      ativo: booleano(linha.ativo),
      deDemonstracao: booleano(linha.de_demonstracao),
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

/** Everybody knows these passwords: they open nothing to the network. */
const soNestaMaquina = (): ErroDeDominio =>
  new ErroDeDominio(
    'proibido',
    'ACESSO.SO_NESTA_MAQUINA',
    'Os acessos da demonstração só funcionam no computador em que o Plantão roda, em http://127.0.0.1. ' +
      'Para entrar de outra máquina, inicie-o com ADMIN_EMAIL e ADMIN_SENHA.',
  );
