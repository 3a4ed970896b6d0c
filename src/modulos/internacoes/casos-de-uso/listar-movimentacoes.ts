import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Instante, Inteiro, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { CamposClinicosDe, Clinico } from '../../../plataforma/http/clinico.js';
import { type ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { STATUS_DE_INTERNACAO, type StatusDeInternacao } from '../dominio/estados-da-internacao.js';
import { TIPOS_DE_MOVIMENTACAO, type TipoDeMovimentacao } from '../dominio/movimentacao.entity.js';
import { internacaoNaoEncontrada } from '../persistencia/recusas.js';

@CamposClinicosDe({ tipo: 'internacao', id: 'rota', paciente: 'registro' })
export class MovimentacaoResposta {
  @IdDe('movimentação') id!: number;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Posição na história da internação, a partir de 1.' })
  ordem!: number;
  @Opcao(TIPOS_DE_MOVIMENTACAO, { exemplo: 'ADMISSAO', descricao: 'O que aconteceu.' })
  tipo!: TipoDeMovimentacao;
  @Opcao(STATUS_DE_INTERNACAO, {
    nulo: true,
    exemplo: null,
    descricao: 'Em que ponto estava; nulo no começo.',
  })
  estadoAnterior!: StatusDeInternacao | null;
  @Opcao(STATUS_DE_INTERNACAO, { exemplo: 'INTERNADA', descricao: 'Em que ponto ficou.' })
  estadoNovo!: StatusDeInternacao;
  @IdDe('leito deixado', { nulo: true }) deLeitoId!: number | null;
  @IdDe('leito ocupado', { nulo: true }) paraLeitoId!: number | null;
  @Instante({ descricao: 'Quando aconteceu.' }) em!: Date;
  @Instante({ descricao: 'Quando foi registrado.' }) registradoEm!: Date;
  @Instante({ nulo: true, exemplo: null, descricao: 'Para quando a alta foi prevista.' })
  previstoPara!: Date | null;
  @Clinico()
  @Texto({ max: 500, nulo: true, exemplo: null, descricao: 'Por quê, quando se disse.' })
  motivo!: string | null;
  @IdDe('usuário que registrou', { nulo: true }) autorId!: number | null;
}

export class ListarMovimentacoes extends Query<Pagina<MovimentacaoResposta>> {
  constructor(
    readonly internacaoId: number,
    readonly consulta: ConsultaDeLista,
  ) {
    super();
  }
}

@QueryHandler(ListarMovimentacoes)
export class ListarMovimentacoesHandler implements IQueryHandler<ListarMovimentacoes> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ internacaoId, consulta }: ListarMovimentacoes): Promise<Pagina<MovimentacaoResposta>> {
    if (!(await this.leitura.obter('SELECT id FROM internacoes WHERE id = ?', [internacaoId])))
      throw internacaoNaoEncontrada(internacaoId);
    return paginar(this.leitura, {
      sql: 'SELECT m.* FROM internacoes_movimentacoes m',
      id: 'm.id',
      filtros: new Filtros().igual('m.internacao_id', internacaoId),
      ordem: { coluna: 'm.ordem', campo: 'ordem' },
      consulta,
      decodificar: deLinha,
    });
  }
}

const deLinha = (l: Linha): MovimentacaoResposta => ({
  id: inteiro(l.id),
  ordem: inteiro(l.ordem),
  tipo: texto(l.tipo) as TipoDeMovimentacao,
  estadoAnterior: ouNulo(texto)(l.estado_anterior) as StatusDeInternacao | null,
  estadoNovo: texto(l.estado_novo) as StatusDeInternacao,
  deLeitoId: ouNulo(inteiro)(l.de_leito_id),
  paraLeitoId: ouNulo(inteiro)(l.para_leito_id),
  em: instante(l.em),
  registradoEm: instante(l.registrado_em),
  previstoPara: ouNulo(instante)(l.previsto_para),
  motivo: ouNulo(texto)(l.motivo),
  autorId: ouNulo(inteiro)(l.autor_id),
});
