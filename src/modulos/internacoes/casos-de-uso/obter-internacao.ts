import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro, instanteEscrito, type Linha, ouNulo } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { campo, IdDe, Instante, Inteiro, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { CamposClinicosDe, Clinico } from '../../../plataforma/http/clinico.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { CidGravado } from '../campo-cid.js';
import { CARATERES, type Carater } from '../dominio/carater.js';
import {
  type AcaoDeInternacao,
  ESTADOS_DA_INTERNACAO,
  STATUS_DE_INTERNACAO,
  type StatusDeInternacao,
} from '../dominio/estados-da-internacao.js';
import { MOTIVOS_DE_SAIDA, type MotivoDeSaida } from '../dominio/motivo-de-saida.js';
import { PRIORIDADES, type Prioridade } from '../dominio/prioridade.js';
import { camposDaLinha } from '../persistencia/linha-de-internacao.js';
import { internacaoNaoEncontrada } from '../persistencia/recusas.js';

@CamposClinicosDe({ tipo: 'internacao', id: 'id', paciente: 'pacienteId' })
export class InternacaoResposta {
  @IdDe('internação') id!: number;
  @Opcao(STATUS_DE_INTERNACAO, { exemplo: 'INTERNADA', descricao: 'Em que ponto está.' })
  status!: StatusDeInternacao;
  @IdDe('paciente') pacienteId!: number;
  @IdDe('médico responsável') medicoId!: number;
  @IdDe('médico que deu alta', { nulo: true, exemplo: null }) medicoAltaId!: number | null;
  @IdDe('leito em que está, ou do último em que esteve', { nulo: true }) leitoId!: number | null;
  @IdDe('setor desse leito', { nulo: true }) setorId!: number | null;
  @IdDe('convênio da internação; nulo: o do paciente, se houver', { nulo: true }) convenioId!: number | null;
  @Opcao(CARATERES, { exemplo: 'URGENCIA', descricao: 'Se foi programada.' }) carater!: Carater;
  @Texto({ max: 10, exemplo: 'CID-10', descricao: 'Tabela dos diagnósticos.' }) cidSistema!: string;
  @Texto({ max: 10, exemplo: '2008', descricao: 'Edição da classificação de doenças.' }) cidVersao!: string;
  @Clinico()
  @CidGravado({ descricao: 'Diagnóstico de entrada, sem ponto.' })
  cidEntrada!: string;
  @Clinico()
  @CidGravado({ nulo: true, exemplo: null, descricao: 'Diagnóstico de saída, sem ponto.' })
  cidSaida!: string | null;
  @Clinico({ tambem: ['FATURAMENTO'] })
  @Opcao(MOTIVOS_DE_SAIDA, { nulo: true, exemplo: null, descricao: 'Como saiu.' })
  motivoSaida!: MotivoDeSaida | null;
  @Clinico()
  @Texto({ max: 2000, nulo: true, exemplo: 'Trazido pelo SAMU.', descricao: 'O que se anotou.' })
  observacao!: string | null;
  @Instante({
    nulo: true,
    exemplo: null,
    descricao: 'Desde quando esperou por um leito; nulo se não esperou.',
  })
  solicitadaEm!: string | null;
  @Opcao(TIPOS_DE_LEITO, { nulo: true, exemplo: null, descricao: 'O tipo de leito pedido.' })
  tipoLeito!: TipoDeLeito | null;
  @Opcao(PRIORIDADES, { nulo: true, exemplo: null, descricao: 'A prioridade do pedido.' })
  prioridade!: Prioridade | null;
  @Instante({ nulo: true, descricao: 'Nulo enquanto não foi admitido.' }) admitidaEm!: string | null;
  @Instante({ nulo: true, exemplo: null, descricao: 'Para quando se prevê a saída.' })
  altaPrevistaPara!: string | null;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando o médico deu alta.' })
  altaClinicaEm!: string | null;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando o paciente saiu.' }) saidaEm!: string | null;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Muda a cada alteração.' }) versao!: number;
  @Instante({ descricao: 'Quando foi registrada.' }) criadoEm!: string;
  @Instante({ descricao: 'Quando mudou pela última vez.' }) atualizadoEm!: string;

  @campo(
    {
      exemplo: ['transferir', 'alta'],
      descricao: 'O que se pode pedir neste estado; o prazo, o leito ou o perfil ainda podem impedir.',
    },
    { type: String, isArray: true },
  )
  acoes!: readonly AcaoDeInternacao[];
}

/** Every stay with the bed it is in, or was in last; add a WHERE. */
export const SELECIONAR_INTERNACOES = `
  SELECT i.*, o.leito_id
    FROM internacoes i
    LEFT JOIN ocupacoes o ON o.id = (
         SELECT u.id FROM ocupacoes u WHERE u.internacao_id = i.id ORDER BY u.inicio DESC, u.id DESC LIMIT 1)`;

const UMA_INTERNACAO = `${SELECIONAR_INTERNACOES} WHERE i.id = ?`;

export function internacaoResposta(linha: Linha): InternacaoResposta {
  const campos = camposDaLinha(linha, instanteEscrito);
  // Ten times as fast as to spread an object of this size into another.
  return Object.assign(campos, {
    leitoId: ouNulo(inteiro)(linha.leito_id),
    admitidaEm: ouNulo(instanteEscrito)(linha.entrada),
    saidaEm: ouNulo(instanteEscrito)(linha.saida),
    acoes: ESTADOS_DA_INTERNACAO.acoesDe(campos.status),
  });
}

/** The stay as the API shows it; inside a unit of work, with what that has just written. */
export async function lerInternacao(leitura: Leitura, id: number): Promise<InternacaoResposta> {
  const linha = await leitura.obter(UMA_INTERNACAO, [id]);
  if (!linha) throw internacaoNaoEncontrada(id);
  return internacaoResposta(linha);
}

export class ObterInternacao extends Query<InternacaoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterInternacao)
export class ObterInternacaoHandler implements IQueryHandler<ObterInternacao> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterInternacao): Promise<InternacaoResposta> {
    return lerInternacao(this.leitura, id);
  }
}
