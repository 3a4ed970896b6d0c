import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { Inteiro } from '../../../plataforma/http/campos.js';
import { Filtros, type Pagina } from '../../../plataforma/http/pagina.js';
import { ConsultaDeRegistros, listarRegistros } from '../../../plataforma/registros/listagem.js';
import { setorParaResposta, type SetorResposta } from './obter-setor.js';

export class ConsultaDeSetores extends ConsultaDeRegistros {
  @Inteiro({
    min: -20,
    max: 200,
    opcional: true,
    naConsulta: true,
    exemplo: 2,
    descricao: 'Só os deste andar.',
  })
  andar?: number;
}

/** Setores, by name. */
export class ListarSetores extends Query<Pagina<SetorResposta>> {
  constructor(readonly consulta: ConsultaDeSetores) {
    super();
  }
}

@QueryHandler(ListarSetores)
export class ListarSetoresHandler implements IQueryHandler<ListarSetores> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarSetores): Promise<Pagina<SetorResposta>> {
    return listarRegistros(this.leitura, {
      sql: 'SELECT * FROM setores s',
      apelido: 's',
      consulta,
      filtros: new Filtros().igual('s.andar', consulta.andar),
      montar: async (linhas) => linhas.map(setorParaResposta),
    });
  }
}
