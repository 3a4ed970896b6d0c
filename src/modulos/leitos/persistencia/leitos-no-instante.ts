import { booleano, instante, type Linha, ouNulo, type Parametro, texto } from '../../../banco/dialeto.js';
import type { AtributoDoLeito } from '../dominio/periodo-do-leito.entity.js';
import type { EstadoDoLeito } from '../dominio/estados-do-leito.js';
import type { SituacaoDoLeito } from '../mapa-resposta.js';
import { doUltimo, oMaisTarde } from './desde-quando.js';

/** States that the history alone tells; the others are intervals, and one without its interval was undone. */
const CONTADOS_PELO_HISTORICO: readonly EstadoDoLeito[] = ['RESERVADO', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'];

/** The stretch of the bed that was going on, or else the last to be over. */
const ultimo = (tabela: 'ocupacoes' | 'leitos_bloqueios'): string =>
  doUltimo(tabela, 'id', ' AND x.inicio <= :em');

/** What of that stretch is known only while it goes on. */
const enquanto = (trecho: 'o' | 'b', coluna: string): string =>
  `CASE WHEN ${trecho}.fim IS NULL OR ${trecho}.fim > :em THEN ${trecho}.${coluna} END`;

const valia = (atributo: AtributoDoLeito): string =>
  `EXISTS (SELECT 1 FROM leitos_periodos p WHERE p.leito_id = l.id AND p.atributo = '${atributo}'
     AND (p.inicio IS NULL OR p.inicio <= :em) AND (p.fim IS NULL OR p.fim > :em))`;

/**
 * Of the history counts what was told last, not what happened last: a late admission takes back what had been
 * told of the bed after it; one that was annulled, which leaves no stretch, takes back nothing.
 */
const NO_INSTANTE = `
  SELECT s.id AS setor_id, s.nome, s.andar, l.id, l.numero, l.tipo, l.classe, l.extra, l.instalado, l.instalado_desde,
         l.criado_em, ${enquanto('o', 'internacao_id')} AS internacao_id, o.inicio AS ocupado_desde, o.fim AS desocupado_em,
         ${enquanto('b', 'tipo')} AS bloqueio, b.inicio AS bloqueado_desde, b.fim AS desbloqueado_em, h.para, h.em,
         ${valia('INSTALADO')} AS era_instalado, ${valia('EXTRA')} AS era_extra, ${valia('MACA')} AS era_maca
    FROM setores s
    LEFT JOIN leitos l ON l.setor_id = s.id
     AND (l.criado_em <= :em OR EXISTS (SELECT 1 FROM leitos_periodos p
           WHERE p.leito_id = l.id AND (p.inicio IS NULL OR p.inicio <= :em)))
    LEFT JOIN ocupacoes o ON o.id = ${ultimo('ocupacoes')}
    LEFT JOIN leitos_bloqueios b ON b.id = ${ultimo('leitos_bloqueios')}
    LEFT JOIN leitos_historico h ON h.leito_id = l.id
     AND h.versao = (SELECT x.versao FROM leitos_historico x
          WHERE x.leito_id = l.id AND x.em <= :em AND x.de <> x.para
           AND NOT (x.de = 'LIVRE' AND x.para = 'OCUPADO') ORDER BY x.versao DESC LIMIT 1)
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
  const desde = desdeNoInstante(l) ?? instante((jaInstalado ? l.instalado_desde : null) ?? l.criado_em);
  return {
    // While it is out of use, nothing tells whether one that was never installed was extra: it is taken as it is now.
    extra: eraExtra || (!jaInstalado && !emUso && booleano(l.extra)),
    maca: booleano(l.era_maca),
    status: statusNoInstante(l, emUso),
    // What was registered later was already so, nobody knows since when.
    desde: desde > em ? em : desde,
  };
}

/** When what is known to have happened to the bed left it as it was; null when nothing had. */
function desdeNoInstante(l: Linha): Date | null {
  if (l.internacao_id !== null) return instante(l.ocupado_desde);
  if (l.bloqueio !== null) return instante(l.bloqueado_desde);
  return oMaisTarde(instante, l.em, l.desocupado_em, l.desbloqueado_em);
}

function statusNoInstante(l: Linha, emUso: boolean): EstadoDoLeito {
  if (l.internacao_id !== null) return 'OCUPADO';
  if (l.bloqueio !== null) return l.bloqueio === 'MANUTENCAO' ? 'MANUTENCAO' : 'BLOQUEADO';
  if (!emUso) return 'DESATIVADO';
  const contado = ouNulo(texto)(l.para) as EstadoDoLeito | null;
  return contado !== null && CONTADOS_PELO_HISTORICO.includes(contado) ? contado : 'LIVRE';
}
