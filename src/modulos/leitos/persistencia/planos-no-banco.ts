import { inteiro, instante, type Linha, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Leito } from '../dominio/leito.entity.js';
import { type NovoPlano, type PlanoPendente, planoSobreposto } from '../dominio/novo-plano.js';
import type { AcaoPlanejavel, SituacaoDoPlano } from '../dominio/plano-do-leito.entity.js';

/**
 * Keeps a plan for a held bed. Refuses a bed out of use (409 `LEITO.TRANSICAO_INVALIDA`) or not yet installed
 * then (422 `LEITO.AINDA_NAO_INSTALADO`), and one that overlaps another pending plan (409 `LEITO.PLANO_SOBREPOSTO`).
 */
export async function planejar(tx: Transacao, leito: Leito, plano: NovoPlano): Promise<void> {
  if (leito.status === 'DESATIVADO')
    throw conflito(
      'LEITO.TRANSICAO_INVALIDA',
      `O leito ${leito.numero} está desativado. Reative-o antes de planejar o seu uso.`,
    );
  leito.exigirInstalado(plano.inicio, 'em');
  const [outro] = await tx.consultar(
    `SELECT id FROM leitos_planos WHERE leito_id = ? AND situacao = 'PENDENTE' AND (ate IS NULL OR ate > ?)${
      plano.ate ? ' AND inicio < ?' : ''
    } LIMIT 1`,
    [leito.id, plano.inicio, ...(plano.ate ? [plano.ate] : [])],
  );
  if (outro) throw planoSobreposto(leito.numero);
  await tx.inserir(
    `INSERT INTO leitos_planos
       (leito_id, acao, inicio, ate, motivo, paciente_id, solicitacao_id, situacao, resolvido_em, registrado_em, autor_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'PENDENTE', NULL, ?, ?)`,
    [
      leito.id,
      plano.acao,
      plano.inicio,
      plano.ate,
      plano.motivo,
      plano.pacienteId,
      plano.solicitacaoId,
      plano.registradoEm,
      plano.autorId,
    ],
  );
}

/** The pending plans of a held bed that should have begun by `agora`, oldest first. */
export async function planosDevidos(tx: Transacao, leitoId: number, agora: Date): Promise<PlanoPendente[]> {
  const linhas = await tx.consultar(
    `SELECT * FROM leitos_planos WHERE leito_id = ? AND situacao = 'PENDENTE' AND inicio <= ? ORDER BY inicio, id${travar(tx.motor)}`,
    [leitoId, agora],
  );
  return linhas.map(planoDaLinha);
}

/** False when it was no longer pending. */
export async function resolverPlano(
  tx: Transacao,
  planoId: number,
  situacao: Exclude<SituacaoDoPlano, 'PENDENTE'>,
  agora: Date,
): Promise<boolean> {
  const resolvidos = await tx.executar(
    "UPDATE leitos_planos SET situacao = ?, resolvido_em = ? WHERE id = ? AND situacao = 'PENDENTE'",
    [situacao, agora, planoId],
  );
  return resolvidos === 1;
}

export const cancelarPlanosDoLeito = (tx: Transacao, leitoId: number, agora: Date): Promise<number> =>
  cancelarPlanos(tx, 'leito_id', leitoId, agora);

export const cancelarPlanosDaSolicitacao = (
  tx: Transacao,
  solicitacaoId: number,
  agora: Date,
): Promise<number> => cancelarPlanos(tx, 'solicitacao_id', solicitacaoId, agora);

const cancelarPlanos = (
  tx: Transacao,
  coluna: 'leito_id' | 'solicitacao_id',
  id: number,
  agora: Date,
): Promise<number> =>
  tx.executar(
    `UPDATE leitos_planos SET situacao = 'CANCELADO', resolvido_em = ? WHERE ${coluna} = ? AND situacao = 'PENDENTE'`,
    [agora, id],
  );

const planoDaLinha = (p: Linha): PlanoPendente => ({
  id: inteiro(p.id),
  acao: texto(p.acao) as AcaoPlanejavel,
  inicio: instante(p.inicio),
  ate: ouNulo(instante)(p.ate),
  motivo: ouNulo(texto)(p.motivo),
  pacienteId: ouNulo(inteiro)(p.paciente_id),
  solicitacaoId: ouNulo(inteiro)(p.solicitacao_id),
  registradoEm: instante(p.registrado_em),
  autorId: ouNulo(inteiro)(p.autor_id),
});
