import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDeInternacao = { internacaoId: number; pacienteId: number; leitoId: number; em: string };
type DadosDeTransferencia = {
  internacaoId: number;
  pacienteId: number;
  deLeitoId: number;
  paraLeitoId: number;
  em: string;
};
type DadosDoPedido = { internacaoId: number; pacienteId: number; em: string };

/** A bed was asked for, and the patient waits for it. */
@Evento<DadosDoPedido>({
  tipo: 'internacoes.internacao-solicitada',
  versao: 1,
  descricao: 'Um leito foi pedido para um paciente, que espera por ele.',
  campos: { internacaoId: 'internação pedida', pacienteId: 'paciente', em: 'desde quando espera' },
})
export class InternacaoSolicitada extends EventoDeDominio<DadosDoPedido> {}

/** The request was attended, refused or given up: nobody waits for a bed any more. */
@Evento<DadosDoPedido & { status: string }>({
  tipo: 'internacoes.solicitacao-encerrada',
  versao: 1,
  descricao: 'O pedido de leito foi atendido, recusado ou cancelado.',
  campos: {
    internacaoId: 'internação pedida',
    pacienteId: 'paciente',
    em: 'quando',
    status: 'INTERNADA, RECUSADA ou CANCELADA',
  },
})
export class SolicitacaoEncerrada extends EventoDeDominio<DadosDoPedido & { status: string }> {}

/** A patient was admitted. */
@Evento<DadosDeInternacao>({
  tipo: 'internacoes.paciente-internado',
  versao: 1,
  descricao: 'Um paciente foi internado em um leito.',
  campos: { internacaoId: 'internação', pacienteId: 'paciente', leitoId: 'leito', em: 'quando entrou' },
})
export class PacienteInternado extends EventoDeDominio<DadosDeInternacao> {}

/** An inpatient changed beds. */
@Evento<DadosDeTransferencia>({
  tipo: 'internacoes.paciente-transferido',
  versao: 1,
  descricao: 'Um paciente internado mudou de leito.',
  campos: {
    internacaoId: 'internação',
    pacienteId: 'paciente',
    deLeitoId: 'leito deixado',
    paraLeitoId: 'leito novo',
    em: 'quando mudou',
  },
})
export class PacienteTransferido extends EventoDeDominio<DadosDeTransferencia> {}

/** The patient physically left the hospital, whatever the outcome, which is not told; the stay is closed (RF24 listens). */
@Evento<DadosDeInternacao>({
  tipo: 'internacoes.alta-concedida',
  versao: 1,
  descricao: 'O paciente saiu do hospital e a internação foi encerrada.',
  campos: { internacaoId: 'internação', pacienteId: 'paciente', leitoId: 'último leito', em: 'quando saiu' },
})
export class AltaConcedida extends EventoDeDominio<DadosDeInternacao> {}

/** The exit is foreseen, foreseen for another instant, or no longer foreseen. */
@Evento<DadosDoPedido & { para: string | null }>({
  tipo: 'internacoes.alta-prevista',
  versao: 1,
  descricao: 'A alta foi prevista, mudou de previsão ou deixou de ser prevista.',
  campos: {
    internacaoId: 'internação',
    pacienteId: 'paciente',
    em: 'quando se previu',
    para: 'para quando; nulo se deixou de ser prevista',
  },
})
export class AltaPrevista extends EventoDeDominio<DadosDoPedido & { para: string | null }> {}

/** The doctor discharged the patient, who is still in the bed. */
@Evento<DadosDoPedido>({
  tipo: 'internacoes.alta-clinica-dada',
  versao: 1,
  descricao: 'O médico deu alta; o paciente ainda ocupa o leito.',
  campos: { internacaoId: 'internação', pacienteId: 'paciente', em: 'quando' },
})
export class AltaClinicaDada extends EventoDeDominio<DadosDoPedido> {}

/** The stay had been entered by mistake and counts for nothing. */
@Evento<DadosDoPedido & { desde: string }>({
  tipo: 'internacoes.internacao-cancelada',
  versao: 1,
  descricao: 'A internação foi registrada por engano e deixou de valer, com as suas ocupações.',
  campos: {
    internacaoId: 'internação',
    pacienteId: 'paciente',
    em: 'quando foi cancelada',
    desde: 'a entrada que deixou de valer',
  },
})
export class InternacaoCancelada extends EventoDeDominio<DadosDoPedido & { desde: string }> {}

/** The discharge was undone: the stay goes on in the same bed as if it had never ended. */
@Evento<DadosDeInternacao & { saidaDesfeita: string }>({
  tipo: 'internacoes.internacao-reaberta',
  versao: 1,
  descricao: 'A alta foi desfeita: a internação continua, no mesmo leito, como se não tivesse acabado.',
  campos: {
    internacaoId: 'internação',
    pacienteId: 'paciente',
    leitoId: 'leito',
    em: 'quando foi reaberta',
    saidaDesfeita: 'a saída que deixou de valer',
  },
})
export class InternacaoReaberta extends EventoDeDominio<DadosDeInternacao & { saidaDesfeita: string }> {}
