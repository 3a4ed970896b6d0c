import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Opcao } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { DonosDosRegistros } from '../../../plataforma/seguranca/donos-dos-registros.js';
import { STATUS_DO_PEDIDO, type StatusDoPedido } from '../dominio/estados-do-pedido.js';
import { type TipoDePedido, TIPOS_DE_PEDIDO } from '../dominio/pedido.entity.js';
import { pedidoResposta, type PedidoResposta, SELECIONAR_PEDIDOS } from './obter-pedido.js';

export class ConsultaDePedidos extends ConsultaDeLista {
  @Opcao(STATUS_DO_PEDIDO, { opcional: true, descricao: 'Só os que estão assim.' }) status?: StatusDoPedido;
  @Opcao(TIPOS_DE_PEDIDO, { opcional: true, exemplo: 'CORRECAO', descricao: 'Só os deste tipo.' })
  tipo?: TipoDePedido;
  @IdDe('paciente', { opcional: true, naConsulta: true }) pacienteId?: number;
}

/** The newest first; the person sees only the own. */
export class ListarPedidos extends Query<Pagina<PedidoResposta>> {
  constructor(
    readonly consulta: ConsultaDePedidos,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ListarPedidos)
export class ListarPedidosHandler implements IQueryHandler<ListarPedidos> {
  constructor(
    private readonly leitura: Leitura,
    private readonly donos: DonosDosRegistros,
  ) {}

  execute({ consulta, autor }: ListarPedidos): Promise<Pagina<PedidoResposta>> {
    const filtros = new Filtros()
      .igual('p.paciente_id', consulta.pacienteId)
      .igual('p.status', consulta.status)
      .igual('p.tipo', consulta.tipo)
      .quando(this.donos.limite(autor, 'p.paciente_id'));
    return paginar(this.leitura, {
      sql: SELECIONAR_PEDIDOS,
      id: 'p.id',
      filtros,
      ordem: { coluna: 'p.id', campo: 'id', decrescente: true },
      consulta,
      decodificar: pedidoResposta,
    });
  }
}
