import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { lancamentoDaLinha, type LancamentoResposta, SELECT_LANCAMENTO } from '../lancamento-resposta.js';
import { comLinhas } from '../linha-resposta.js';
import { lancamentoNaoEncontrado } from '../persistencia/lancamentos.repositorio.js';

export class ObterLancamento extends Query<LancamentoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterLancamento)
export class ObterLancamentoHandler implements IQueryHandler<ObterLancamento> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterLancamento): Promise<LancamentoResposta> {
    return lerLancamento(this.leitura, id);
  }
}

/** The charge with its lines; 404 when there is none. */
export async function lerLancamento(leitura: Leitura, id: number): Promise<LancamentoResposta> {
  const linha = await leitura.obter(`${SELECT_LANCAMENTO} WHERE l.id = ?`, [id]);
  if (!linha) throw lancamentoNaoEncontrado(id);
  const [lancamento] = await comLinhas(leitura, [lancamentoDaLinha(linha)]);
  return lancamento!;
}
