import { MaquinaDeEstados, type Transicao } from '../../../plataforma/dominio/maquina-de-estados.js';

export const ESTADOS_DO_LEITO = [
  'LIVRE',
  'RESERVADO',
  'OCUPADO',
  'AGUARDANDO_LIMPEZA',
  'EM_LIMPEZA',
  'BLOQUEADO',
  'MANUTENCAO',
  'DESATIVADO',
] as const;
export type EstadoDoLeito = (typeof ESTADOS_DO_LEITO)[number];

/** What people do to a bed through `/v1/leitos/{id}/{comando}`. */
export const COMANDOS_DO_LEITO = [
  'reservar',
  'cancelar-reserva',
  'iniciar-limpeza',
  'concluir-limpeza',
  'bloquear',
  'desbloquear',
  'manutencao',
  'concluir-manutencao',
  'desativar',
  'reativar',
] as const;
export type ComandoDoLeito = (typeof COMANDOS_DO_LEITO)[number];

/** The commands, and what happens to a bed by itself or because of a stay. */
export type AcaoDoLeito = ComandoDoLeito | 'ocupar' | 'desocupar' | 'retomar' | 'expirar-reserva';

/** What the history tells of a bed besides its transitions: a period told late, or taken back, that leaves its state alone. */
export const ANOTACOES_DO_LEITO = ['registrar-bloqueio', 'registrar-estadia', 'anular-estadia'] as const;
export type AnotacaoDoLeito = (typeof ANOTACOES_DO_LEITO)[number];

const SE_LIMPA = 'o hospital exige limpeza';
const SE_NAO_LIMPA = 'o hospital não exige limpeza';

const deCada = (
  estados: readonly EstadoDoLeito[],
  acao: AcaoDoLeito,
  para: EstadoDoLeito,
): Transicao<EstadoDoLeito, AcaoDoLeito>[] => estados.map((de) => ({ de, acao, para }));

/** The whole life of a bed, as data (DOMINIO §2). */
export const MAQUINA_DO_LEITO = new MaquinaDeEstados<EstadoDoLeito, AcaoDoLeito>(
  'leito',
  'A vida de um leito: de livre a ocupado, limpo e livre de novo; e os períodos em que não pode ser usado.',
  {
    LIVRE: 'livre',
    RESERVADO: 'reservado',
    OCUPADO: 'ocupado',
    AGUARDANDO_LIMPEZA: 'aguardando limpeza',
    EM_LIMPEZA: 'em limpeza',
    BLOQUEADO: 'bloqueado',
    MANUTENCAO: 'em manutenção',
    DESATIVADO: 'desativado',
  },
  ['LIVRE', 'DESATIVADO'],
  [
    { de: 'LIVRE', acao: 'reservar', para: 'RESERVADO' },
    { de: 'RESERVADO', acao: 'cancelar-reserva', para: 'LIVRE' },
    { de: 'RESERVADO', acao: 'expirar-reserva', para: 'LIVRE', quando: 'o prazo da reserva passou' },
    { de: 'LIVRE', acao: 'ocupar', para: 'OCUPADO' },
    {
      de: 'RESERVADO',
      acao: 'ocupar',
      para: 'OCUPADO',
      quando: 'quem entra é o paciente da reserva, ou ela não diz de quem é',
    },
    {
      de: 'OCUPADO',
      acao: 'manutencao',
      para: 'OCUPADO',
      quando: 'fica planejada para quando o paciente sair',
    },
    {
      de: 'OCUPADO',
      acao: 'concluir-manutencao',
      para: 'OCUPADO',
      quando: 'desiste da manutenção planejada',
    },
    { de: 'OCUPADO', acao: 'desocupar', para: 'AGUARDANDO_LIMPEZA', quando: SE_LIMPA },
    { de: 'OCUPADO', acao: 'desocupar', para: 'LIVRE', quando: SE_NAO_LIMPA },
    {
      de: 'OCUPADO',
      acao: 'desocupar',
      para: 'MANUTENCAO',
      quando: 'há manutenção planejada, que ainda não deveria ter acabado',
    },
    ...deCada(['LIVRE', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'], 'retomar', 'OCUPADO'),
    { de: 'RESERVADO', acao: 'retomar', para: 'OCUPADO', quando: 'a reserva é de quem volta' },
    { de: 'AGUARDANDO_LIMPEZA', acao: 'iniciar-limpeza', para: 'EM_LIMPEZA' },
    { de: 'EM_LIMPEZA', acao: 'concluir-limpeza', para: 'LIVRE' },
    ...deCada(['LIVRE', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'], 'bloquear', 'BLOQUEADO'),
    ...deCada(['LIVRE', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'], 'manutencao', 'MANUTENCAO'),
    { de: 'BLOQUEADO', acao: 'desbloquear', para: 'AGUARDANDO_LIMPEZA', quando: SE_LIMPA },
    { de: 'BLOQUEADO', acao: 'desbloquear', para: 'LIVRE', quando: SE_NAO_LIMPA },
    { de: 'MANUTENCAO', acao: 'concluir-manutencao', para: 'AGUARDANDO_LIMPEZA', quando: SE_LIMPA },
    { de: 'MANUTENCAO', acao: 'concluir-manutencao', para: 'LIVRE', quando: SE_NAO_LIMPA },
    ...deCada(['LIVRE', 'BLOQUEADO', 'MANUTENCAO'], 'desativar', 'DESATIVADO'),
    { de: 'DESATIVADO', acao: 'reativar', para: 'LIVRE' },
  ],
  COMANDOS_DO_LEITO,
);

const ehComando = (acao: AcaoDoLeito): acao is ComandoDoLeito =>
  (COMANDOS_DO_LEITO as readonly string[]).includes(acao);

/** Where a bed goes when it is no longer used. */
export const aposOUso = (exigeLimpeza: boolean): EstadoDoLeito =>
  exigeLimpeza ? 'AGUARDANDO_LIMPEZA' : 'LIVRE';

/** What ends a state whose time is over. */
export const fimPorPrazo = (estado: EstadoDoLeito): AcaoDoLeito =>
  estado === 'RESERVADO' ? 'expirar-reserva' : estado === 'BLOQUEADO' ? 'desbloquear' : 'concluir-manutencao';

/** What a person may do next to a bed in this state; giving up a planned maintenance takes one (`planejada`). */
export const comandosPossiveis = (estado: EstadoDoLeito, planejada = false): readonly ComandoDoLeito[] =>
  estado === 'OCUPADO' && !planejada ? DE_OCUPADO_SEM_PLANO : COMANDOS_DE.get(estado)!;

const COMANDOS_DE = new Map(
  ESTADOS_DO_LEITO.map((estado) => [estado, MAQUINA_DO_LEITO.acoesDe(estado).filter(ehComando)]),
);

const DE_OCUPADO_SEM_PLANO = COMANDOS_DE.get('OCUPADO')!.filter(
  (comando) => comando !== 'concluir-manutencao',
);
