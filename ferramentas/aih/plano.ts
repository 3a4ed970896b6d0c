import { horariosSinteticos, type Horarios } from './horarios.js';
import type { Grupo, RegistroAih } from './registro-aih.js';
import { SETORES } from './setores.js';

/** One stay with its synthetic times. */
export interface Estadia {
  registro: RegistroAih;
  horarios: Horarios;
}

/** One bed and the stays that it receives, in order of time and never two at once. */
export interface LeitoPlanejado {
  grupo: Grupo;
  /** Without the prefix of the run: `CIR-01`. */
  numero: string;
  estadias: Estadia[];
}

/**
 * Gives each stay a bed of its setor: in order of entry, the first bed already clean, or a new one.
 * First fit on intervals uses as few beds as the busiest moment needs; an open stay keeps its bed.
 */
export function planejarLeitos(registros: readonly RegistroAih[]): LeitoPlanejado[] {
  const estadias = registros
    .map((registro) => ({ registro, horarios: horariosSinteticos(registro) }))
    .sort(
      (a, b) =>
        Date.parse(a.horarios.admitidaEm) - Date.parse(b.horarios.admitidaEm) ||
        a.registro.numero - b.registro.numero,
    );
  return (Object.keys(SETORES) as Grupo[]).flatMap((grupo) =>
    ocupar(
      grupo,
      estadias.filter((estadia) => estadia.registro.grupo === grupo),
    ),
  );
}

function ocupar(grupo: Grupo, estadias: readonly Estadia[]): LeitoPlanejado[] {
  const leitos: LeitoPlanejado[] = [];
  for (const estadia of estadias) {
    const livre = leitos.find((leito) => limpoAntesDe(leito, estadia));
    if (livre !== undefined) {
      livre.estadias.push(estadia);
      continue;
    }
    const ordem = String(leitos.length + 1).padStart(2, '0');
    leitos.push({ grupo, numero: `${SETORES[grupo].sigla}-${ordem}`, estadias: [estadia] });
  }
  return leitos;
}

function limpoAntesDe(leito: LeitoPlanejado, proxima: Estadia): boolean {
  const saida = leito.estadias.at(-1)?.horarios.saida;
  return (
    saida !== undefined && Date.parse(saida.limpezaConcluidaEm) < Date.parse(proxima.horarios.admitidaEm)
  );
}
