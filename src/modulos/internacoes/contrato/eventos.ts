import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDeInternacao = { internacaoId: number; pacienteId: number; leitoId: number; em: string };
type DadosDeTransferencia = {
  internacaoId: number;
  pacienteId: number;
  deLeitoId: number;
  paraLeitoId: number;
  em: string;
};

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
