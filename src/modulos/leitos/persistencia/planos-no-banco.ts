import {
  inteiro,
  instante,
  type Linha,
  ouNulo,
  type Parametro,
  texto,
  travar,
} from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { PlanoResolvido } from '../contrato/eventos.js';
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
  await marcarProximoPlano(tx, leito.id);
}

/** The pending plans of a held bed that should have begun by `agora`, oldest first. */
export async function planosDevidos(tx: Transacao, leitoId: number, agora: Date): Promise<PlanoPendente[]> {
  const linhas = await tx.consultar(
    `SELECT * FROM leitos_planos WHERE leito_id = ? AND situacao = 'PENDENTE' AND inicio <= ? ORDER BY inicio, id${travar(tx.motor)}`,
    [leitoId, agora],
  );
  return linhas.map(planoDaLinha);
}

/** The plan of a held bed is pending no more, and who listens is told of one that will not begin. False when it no longer was. */
export async function resolverPlano(
  tx: Transacao,
  { id: leitoId, setorId }: Pick<Leito, 'id' | 'setorId'>,
  { id: planoId, acao }: Pick<PlanoPendente, 'id' | 'acao'>,
  situacao: Exclude<SituacaoDoPlano, 'PENDENTE'>,
  agora: Date,
): Promise<boolean> {
  const resolvidos = await tx.executar(
    "UPDATE leitos_planos SET situacao = ?, resolvido_em = ? WHERE id = ? AND situacao = 'PENDENTE'",
    [situacao, agora, planoId],
  );
  if (resolvidos !== 1) return false;
  await marcarProximoPlano(tx, leitoId);
  const agregado = { tipo: 'plano-do-leito', id: planoId, versao: 1 };
  const dados = { leitoId, setorId, planoId, acao, situacao, em: agora.toISOString() };
  if (situacao !== 'APLICADO') tx.registrar(new PlanoResolvido(agregado, dados));
  return true;
}

/** Gives up every pending plan of a held bed, or those for a request. */
export async function cancelarPlanos(
  tx: Transacao,
  leito: Leito,
  agora: Date,
  solicitacaoId?: number,
): Promise<void> {
  const [daSolicitacao, parametros]: [string, Parametro[]] =
    solicitacaoId === undefined ? ['', []] : [' AND solicitacao_id = ?', [solicitacaoId]];
  const linhas = await tx.consultar(
    `SELECT * FROM leitos_planos WHERE leito_id = ? AND situacao = 'PENDENTE'${daSolicitacao} ORDER BY inicio, id`,
    [leito.id, ...parametros],
  );
  for (const plano of linhas.map(planoDaLinha)) await resolverPlano(tx, leito, plano, 'CANCELADO', agora);
}

/** The beds reserved for a request, or with a pending plan for it; not held. */
export async function leitosDaSolicitacao(tx: Transacao, solicitacaoId: number): Promise<number[]> {
  const linhas = await tx.consultar(
    `SELECT id FROM leitos WHERE reserva_solicitacao_id = ?
     UNION SELECT leito_id AS id FROM leitos_planos WHERE solicitacao_id = ? AND situacao = 'PENDENTE'`,
    [solicitacaoId, solicitacaoId],
  );
  return linhas.map(({ id }) => inteiro(id));
}

/** Whoever locks the bed's row learns from it whether there is a plan to look at. */
const marcarProximoPlano = (tx: Transacao, leitoId: number): Promise<number> =>
  tx.executar(
    `UPDATE leitos SET plano_em = (SELECT MIN(p.inicio) FROM leitos_planos p WHERE p.leito_id = ? AND p.situacao = 'PENDENTE')
      WHERE id = ?`,
    [leitoId, leitoId],
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
