import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { Dia, IdDe, Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { OrdemDaLista, Ordens } from '../../../plataforma/http/ordem.js';
import { ConsultaDeLista, Filtros, Pagina, paginar } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { DonosDosRegistros } from '../../../plataforma/seguranca/donos-dos-registros.js';
import { STATUS_DE_LANCAMENTO } from '../dominio/estados-do-lancamento.js';
import { lancamentoDaLinha, type LancamentoResposta, SELECT_LANCAMENTO } from '../lancamento-resposta.js';
import { comLinhas } from '../linha-resposta.js';

const ORDENS = new Ordens(
  {
    id: { coluna: 'l.id', campo: 'id' },
    vencimento: { coluna: 'l.vencimento', campo: 'vencimento' },
    valor: { coluna: 'l.valor', campo: 'valor' },
  },
  '-id',
);

/** Earlier than any due date: with it, those that have none (drafts) stay out. */
const PRIMEIRO_DIA = '1000-01-01';

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

  @Opcao(STATUS_DE_LANCAMENTO, {
    opcional: true,
    exemplo: 'EMITIDO',
    descricao: 'Só os que estão nesta situação.',
  })
  status?: string;
  @IdDe('convênio', { opcional: true, naConsulta: true }) convenioId?: number;
  @IdDe('paciente', { opcional: true, naConsulta: true }) pacienteId?: number;
  @Dia({ opcional: true, descricao: 'Só os que vencem deste dia em diante.' }) vencimentoDe?: string;
  @Dia({ opcional: true, exemplo: '2026-06-30', descricao: 'Só os que vencem até este dia, inclusive.' })
  vencimentoAte?: string;

  @Logico({
    opcional: true,
    naConsulta: true,
    exemplo: false,
    descricao: 'Mostra também os que foram estornados ou substituídos.',
  })
  inclusiveEstornados: boolean = false;

  @OrdemDaLista(ORDENS) ordem?: string;
}

/**
 * Charges; the newest first or, asked for by due date, the first to be due, unless asked otherwise. By due date,
 * those that have none yet are left out.
 */
export class ListarLancamentos extends Query<Pagina<LancamentoResposta>> {
  constructor(
    readonly consulta: ConsultaDeLancamentos,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ListarLancamentos)
export class ListarLancamentosHandler implements IQueryHandler<ListarLancamentos> {
  constructor(
    private readonly leitura: Leitura,
    private readonly donos: DonosDosRegistros,
  ) {}

  async execute({ consulta, autor }: ListarLancamentos): Promise<Pagina<LancamentoResposta>> {
    const porVencimento = consulta.vencimentoDe !== undefined || consulta.vencimentoAte !== undefined;
    const ordem = ORDENS.escolher(consulta.ordem ?? (porVencimento ? 'vencimento' : undefined));
    const pagina = await paginar(this.leitura, {
      sql: SELECT_LANCAMENTO,
      id: 'l.id',
      filtros: new Filtros()
        .igual('l.origem', consulta.origem)
        .igual('l.status', consulta.status)
        .igual('l.convenio_id', consulta.convenioId)
        .igual('l.paciente_id', consulta.pacienteId)
        .onde(
          'l.vencimento >= ?',
          consulta.vencimentoDe ?? (ordem.campo === 'vencimento' ? PRIMEIRO_DIA : undefined),
        )
        .onde('l.vencimento <= ?', consulta.vencimentoAte)
        .igual('l.ativo', consulta.inclusiveEstornados ? undefined : 1)
        .quando(this.donos.limite(autor, 'l.paciente_id')),
      ordem,
      consulta,
      decodificar: lancamentoDaLinha,
    });
    return new Pagina(await comLinhas(this.leitura, pagina.itens), pagina.limite, pagina.proximoCursor);
  }
}
