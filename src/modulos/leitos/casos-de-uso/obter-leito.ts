import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { booleano, inteiro, instanteEscrito, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { type ErroDeDominio, naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import { campo, IdDe, Instante, Inteiro, Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { SoAoAlcance } from '../../../plataforma/http/clinico.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';
import { CLASSES_DE_LEITO, type ClasseDeLeito } from '../dominio/cadastro-do-leito.js';
import {
  COMANDOS_DO_LEITO,
  type ComandoDoLeito,
  comandosPossiveis,
  ESTADOS_DO_LEITO,
  type EstadoDoLeito,
} from '../dominio/estados-do-leito.js';
import { desdeQuando, FIM_DOS_USOS } from '../persistencia/desde-quando.js';

export const TERMINA_EM =
  'Quando a reserva, o bloqueio ou a manutenção de agora termina por si; nulo: quando alguém o fizer.';

/** A bed and its state; nothing of any patient. */
export class LeitoResposta {
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Identificador do leito.' }) id!: number;
  @Texto({ max: 40, exemplo: '101-A', descricao: 'Como o leito é chamado.' }) numero!: string;
  @IdDe('um setor') setorId!: number;
  @Opcao(TIPOS_DE_LEITO, { descricao: 'Tipo de leito.' }) tipo!: TipoDeLeito;
  @Opcao(CLASSES_DE_LEITO, { descricao: 'Para que serve.' }) classe!: ClasseDeLeito;
  @Opcao(ESTADOS_DO_LEITO, { descricao: 'Em que estado está.' }) status!: EstadoDoLeito;
  @Instante({ descricao: 'Desde quando está neste estado.' }) desde!: string;
  @campo(
    {
      exemplo: ['reservar', 'bloquear'],
      descricao: 'O que pode ser feito agora: o fim do endereço de cada comando.',
    },
    { enum: COMANDOS_DO_LEITO, isArray: true, type: String },
  )
  acoes!: readonly ComandoDoLeito[];
  @Logico({ exemplo: false, descricao: 'Leito extra: fora dos instalados do censo.' }) extra!: boolean;
  @Logico({ exemplo: false, descricao: 'É uma maca.' }) maca!: boolean;
  @Logico({ exemplo: true, descricao: 'Se conta entre os leitos planejados.' }) planejado!: boolean;
  @Logico({ exemplo: true, descricao: 'Se já existe de fato.' }) instalado!: boolean;
  @Instante({
    nulo: true,
    exemplo: null,
    descricao: 'Nada antes disso pode ser registrado no leito; nulo: sem limite.',
  })
  instaladoDesde!: string | null;
  @Instante({ nulo: true, exemplo: null, descricao: TERMINA_EM }) terminaEm!: string | null;
  @Instante({ nulo: true, exemplo: null, descricao: 'Até quando vale a reserva.' })
  reservaExpiraEm!: string | null;
  @SoAoAlcance('internacao')
  @IdDe('uma solicitação de leito', {
    nulo: true,
    exemplo: null,
    descricao: 'A solicitação que a reserva atende.',
  })
  reservaSolicitacaoId!: number | null;
  @Logico({ exemplo: false, descricao: 'Entra em manutenção quando o paciente sair.' })
  manutencaoPlanejada!: boolean;
  @Instante({ descricao: 'Quando foi cadastrado.' }) criadoEm!: string;
  @Instante({ descricao: 'Quando mudou pela última vez.' }) atualizadoEm!: string;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Aumenta a cada mudança; é o que o `ETag` traz.' })
  versao!: number;
}

export class ObterLeito extends Query<LeitoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterLeito)
export class ObterLeitoHandler implements IQueryHandler<ObterLeito> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterLeito): Promise<LeitoResposta> {
    return lerLeito(this.leitura, id);
  }
}

/** Everything `leitoParaResposta` needs. */
export const LEITOS = `SELECT l.id, l.numero, l.numero_busca, l.setor_id, l.tipo, l.classe, l.status, l.desde, l.extra, l.maca, l.planejado,
  l.instalado, l.instalado_desde, l.reserva_expira_em, l.reserva_solicitacao_id, l.vence_em, l.manutencao_motivo, l.criado_em, l.atualizado_em, l.versao,
  ${FIM_DOS_USOS}
  FROM leitos l`;
const UM_LEITO = `${LEITOS} WHERE l.id = ?`;

/** The bed as the API shows it; 404 `LEITO.NAO_ENCONTRADO`. */
export async function lerLeito(leitura: Leitura, id: number): Promise<LeitoResposta> {
  const linha = await leitura.obter(UM_LEITO, [id]);
  if (!linha) throw leitoNaoEncontrado(id);
  return leitoParaResposta(linha);
}

export const leitoNaoEncontrado = (id: number): ErroDeDominio =>
  naoEncontrado('LEITO.NAO_ENCONTRADO', `O leito ${id} não existe.`);

export function leitoParaResposta(l: Linha): LeitoResposta {
  const status = texto(l.status) as EstadoDoLeito;
  const manutencaoPlanejada = l.manutencao_motivo !== null;
  return {
    id: inteiro(l.id),
    numero: texto(l.numero),
    setorId: inteiro(l.setor_id),
    tipo: texto(l.tipo) as TipoDeLeito,
    classe: texto(l.classe) as ClasseDeLeito,
    status,
    desde: desdeQuando(l, instanteEscrito),
    acoes: comandosPossiveis(status, manutencaoPlanejada),
    extra: booleano(l.extra),
    maca: booleano(l.maca),
    planejado: booleano(l.planejado),
    instalado: booleano(l.instalado),
    instaladoDesde: ouNulo(instanteEscrito)(l.instalado_desde),
    terminaEm: ouNulo(instanteEscrito)(l.vence_em),
    reservaExpiraEm: ouNulo(instanteEscrito)(l.reserva_expira_em),
    reservaSolicitacaoId: ouNulo(inteiro)(l.reserva_solicitacao_id),
    manutencaoPlanejada,
    criadoEm: instanteEscrito(l.criado_em),
    atualizadoEm: instanteEscrito(l.atualizado_em),
    versao: inteiro(l.versao),
  };
}
