import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe } from '../../../plataforma/http/campos.js';
import { Filtros, type Pagina } from '../../../plataforma/http/pagina.js';
import { Cpf, NumeroConselho, SiglaDoConselho, Uf } from '../../../plataforma/identificadores/campos.js';
import { ConsultaDeRegistros, listarRegistros } from '../../../plataforma/registros/listagem.js';
import { type MedicoResposta, montarMedicos } from './obter-medico.js';

export class ConsultaDeMedicos extends ConsultaDeRegistros {
  @IdDe('uma especialidade', { opcional: true, naConsulta: true }) especialidadeId?: number;
  @SiglaDoConselho({ opcional: true, descricao: 'Conselho de alguma das inscrições.' }) conselho?: string;
  @NumeroConselho({ opcional: true, descricao: 'Número de alguma das inscrições.' }) numeroConselho?: string;
  @Uf({ opcional: true, descricao: 'UF de alguma das inscrições.' }) ufConselho?: string;
  @Cpf({ opcional: true }) cpf?: string;
}

export class ListarMedicos extends Query<Pagina<MedicoResposta>> {
  constructor(readonly consulta: ConsultaDeMedicos) {
    super();
  }
}

@QueryHandler(ListarMedicos)
export class ListarMedicosHandler implements IQueryHandler<ListarMedicos> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarMedicos): Promise<Pagina<MedicoResposta>> {
    return listarRegistros(this.leitura, {
      sql: 'SELECT * FROM medicos m',
      apelido: 'm',
      consulta,
      filtros: comInscricao(
        new Filtros().igual('m.cpf', consulta.cpf).onde(temEspecialidade, consulta.especialidadeId),
        consulta,
      ),
      montar: (linhas) => montarMedicos(this.leitura, linhas),
    });
  }
}

const temEspecialidade =
  'EXISTS (SELECT 1 FROM medicos_especialidades e WHERE e.medico_id = m.id AND e.especialidade_id = ?)';

/** One registration with all that was asked: the number of one council and the state of another are nobody's. */
function comInscricao(filtros: Filtros, consulta: ConsultaDeMedicos): Filtros {
  const inscricao = new Filtros()
    .igual('r.conselho', consulta.conselho)
    .igual('r.numero', consulta.numeroConselho)
    .igual('r.uf', consulta.ufConselho);
  if (inscricao.clausulas.length === 0) return filtros;
  const clausulas = inscricao.clausulas.join(' AND ');
  filtros.clausulas.push(
    `EXISTS (SELECT 1 FROM medicos_registros r WHERE r.medico_id = m.id AND ${clausulas})`,
  );
  filtros.parametros.push(...inscricao.parametros);
  return filtros;
}
