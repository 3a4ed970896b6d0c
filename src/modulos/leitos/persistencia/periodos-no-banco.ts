import type { Transacao } from '../../../banco/transacao.js';
import type { Leito } from '../dominio/leito.entity.js';
import type { AtributoDoLeito } from '../dominio/periodo-do-leito.entity.js';

/** Opens the periods of a new bed: what it is, it has been since it was installed, or since ever. */
export const abrirPeriodosIniciais = (tx: Transacao, leito: Leito): Promise<void> =>
  abrir(tx, leito.id, leito.atributos(), leito.instaladoDesde);

/** Ends the periods of what the bed was (`antes`) and is no longer, and begins those of what it has become, at `em`. */
export async function trocarPeriodos(
  tx: Transacao,
  leito: Leito,
  antes: readonly AtributoDoLeito[],
  em: Date,
): Promise<void> {
  const depois = leito.atributos();
  const perdidos = antes.filter((atributo) => !depois.includes(atributo));
  if (perdidos.length > 0)
    await tx.executar(
      // A period that was still to begin ends as it begins.
      `UPDATE leitos_periodos SET fim = CASE WHEN inicio > ? THEN inicio ELSE ? END, periodo_aberto_id = NULL
        WHERE periodo_aberto_id = ? AND atributo IN (${perdidos.map(() => '?').join(', ')})`,
      [em, em, leito.id, ...perdidos],
    );
  const novos = depois.filter((atributo) => !antes.includes(atributo));
  await abrir(tx, leito.id, novos, em);
}

async function abrir(
  tx: Transacao,
  leitoId: number,
  atributos: readonly AtributoDoLeito[],
  inicio: Date | null,
): Promise<void> {
  if (atributos.length === 0) return;
  await tx.executar(
    `INSERT INTO leitos_periodos (leito_id, atributo, inicio, fim, periodo_aberto_id)
     VALUES ${atributos.map(() => '(?, ?, ?, NULL, ?)').join(', ')}`,
    atributos.flatMap((atributo) => [leitoId, atributo, inicio, leitoId]),
  );
}
