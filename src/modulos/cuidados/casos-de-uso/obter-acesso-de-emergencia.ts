import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { type AcessoDeEmergenciaResposta, lerAcesso } from '../persistencia/acessos-de-emergencia.js';

export class ObterAcessoDeEmergencia extends Query<AcessoDeEmergenciaResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ObterAcessoDeEmergencia)
export class ObterAcessoDeEmergenciaHandler implements IQueryHandler<ObterAcessoDeEmergencia> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id, autor }: ObterAcessoDeEmergencia): Promise<AcessoDeEmergenciaResposta> {
    return lerAcesso(this.leitura, id, autor);
  }
}
