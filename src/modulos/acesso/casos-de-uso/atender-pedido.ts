import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { comoErroDeBanco } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { EventoDeDominio } from '../../../plataforma/eventos/evento.js';
import { senhaDeNinguem } from '../../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { CadastroRepetido, ContaCriada, RedefinicaoPedida, VerificacaoPedida } from '../contrato/eventos.js';
import { Usuario } from '../dominio/usuario.entity.js';
import {
  type ContaDoEndereco,
  travarContaDe,
  trocarCadastro,
  trocarSenha,
} from '../persistencia/contas-no-banco.js';
import {
  cabeMaisUmAviso,
  type Cadastro,
  concluirPedido,
  type Desfecho,
  esquecerPessoa,
  temCadastroVivo,
  tomarPedido,
} from '../persistencia/pedidos-no-banco.js';
import { guardarUsuario } from './criar-usuario.js';

/** Does what something asked from outside deserves; only the owner of the mailbox sees what came of it. */
export class AtenderPedido extends Command<void> {
  constructor(readonly pedidoId: number) {
    super();
  }
}

/** What was asked, and when it is attended. */
interface Vez {
  readonly tx: Transacao;
  readonly pedidoId: number;
  readonly agora: Date;
}

const NADA = (conta: ContaDoEndereco | null): Desfecho => ({ usuarioId: conta?.id ?? null, aviso: null });

@CommandHandler(AtenderPedido)
export class AtenderPedidoHandler implements ICommandHandler<AtenderPedido> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {}

  async execute({ pedidoId }: AtenderPedido): Promise<void> {
    await this.unidade.executar(async (tx) => {
      const pedido = await tomarPedido(tx, pedidoId);
      if (!pedido) return;
      const vez = { tx, pedidoId, agora: this.relogio.agora() };
      const conta = await travarContaDe(tx, pedido.email);
      const desfecho =
        pedido.tipo === 'CADASTRO'
          ? await this.#cadastrar(vez, pedido.email, pedido.cadastro, conta)
          : await this.#mandarCodigo(vez, pedido.tipo, conta);
      await concluirPedido(tx, pedidoId, desfecho, vez.agora);
    });
  }

  async #cadastrar(
    vez: Vez,
    email: string,
    cadastro: Cadastro,
    conta: ContaDoEndereco | null,
  ): Promise<Desfecho> {
    if (!conta) return this.#criarConta(vez, email, cadastro);
    if (conta.ativo && conta.aguarda) return this.#cadastrarDeNovo(vez, cadastro, conta);
    await esquecerPessoa(vez.tx, 'id', vez.pedidoId);
    if (!conta.ativo) return NADA(conta);
    return avisar(
      vez,
      conta,
      'cadastro-repetido',
      (agregado) => new CadastroRepetido(agregado, { usuarioId: conta.id }),
    );
  }

  async #criarConta(vez: Vez, email: string, cadastro: Cadastro): Promise<Desfecho> {
    const { tx, agora } = vez;
    const usuario = Usuario.emEspera({ nome: cadastro.nome!, email, senhaHash: cadastro.senhaHash! }, agora);
    let id: number;
    try {
      id = await tx.aninhar(() => guardarUsuario(tx, usuario, ['PACIENTE']));
    } catch (erro) {
      if (comoErroDeBanco(erro)?.restricao !== 'uq_usuarios_email') throw erro;
      // Somebody was faster with the same address.
      return this.#cadastrar(vez, email, { ...cadastro, repeteSenha: false }, await travarContaDe(tx, email));
    }
    tx.registrar(new ContaCriada({ tipo: 'usuario', id, versao: 1 }, { usuarioId: id }));
    return { usuarioId: id, aviso: 'verificacao-de-email' };
  }

  /**
   * Another sign-up at an address not yet confirmed. While the first may still be confirmed it could be anybody's:
   * with another password neither is kept, so that nobody enters by one that the owner of the mailbox did not choose.
   */
  async #cadastrarDeNovo(vez: Vez, cadastro: Cadastro, conta: ContaDoEndereco): Promise<Desfecho> {
    const { tx, pedidoId, agora } = vez;
    const vivo = await temCadastroVivo(tx, conta.id, agora);
    const senhaAnulada = vivo && cadastro.repeteSenha !== true;
    if (!vivo) await trocarCadastro(tx, conta.id, cadastro.nome!, cadastro.senhaHash!, agora);
    if (vivo) await esquecerPessoa(tx, 'id', pedidoId);
    if (senhaAnulada) {
      await esquecerPessoa(tx, 'usuario_id', conta.id);
      await trocarSenha(tx, conta.id, senhaDeNinguem(), agora);
    }
    return pedirVerificacao(vez, conta, senhaAnulada);
  }

  async #mandarCodigo(
    vez: Vez,
    tipo: 'REENVIO' | 'REDEFINICAO',
    conta: ContaDoEndereco | null,
  ): Promise<Desfecho> {
    if (!conta?.ativo) return NADA(conta);
    // Whoever has not confirmed the address has no password to lose yet.
    if (conta.aguarda) return pedirVerificacao(vez, conta, false);
    if (tipo === 'REENVIO') return NADA(conta);
    return avisar(
      vez,
      conta,
      'redefinicao-de-senha',
      (agregado) => new RedefinicaoPedida(agregado, { usuarioId: conta.id, senhaAnulada: false }),
    );
  }
}

const pedirVerificacao = (vez: Vez, conta: ContaDoEndereco, senhaAnulada: boolean): Promise<Desfecho> =>
  avisar(
    vez,
    conta,
    'reenvio-da-verificacao',
    (agregado) => new VerificacaoPedida(agregado, { usuarioId: conta.id, senhaAnulada }),
  );

/** Tells that an e-mail is due, unless the account has had enough of its kind lately. */
async function avisar(
  { tx, pedidoId, agora }: Vez,
  { id }: ContaDoEndereco,
  aviso: string,
  evento: (agregado: EventoDeDominio['agregado']) => EventoDeDominio,
): Promise<Desfecho> {
  if (!(await cabeMaisUmAviso(tx, id, aviso, agora))) return { usuarioId: id, aviso: null };
  tx.registrar(evento({ tipo: 'pedido-de-acesso', id: pedidoId, versao: 2 }));
  return { usuarioId: id, aviso };
}
