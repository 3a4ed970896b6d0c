import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDoPedido = { pedidoId: number };

/** Somebody asked something about an account, known or not. */
@Evento<DadosDoPedido>({
  tipo: 'acesso.pedido-recebido',
  versao: 1,
  descricao: 'Alguém pediu, de fora, algo sobre uma conta: cadastro, reenvio da verificação ou nova senha.',
  campos: { pedidoId: 'pedido, que diz o que se quer e de quem' },
})
export class PedidoRecebido extends EventoDeDominio<DadosDoPedido> {}

type DadosDaConta = { usuarioId: number };

/** Somebody signed up; they may not enter before confirming the e-mail. */
@Evento<DadosDaConta>({
  tipo: 'acesso.conta-criada',
  versao: 1,
  descricao: 'Alguém se cadastrou; só entra depois de confirmar o e-mail.',
  campos: { usuarioId: 'conta criada' },
})
export class ContaCriada extends EventoDeDominio<DadosDaConta> {}

type DadosDaVerificacao = { usuarioId: number; senhaAnulada: boolean };

/** The e-mail that confirms an account is due again. */
@Evento<DadosDaVerificacao>({
  tipo: 'acesso.verificacao-pedida',
  versao: 1,
  descricao: 'O e-mail que confirma uma conta foi pedido de novo.',
  campos: {
    usuarioId: 'conta que espera a confirmação',
    senhaAnulada: 'true quando houve cadastros com senhas diferentes, e nenhuma delas vale',
  },
})
export class VerificacaoPedida extends EventoDeDominio<DadosDaVerificacao> {}

/** `senhaAnulada` is absent from events of before it existed: it is no. */
type DadosDaRedefinicao = { usuarioId: number; senhaAnulada?: boolean };

/** Another password is due for an account: somebody said they forgot it, or the one it had is void. */
@Evento<DadosDaRedefinicao>({
  tipo: 'acesso.redefinicao-pedida',
  versao: 1,
  descricao: 'Uma conta precisa de outra senha: alguém disse ter esquecido a dela, ou ela foi anulada.',
  campos: {
    usuarioId: 'conta',
    senhaAnulada: 'true quando a senha do cadastro deixou de valer, porque a conta passou a ser da equipe',
  },
})
export class RedefinicaoPedida extends EventoDeDominio<DadosDaRedefinicao> {}

/** Somebody tried to sign up with the e-mail of an account that exists. */
@Evento<DadosDaConta>({
  tipo: 'acesso.cadastro-repetido',
  versao: 1,
  descricao: 'Alguém tentou se cadastrar com o e-mail de uma conta que já existe.',
  campos: { usuarioId: 'conta que já existe' },
})
export class CadastroRepetido extends EventoDeDominio<DadosDaConta> {}

type DadosDaConfirmacao = { usuarioId: number; pacienteId: number | null };

/** The owner of the mailbox confirmed it: the account may be used. */
@Evento<DadosDaConfirmacao>({
  tipo: 'acesso.email-verificado',
  versao: 1,
  descricao: 'O dono do e-mail o confirmou, e a conta pode ser usada.',
  campos: {
    usuarioId: 'conta confirmada',
    pacienteId: 'registro de paciente a que está ligada; nulo quando a recepção ainda vai ligá-la',
  },
})
export class EmailVerificado extends EventoDeDominio<DadosDaConfirmacao> {}

type DadosDaTroca = { usuarioId: number; em: string };

/** The password of an account is another: its owner is told, in case it was not them. */
@Evento<DadosDaTroca>({
  tipo: 'acesso.senha-trocada',
  versao: 1,
  descricao: 'A senha de uma conta foi trocada, e as sessões abertas com a anterior terminaram.',
  campos: { usuarioId: 'conta', em: 'instante da troca' },
})
export class SenhaTrocada extends EventoDeDominio<DadosDaTroca> {}
