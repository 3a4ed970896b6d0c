import type { Diagnostico } from './diagnostico.js';
import type { Vaga } from './leitos.js';
import type { NomeDaLinha } from './linhas.js';
import { MS_POR_DIA, MS_POR_HORA } from './mundo.js';
import { SETOR } from './setores.js';
import type { Sorteio } from './sorteio.js';

/** A part of a stay: where, and how long it should last. */
export interface Etapa {
  readonly vaga: Vaga;
  readonly ms: number;
}

const EMERGENCIA: Vaga = { setorId: SETOR.EMERGENCIA, tipos: ['EMERGENCIA'] };
const UTI: Vaga = { setorId: SETOR.UTI_ADULTO, tipos: ['UTI_ADULTO'] };
const SEMI: Vaga = { setorId: SETOR.UTI_ADULTO, tipos: ['SEMI_INTENSIVO'] };
const CLINICA: Vaga = { setorId: SETOR.CLINICA_MEDICA, tipos: ['ENFERMARIA'] };
const ISOLAMENTO: Vaga = { setorId: SETOR.CLINICA_MEDICA, tipos: ['ISOLAMENTO', 'ENFERMARIA'] };
const CIRURGICA: Vaga = { setorId: SETOR.CLINICA_CIRURGICA, tipos: ['ENFERMARIA', 'APARTAMENTO'] };
const APARTAMENTO: Vaga = { setorId: SETOR.CLINICA_CIRURGICA, tipos: ['APARTAMENTO', 'ENFERMARIA'] };
const PEDIATRIA: Vaga = { setorId: SETOR.PEDIATRIA, tipos: ['PEDIATRICO'] };
const UTI_PEDIATRICA: Vaga = { setorId: SETOR.PEDIATRIA, tipos: ['UTI_PEDIATRICA'] };
const MATERNIDADE: Vaga = { setorId: SETOR.MATERNIDADE, tipos: ['ENFERMARIA', 'APARTAMENTO'] };
const NEONATAL: Vaga = { setorId: SETOR.UTI_NEONATAL, tipos: ['UTI_NEONATAL'] };
const PSIQUIATRIA: Vaga = { setorId: SETOR.PSIQUIATRIA, tipos: ['PSIQUIATRICO'] };

/** How often the first hours are spent in the emergency room. */
const PELA_EMERGENCIA: Readonly<Partial<Record<NomeDaLinha, number>>> = {
  CLINICA: 0.55,
  INTENSIVA: 0.75,
  CIRURGICA: 0.5,
  PSIQUIATRICA: 0.35,
};

/** The way of a patient through the hospital, should there be a bed whenever one is needed. */
export function sortearPercurso(linha: NomeDaLinha, diagnostico: Diagnostico, sorteio: Sorteio): Etapa[] {
  const dias = Math.min(Math.max(sorteio.logNormal(...diagnostico.dias), 0.2), 70);
  const etapas = nasAlas(linha, diagnostico, dias * MS_POR_DIA, sorteio);
  const entra = diagnostico.eletivo ? 0 : (PELA_EMERGENCIA[linha] ?? 0);
  if (!sorteio.chance(entra)) return etapas;
  return [
    { vaga: EMERGENCIA, ms: sorteio.entre(2.5, linha === 'INTENSIVA' ? 7 : 20) * MS_POR_HORA },
    ...etapas,
  ];
}

function nasAlas(
  linha: NomeDaLinha,
  { uti = 0, isolamento = 0 }: Diagnostico,
  ms: number,
  sorteio: Sorteio,
): Etapa[] {
  switch (linha) {
    case 'CLINICA':
      return comPiora(sorteio.chance(isolamento) ? ISOLAMENTO : CLINICA, UTI, uti, ms, sorteio);
    case 'INTENSIVA':
      return aPartirDaUti(CLINICA, ms, sorteio);
    case 'CIRURGICA':
      return uti === 1
        ? aPartirDaUti(CIRURGICA, ms, sorteio)
        : comPiora(sorteio.chance(0.42) ? APARTAMENTO : CIRURGICA, UTI, uti, ms, sorteio);
    case 'PEDIATRICA':
      return comPiora(PEDIATRIA, UTI_PEDIATRICA, uti, ms, sorteio);
    case 'OBSTETRICA':
      return comPiora(MATERNIDADE, UTI, uti, ms, sorteio);
    case 'NEONATAL':
      return [{ vaga: NEONATAL, ms }];
    case 'PSIQUIATRICA':
      return [{ vaga: PSIQUIATRIA, ms }];
    case 'EMERGENCIA':
      return [{ vaga: EMERGENCIA, ms }];
  }
}

/** A ward; and, with `chance`, some days of intensive care in the middle. */
function comPiora(ala: Vaga, uti: Vaga, chance: number, ms: number, sorteio: Sorteio): Etapa[] {
  if (!sorteio.chance(chance)) return [{ vaga: ala, ms }];
  const antes = sorteio.entre(0.05, 0.4);
  return [
    { vaga: ala, ms: ms * antes },
    { vaga: uti, ms: sorteio.logNormal(3.5, 0.55) * MS_POR_DIA },
    ...(uti === UTI && sorteio.chance(0.45) ? [{ vaga: SEMI, ms: sorteio.entre(1, 3) * MS_POR_DIA }] : []),
    { vaga: ala, ms: ms * (1 - antes) },
  ];
}

/** Intensive care first, then less and less. */
function aPartirDaUti(ala: Vaga, ms: number, sorteio: Sorteio): Etapa[] {
  const naUti = sorteio.entre(0.4, 0.58);
  const naSemi = sorteio.chance(0.85) ? sorteio.entre(0.18, 0.32) : 0;
  return [
    { vaga: UTI, ms: ms * naUti },
    ...(naSemi > 0 ? [{ vaga: SEMI, ms: ms * naSemi }] : []),
    { vaga: ala, ms: ms * (1 - naUti - naSemi) },
  ];
}
