import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Instante, Opcao } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { STATUS_DE_CONTA } from '../dominio/conta.entity.js';

export class ConsultaDeContas extends ConsultaDeLista {
  @IdDe('internação', { opcional: true, naConsulta: true }) internacaoId?: number;
  @Opcao(STATUS_DE_CONTA, { opcional: true }) status?: string;
}

export class ContaResposta {
  @IdDe('conta') id!: number;
  @IdDe('internação') internacaoId!: number;
  @Opcao(STATUS_DE_CONTA) status!: string;
  @Instante({ descricao: 'Quando o paciente entrou.' }) abertura!: Date;
  @Instante({ nulo: true, descricao: 'Quando o paciente saiu; nulo enquanto a conta está aberta.' })
  fechamento!: Date | null;
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
      sql: 'SELECT c.id, c.internacao_id, c.status, c.abertura, c.fechamento FROM contas c',
      id: 'c.id',
      filtros: new Filtros()
        .igual('c.internacao_id', consulta.internacaoId)
        .igual('c.status', consulta.status),
      ordem: { coluna: 'c.id', campo: 'id', decrescente: true },
      consulta,
      decodificar: (l) => ({
        id: inteiro(l.id),
        internacaoId: inteiro(l.internacao_id),
        status: texto(l.status),
        abertura: instante(l.abertura),
        fechamento: ouNulo(instante)(l.fechamento),
      }),
    });
  }
}
