import type { TipoDeLeito } from '../../modulos/leitos/contrato/tipos.js';

/** What people write when they are asked why. Nothing clinical that would name anybody. */

const PARA: Readonly<Partial<Record<TipoDeLeito, string>>> = {
  UTI_ADULTO: 'Piora clínica: precisa de terapia intensiva.',
  UTI_PEDIATRICA: 'Piora clínica: precisa de terapia intensiva pediátrica.',
  SEMI_INTENSIVO: 'Melhora: desmame da terapia intensiva.',
  ISOLAMENTO: 'Precaução de contato e respiratória.',
};

const DE: Readonly<Partial<Record<TipoDeLeito, string>>> = {
  EMERGENCIA: 'Vaga na unidade de internação.',
  UTI_ADULTO: 'Melhora clínica: saiu da UTI.',
  UTI_PEDIATRICA: 'Melhora clínica: saiu da UTI.',
  SEMI_INTENSIVO: 'Melhora clínica.',
};

export const motivoDaTransferencia = (de: TipoDeLeito, para: TipoDeLeito): string =>
  PARA[para] ?? DE[de] ?? 'Adequação do leito.';

export const OBSERVACOES = [
  'Trazido pelo SAMU.',
  'Acompanhado pela família.',
  'Veio encaminhado do ambulatório.',
  'Em jejum desde a véspera.',
  'Solicita acompanhante durante a noite.',
  'Transferido de outro serviço.',
] as const;

export const CANCELAMENTOS = [
  'Internação registrada para o paciente errado.',
  'Registro em duplicidade.',
  'Atendimento resolvido sem internação.',
] as const;

export const REABERTURAS = [
  'Alta registrada para o paciente errado.',
  'Alta registrada antes da avaliação final.',
  'Paciente voltou a ter febre antes de deixar o hospital.',
] as const;

export const DESISTENCIAS = [
  'Paciente preferiu aguardar em casa.',
  'Paciente conseguiu vaga em outro hospital.',
  'Procedimento remarcado a pedido da família.',
  'Paciente não compareceu.',
] as const;

export const RECUSAS = [
  'Sem indicação de internação após reavaliação.',
  'Regulado para outro serviço: sem vaga na especialidade.',
  'Exames pré-operatórios vencidos.',
] as const;

export const MANUTENCOES = [
  'Troca do painel de gases.',
  'Reparo da cama elétrica.',
  'Revisão do ponto de oxigênio.',
  'Troca da régua de tomadas.',
  'Infiltração no teto.',
  'Manutenção preventiva do monitor.',
] as const;

export const BLOQUEIOS = [
  'Isolamento de contato no quarto.',
  'Falta de equipe de enfermagem.',
  'Obra no corredor.',
  'Descontaminação terminal do quarto.',
  'Dedetização programada.',
] as const;
