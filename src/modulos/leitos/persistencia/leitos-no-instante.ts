import { booleano, instante, type Linha, ouNulo, type Parametro, texto } from '../../../banco/dialeto.js';
import type { AtributoDoLeito } from '../dominio/periodo-do-leito.entity.js';
import type { EstadoDoLeito } from '../dominio/estados-do-leito.js';
import type { SituacaoDoLeito } from '../mapa-resposta.js';

/** States that the history alone tells; the others are intervals, and one without its interval was undone. */
const CONTADOS_PELO_HISTORICO: readonly EstadoDoLeito[] = ['RESERVADO', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'];

/**
 * The id of the stretch of the bed that was going on, if any was: those of a bed never overlap, so the last to
 * begin tells for all of them. One of no length covers no instant.
 */
const ultimo = (tabela: string): string =>
  `(SELECT x.id FROM ${tabela} x WHERE x.leito_id = l.id AND x.inicio <= :em AND (x.fim IS NULL OR x.fim > x.inicio)
     ORDER BY x.inicio DESC, x.id DESC LIMIT 1)`;

const valia = (atributo: AtributoDoLeito): string =>
  `EXISTS (SELECT 1 FROM leitos_periodos p WHERE p.leito_id = l.id AND p.atributo = '${atributo}'
     AND (p.inicio IS NULL OR p.inicio <= :em) AND (p.fim IS NULL OR p.fim > :em))`;

/**
 * Of the history counts what was told last, not what happened last: a late admission takes back what had been
 * told of the bed after it.
 */
const NO_INSTANTE = `
  SELECT s.id AS setor_id, s.nome, s.andar, l.id, l.numero, l.tipo, l.classe, l.extra, l.instalado, l.instalado_desde,
         l.criado_em, o.internacao_id, o.inicio AS ocupado_desde, b.tipo AS bloqueio, b.inicio AS bloqueado_desde,
         h.para, h.em, ${valia('INSTALADO')} AS era_instalado, ${valia('EXTRA')} AS era_extra,
         ${valia('MACA')} AS era_maca
    FROM setores s
    LEFT JOIN leitos l ON l.setor_id = s.id
     AND (l.criado_em <= :em OR EXISTS (SELECT 1 FROM leitos_periodos p
           WHERE p.leito_id = l.id AND (p.inicio IS NULL OR p.inicio <= :em)))
    LEFT JOIN ocupacoes o ON o.id = ${ultimo('ocupacoes')} AND (o.fim IS NULL OR o.fim > :em)
    LEFT JOIN leitos_bloqueios b ON b.id = ${ultimo('leitos_bloqueios')} AND (b.fim IS NULL OR b.fim > :em)
    LEFT JOIN leitos_historico h ON h.leito_id = l.id
     AND h.versao = (SELECT x.versao FROM leitos_historico x
          WHERE x.leito_id = l.id AND x.em <= :em AND x.de <> x.para ORDER BY x.versao DESC LIMIT 1)
   WHERE (s.ativo = 1 OR s.inativado_em > :em) AND (s.criado_em <= :em OR l.id IS NOT NULL)`;

/** The beds that existed at `em`, of the setores then in use, with all that `situacaoNoInstante` needs. */
export function leitosNoInstante(em: Date, setorId?: number): [sql: string, parametros: Parametro[]] {
  const instantes = NO_INSTANTE.split(':em').slice(1);
  const doSetor = setorId === undefined ? '' : ' AND s.id = ?';
  return [
    `${NO_INSTANTE.replaceAll(':em', '?')}${doSetor} ORDER BY s.nome_busca, s.id, l.numero_busca, l.id`,
    [...instantes.map(() => em), ...(setorId === undefined ? [] : [setorId])],
  ];
}

/** What the bed of this row was at `em`, and since when. */
export function situacaoNoInstante(l: Linha, em: Date): SituacaoDoLeito {
  const instaladoDesde = ouNulo(instante)(l.instalado_desde);
  const jaInstalado = booleano(l.instalado) && (instaladoDesde === null || instaladoDesde <= em);
  const eraExtra = booleano(l.era_extra);
  const emUso = jaInstalado ? booleano(l.era_instalado) : eraExtra;
  const desde = instante(
    l.ocupado_desde ?? l.bloqueado_desde ?? l.em ?? (jaInstalado ? l.instalado_desde : null) ?? l.criado_em,
  );
  return {
    // While it is out of use, nothing tells whether one that was never installed was extra: it is taken as it is now.
    extra: eraExtra || (!jaInstalado && !emUso && booleano(l.extra)),
    maca: booleano(l.era_maca),
    status: statusNoInstante(l, emUso),
    // What is since ever, or was registered later, was already so.
    desde: desde > em ? em : desde,
  };
}

function statusNoInstante(l: Linha, emUso: boolean): EstadoDoLeito {
  if (l.internacao_id !== null) return 'OCUPADO';
  if (l.bloqueio !== null) return l.bloqueio === 'MANUTENCAO' ? 'MANUTENCAO' : 'BLOQUEADO';
  if (!emUso) return 'DESATIVADO';
  const contado = ouNulo(texto)(l.para) as EstadoDoLeito | null;
  return contado !== null && CONTADOS_PELO_HISTORICO.includes(contado) ? contado : 'LIVRE';
}
