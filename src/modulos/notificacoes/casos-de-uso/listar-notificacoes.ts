import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { Opcao, Texto } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { STATUS_DE_NOTIFICACAO, type StatusDeNotificacao } from '../dominio/estados-da-notificacao.js';
import { TIPOS_DE_NOTIFICACAO, type TipoDeNotificacao } from '../dominio/tipos-de-notificacao.js';
import { notificacaoDaLinha, type NotificacaoResposta, SQL_DE_NOTIFICACOES } from './obter-notificacao.js';

export class ConsultaDeNotificacoes extends ConsultaDeLista {
  @Opcao(TIPOS_DE_NOTIFICACAO, { opcional: true, descricao: 'Tipo da notificação.' })
  tipo?: TipoDeNotificacao;

  @Opcao(STATUS_DE_NOTIFICACAO, { opcional: true, exemplo: 'ENVIADA', descricao: 'Situação da notificação.' })
  status?: StatusDeNotificacao;

  @Texto({
    max: 60,
    opcional: true,
    exemplo: 'leito:1',
    padrao: /^[a-z-]+:[1-9]\d{0,9}$/,
    formato: 'coisa:id, como leito:1',
    descricao: 'De que trata.',
  })
  referencia?: string;
}

export class ListarNotificacoes extends Query<Pagina<NotificacaoResposta>> {
  constructor(readonly consulta: ConsultaDeNotificacoes) {
    super();
  }
}

@QueryHandler(ListarNotificacoes)
export class ListarNotificacoesHandler implements IQueryHandler<ListarNotificacoes> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarNotificacoes): Promise<Pagina<NotificacaoResposta>> {
    return paginar(this.leitura, {
      sql: SQL_DE_NOTIFICACOES,
      id: 'n.id',
      filtros: new Filtros()
        .igual('n.tipo', consulta.tipo)
        .igual('n.status', consulta.status)
        .igual('n.referencia', consulta.referencia),
      ordem: { coluna: 'n.id', campo: 'id', decrescente: true },
      consulta,
      decodificar: notificacaoDaLinha,
    });
  }
}
