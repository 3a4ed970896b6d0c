import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Inteiro, Texto } from '../../../plataforma/http/campos.js';

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export class SeloResposta {
  @Inteiro({ min: 0, exemplo: 42, descricao: 'Quantas linhas da auditoria estão seladas.' })
  sequencia!: number;
  @Texto({ max: 64, exemplo: HASH, descricao: 'O último selo.' }) hash!: string;
  @Texto({
    max: 80,
    exemplo: `42:${HASH}`,
    descricao: 'A âncora: guarde-a fora do banco e dê-a a `npm run auditoria:verificar -- --ancora`.',
  })
  ancora!: string;
}

/** The end of the chain that seals the trail. */
export class ObterSelo extends Query<SeloResposta> {}

@QueryHandler(ObterSelo)
export class ObterSeloHandler implements IQueryHandler<ObterSelo> {
  constructor(private readonly leitura: Leitura) {}

  async execute(): Promise<SeloResposta> {
    const linha = await this.leitura.obter('SELECT sequencia, hash FROM auditoria_cadeia WHERE id = 1');
    const [sequencia, hash] = [inteiro(linha?.sequencia), texto(linha?.hash)];
    return { sequencia, hash, ancora: `${sequencia}:${hash}` };
  }
}
