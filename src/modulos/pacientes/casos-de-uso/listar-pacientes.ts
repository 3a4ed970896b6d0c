import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { Dia, IdDe } from '../../../plataforma/http/campos.js';
import { Filtros, type Pagina } from '../../../plataforma/http/pagina.js';
import { Cns, Cpf, Telefone } from '../../../plataforma/identificadores/campos.js';
import { ConsultaDeRegistros, listarRegistros } from '../../../plataforma/registros/listagem.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { DonosDosRegistros } from '../../../plataforma/seguranca/donos-dos-registros.js';
import { montarPacientes, type PacienteResposta } from './obter-paciente.js';

export class ConsultaDePacientes extends ConsultaDeRegistros {
  @Cpf({ opcional: true }) cpf?: string;
  @Cns({ opcional: true }) cns?: string;
  @Dia({ opcional: true, exemplo: '1980-02-29', descricao: 'Data de nascimento.' }) dataNascimento?: string;
  @IdDe('um convênio', { opcional: true, naConsulta: true }) convenioId?: number;
  @Telefone({ opcional: true, descricao: 'Telefone, com DDD.' }) telefone?: string;
}

export class ListarPacientes extends Query<Pagina<PacienteResposta>> {
  constructor(
    readonly consulta: ConsultaDePacientes,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ListarPacientes)
export class ListarPacientesHandler implements IQueryHandler<ListarPacientes> {
  constructor(
    private readonly leitura: Leitura,
    private readonly donos: DonosDosRegistros,
  ) {}

  execute({ consulta, autor }: ListarPacientes): Promise<Pagina<PacienteResposta>> {
    return listarRegistros(this.leitura, {
      sql: 'SELECT * FROM pacientes p',
      apelido: 'p',
      consulta,
      filtros: new Filtros()
        .igual('p.cpf', consulta.cpf)
        .igual('p.cns', consulta.cns)
        .igual('p.data_nascimento', consulta.dataNascimento)
        .igual('p.convenio_id', consulta.convenioId)
        .igual('p.telefone', consulta.telefone)
        .quando(this.donos.limite(autor, 'p.id')),
      montar: (linhas) => montarPacientes(this.leitura, linhas),
    });
  }
}
