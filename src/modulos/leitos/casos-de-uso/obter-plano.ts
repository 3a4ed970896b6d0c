import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import { IdDe, Instante, Inteiro, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { SoAoAlcance } from '../../../plataforma/http/clinico.js';
import {
  ACOES_PLANEJAVEIS,
  type AcaoPlanejavel,
  type SituacaoDoPlano,
  SITUACOES_DO_PLANO,
} from '../dominio/plano-do-leito.entity.js';

/** Something asked of a bed in advance; nothing of any patient. */
export class PlanoResposta {
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Identificador do plano.' }) id!: number;
  @IdDe('um leito') leitoId!: number;
  @Opcao(ACOES_PLANEJAVEIS, { descricao: 'O comando que será aplicado.' }) acao!: AcaoPlanejavel;
  @Instante({ exemplo: '2030-01-02T08:00:00-03:00', descricao: 'Quando deve começar.' }) inicio!: Date;
  @Instante({ nulo: true, descricao: 'Quando deve terminar; nulo: quando alguém o encerrar.' })
  ate!: Date | null;
  @Texto({ max: 500, nulo: true, exemplo: 'Obra no quarto', descricao: 'Por quê.' }) motivo!: string | null;
  @SoAoAlcance('internacao')
  @IdDe('uma solicitação de leito', {
    nulo: true,
    exemplo: null,
    descricao: 'A solicitação que a reserva atende.',
  })
  solicitacaoId!: number | null;
  @Opcao(SITUACOES_DO_PLANO, {
    descricao: 'APLICADO: começou. PERDIDO: acabou sem que o leito pudesse ser usado assim.',
  })
  situacao!: SituacaoDoPlano;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando deixou de estar pendente.' })
  resolvidoEm!: Date | null;
  @Instante({ descricao: 'Quando foi planejado.' }) registradoEm!: Date;
}

export class ObterPlano extends Query<PlanoResposta> {
  constructor(
    readonly leitoId: number,
    readonly planoId: number,
  ) {
    super();
  }
}

@QueryHandler(ObterPlano)
export class ObterPlanoHandler implements IQueryHandler<ObterPlano> {
  constructor(private readonly leitura: Leitura) {}

  execute({ leitoId, planoId }: ObterPlano): Promise<PlanoResposta> {
    return lerPlano(this.leitura, leitoId, planoId);
  }
}

/** A plan of this bed as the API shows it; 404 `LEITO.PLANO_NAO_ENCONTRADO`. */
export async function lerPlano(leitura: Leitura, leitoId: number, planoId: number): Promise<PlanoResposta> {
  const linha = await leitura.obter(`${PLANOS} WHERE p.id = ? AND p.leito_id = ?`, [planoId, leitoId]);
  if (!linha)
    throw naoEncontrado('LEITO.PLANO_NAO_ENCONTRADO', `O leito ${leitoId} não tem o plano ${planoId}.`);
  return planoParaResposta(linha);
}

/** Everything `planoParaResposta` needs. */
export const PLANOS = `SELECT p.id, p.leito_id, p.acao, p.inicio, p.ate, p.motivo, p.solicitacao_id, p.situacao,
  p.resolvido_em, p.registrado_em FROM leitos_planos p`;

export const planoParaResposta = (p: Linha): PlanoResposta => ({
  id: inteiro(p.id),
  leitoId: inteiro(p.leito_id),
  acao: texto(p.acao) as AcaoPlanejavel,
  inicio: instante(p.inicio),
  ate: ouNulo(instante)(p.ate),
  motivo: ouNulo(texto)(p.motivo),
  solicitacaoId: ouNulo(inteiro)(p.solicitacao_id),
  situacao: texto(p.situacao) as SituacaoDoPlano,
  resolvidoEm: ouNulo(instante)(p.resolvido_em),
  registradoEm: instante(p.registrado_em),
});
