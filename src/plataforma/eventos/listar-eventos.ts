import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, ouNulo, texto } from '../../banco/dialeto.js';
import { Leitura } from '../../banco/leitura.js';
import { campo, Inteiro, Instante, Texto } from '../http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../http/pagina.js';

export class ConsultaDeEventos extends ConsultaDeLista {
  @Texto({ max: 100, opcional: true, exemplo: 'internacoes.alta-concedida', descricao: 'Tipo do evento.' })
  tipo?: string;

  @Texto({
    max: 60,
    opcional: true,
    exemplo: 'leito:1',
    padrao: /^[a-z-]+:[1-9]\d{0,9}$/,
    formato: 'tipo:id, como leito:1',
    descricao: 'De quem é o evento.',
  })
  agregado?: string;
}

export class EventoResposta {
  @Texto({
    max: 36,
    exemplo: '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f',
    descricao: 'Identificador do evento (UUID v7).',
  })
  id!: string;
  @Texto({ max: 100, exemplo: 'leitos.leito-liberado', descricao: 'O que aconteceu.' }) tipo!: string;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Versão do formato de `dados`.' }) versao!: number;
  @Texto({ max: 60, exemplo: 'leito:1', descricao: 'Com quem aconteceu.' }) agregado!: string;
  @Inteiro({ min: 1, exemplo: 3, descricao: 'Versão do agregado depois do fato.' }) agregadoVersao!: number;
  @Instante({ descricao: 'Quando aconteceu.' }) ocorridoEm!: Date;
  @Inteiro({ min: 1, nulo: true, exemplo: 1, descricao: 'Usuário que o causou; nulo quando foi o sistema.' })
  autorId!: number | null;
  @Texto({
    max: 64,
    exemplo: '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f',
    descricao: 'O pedido, ou a reação, que o causou.',
  })
  correlacaoId!: string;
  @Inteiro({ min: 1, nulo: true, exemplo: 42, descricao: 'Ordem em que o evento ficou visível.' })
  sequencia!: number | null;
  @campo(
    {
      exemplo: { leitoId: 1 },
      descricao: 'O que o fato diz de si; nunca nomes, documentos ou texto clínico.',
    },
    { type: 'object', additionalProperties: true },
  )
  dados!: object;
}

export class ListarEventos extends Query<Pagina<EventoResposta>> {
  constructor(readonly consulta: ConsultaDeEventos) {
    super();
  }
}

@QueryHandler(ListarEventos)
export class ListarEventosHandler implements IQueryHandler<ListarEventos> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarEventos): Promise<Pagina<EventoResposta>> {
    const [agregadoTipo, agregadoId] = consulta.agregado?.split(':') ?? [];
    return paginar(this.leitura, {
      sql: 'SELECT * FROM eventos e',
      id: 'e.id',
      filtros: new Filtros()
        .igual('e.tipo', consulta.tipo)
        .igual('e.agregado_tipo', agregadoTipo)
        .igual('e.agregado_id', agregadoId === undefined ? undefined : Number(agregadoId)),
      ordem: { coluna: 'e.id', campo: 'id', decrescente: true },
      consulta,
      decodificar: (l) => ({
        id: texto(l.id),
        tipo: texto(l.tipo),
        versao: inteiro(l.versao),
        agregado: `${texto(l.agregado_tipo)}:${inteiro(l.agregado_id)}`,
        agregadoVersao: inteiro(l.agregado_versao),
        ocorridoEm: instante(l.ocorrido_em),
        autorId: ouNulo(inteiro)(l.autor_id),
        correlacaoId: texto(l.correlacao_id),
        sequencia: ouNulo(inteiro)(l.sequencia),
        dados: JSON.parse(texto(l.dados)) as object,
      }),
    });
  }
}
