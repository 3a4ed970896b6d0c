import type { Pool } from 'mysql2';
import { comandosPossiveis, ESTADOS_DO_LEITO } from '../../src/modulos/leitos/dominio/estados-do-leito.js';
import { consultar, type Linha, mostrado } from './conexoes.js';
import { pagina } from './pagina.js';

const SELECIONAR = `
  SELECT l.id, l.numero, l.numero_busca, l.setor_id, l.tipo, l.classe, l.status, l.desde, l.extra, l.maca, l.planejado,
         l.instalado, l.instalado_desde, l.reserva_expira_em, l.reserva_solicitacao_id, l.vence_em,
         l.manutencao_motivo, l.criado_em, l.atualizado_em, l.versao,
         (SELECT x.fim FROM ocupacoes x WHERE x.leito_id = l.id AND (x.fim IS NULL OR x.fim > x.inicio)
           ORDER BY x.inicio DESC, x.id DESC LIMIT 1) AS desocupado_em,
         (SELECT x.fim FROM leitos_bloqueios x WHERE x.leito_id = l.id AND (x.fim IS NULL OR x.fim > x.inicio)
           ORDER BY x.inicio DESC, x.id DESC LIMIT 1) AS desbloqueado_em
    FROM leitos l`;

export async function lerLeito(pool: Pool, id: number): Promise<object | null> {
  const [linha] = await consultar(pool, `${SELECIONAR} WHERE l.id = ?`, [id]);
  return linha ? { data: leito(linha) } : null;
}

export async function listarLeitos(pool: Pool): Promise<object> {
  const linhas = await consultar(pool, `${SELECIONAR} ORDER BY l.id ASC LIMIT 21`, []);
  return pagina(linhas, leito, (ultima) => ['ocupacoes l.id', ultima.id, ultima.id]);
}

/** Looked up once: by state, without and with a maintenance planned. */
const ACOES = new Map(
  ESTADOS_DO_LEITO.map((status) => [
    status as string,
    [comandosPossiveis(status, false), comandosPossiveis(status, true)] as const,
  ]),
);

function leito(l: Linha): object {
  const manutencaoPlanejada = l.manutencao_motivo !== null;
  return {
    id: l.id,
    numero: l.numero,
    setorId: l.setor_id,
    tipo: l.tipo,
    classe: l.classe,
    status: l.status,
    desde: mostrado(desde(l)),
    acoes: ACOES.get(l.status as string)![manutencaoPlanejada ? 1 : 0],
    extra: l.extra === 1,
    maca: l.maca === 1,
    planejado: l.planejado === 1,
    instalado: l.instalado === 1,
    instaladoDesde: mostrado(l.instalado_desde),
    terminaEm: mostrado(l.vence_em),
    reservaExpiraEm: mostrado(l.reserva_expira_em),
    reservaSolicitacaoId: l.reserva_solicitacao_id,
    manutencaoPlanejada,
    criadoEm: mostrado(l.criado_em),
    atualizadoEm: mostrado(l.atualizado_em),
    versao: l.versao,
  };
}

/** The latest of its changes; instants as text sort by time. */
function desde(l: Linha): unknown {
  let ultima = '';
  for (const em of [l.desde, l.desocupado_em, l.desbloqueado_em])
    if (typeof em === 'string' && em > ultima) ultima = em;
  return ultima || (l.instalado_desde ?? l.criado_em);
}
