import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { Logico } from '../../../plataforma/http/campos.js';
import { OrdemDaLista, Ordens } from '../../../plataforma/http/ordem.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';
import { enderecoDaLinha, type EnderecoResposta } from './obter-endereco.js';

/** A patient has a few: any order but the id's would be of no use. */
const ORDENS = new Ordens({ id: { coluna: 'e.id', campo: 'id' } }, 'id');

export class ConsultaDeEnderecos extends ConsultaDeLista {
  @Logico({ opcional: true, naConsulta: true, descricao: 'Só os em uso (true) ou só os inativos (false).' })
  ativo?: boolean;
  @OrdemDaLista(ORDENS) ordem?: string;
}

/** The patient's addresses, oldest first where no order is asked for. */
export class ListarEnderecos extends Query<Pagina<EnderecoResposta>> {
  constructor(
    readonly pacienteId: number,
    readonly consulta: ConsultaDeEnderecos,
  ) {
    super();
  }
}

@QueryHandler(ListarEnderecos)
export class ListarEnderecosHandler implements IQueryHandler<ListarEnderecos> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ pacienteId, consulta }: ListarEnderecos): Promise<Pagina<EnderecoResposta>> {
    if (!(await this.leitura.obter('SELECT id FROM pacientes WHERE id = ?', [pacienteId])))
      throw PACIENTE.inexistente(pacienteId);
    return paginar(this.leitura, {
      sql: 'SELECT * FROM enderecos e',
      id: 'e.id',
      filtros: new Filtros().igual('e.paciente_id', pacienteId).igual('e.ativo', consulta.ativo),
      ordem: ORDENS.escolher(consulta.ordem),
      consulta,
      decodificar: enderecoDaLinha,
    });
  }
}
