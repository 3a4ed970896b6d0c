import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { booleano, inteiro, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Email } from '../../../plataforma/http/campos.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Senha } from '../campos-de-acesso.js';
import { emailNaoVerificado } from '../dominio/conta-em-espera.js';
import { AberturaDeSessao } from '../persistencia/abrir-sessao.js';
import type { EntradaResposta } from '../persistencia/entrada-resposta.js';
import { senhaDoCadastro } from '../persistencia/pedidos-no-banco.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';

export class DadosDaEntrada {
  @Email({ exemplo: 'admin@hospital.local', descricao: 'Quem entra.' }) email!: string;
  @Senha({ exemplo: 'demonstracao', descricao: 'A senha; a da demonstração é `demonstracao`.' })
  senha!: string;
}

/** Somebody says who they are. */
export class Entrar extends Command<EntradaResposta> {
  constructor(
    readonly dados: DadosDaEntrada,
    /** Whether they sit at the machine that serves them. */
    readonly daPropriaMaquina: boolean,
    /** What their program says it is. */
    readonly agente?: string,
  ) {
    super();
  }
}

interface Conta {
  readonly id: number;
  readonly senhaHash: string;
  readonly ativo: boolean;
  readonly deDemonstracao: boolean;
}

/** One refusal for every reason, after the same work, so that nobody learns who has an account. */
@CommandHandler(Entrar)
export class EntrarHandler implements ICommandHandler<Entrar> {
  constructor(
    private readonly leitura: Leitura,
    private readonly unidade: UnidadeDeTrabalho,
    private readonly senhas: Senhas,
    private readonly sessoes: AberturaDeSessao,
    private readonly relogio: Relogio,
    private readonly tentativas: TentativasDeEntrada,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  async execute({ dados, daPropriaMaquina, agente }: Entrar): Promise<EntradaResposta> {
    const conta = await this.#identificar(dados, daPropriaMaquina);
    return this.unidade.executar(async (tx) => {
      await this.#registrarAcesso(tx, conta.id, conta.senhaHash);
      return this.sessoes.abrir(tx, conta.id, { agente: agente ?? null });
    });
  }

  /** Whose the e-mail and the password are; nobody's counts as a wrong try. */
  async #identificar({ email, senha }: DadosDaEntrada, daPropriaMaquina: boolean): Promise<Conta> {
    let identificada: Conta | null = null;
    let tentada: number | null = null;
    await this.tentativas.julgar(email, async () => {
      const conta = await this.#conta(email);
      tentada = conta?.id ?? null;
      const certa = await this.senhas.confere(senha, conta?.senhaHash ?? null);
      if (!conta || !certa || !conta.ativo) {
        await this.#recusarPorConfirmar(email, senha);
        return 'errada';
      }
      if (conta.deDemonstracao && !daPropriaMaquina) throw soNestaMaquina();
      identificada = conta;
      return 'certa';
    });
    if (identificada === null) {
      await this.auditoria.anotar([entradaRecusada(tentada)]);
      throw credenciaisInvalidas();
    }
    return identificada;
  }

  async #conta(email: string): Promise<Conta | null> {
    const linha = await this.leitura.obter(
      `SELECT u.id, u.senha_hash, u.ativo,
              EXISTS (SELECT 1 FROM demonstracao_acessos d WHERE d.usuario_id = u.id) AS de_demonstracao
         FROM usuarios u WHERE u.email = ? AND u.aguarda_verificacao_desde IS NULL`,
      [email],
    );
    if (!linha) return null;
    return {
      id: inteiro(linha.id),
      senhaHash: texto(linha.senha_hash),
      ativo: booleano(linha.ativo),
      deDemonstracao: booleano(linha.de_demonstracao),
    };
  }

  /**
   * Who has just signed up is told to confirm the e-mail. Asked of the sign-up itself, never of the account: the
   * answer is the same where the address already was somebody's.
   */
  async #recusarPorConfirmar(email: string, senha: string): Promise<void> {
    const senhaHash = await senhaDoCadastro(this.leitura, email, this.relogio.agora());
    if (senhaHash !== null && (await this.senhas.confere(senha, senhaHash))) throw emailNaoVerificado();
  }

  /** Also the last word: an account deactivated, or a password changed, while this one was verified does not enter. */
  async #registrarAcesso(tx: Transacao, id: number, senhaHash: string): Promise<void> {
    const alteradas = await tx.executar(
      'UPDATE usuarios SET ultimo_acesso_em = ? WHERE id = ? AND ativo = 1 AND senha_hash = ?',
      [this.relogio.agora(), id, senhaHash],
    );
    if (alteradas !== 1) throw credenciaisInvalidas();
  }
}

/** Of an account that does not exist as of one that does: who tries learns nothing from the time it takes. */
const entradaRecusada = (usuarioId: number | null) => ({
  acao: 'acesso.entrada-recusada',
  registro: usuarioId === null ? null : { tipo: 'usuario', id: usuarioId },
  pacienteId: null,
  campos: [],
  usuarioId,
});

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
