/**
 * Ids that a fresh demonstration always has, in the states said here: examples, documents and tests may count on
 * them. What a person does with them afterwards is his business; `npm run reset` brings them back.
 */
export const VITRINE = {
  setor: 1,
  medico: 1,
  convenio: 1,
  especialidade: 1,
  /** The administrator of the demonstration. */
  usuario: 1,

  /** Active, with an insurer, neither in nor waiting. */
  paciente: { livre: 1, outroLivre: 2 },

  /** Wards of the first setor, one in each state. */
  leito: {
    livre: 1,
    outroLivre: 2,
    ocupado: 3,
    /** For whoever is admitted to it. */
    reservado: 4,
    aguardandoLimpeza: 5,
    emLimpeza: 6,
    bloqueado: 7,
    emManutencao: 8,
    desativado: 9,
    maisUmLivre: 10,
  },

  internacao: {
    /** In `leito.ocupado`. */
    emCurso: 1,
    comAltaPrevista: 2,
    comAltaClinica: 3,
    /** Waits for a bed. */
    solicitada: 4,
    /** A few hours ago, from `leito.aguardandoLimpeza`; unpaid: its discharge may be undone. */
    encerrada: 5,
    /** Has just begun: it may be cancelled. */
    recente: 6,
  },

  lancamento: {
    /** Issued by the system: may be reversed. */
    emitido: 1,
    /** Waited for a price that exists now: may be issued. */
    rascunho: 2,
  },

  acessoDeEmergencia: {
    /** Over, and nobody has reviewed it; the doctor's. */
    semRevisao: 1,
  },

  notificacao: {
    /** Given up: may be sent again. */
    falhou: 1,
  },
} as const;
