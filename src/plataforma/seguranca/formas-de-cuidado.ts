import type { ValueProvider } from '@nestjs/common';
import type { Parametro } from '../../banco/dialeto.js';
import type { Condicao } from '../http/pagina.js';
import type { Alcance, Autor } from './autor.js';

/** One way in which a patient is under somebody's care. Together they are the definition of it (ADR 0014). */
export interface FormaDeCuidado {
  /** `FROM` of the query that finds those patients. */
  readonly tabelas: string;
  /** The patient, as a column of them. */
  readonly paciente: string;
  readonly onde: string;
  /** The values of the `?` of `onde`; null when nobody is under this author's care in this way. */
  readonly parametros: (autor: Autor, alcance: Alcance, agora: Date) => readonly Parametro[] | null;
}

/** What one module adds to the definition; found among the providers when the application starts. */
export class ConjuntoDeFormas {
  constructor(readonly formas: readonly FormaDeCuidado[]) {}
}

/** The provider by which a module says in what ways a patient is under care. */
export const formasDeCuidado = (...formas: readonly FormaDeCuidado[]): ValueProvider => ({
  provide: Symbol('formas de cuidado'),
  useValue: new ConjuntoDeFormas(formas),
});

/** Whose condition it is, and when. */
interface Pergunta {
  readonly autor: Autor;
  readonly alcance: Alcance;
  readonly agora: Date;
  /** The column or value with the patient of the record. */
  readonly paciente: string;
}

const NINGUEM: Condicao = { sql: '1 = 0', parametros: [] };

/** That this one record is within reach: asked of its patient alone, by his index. */
export const umAoAlcance = (formas: readonly FormaDeCuidado[], pergunta: Pergunta): Condicao =>
  qualquer([
    ...proprio(pergunta),
    ...aplicaveis(formas, pergunta).map(({ forma, parametros }) => ({
      sql: `EXISTS (SELECT 1 FROM ${forma.tabelas} WHERE ${forma.paciente} = ${pergunta.paciente} AND ${forma.onde})`,
      parametros,
    })),
  ]);

/**
 * That each record of a list is within reach: its patient is among those under care, who are few and found once, and
 * whoever is both a professional and a patient is one more of them. An OR would look at every record.
 */
export function muitosAoAlcance(formas: readonly FormaDeCuidado[], pergunta: Pergunta): Condicao {
  const achadas = aplicaveis(formas, pergunta);
  const [deSi] = proprio(pergunta);
  if (achadas.length === 0) return deSi ?? NINGUEM;
  const conjuntos = [
    // What a parameter of a UNION is, a server guesses; it would guess text.
    ...(deSi ? [{ sql: 'SELECT CAST(? AS SIGNED) AS paciente_id', parametros: deSi.parametros }] : []),
    ...achadas.map(({ forma, parametros }) => ({
      sql: `SELECT ${forma.paciente} AS paciente_id FROM ${forma.tabelas} WHERE ${forma.onde}`,
      parametros,
    })),
  ];
  return {
    sql: `${pergunta.paciente} IN (SELECT paciente_id FROM (${conjuntos.map(({ sql }) => sql).join(' UNION ')}) sob_cuidado)`,
    parametros: conjuntos.flatMap(({ parametros }) => parametros),
  };
}

const proprio = ({ autor: { pacienteId }, alcance, paciente }: Pergunta): Condicao[] =>
  alcance.proprio && typeof pacienteId === 'number'
    ? [{ sql: `${paciente} = ?`, parametros: [pacienteId] }]
    : [];

const aplicaveis = (formas: readonly FormaDeCuidado[], { autor, alcance, agora }: Pergunta) =>
  (alcance.sobCuidado ? formas : []).flatMap((forma) => {
    const parametros = forma.parametros(autor, alcance, agora);
    return parametros === null ? [] : [{ forma, parametros }];
  });

const qualquer = (condicoes: readonly Condicao[]): Condicao =>
  condicoes.length === 0
    ? NINGUEM
    : {
        sql: `(${condicoes.map(({ sql }) => sql).join(' OR ')})`,
        parametros: condicoes.flatMap(({ parametros }) => parametros),
      };
