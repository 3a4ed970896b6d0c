import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { booleano, inteiro, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { Email } from '../../../plataforma/http/campos.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { CodigoDoSegundoFator, Senha } from '../campos-de-acesso.js';
import { emailNaoVerificado } from '../dominio/conta-em-espera.js';
import { AberturaDeSessao } from '../persistencia/abrir-sessao.js';
import {
  credenciaisInvalidas,
  entradaRecusada,
  segundoFatorExigido,
  segundoFatorInvalido,
  soNestaMaquina,
} from '../dominio/recusas-da-entrada.js';
import { Credenciais } from '../persistencia/credenciais.js';
import type { EntradaResposta } from '../persistencia/entrada-resposta.js';
import { senhaDoCadastro } from '../persistencia/pedidos-no-banco.js';
import { SegundosFatores } from '../persistencia/segundos-fatores.js';
import { TentativasDeEntrada, type Veredito } from '../tentativas-de-entrada.js';

export class DadosDaEntrada {
  @Email({ exemplo: 'admin@hospital.local', descricao: 'Quem entra.' }) email!: string;
  @Senha({ exemplo: 'demonstracao', descricao: 'A senha; a da demonstração é `demonstracao`.' })
  senha!: string;
  @CodigoDoSegundoFator({
    opcional: true,
    descricao: 'Só de quem tem segundo fator: o código do aplicativo, ou um de recuperação.',
  })
  codigo?: string;
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
  readonly segundoFator: boolean;
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
    private readonly segundosFatores: SegundosFatores,
    private readonly credenciais: Credenciais,
  ) {}

  async execute({ dados, daPropriaMaquina, agente }: Entrar): Promise<EntradaResposta> {
    const conta = await this.#identificar(dados, daPropriaMaquina);
    return this.unidade.executar(async (tx) => {
      await this.#registrarAcesso(tx, conta);
      const pendencia = await this.credenciais.pendenciaDe(tx, conta.id);
      return this.sessoes.abrir(tx, conta.id, { agente: agente ?? null, pendencia });
    });
  }

  /** Whose the e-mail, the password and the code are; nobody's counts as a wrong try. */
  async #identificar({ email, senha, codigo }: DadosDaEntrada, daPropriaMaquina: boolean): Promise<Conta> {
    let identificada: Conta | null = null;
    let tentada: number | null = null;
    let recusa = credenciaisInvalidas();
    await this.tentativas.julgar(email, async (): Promise<Veredito> => {
      const conta = await this.#conta(email);
      tentada = conta?.id ?? null;
      // Who has just signed up is told to confirm the e-mail: asked of the sign-up itself, never of the account, so that
      // the answer is the same where the address already was somebody's; and counted, as any password that is not it.
      const doCadastro = await senhaDoCadastro(this.leitura, email, this.relogio.agora());
      const qual = await this.senhas.qual(senha, [conta?.ativo ? conta.senhaHash : null, doCadastro]);
      if (qual === 1) recusa = emailNaoVerificado();
      if (!conta || qual !== 0) return 'errada';
      if (conta.deDemonstracao && !daPropriaMaquina) throw soNestaMaquina();
      if (conta.segundoFator) {
        // The password alone proves nothing, and is no wrong try either.
        if (codigo === undefined) throw segundoFatorExigido();
        recusa = segundoFatorInvalido();
        if (!(await this.segundosFatores.usar(conta.id, codigo))) return 'errada';
      }
      identificada = conta;
      return 'certa';
    });
    if (identificada === null) {
      await this.auditoria.anotar([entradaRecusada(tentada)]);
      throw recusa;
    }
    return identificada;
  }

  async #conta(email: string): Promise<Conta | null> {
    const linha = await this.leitura.obter(
      `SELECT u.id, u.senha_hash, u.ativo,
              EXISTS (SELECT 1 FROM demonstracao_acessos d WHERE d.usuario_id = u.id) AS de_demonstracao,
              EXISTS (SELECT 1 FROM segundos_fatores s
                       WHERE s.usuario_vigente_id = u.id AND s.confirmado_em IS NOT NULL) AS segundo_fator
         FROM usuarios u WHERE u.email = ? AND u.aguarda_verificacao_desde IS NULL`,
      [email],
    );
    if (!linha) return null;
    return {
      id: inteiro(linha.id),
      senhaHash: texto(linha.senha_hash),
      ativo: booleano(linha.ativo),
      deDemonstracao: booleano(linha.de_demonstracao),
      segundoFator: booleano(linha.segundo_fator),
    };
  }

  /** Also the last word: what was verified (account in use, password, second factor) is still all that is asked. */
  async #registrarAcesso(tx: Transacao, { id, senhaHash, segundoFator }: Conta): Promise<void> {
    const alteradas = await tx.executar(
      'UPDATE usuarios SET ultimo_acesso_em = ? WHERE id = ? AND ativo = 1 AND senha_hash = ?',
      [this.relogio.agora(), id, senhaHash],
    );
    if (alteradas !== 1) throw credenciaisInvalidas();
    if (!segundoFator && (await this.segundosFatores.emVigor(tx, id))) throw segundoFatorExigido();
  }
}
