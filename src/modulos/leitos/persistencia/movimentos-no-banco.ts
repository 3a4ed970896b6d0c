import { insercao } from '../../../banco/insercao.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { TipoDeBloqueio } from '../dominio/bloqueio-do-leito.entity.js';
import type { EstadoDoLeito } from '../dominio/estados-do-leito.js';
import type { Movimento } from '../dominio/movimento.js';

/** The states that are a block, and which. */
const BLOQUEIO_DO_ESTADO: Partial<Record<EstadoDoLeito, TipoDeBloqueio>> = {
  BLOQUEADO: 'BLOQUEIO',
  MANUTENCAO: 'MANUTENCAO',
};

const INSERIR_NO_HISTORICO = insercao(
  'INSERT INTO leitos_historico (leito_id, versao, de, para, acao, em, ate, registrado_em, motivo, autor_id)',
  10,
);

/** Writes what happened to a bed in its history, and the block that each transition ends or begins. */
export async function registrarMovimentos(
  tx: Transacao,
  leitoId: number,
  movimentos: readonly Movimento[],
): Promise<void> {
  if (movimentos.length === 0) return;
  await tx.executar(
    INSERIR_NO_HISTORICO(movimentos.length),
    movimentos.flatMap((m) => [
      leitoId,
      m.versao,
      m.de,
      m.para,
      m.acao,
      m.em,
      m.ate,
      m.registradoEm,
      m.motivo,
      m.autorId,
    ]),
  );
  for (const movimento of movimentos.filter(({ de, para }) => de !== para)) {
    if (BLOQUEIO_DO_ESTADO[movimento.de]) await fecharBloqueio(tx, leitoId, movimento.em);
    const tipo = BLOQUEIO_DO_ESTADO[movimento.para];
    if (tipo && movimento.bloqueio)
      await inserirBloqueio(tx, leitoId, {
        ...movimento.bloqueio,
        tipo,
        inicio: movimento.em,
        fim: null,
        registradoEm: movimento.registradoEm,
      });
  }
}

export interface NovoBloqueio {
  readonly tipo: TipoDeBloqueio;
  readonly motivo: string;
  readonly inicio: Date;
  readonly fim: Date | null;
  readonly fimPrevisto: Date | null;
  readonly registradoEm: Date;
  readonly autorId: number | null;
}

/** Writes a block; without `fim` it is the bed's open one. */
export function inserirBloqueio(tx: Transacao, leitoId: number, b: NovoBloqueio): Promise<number> {
  return tx.inserir(
    `INSERT INTO leitos_bloqueios
       (leito_id, tipo, motivo, inicio, fim, fim_previsto, bloqueio_aberto_id, registrado_em, autor_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      leitoId,
      b.tipo,
      b.motivo,
      b.inicio,
      b.fim,
      b.fimPrevisto,
      b.fim ? null : leitoId,
      b.registradoEm,
      b.autorId,
    ],
  );
}

const fecharBloqueio = (tx: Transacao, leitoId: number, em: Date): Promise<number> =>
  tx.executar('UPDATE leitos_bloqueios SET fim = ?, bloqueio_aberto_id = NULL WHERE bloqueio_aberto_id = ?', [
    em,
    leitoId,
  ]);
