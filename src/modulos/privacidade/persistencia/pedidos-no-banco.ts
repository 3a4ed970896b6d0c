import { dia, inteiro, instante, type Linha, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { type ErroDeDominio, naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import type { StatusDoPedido } from '../dominio/estados-do-pedido.js';
import { PedidoDePrivacidade, type TipoDePedido } from '../dominio/pedido.entity.js';

export const pedidoNaoEncontrado = (id: number): ErroDeDominio =>
  naoEncontrado('PRIVACIDADE.PEDIDO_NAO_ENCONTRADO', `O pedido ${id} não existe.`);

/** Stores a new request, which gets its id. */
export async function inserirPedido(tx: Transacao, p: PedidoDePrivacidade): Promise<void> {
  p.id = await tx.inserir(
    `INSERT INTO pedidos_de_privacidade (paciente_id, tipo, status, descricao, aberto_em, aberto_por, prazo,
       respondido_em, respondido_por, resposta, fundamento, guarda_ate, versao)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      p.pacienteId,
      p.tipo,
      p.status,
      p.descricao,
      p.abertoEm,
      p.abertoPor,
      p.prazo,
      p.respondidoEm,
      p.respondidoPor,
      p.resposta,
      p.fundamento,
      p.guardaAte,
      p.versao,
    ],
  );
}

/** Holds it until the end of the transaction, so that of two answers one is refused. */
export async function travarPedido(tx: Transacao, id: number): Promise<PedidoDePrivacidade> {
  const [linha] = await tx.consultar(`SELECT * FROM pedidos_de_privacidade WHERE id = ?${travar(tx.motor)}`, [
    id,
  ]);
  if (!linha) throw pedidoNaoEncontrado(id);
  return Object.assign(new PedidoDePrivacidade(), camposDoPedido(linha));
}

/** Stores the answer, and the events. */
export async function guardarRespostaDoPedido(tx: Transacao, p: PedidoDePrivacidade): Promise<void> {
  const gravados = await tx.executar(
    `UPDATE pedidos_de_privacidade SET status = ?, respondido_em = ?, respondido_por = ?, resposta = ?, fundamento = ?,
       versao = ? WHERE id = ? AND versao = ?`,
    [p.status, p.respondidoEm, p.respondidoPor, p.resposta, p.fundamento, p.versao, p.id, p.versao - 1],
  );
  if (gravados !== 1) throw new Error(`request ${p.id} changed although it was locked`);
  tx.registrar(...p.extrairEventos());
}

export const camposDoPedido = (l: Linha) => ({
  id: inteiro(l.id),
  pacienteId: inteiro(l.paciente_id),
  tipo: texto(l.tipo) as TipoDePedido,
  status: texto(l.status) as StatusDoPedido,
  descricao: ouNulo(texto)(l.descricao),
  abertoEm: instante(l.aberto_em),
  abertoPor: ouNulo(inteiro)(l.aberto_por),
  prazo: ouNulo(dia)(l.prazo),
  respondidoEm: ouNulo(instante)(l.respondido_em),
  respondidoPor: ouNulo(inteiro)(l.respondido_por),
  resposta: ouNulo(texto)(l.resposta),
  fundamento: ouNulo(texto)(l.fundamento),
  guardaAte: ouNulo(dia)(l.guarda_ate),
  versao: inteiro(l.versao),
});
