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
      filtros: new Filtros()
        .igual('m.cpf', consulta.cpf)
        .onde(temEspecialidade, consulta.especialidadeId)
        .onde(temInscricao('conselho'), consulta.conselho)
        .onde(temInscricao('numero'), consulta.numeroConselho)
        .onde(temInscricao('uf'), consulta.ufConselho),
      montar: (linhas) => montarMedicos(this.leitura, linhas),
    });
  }
}

const temEspecialidade =
  'EXISTS (SELECT 1 FROM medicos_especialidades e WHERE e.medico_id = m.id AND e.especialidade_id = ?)';
const temInscricao = (coluna: string): string =>
  `EXISTS (SELECT 1 FROM medicos_registros r WHERE r.medico_id = m.id AND r.${coluna} = ?)`;
