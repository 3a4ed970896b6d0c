import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { Opcao } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { type SituacaoDoPlano, SITUACOES_DO_PLANO } from '../dominio/plano-do-leito.entity.js';
import { leitoNaoEncontrado } from './obter-leito.js';
import { PLANOS, planoParaResposta, type PlanoResposta } from './obter-plano.js';

export class ConsultaDePlanos extends ConsultaDeLista {
  @Opcao(SITUACOES_DO_PLANO, { opcional: true, descricao: 'Só os planos nesta situação.' })
  situacao?: SituacaoDoPlano;
}

/** What is, and was, planned for a bed, newest first. */
export class ListarPlanos extends Query<Pagina<PlanoResposta>> {
  constructor(
    readonly leitoId: number,
    readonly consulta: ConsultaDePlanos,
  ) {
    super();
  }
}

@QueryHandler(ListarPlanos)
export class ListarPlanosHandler implements IQueryHandler<ListarPlanos> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ leitoId, consulta }: ListarPlanos): Promise<Pagina<PlanoResposta>> {
    if (!(await this.leitura.obter('SELECT id FROM leitos WHERE id = ?', [leitoId])))
      throw leitoNaoEncontrado(leitoId);
    return paginar(this.leitura, {
      sql: PLANOS,
      id: 'p.id',
      filtros: new Filtros().igual('p.leito_id', leitoId).igual('p.situacao', consulta.situacao),
      ordem: { coluna: 'p.id', campo: 'id', decrescente: true },
      consulta,
      decodificar: planoParaResposta,
    });
  }
}
