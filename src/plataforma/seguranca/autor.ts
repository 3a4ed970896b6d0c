/** Roles of the product (API "Access"). A user may hold several. */
export const PAPEIS = [
  'ADMIN',
  'GESTAO',
  'MEDICO',
  'ENFERMAGEM',
  'RECEPCAO',
  'FARMACIA',
  'FATURAMENTO',
  'AUDITOR',
  'PACIENTE',
] as const;

export type Papel = (typeof PAPEIS)[number];

/** Whose records somebody reaches. Of what is out of reach nothing is told, not even that it exists (404). */
export interface Alcance {
  /** Those of the whole hospital. */
  readonly todos: boolean;
  /** Those of the patients under one's care. */
  readonly sobCuidado: boolean;
  /** One's own, as a patient. */
  readonly proprio: boolean;
  /** The roles by which it is so. */
  readonly papeis: readonly Papel[];
}

/** Who is acting: always taken from the token, never from a body. */
export interface Autor {
  readonly usuarioId: number | null;
  readonly papeis: readonly Papel[];
  /** The patient this person is. */
  readonly pacienteId?: number | null;
  /** The professional this person is. */
  readonly medicoId?: number | null;
  /** The session in which they act; none for what the system does. */
  readonly sessaoId?: number | null;
  /** Whose records they reach on this route. */
  readonly alcance?: Alcance;
}

/** The author of what the system does by itself: schedules and durable sagas. */
export const SISTEMA: Autor = Object.freeze({ usuarioId: null, papeis: [] });
