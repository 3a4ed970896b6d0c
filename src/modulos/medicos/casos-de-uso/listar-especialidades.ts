import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import type { Pagina } from '../../../plataforma/http/pagina.js';
import { type ConsultaDeRegistros, listarRegistros } from '../../../plataforma/registros/listagem.js';
import { especialidadeDaLinha, type EspecialidadeResposta } from './obter-especialidade.js';

export class ListarEspecialidades extends Query<Pagina<EspecialidadeResposta>> {
  constructor(readonly consulta: ConsultaDeRegistros) {
    super();
  }
}

@QueryHandler(ListarEspecialidades)
export class ListarEspecialidadesHandler implements IQueryHandler<ListarEspecialidades> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarEspecialidades): Promise<Pagina<EspecialidadeResposta>> {
    return listarRegistros(this.leitura, {
      sql: 'SELECT * FROM especialidades e',
      apelido: 'e',
      consulta,
      montar: async (linhas) => linhas.map(especialidadeDaLinha),
    });
  }
}
