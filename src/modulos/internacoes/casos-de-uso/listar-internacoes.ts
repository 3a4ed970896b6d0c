import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Opcao } from '../../../plataforma/http/campos.js';
import { OrdemDaLista, Ordens } from '../../../plataforma/http/ordem.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { DonosDosRegistros } from '../../../plataforma/seguranca/donos-dos-registros.js';
import { STATUS_DE_INTERNACAO, type StatusDeInternacao } from '../dominio/estados-da-internacao.js';
import { internacaoResposta, type InternacaoResposta, SELECIONAR_INTERNACOES } from './obter-internacao.js';

/** By the admission or, of who still waits, by the request. */
const ORDENS = new Ordens({ desde: { coluna: 'i.desde', campo: 'desde' } }, '-desde');

export class ConsultaDeInternacoes extends ConsultaDeLista {
  @Opcao(STATUS_DE_INTERNACAO, {
    opcional: true,
    exemplo: 'INTERNADA',
    descricao: 'Só as que estão neste ponto.',
  })
  status?: StatusDeInternacao;
  @IdDe('paciente', { opcional: true, naConsulta: true }) pacienteId?: number;
  @IdDe('setor do leito atual, ou do último', { opcional: true, naConsulta: true }) setorId?: number;
  @OrdemDaLista(ORDENS) ordem?: string;
}

export class ListarInternacoes extends Query<Pagina<InternacaoResposta>> {
  constructor(
    readonly consulta: ConsultaDeInternacoes,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ListarInternacoes)
export class ListarInternacoesHandler implements IQueryHandler<ListarInternacoes> {
  constructor(
    private readonly leitura: Leitura,
    private readonly donos: DonosDosRegistros,
  ) {}

  execute({ consulta, autor }: ListarInternacoes): Promise<Pagina<InternacaoResposta>> {
    return paginar(this.leitura, {
      sql: SELECIONAR_INTERNACOES,
      id: 'i.id',
      filtros: filtrosDe(consulta).quando(this.donos.limite(autor, 'i.paciente_id')),
      ordem: ORDENS.escolher(consulta.ordem),
      consulta,
      decodificar: internacaoResposta,
    });
  }
}

/**
 * One filter leads, by its index, and the others only check: a server without statistics would choose by
 * chance between them. The narrowest leads: a patient has few stays, and only ENCERRADA grows with the years.
 */
function filtrosDe({ pacienteId, status, setorId }: ConsultaDeInternacoes): Filtros {
  const porPaciente = pacienteId !== undefined;
  const porSetor = !porPaciente && setorId !== undefined && (status === undefined || status === 'ENCERRADA');
  const porStatus = !porPaciente && !porSetor;
  return new Filtros()
    .igual('i.paciente_id', pacienteId)
    .igual(porSetor ? 'i.setor_id' : 'COALESCE(i.setor_id, 0)', setorId)
    .igual(porStatus ? 'i.status' : "COALESCE(i.status, '')", status);
}
