import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { STATUS_DE_LANCAMENTO } from '../dominio/estados-do-lancamento.js';
import {
  comLinhas,
  lancamentoDaLinha,
  type LancamentoResposta,
  SELECT_LANCAMENTO,
} from './obter-lancamento.js';

export class ConsultaDeLancamentos extends ConsultaDeLista {
  @Texto({
    max: 40,
    opcional: true,
    exemplo: 'internacao:1',
    padrao: /^[a-z-]+:[1-9]\d{0,9}$/,
    formato: 'tipo:id, como internacao:1',
    descricao: 'O que está sendo cobrado.',
  })
  origem?: string;

  @Opcao(STATUS_DE_LANCAMENTO, { opcional: true, exemplo: 'EMITIDO' }) status?: string;
  @IdDe('convênio', { opcional: true, naConsulta: true }) convenioId?: number;
  @IdDe('paciente', { opcional: true, naConsulta: true }) pacienteId?: number;

  @Logico({
    opcional: true,
    naConsulta: true,
    exemplo: false,
    descricao: 'Mostra também os que foram estornados ou substituídos.',
  })
  inclusiveEstornados: boolean = false;
}

export class ListarLancamentos extends Query<Pagina<LancamentoResposta>> {
  constructor(readonly consulta: ConsultaDeLancamentos) {
    super();
  }
}

@QueryHandler(ListarLancamentos)
export class ListarLancamentosHandler implements IQueryHandler<ListarLancamentos> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ consulta }: ListarLancamentos): Promise<Pagina<LancamentoResposta>> {
    const pagina = await paginar(this.leitura, {
      sql: SELECT_LANCAMENTO,
      id: 'l.id',
      filtros: new Filtros()
        .igual('l.origem', consulta.origem)
        .igual('l.status', consulta.status)
        .igual('l.convenio_id', consulta.convenioId)
        .igual('l.paciente_id', consulta.pacienteId)
        .igual('l.ativo', consulta.inclusiveEstornados ? undefined : 1),
      ordem: { coluna: 'l.id', campo: 'id', decrescente: true },
      consulta,
      decodificar: lancamentoDaLinha,
    });
    return new Pagina(await comLinhas(this.leitura, pagina.itens), pagina.limite, pagina.proximoCursor);
  }
}
