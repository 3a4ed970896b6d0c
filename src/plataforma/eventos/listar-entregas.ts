import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../banco/dialeto.js';
import { Leitura } from '../../banco/leitura.js';
import { Inteiro, IdDe, Instante, Opcao, Texto } from '../http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../http/pagina.js';
import { STATUS_DE_ENTREGA, type StatusDeEntrega } from './entrega.entity.js';

export class ConsultaDeEntregas extends ConsultaDeLista {
  @Opcao(STATUS_DE_ENTREGA, { opcional: true, descricao: 'Situação da entrega.' })
  status?: StatusDeEntrega;

  @Texto({ max: 36, opcional: true, descricao: 'Entregas deste evento.' })
  eventoId?: string;
}

export class EntregaResposta {
  @IdDe('entrega') id!: number;
  @Texto({ max: 36, exemplo: '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f', descricao: 'O evento que a causou.' })
  eventoId!: string;
  @Texto({ max: 100, exemplo: 'internacoes.alta-concedida', descricao: 'O que aconteceu.' })
  tipoDoEvento!: string;
  @Texto({ max: 120, exemplo: 'financeiro.fechar-conta-ao-conceder-alta', descricao: 'Quem reage.' })
  saga!: string;
  @Opcao(STATUS_DE_ENTREGA, { exemplo: 'CONCLUIDA' }) status!: StatusDeEntrega;
  @Inteiro({ min: 0, exemplo: 1, descricao: 'Quantas vezes foi tentada.' }) tentativas!: number;
  @Instante({ descricao: 'Quando o fato aconteceu.' }) criadaEm!: Date;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando será tentada de novo, enquanto está pendente.' })
  proximaEm!: Date | null;
  @Instante({ nulo: true, descricao: 'Quando deu certo.' }) concluidaEm!: Date | null;
  @Texto({ max: 500, nulo: true, exemplo: null, descricao: 'Por que a última tentativa falhou.' }) erro!:
    string | null;
}

export class ListarEntregas extends Query<Pagina<EntregaResposta>> {
  constructor(readonly consulta: ConsultaDeEntregas) {
    super();
  }
}

@QueryHandler(ListarEntregas)
export class ListarEntregasHandler implements IQueryHandler<ListarEntregas> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarEntregas): Promise<Pagina<EntregaResposta>> {
    return paginar(this.leitura, {
      sql: ENTREGAS,
      id: 'n.id',
      filtros: new Filtros().igual('n.status', consulta.status).igual('n.evento_id', consulta.eventoId),
      ordem: { coluna: 'n.id', campo: 'id', decrescente: true },
      consulta,
      decodificar: entregaDaLinha,
    });
  }
}

export const ENTREGAS = `SELECT n.id, n.evento_id, e.tipo, n.saga, n.status, n.tentativas, n.criada_em, n.concluida_em, n.erro, p.disponivel_em
  FROM entregas n JOIN eventos e ON e.id = n.evento_id LEFT JOIN entregas_prontas p ON p.entrega_id = n.id`;

export const entregaDaLinha = (l: Linha): EntregaResposta => ({
  id: inteiro(l.id),
  eventoId: texto(l.evento_id),
  tipoDoEvento: texto(l.tipo),
  saga: texto(l.saga),
  status: texto(l.status) as StatusDeEntrega,
  tentativas: inteiro(l.tentativas),
  criadaEm: instante(l.criada_em),
  proximaEm: ouNulo(instante)(l.disponivel_em),
  concluidaEm: ouNulo(instante)(l.concluida_em),
  erro: ouNulo(texto)(l.erro),
});
