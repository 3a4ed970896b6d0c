import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Opcao } from '../../../plataforma/http/campos.js';
import { OrdemDaLista, Ordens } from '../../../plataforma/http/ordem.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { STATUS_DE_CONTA } from '../dominio/estados-da-conta.js';
import { contaDaLinha, type ContaResposta, SELECT_CONTA } from './obter-conta.js';

const ORDENS = new Ordens({ id: { coluna: 'c.id', campo: 'id' } }, '-id');

export class ConsultaDeContas extends ConsultaDeLista {
  @IdDe('internação', { opcional: true, naConsulta: true }) internacaoId?: number;
  @Opcao(STATUS_DE_CONTA, { opcional: true, descricao: 'Só as que estão nesta situação.' }) status?: string;
  @OrdemDaLista(ORDENS) ordem?: string;
}

export class ListarContas extends Query<Pagina<ContaResposta>> {
  constructor(readonly consulta: ConsultaDeContas) {
    super();
  }
}

@QueryHandler(ListarContas)
export class ListarContasHandler implements IQueryHandler<ListarContas> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarContas): Promise<Pagina<ContaResposta>> {
    return paginar(this.leitura, {
      sql: SELECT_CONTA,
      id: 'c.id',
      filtros: new Filtros()
        .igual('c.internacao_id', consulta.internacaoId)
        .igual('c.status', consulta.status),
      ordem: ORDENS.escolher(consulta.ordem),
      consulta,
      decodificar: contaDaLinha,
    });
  }
}
