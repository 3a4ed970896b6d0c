import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDeOcupacao = { leitoId: number; setorId: number; internacaoId: number; em: string };
type DadosDoLeito = { leitoId: number; setorId: number; em: string };
type DadosDeMudanca = DadosDoLeito & { de: string; para: string };

/** A patient entered the bed. */
@Evento<DadosDeOcupacao>({
  tipo: 'leitos.leito-ocupado',
  versao: 1,
  descricao: 'Um paciente entrou no leito.',
  campos: {
    leitoId: 'leito',
    setorId: 'setor do leito',
    internacaoId: 'internação que o ocupa',
    em: 'quando entrou',
  },
})
export class LeitoOcupado extends EventoDeDominio<DadosDeOcupacao> {}

/** The patient physically left the bed. */
@Evento<DadosDeOcupacao>({
  tipo: 'leitos.leito-desocupado',
  versao: 1,
  descricao: 'O paciente deixou o leito.',
  campos: {
    leitoId: 'leito',
    setorId: 'setor do leito',
    internacaoId: 'internação que o deixou',
    em: 'quando saiu',
  },
})
export class LeitoDesocupado extends EventoDeDominio<DadosDeOcupacao> {}

/** The bed became LIVRE, after the cleaning or at once where none is required (RF23). Never on creation. */
@Evento<DadosDoLeito>({
  tipo: 'leitos.leito-liberado',
  versao: 1,
  descricao: 'O leito ficou livre para receber um paciente.',
  campos: { leitoId: 'leito', setorId: 'setor do leito', em: 'quando ficou livre' },
})
export class LeitoLiberado extends EventoDeDominio<DadosDoLeito> {}

/** Any other change of state of a bed: reserved, cleaning, blocked, in maintenance, deactivated. */
@Evento<DadosDeMudanca>({
  tipo: 'leitos.leito-mudou-de-estado',
  versao: 1,
  descricao: 'O leito mudou de estado sem ser ocupado, desocupado ou liberado.',
  campos: {
    leitoId: 'leito',
    setorId: 'setor do leito',
    em: 'quando mudou',
    de: 'estado anterior',
    para: 'estado novo',
  },
})
export class LeitoMudouDeEstado extends EventoDeDominio<DadosDeMudanca> {}

type DadosDePeriodo = { leitoId: number; setorId: number; inicio: string; fim: string };

/** A block or maintenance that is already over was recorded; the bed's present state did not change. */
@Evento<DadosDePeriodo>({
  tipo: 'leitos.bloqueio-passado-registrado',
  versao: 1,
  descricao: 'Um bloqueio ou uma manutenção que já acabou foi registrado; o estado atual não mudou.',
  campos: { leitoId: 'leito', setorId: 'setor do leito', inicio: 'quando começou', fim: 'quando acabou' },
})
export class BloqueioPassadoRegistrado extends EventoDeDominio<DadosDePeriodo> {}

type DadosDePlano = DadosDoLeito & { planoId: number; acao: string; situacao: string };

/** A plan will not begin any more. What does begin is told by the bed itself. */
@Evento<DadosDePlano>({
  tipo: 'leitos.plano-resolvido',
  versao: 1,
  descricao: 'O que estava planejado para um leito não vai mais acontecer.',
  campos: {
    leitoId: 'leito',
    setorId: 'setor do leito',
    planoId: 'plano',
    acao: 'o que ia acontecer: reservar, bloquear ou manutencao',
    situacao: 'CANCELADO: alguém desistiu; PERDIDO: acabou sem que o leito pudesse ser usado assim',
    em: 'quando deixou de estar pendente',
  },
})
export class PlanoResolvido extends EventoDeDominio<DadosDePlano> {}
