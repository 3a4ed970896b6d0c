import { booleano, dia, type Linha, ouNulo, type Parametro, texto, travar } from '../../../banco/dialeto.js';
import type { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { PedidoRecebido } from '../contrato/eventos.js';
import type { PedidoDeAcesso, TipoDePedido } from '../dominio/pedido-de-acesso.entity.js';
import { AVISOS_POR_CONTA, JANELA_DOS_AVISOS_MS, VIDA_DO_PEDIDO_MS } from '../dominio/prazos-do-acesso.js';

/** What a sign-up tells of the person, to be found among the patients. */
export type Cadastro = Pick<PedidoDeAcesso, 'nome' | 'senhaHash' | 'repeteSenha' | 'cpf' | 'dataNascimento'>;

const VAZIO: Cadastro = {
  nome: null,
  senhaHash: null,
  repeteSenha: null,
  cpf: null,
  dataNascimento: null,
};

/** Writes down what is asked, and that it was: the same two rows and one event, whoever it is about. */
export async function receberPedido(
  tx: Transacao,
  tipo: TipoDePedido,
  email: string,
  agora: Date,
  cadastro: Cadastro = VAZIO,
): Promise<void> {
  const { nome, senhaHash, repeteSenha, cpf, dataNascimento } = cadastro;
  const pedidoId = await tx.inserir(
    `INSERT INTO pedidos_de_acesso
       (tipo, email, nome, senha_hash, repete_senha, cpf, data_nascimento, criado_em)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [tipo, email, nome, senhaHash, repeteSenha, cpf, dataNascimento, agora],
  );
  tx.registrar(new PedidoRecebido({ tipo: 'pedido-de-acesso', id: pedidoId, versao: 1 }, { pedidoId }));
}

/** What is still to be attended, held until the end of the transaction; null when it was, or is not there any more. */
export async function tomarPedido(
  tx: Transacao,
  id: number,
): Promise<{ tipo: TipoDePedido; email: string; cadastro: Cadastro } | null> {
  const [linha] = await tx.consultar(
    `SELECT * FROM pedidos_de_acesso WHERE id = ? AND atendido_em IS NULL${travar(tx.motor)}`,
    [id],
  );
  return (
    (linha && {
      tipo: texto(linha.tipo) as TipoDePedido,
      email: texto(linha.email),
      cadastro: cadastroDe(linha),
    }) ??
    null
  );
}

export interface Desfecho {
  readonly usuarioId: number | null;
  readonly aviso: string | null;
}

/** Marks it as attended. Of a REENVIO or REDEFINICAO nothing personal remains. */
export async function concluirPedido(
  tx: Transacao,
  id: number,
  { usuarioId, aviso }: Desfecho,
  agora: Date,
): Promise<void> {
  await tx.executar(
    `UPDATE pedidos_de_acesso SET atendido_em = ?, usuario_id = ?, aviso = ?,
            email = CASE WHEN tipo = 'CADASTRO' THEN email END WHERE id = ?`,
    [agora, usuarioId, aviso, id],
  );
}

/** Forgets who a sign-up said the person is; what answers a login at its address stays. */
export async function esquecerPessoa(tx: Transacao, onde: string, valor: number): Promise<void> {
  await tx.executar(
    `UPDATE pedidos_de_acesso SET nome = NULL, cpf = NULL, data_nascimento = NULL, sexo = NULL, telefone = NULL
      WHERE ${onde} = ?`,
    [valor],
  );
}

/** Forgets all that the sign-ups of an account told. */
export async function esquecerCadastros(tx: Transacao, usuarioId: number): Promise<void> {
  await esquecerPessoa(tx, 'usuario_id', usuarioId);
  await tx.executar(
    'UPDATE pedidos_de_acesso SET email = NULL, senha_hash = NULL, repete_senha = NULL WHERE usuario_id = ?',
    [usuarioId],
  );
}

/** What the sign-up behind an account told of the person, while it is remembered. */
export async function cadastroDaConta(
  tx: Transacao,
  usuarioId: number,
  agora: Date,
): Promise<Cadastro | null> {
  const [linha] = await tx.consultar(
    `SELECT * FROM pedidos_de_acesso
      WHERE usuario_id = ? AND tipo = 'CADASTRO' AND nome IS NOT NULL AND criado_em > ? ORDER BY id DESC LIMIT 1`,
    [usuarioId, lembradoDesde(agora)],
  );
  return linha ? cadastroDe(linha) : null;
}

/** Whether a confirmation of an earlier sign-up of this account may still arrive. */
export async function temCadastroVivo(tx: Transacao, usuarioId: number, agora: Date): Promise<boolean> {
  const vivos: [string, Parametro[]][] = [
    [
      "SELECT id FROM pedidos_de_acesso WHERE usuario_id = ? AND tipo = 'CADASTRO' AND criado_em > ? LIMIT 1",
      [usuarioId, lembradoDesde(agora)],
    ],
    [
      'SELECT id FROM codigos_de_acesso WHERE usuario_id = ? AND usado_em IS NULL AND expira_em > ? LIMIT 1',
      [usuarioId, agora],
    ],
  ];
  for (const [sql, parametros] of vivos) if ((await tx.consultar(sql, parametros)).length > 0) return true;
  return false;
}

/** Whether another e-mail of this kind may go to the account. Call it with the account held. */
export async function cabeMaisUmAviso(
  tx: Transacao,
  usuarioId: number,
  aviso: string,
  agora: Date,
): Promise<boolean> {
  const recentes = await tx.consultar(
    `SELECT id FROM pedidos_de_acesso WHERE usuario_id = ? AND aviso = ? AND atendido_em > ?
      LIMIT ${AVISOS_POR_CONTA}`,
    [usuarioId, aviso, new Date(agora.getTime() - JANELA_DOS_AVISOS_MS)],
  );
  return recentes.length < AVISOS_POR_CONTA;
}

/** Hash of the password of the newest sign-up at this address, whoever has it, while it is remembered. */
export async function senhaDoCadastro(leitura: Leitura, email: string, agora: Date): Promise<string | null> {
  const linha = await leitura.obter(
    `SELECT senha_hash FROM pedidos_de_acesso
      WHERE email = ? AND tipo = 'CADASTRO' AND criado_em > ? ORDER BY id DESC LIMIT 1`,
    [email, lembradoDesde(agora)],
  );
  return linha && texto(linha.senha_hash);
}

const lembradoDesde = (agora: Date): Date => new Date(agora.getTime() - VIDA_DO_PEDIDO_MS);

const cadastroDe = (linha: Linha): Cadastro => ({
  nome: ouNulo(texto)(linha.nome),
  senhaHash: ouNulo(texto)(linha.senha_hash),
  repeteSenha: ouNulo(booleano)(linha.repete_senha),
  cpf: ouNulo(texto)(linha.cpf),
  dataNascimento: ouNulo(dia)(linha.data_nascimento),
});
