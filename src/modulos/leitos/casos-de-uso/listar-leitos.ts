import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Opcao } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';
import { ESTADOS_DO_LEITO, type EstadoDoLeito } from '../dominio/estados-do-leito.js';
import { LEITOS, leitoParaResposta, type LeitoResposta } from './obter-leito.js';

export class ConsultaDeLeitos extends ConsultaDeLista {
  @Opcao(ESTADOS_DO_LEITO, { opcional: true, descricao: 'Só os leitos neste estado.' })
  status?: EstadoDoLeito;
  @IdDe('um setor', { opcional: true, naConsulta: true }) setorId?: number;
  @Opcao(TIPOS_DE_LEITO, { opcional: true, descricao: 'Só os leitos deste tipo.' }) tipo?: TipoDeLeito;
}

/** Beds, in the order they were registered. */
export class ListarLeitos extends Query<Pagina<LeitoResposta>> {
  constructor(readonly consulta: ConsultaDeLeitos) {
    super();
  }
}

@QueryHandler(ListarLeitos)
export class ListarLeitosHandler implements IQueryHandler<ListarLeitos> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarLeitos): Promise<Pagina<LeitoResposta>> {
    return paginar(this.leitura, {
      sql: LEITOS,
      id: 'l.id',
      filtros: new Filtros()
        .igual('l.status', consulta.status)
        .igual('l.setor_id', consulta.setorId)
        .igual('l.tipo', consulta.tipo),
      ordem: { coluna: 'l.id', campo: 'id' },
      consulta,
      decodificar: leitoParaResposta,
    });
  }
}
