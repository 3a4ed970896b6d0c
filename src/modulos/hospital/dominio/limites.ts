/** What each policy may be: the body, the entity and the check of the database agree on it. */
export const LIMITES = {
  horaDoCenso: { min: 1, max: 24 },
  horaDaVirada: { min: 0, max: 23 },
  toleranciaMinutos: { min: 0, max: 720 },
  reservaHoras: { min: 1, max: 168 },
  reaberturaHoras: { min: 0, max: 720 },
  prazoParticularDias: { min: 0, max: 365 },
  tentativasAteBloquear: { min: 3, max: 10 },
  sessaoInatividadeMinutos: { min: 5, max: 720 },
  sessaoMaximaHoras: { min: 1, max: 168 },
} as const;
