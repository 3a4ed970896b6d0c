import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { mascararEndereco } from '../../../plataforma/correio/endereco.js';
import { naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import { campo, IdDe, Inteiro, Instante, Opcao, Texto } from '../../../plataforma/http/campos.js';
import {
  MAQUINA_DE_NOTIFICACAO,
  STATUS_DE_NOTIFICACAO,
  type StatusDeNotificacao,
} from '../dominio/estados-da-notificacao.js';
import {
  CANAIS,
  type Canal,
  TIPOS_DE_NOTIFICACAO,
  type TipoDeNotificacao,
} from '../dominio/tipos-de-notificacao.js';

const ACOES_DE_PESSOAS = ['reenviar'] as const;
type AcaoDePessoa = (typeof ACOES_DE_PESSOAS)[number];

export class NotificacaoResposta {
  @IdDe('notificação') id!: number;
  @Opcao(TIPOS_DE_NOTIFICACAO, { descricao: 'Por que foi enviada.' }) tipo!: TipoDeNotificacao;
  @Opcao(CANAIS, { descricao: 'Por onde vai.' }) canal!: Canal;
  @Texto({ max: 254, exemplo: 'o***@hospital.local', descricao: 'Endereço, mascarado.' })
  destinatario!: string;
  @Texto({ max: 60, exemplo: 'leito:1', descricao: 'De que trata.' }) referencia!: string;
  @Opcao(STATUS_DE_NOTIFICACAO, { exemplo: 'ENVIADA' }) status!: StatusDeNotificacao;
  @Inteiro({ min: 0, exemplo: 1, descricao: 'Tentativas iniciadas.' }) tentativas!: number;
  @Instante({ descricao: 'Quando foi decidida.' }) criadaEm!: Date;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando será tentada, enquanto está na fila.' })
  proximaTentativaEm!: Date | null;
  @Instante({ nulo: true, descricao: 'Quando o servidor de e-mail a aceitou.' }) enviadaEm!: Date | null;
  @Texto({
    max: 120,
    nulo: true,
    exemplo: '<notificacao-1-9f2c4e0a77b1d3c5@plantao>',
    descricao: 'O mesmo em todas as tentativas.',
  })
  messageId!: string | null;
  @Texto({ max: 60, nulo: true, exemplo: null, descricao: 'Código da última falha, como SMTP_451.' }) erro!:
    string | null;
  @campo(
    { exemplo: [], descricao: 'O que se pode fazer com ela agora.' },
    { type: String, enum: [...ACOES_DE_PESSOAS], isArray: true },
  )
  acoes!: AcaoDePessoa[];
}

export const SQL_DE_NOTIFICACOES = `SELECT n.id, n.tipo, n.canal, n.destinatario, n.referencia, n.status, n.tentativas, n.criada_em,
       n.enviada_em, n.message_id, n.erro, f.disponivel_em
  FROM notificacoes n LEFT JOIN notificacoes_fila f ON f.notificacao_id = n.id`;

export function notificacaoDaLinha(linha: Linha): NotificacaoResposta {
  const status = texto(linha.status) as StatusDeNotificacao;
  return {
    id: inteiro(linha.id),
    tipo: texto(linha.tipo) as TipoDeNotificacao,
    canal: texto(linha.canal) as Canal,
    destinatario: mascararEndereco(texto(linha.destinatario)),
    referencia: texto(linha.referencia),
    status,
    tentativas: inteiro(linha.tentativas),
    criadaEm: instante(linha.criada_em),
    proximaTentativaEm: status === 'NA_FILA' ? ouNulo(instante)(linha.disponivel_em) : null,
    enviadaEm: ouNulo(instante)(linha.enviada_em),
    messageId: ouNulo(texto)(linha.message_id),
    erro: ouNulo(texto)(linha.erro),
    acoes: ACOES_DE_PESSOAS.filter((acao) => MAQUINA_DE_NOTIFICACAO.permite(status, acao)),
  };
}

/** One notice as the API shows it; 404 when it does not exist. */
export async function lerNotificacao(leitura: Leitura, id: number): Promise<NotificacaoResposta> {
  const linha = await leitura.obter(`${SQL_DE_NOTIFICACOES} WHERE n.id = ?`, [id]);
  if (!linha) throw naoEncontrado('NOTIFICACAO.NAO_ENCONTRADA', `A notificação ${id} não existe.`);
  return notificacaoDaLinha(linha);
}

export class ObterNotificacao extends Query<NotificacaoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterNotificacao)
export class ObterNotificacaoHandler implements IQueryHandler<ObterNotificacao> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterNotificacao): Promise<NotificacaoResposta> {
    return lerNotificacao(this.leitura, id);
  }
}
