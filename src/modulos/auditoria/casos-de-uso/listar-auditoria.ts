import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { IdDe, Instante, Texto } from '../../../plataforma/http/campos.js';
import { OrdemDaLista, Ordens } from '../../../plataforma/http/ordem.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { daLinha, LINHAS, LinhaDaAuditoriaResposta } from '../persistencia/linhas-da-auditoria.js';

/** By instant; the id decides between those of the same one. Each filter has an index that ends in both. */
const ORDENS = new Ordens({ em: { coluna: 'a.em', campo: 'em' } }, '-em');

export class ConsultaDaAuditoria extends ConsultaDeLista {
  @IdDe('usuário', { opcional: true, naConsulta: true, descricao: 'Só o que esta pessoa fez ou viu.' })
  usuarioId?: number;

  @Texto({
    max: 60,
    opcional: true,
    exemplo: 'internacao:1',
    padrao: /^[a-z-]+:[1-9]\d{0,9}$/,
    formato: 'tipo:id, como internacao:1',
    descricao: 'Só o que se fez com este registro.',
  })
  registro?: string;

  @IdDe('paciente', { opcional: true, naConsulta: true, descricao: 'Só o que diz respeito a este paciente.' })
  pacienteId?: number;

  @Texto({ max: 80, opcional: true, exemplo: 'internacoes.alta', descricao: 'Só esta ação.' })
  acao?: string;

  @Instante({ opcional: true, descricao: 'Desde este instante, inclusive.' }) de?: Date;
  @Instante({ opcional: true, descricao: 'Até este instante, exclusive.' }) ate?: Date;

  @OrdemDaLista(ORDENS)
  ordem?: string;
}

/** The trail of who did or saw what; looking at it leaves a row as well. */
export class ListarAuditoria extends Query<Pagina<LinhaDaAuditoriaResposta>> {
  constructor(readonly consulta: ConsultaDaAuditoria) {
    super();
  }
}

@QueryHandler(ListarAuditoria)
export class ListarAuditoriaHandler implements IQueryHandler<ListarAuditoria> {
  constructor(
    private readonly leitura: Leitura,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  async execute({ consulta }: ListarAuditoria): Promise<Pagina<LinhaDaAuditoriaResposta>> {
    const { usuarioId, registro, pacienteId, acao, de, ate } = consulta;
    const [tipo, id] = registro?.split(':') ?? [];
    const pagina = await paginar(this.leitura, {
      sql: LINHAS,
      id: 'a.id',
      filtros: new Filtros()
        .igual('a.usuario_id', usuarioId)
        .igual('a.registro_tipo', tipo)
        .igual('a.registro_id', id === undefined ? undefined : Number(id))
        .igual('a.paciente_id', pacienteId)
        .igual('a.acao', acao)
        .onde('a.em >= ?', de)
        .onde('a.em < ?', ate),
      ordem: ORDENS.escolher(consulta.ordem),
      consulta,
      decodificar: daLinha,
    });
    const filtros = { usuarioId, registro, pacienteId, acao, de, ate };
    await this.auditoria.anotar([
      {
        acao: 'auditoria.consultar',
        registro: usuarioId === undefined ? null : { tipo: 'usuario', id: usuarioId },
        pacienteId: pacienteId ?? null,
        campos: Object.entries(filtros).flatMap(([nome, valor]) => (valor === undefined ? [] : [nome])),
      },
    ]);
    return pagina;
  }
}
