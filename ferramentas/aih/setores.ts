import type { Grupo } from './registro-aih.js';

export type TipoLeito = 'ENFERMARIA' | 'APARTAMENTO' | 'PEDIATRICO' | 'PSIQUIATRICO';

/** What the hospital of the replay looks like: one setor for each group of ESPEC. */
export const SETORES: Readonly<
  Record<Grupo, { nome: string; sigla: string; andar: number; tipoLeito: TipoLeito }>
> = {
  cirurgico: { nome: 'Cirúrgico', sigla: 'CIR', andar: 3, tipoLeito: 'ENFERMARIA' },
  obstetrico: { nome: 'Obstétrico', sigla: 'OBS', andar: 2, tipoLeito: 'APARTAMENTO' },
  clinico: { nome: 'Clínico', sigla: 'CLI', andar: 1, tipoLeito: 'ENFERMARIA' },
  cronico: { nome: 'Crônico', sigla: 'CRO', andar: 1, tipoLeito: 'ENFERMARIA' },
  psiquiatria: { nome: 'Psiquiatria', sigla: 'PSI', andar: 4, tipoLeito: 'PSIQUIATRICO' },
  pediatrico: { nome: 'Pediátrico', sigla: 'PED', andar: 2, tipoLeito: 'PEDIATRICO' },
  outros: { nome: 'Outros', sigla: 'OUT', andar: 1, tipoLeito: 'ENFERMARIA' },
};

/** Made-up daily prices of the replay's convênio, in reais. */
export const DIARIAS: Readonly<Record<TipoLeito, number>> = {
  ENFERMARIA: 320.5,
  APARTAMENTO: 580,
  PEDIATRICO: 410.3,
  PSIQUIATRICO: 289.99,
};
