import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { solicitacaoNaoEncontrada } from '../persistencia/recusas.js';
import { type InternacaoResposta, internacaoResposta, SELECIONAR_INTERNACOES } from './obter-internacao.js';

/** The stay that was once asked for, whatever came of the request. */
export class ObterSolicitacao extends Query<InternacaoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterSolicitacao)
export class ObterSolicitacaoHandler implements IQueryHandler<ObterSolicitacao> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ id }: ObterSolicitacao): Promise<InternacaoResposta> {
    const linha = await this.leitura.obter(
      `${SELECIONAR_INTERNACOES} WHERE i.id = ? AND i.solicitada_em IS NOT NULL`,
      [id],
    );
    if (!linha) throw solicitacaoNaoEncontrada(id);
    return internacaoResposta(linha);
  }
}
