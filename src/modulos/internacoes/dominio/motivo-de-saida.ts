import { regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';

/** How a stay may end (DOMINIO §2, after the SIH/SUS table of "motivo de saída"). */
export const MOTIVOS_DE_SAIDA = [
  'ALTA_CURADO',
  'ALTA_MELHORADO',
  'ALTA_OUTROS',
  'ALTA_A_PEDIDO',
  'ALTA_RETORNO',
  'EVASAO',
  'ALTA_PUERPERA_RN',
  'TRANSFERENCIA_EXTERNA',
  'INTERNACAO_DOMICILIAR',
  'OBITO',
] as const;
export type MotivoDeSaida = (typeof MOTIVOS_DE_SAIDA)[number];

/** Words of the same table that close a bill while the patient stays in the bed. */
const CORTES_DE_CONTA = ['PERMANENCIA', 'ENCERRAMENTO_ADMINISTRATIVO'] as const;

/** Every word the discharge understands, if only to explain why it refuses it. */
export const MOTIVOS_CONHECIDOS = [...MOTIVOS_DE_SAIDA, ...CORTES_DE_CONTA] as const;
export type MotivoConhecido = (typeof MOTIVOS_CONHECIDOS)[number];

/** Refuses a billing cut (422 `INTERNACAO.MOTIVO_NAO_E_SAIDA`). */
export function exigirSaida(motivo: MotivoConhecido, campo = 'motivoSaida'): MotivoDeSaida {
  const saida = MOTIVOS_DE_SAIDA.find((conhecido) => conhecido === motivo);
  if (saida) return saida;
  throw regraViolada(
    'INTERNACAO.MOTIVO_NAO_E_SAIDA',
    `${motivo} é um corte de faturamento: o paciente continua internado e a conta parcial não depende de alta. ` +
      `Para registrar a saída, use um destes motivos: ${MOTIVOS_DE_SAIDA.join(', ')}.`,
    campo,
  );
}
