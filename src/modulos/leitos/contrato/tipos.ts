/** Kinds of bed of the API; prices and the waiting list speak of them too. */
export const TIPOS_DE_LEITO = [
  'ENFERMARIA',
  'APARTAMENTO',
  'UTI_ADULTO',
  'UTI_NEONATAL',
  'UTI_PEDIATRICA',
  'EMERGENCIA',
  'SEMI_INTENSIVO',
  'ISOLAMENTO',
  'PEDIATRICO',
  'PSIQUIATRICO',
] as const;

export type TipoDeLeito = (typeof TIPOS_DE_LEITO)[number];
