import { inteiro, travarLivres } from '../../../banco/dialeto.js';
import { lista } from '../../../banco/lista.js';
import type { Transacao } from '../../../banco/transacao.js';
import { MAQUINA_DO_LEITO } from '../dominio/estados-do-leito.js';
import type { Leito } from '../dominio/leito.entity.js';
import type { AcaoPlanejavel } from '../dominio/plano-do-leito.entity.js';
import { leitoDaLinha } from './leitos-no-banco.js';

const permitem = (acao: AcaoPlanejavel): string =>
  MAQUINA_DO_LEITO.transicoes
    .filter((t) => t.acao === acao)
    .map(({ de }) => `'${de}'`)
    .join(', ');

/** A plan that has begun and can be applied now, or has ended without it; what waits for the bed does not come up. */
const PLANOS_A_RESOLVER = `
  SELECT p.leito_id AS id FROM leitos_planos p JOIN leitos l ON l.id = p.leito_id
   WHERE p.situacao = 'PENDENTE' AND p.inicio <= ?
     AND (p.ate <= ?
       OR (p.acao = 'bloquear' AND l.status IN (${permitem('bloquear')}))
       OR (p.acao = 'manutencao' AND l.status IN (${permitem('manutencao')}) AND l.manutencao_motivo IS NULL)
       OR (p.acao = 'reservar' AND l.status IN (${permitem('reservar')})
         AND NOT EXISTS (SELECT 1 FROM leitos r WHERE r.reserva_paciente_id = p.paciente_id)))
   ORDER BY p.inicio, p.id`;

/** Ids of at most `quantos` beds to which something is due by `agora`; not held. */
export async function leitosDevidos(tx: Transacao, agora: Date, quantos: number): Promise<number[]> {
  const vencidos = await tx.consultar(
    `SELECT id FROM leitos WHERE vence_em <= ? ORDER BY vence_em LIMIT ${quantos}`,
    [agora],
  );
  const planejados = await tx.consultar(`${PLANOS_A_RESOLVER} LIMIT ${quantos}`, [agora, agora]);
  return [...new Set([...vencidos, ...planejados].map(({ id }) => inteiro(id)))].slice(0, quantos);
}

/** Those of these beds that nobody else holds, held by ascending id. */
export async function travarOsLivres(tx: Transacao, ids: readonly number[]): Promise<Leito[]> {
  if (ids.length === 0) return [];
  const { lugares, valores } = lista(ids);
  const linhas = await tx.consultar(
    `SELECT * FROM leitos WHERE id IN (${lugares}) ORDER BY id${travarLivres(tx.motor)}`,
    valores,
  );
  return linhas.map(leitoDaLinha);
}
