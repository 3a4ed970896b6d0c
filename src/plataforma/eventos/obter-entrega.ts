import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../banco/leitura.js';
import { naoEncontrado } from '../erros/erro-de-dominio.js';
import { entregaDaLinha, type EntregaResposta, ENTREGAS } from './listar-entregas.js';

export class ObterEntrega extends Query<EntregaResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterEntrega)
export class ObterEntregaHandler implements IQueryHandler<ObterEntrega> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ id }: ObterEntrega): Promise<EntregaResposta> {
    const linha = await this.leitura.obter(`${ENTREGAS} WHERE n.id = ?`, [id]);
    if (!linha) throw naoEncontrado('ENTREGA.NAO_ENCONTRADA', `A entrega ${id} não existe.`);
    return entregaDaLinha(linha);
  }
}
