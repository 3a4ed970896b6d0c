import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { OrdemDaLista, Ordens } from '../../../plataforma/http/ordem.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';
import { CLASSES_DE_LEITO, type ClasseDeLeito } from '../dominio/cadastro-do-leito.js';
import { ESTADOS_DO_LEITO, type EstadoDoLeito } from '../dominio/estados-do-leito.js';
import { LEITOS, leitoParaResposta, type LeitoResposta } from './obter-leito.js';

const ORDENS = new Ordens(
  { id: { coluna: 'l.id', campo: 'id' }, numero: { coluna: 'l.numero_busca', campo: 'numero_busca' } },
  'id',
);

export class ConsultaDeLeitos extends ConsultaDeLista {
  @Opcao(ESTADOS_DO_LEITO, { opcional: true, descricao: 'Só os leitos neste estado.' })
  status?: EstadoDoLeito;
  @IdDe('um setor', { opcional: true, naConsulta: true }) setorId?: number;
  @Opcao(TIPOS_DE_LEITO, { opcional: true, descricao: 'Só os leitos deste tipo.' }) tipo?: TipoDeLeito;
  @Opcao(CLASSES_DE_LEITO, { opcional: true, descricao: 'Só os leitos desta classe.' })
  classe?: ClasseDeLeito;
  @Logico({ opcional: true, naConsulta: true, descricao: 'Só os extras (true), ou só os outros (false).' })
  extra?: boolean;
  @Logico({ opcional: true, naConsulta: true, descricao: 'Só as macas (true), ou só os outros (false).' })
  maca?: boolean;
  @Texto({
    max: 40,
    opcional: true,
    exemplo: '10',
    descricao: 'Começo do número, em qualquer caixa, com ou sem acentos.',
  })
  numero?: string;
  @OrdemDaLista(ORDENS) ordem?: string;
}

/** Beds; in the order they were registered, unless asked otherwise. */
export class ListarLeitos extends Query<Pagina<LeitoResposta>> {
  constructor(readonly consulta: ConsultaDeLeitos) {
    super();
  }
}

@QueryHandler(ListarLeitos)
export class ListarLeitosHandler implements IQueryHandler<ListarLeitos> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarLeitos): Promise<Pagina<LeitoResposta>> {
    const numero = consulta.numero === undefined ? undefined : normalizarParaBusca(consulta.numero);
    return paginar(this.leitura, {
      sql: LEITOS,
      id: 'l.id',
      filtros: new Filtros()
        .igual('l.status', consulta.status)
        .igual('l.setor_id', consulta.setorId)
        .igual('l.tipo', consulta.tipo)
        .igual('l.classe', consulta.classe)
        .igual('l.extra', consulta.extra)
        .igual('l.maca', consulta.maca)
        .comecaCom('l.numero_busca', numero),
      ordem: ORDENS.escolher(consulta.ordem),
      consulta,
      decodificar: leitoParaResposta,
    });
  }
}
