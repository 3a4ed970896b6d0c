import { inteiro, instante, type Linha, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { Conta } from '../dominio/conta.entity.js';
import type { StatusDaConta } from '../dominio/estados-da-conta.js';
import { inserirSeNovo } from './inserir-se-novo.js';

/** The account of the stay, held until the end of the transaction; null when there is none yet. */
export async function travarConta(tx: Transacao, internacaoId: number): Promise<Conta | null> {
  const [linha] = await tx.consultar(`SELECT * FROM contas WHERE internacao_id = ?${travar(tx.motor)}`, [
    internacaoId,
  ]);
  return linha ? contaDaLinha(linha) : null;
}

/** The same, by its own id, which a foreign key guarantees. */
export async function travarContaPorId(tx: Transacao, id: number): Promise<Conta> {
  const [linha] = await tx.consultar(`SELECT * FROM contas WHERE id = ?${travar(tx.motor)}`, [id]);
  return contaDaLinha(linha!);
}

/** Stores a new account, or holds the one that somebody else has just opened for the same stay. */
export async function inserirOuTravarConta(tx: Transacao, nova: Conta): Promise<Conta> {
  if (await inserirConta(tx, nova)) return nova;
  const deOutro = await travarConta(tx, nova.internacaoId);
  if (deOutro) return deOutro;
  throw conflito(
    'CONTA.ALTERADA_AO_MESMO_TEMPO',
    `A conta da internação ${nova.internacaoId} está sendo aberta. Tente de novo.`,
  );
}

/** Stores a new account and gives it its id; false when the stay already has one. */
export async function inserirConta(tx: Transacao, c: Conta): Promise<boolean> {
  const id = await inserirSeNovo('uq_contas_internacao', () =>
    tx.inserir(
      `INSERT INTO contas (internacao_id, status, abertura, fechamento, versao, criado_em, atualizado_em)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [c.internacaoId, c.status, c.abertura, c.fechamento, c.versao, c.criadoEm, c.atualizadoEm],
    ),
  );
  if (id !== null) c.id = id;
  return id !== null;
}

/** Stores what the verbs changed; one version more. */
export async function atualizarConta(tx: Transacao, c: Conta): Promise<void> {
  const mudadas = await tx.executar(
    'UPDATE contas SET status = ?, fechamento = ?, atualizado_em = ?, versao = ? WHERE id = ? AND versao = ?',
    [c.status, c.fechamento, c.atualizadoEm, c.versao + 1, c.id, c.versao],
  );
  if (mudadas !== 1)
    throw conflito(
      'CONTA.ALTERADA_AO_MESMO_TEMPO',
      `A conta ${c.id} mudou enquanto o pedido era atendido. Tente de novo.`,
    );
  c.versao += 1;
}

const contaDaLinha = (l: Linha): Conta =>
  Object.assign(new Conta(), {
    id: inteiro(l.id),
    internacaoId: inteiro(l.internacao_id),
    status: texto(l.status) as StatusDaConta,
    abertura: instante(l.abertura),
    fechamento: ouNulo(instante)(l.fechamento),
    versao: inteiro(l.versao),
    criadoEm: instante(l.criado_em),
    atualizadoEm: instante(l.atualizado_em),
  });
