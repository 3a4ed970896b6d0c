import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { centavos, inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import {
  Dinheiro,
  IdDe,
  Instante,
  Inteiro,
  MAIOR_SOMA,
  Opcao,
  Texto,
} from '../../../plataforma/http/campos.js';
import { paraReais } from '../../../plataforma/http/dinheiro.js';
import { type ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import {
  ESTADOS_DO_LANCAMENTO,
  STATUS_DE_LANCAMENTO,
  type StatusDoLancamento,
} from '../dominio/estados-do-lancamento.js';
import type { PassoDoLancamento } from '../dominio/historico-do-lancamento.entity.js';
import { lancamentoNaoEncontrado } from '../persistencia/lancamentos.repositorio.js';

const PASSOS = [
  ...new Set<PassoDoLancamento>(['criar', ...ESTADOS_DO_LANCAMENTO.transicoes.map((t) => t.acao)]),
];

/** One step of the life of a charge. */
export class PassoResposta {
  @IdDe('passo') id!: number;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Versão do lançamento depois dele.' }) versao!: number;
  @Opcao(PASSOS, { descricao: 'O que se fez.' }) acao!: PassoDoLancamento;
  @Opcao(STATUS_DE_LANCAMENTO, { nulo: true, exemplo: null, descricao: 'Nulo na criação.' })
  de!: StatusDoLancamento | null;
  @Opcao(STATUS_DE_LANCAMENTO, { exemplo: 'EMITIDO', descricao: 'Em que situação ficou.' })
  para!: StatusDoLancamento;
  @Dinheiro({
    max: MAIOR_SOMA,
    min: -MAIOR_SOMA,
    exemplo: 1402,
    descricao: 'O que o passo acrescenta ao que se cobra: zero em um rascunho, negativo em um estorno.',
  })
  valor!: number;
  @Instante({ descricao: 'Quando aconteceu.' }) em!: Date;
  @Texto({ max: 500, nulo: true, exemplo: null, descricao: 'Por quê.' }) motivo!: string | null;
  @IdDe('usuário; nulo quando foi o sistema', { nulo: true, exemplo: null }) autorId!: number | null;
}

/** The life of a charge, oldest step first. */
export class ListarHistoricoDoLancamento extends Query<Pagina<PassoResposta>> {
  constructor(
    readonly lancamentoId: number,
    readonly consulta: ConsultaDeLista,
  ) {
    super();
  }
}

@QueryHandler(ListarHistoricoDoLancamento)
export class ListarHistoricoDoLancamentoHandler implements IQueryHandler<ListarHistoricoDoLancamento> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ lancamentoId, consulta }: ListarHistoricoDoLancamento): Promise<Pagina<PassoResposta>> {
    if (!(await this.leitura.obter('SELECT id FROM lancamentos WHERE id = ?', [lancamentoId])))
      throw lancamentoNaoEncontrado(lancamentoId);
    return paginar(this.leitura, {
      sql: 'SELECT h.* FROM lancamentos_historico h',
      id: 'h.id',
      filtros: new Filtros().igual('h.lancamento_id', lancamentoId),
      ordem: { coluna: 'h.versao', campo: 'versao' },
      consulta,
      decodificar: deLinha,
    });
  }
}

const deLinha = (l: Linha): PassoResposta => ({
  id: inteiro(l.id),
  versao: inteiro(l.versao),
  acao: texto(l.acao) as PassoDoLancamento,
  de: ouNulo(texto)(l.de) as StatusDoLancamento | null,
  para: texto(l.para) as StatusDoLancamento,
  valor: paraReais(centavos(l.valor)),
  em: instante(l.em),
  motivo: ouNulo(texto)(l.motivo),
  autorId: ouNulo(inteiro)(l.autor_id),
});
