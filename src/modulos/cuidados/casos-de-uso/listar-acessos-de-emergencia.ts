import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Logico } from '../../../plataforma/http/campos.js';
import { OrdemDaLista, Ordens } from '../../../plataforma/http/ordem.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import {
  ACESSOS,
  acessoDaLinha,
  type AcessoDeEmergenciaResposta,
  deQuem,
} from '../persistencia/acessos-de-emergencia.js';

const ORDENS = new Ordens({ id: { coluna: 'v.id', campo: 'id' } }, '-id');

export class ConsultaDeAcessosDeEmergencia extends ConsultaDeLista {
  @Logico({
    opcional: true,
    naConsulta: true,
    exemplo: false,
    descricao: 'Só os já revisados (true) ou só os que esperam a revisão (false).',
  })
  revisado?: boolean;
  @IdDe('quem abriu', { opcional: true, naConsulta: true }) usuarioId?: number;
  @OrdemDaLista(ORDENS) ordem?: string;
}

/** The queue of reviews, and what came of it; to a professional, only his own. */
export class ListarAcessosDeEmergencia extends Query<Pagina<AcessoDeEmergenciaResposta>> {
  constructor(
    readonly consulta: ConsultaDeAcessosDeEmergencia,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ListarAcessosDeEmergencia)
export class ListarAcessosDeEmergenciaHandler implements IQueryHandler<ListarAcessosDeEmergencia> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta, autor }: ListarAcessosDeEmergencia): Promise<Pagina<AcessoDeEmergenciaResposta>> {
    const { revisado, usuarioId } = consulta;
    return paginar(this.leitura, {
      sql: ACESSOS,
      id: 'v.id',
      filtros: new Filtros()
        .igual('v.usuario_id', usuarioId)
        .igual('v.usuario_id', deQuem(autor) ?? undefined)
        .quando(revisado === undefined ? null : { sql: REVISADO[`${revisado}`], parametros: [] }),
      ordem: ORDENS.escolher(consulta.ordem),
      consulta,
      decodificar: acessoDaLinha,
    });
  }
}

const REVISADO = { true: 'v.revisado_em IS NOT NULL', false: 'v.revisado_em IS NULL' } as const;
