import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Instante, Inteiro, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import {
  type AcaoDoLeito,
  type AnotacaoDoLeito,
  ANOTACOES_DO_LEITO,
  COMANDOS_DO_LEITO,
  ESTADOS_DO_LEITO,
  type EstadoDoLeito,
  MAQUINA_DO_LEITO,
} from '../dominio/estados-do-leito.js';
import { leitoNaoEncontrado } from './obter-leito.js';

type AcaoContada = AcaoDoLeito | AnotacaoDoLeito;

const ACOES = [...new Set(MAQUINA_DO_LEITO.transicoes.map(({ acao }) => acao)), ...ANOTACOES_DO_LEITO];

/** The reasons of the others tell of a patient, and belong to the stay. */
const COM_MOTIVO: readonly AcaoContada[] = [...COMANDOS_DO_LEITO, 'registrar-bloqueio'];

/** Within one bed, the version is what tells a transition from another. */
const TRANSICOES = `SELECT h.versao AS id, h.de, h.para, h.acao, h.em, h.ate, h.registrado_em, h.motivo, h.autor_id
  FROM leitos_historico h`;

export class ConsultaDoHistoricoDoLeito extends ConsultaDeLista {
  @Instante({ opcional: true, descricao: 'Só o que aconteceu a partir deste instante.' }) desde?: Date;
  @Instante({ opcional: true, descricao: 'Só o que aconteceu até este instante, inclusive.' }) ate?: Date;
}

/** One transition of a bed, or a period told late; nothing of any patient. */
export class TransicaoDoLeitoResposta {
  @Inteiro({ min: 1, exemplo: 3, descricao: 'Versão do leito depois dela.' }) versao!: number;
  @Opcao(ESTADOS_DO_LEITO, { descricao: 'Em que estado estava.' }) de!: EstadoDoLeito;
  @Opcao(ESTADOS_DO_LEITO, { exemplo: 'RESERVADO', descricao: 'Em que estado ficou.' }) para!: EstadoDoLeito;
  @Opcao(ACOES, {
    descricao:
      '`registrar-bloqueio` e `registrar-estadia`: um período contado depois de acabar; `anular-estadia`: um que não vale mais. O estado atual não muda.',
  })
  acao!: AcaoContada;
  @Instante({ descricao: 'Quando aconteceu; de um período, quando começou.' }) em!: Date;
  @Instante({ nulo: true, descricao: 'De um período, quando acabou; nulo numa mudança de estado.' })
  ate!: Date | null;
  @Instante({ descricao: 'Quando foi registrada.' }) registradoEm!: Date;
  @Texto({
    max: 500,
    nulo: true,
    exemplo: 'Obra no quarto',
    descricao: 'Por quê. O de quem entra e sai está na internação.',
  })
  motivo!: string | null;
  @IdDe('usuário que a registrou', { nulo: true, descricao: 'Nulo quando foi o sistema.' })
  autorId!: number | null;
}

/** Every transition of a bed, and every period told late, the last to be told first. */
export class ListarHistoricoDoLeito extends Query<Pagina<TransicaoDoLeitoResposta>> {
  constructor(
    readonly leitoId: number,
    readonly consulta: ConsultaDoHistoricoDoLeito,
  ) {
    super();
  }
}

@QueryHandler(ListarHistoricoDoLeito)
export class ListarHistoricoDoLeitoHandler implements IQueryHandler<ListarHistoricoDoLeito> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ leitoId, consulta }: ListarHistoricoDoLeito): Promise<Pagina<TransicaoDoLeitoResposta>> {
    if (!(await this.leitura.obter('SELECT id FROM leitos WHERE id = ?', [leitoId])))
      throw leitoNaoEncontrado(leitoId);
    return paginar(this.leitura, {
      sql: TRANSICOES,
      id: 'h.versao',
      filtros: new Filtros()
        .igual('h.leito_id', leitoId)
        .onde('h.em >= ?', consulta.desde)
        .onde('h.em <= ?', consulta.ate),
      ordem: { coluna: 'h.versao', campo: 'id', decrescente: true },
      consulta,
      decodificar: transicaoDaLinha,
    });
  }
}

function transicaoDaLinha(l: Linha): TransicaoDoLeitoResposta {
  const acao = texto(l.acao) as AcaoContada;
  return {
    versao: inteiro(l.id),
    de: texto(l.de) as EstadoDoLeito,
    para: texto(l.para) as EstadoDoLeito,
    acao,
    em: instante(l.em),
    ate: ouNulo(instante)(l.ate),
    registradoEm: instante(l.registrado_em),
    motivo: COM_MOTIVO.includes(acao) ? ouNulo(texto)(l.motivo) : null,
    autorId: ouNulo(inteiro)(l.autor_id),
  };
}
