import type { Type } from '@nestjs/common';
import type { Papel } from '../seguranca/autor.js';

/** Where @nestjs/swagger keeps what `ApiProperty` says, and in which order. */
const PROPRIEDADE = 'swagger/apiModelProperties';
const PROPRIEDADES = 'swagger/apiModelPropertiesArray';

const RESTRITOS = Symbol('campos restritos');
const REGISTRO = Symbol('registro clínico');

/** The records in which this field says this; null: all. */
type Onde = readonly [campo: string, valor: string] | null;

/** A field that not everybody to whom the route opens may see. To the others it is absent: null would be an answer. */
export type CampoRestrito =
  | {
      readonly campo: string;
      readonly tipo: 'clinico';
      readonly tambem: readonly Papel[];
      readonly onde: Onde;
    }
  | { readonly campo: string; readonly tipo: 'referencia'; readonly de: string }
  | { readonly campo: string; readonly tipo: 'perfil'; readonly papeis: readonly Papel[] };

/** What the clinical fields of a class of answers are of. */
export interface RegistroClinico {
  /** As `@Rota({ alvo })` names it. */
  readonly tipo: string;
  /** The field with its id; `rota`: the `{id}` of the address. */
  readonly id: 'id' | 'rota';
  /** The field with its patient; `registro`: asked of whoever knows whose the record is. */
  readonly paciente: 'id' | 'pacienteId' | 'registro';
}

/** What of a class of answers is restricted, in it and in what it holds. */
export interface PlanoDeVisao {
  readonly restritos: readonly CampoRestrito[];
  readonly dentro: readonly { readonly campo: string; readonly plano: PlanoDeVisao }[];
  readonly registro: RegistroClinico | null;
}

/**
 * A clinical field of an answer: of who treats the patient, of the patient himself and of ADMIN; `tambem`, of these
 * roles as well, and `onde` in which records only. Above the decorator that documents the field.
 */
export const Clinico = ({
  tambem = [],
  onde = null,
}: { tambem?: readonly Papel[]; onde?: Onde } = {}): PropertyDecorator =>
  restringir(
    (campo) => ({ campo, tipo: 'clinico', tambem, onde }),
    [
      'Dado clínico: de quem cuida do paciente, do próprio paciente e de ADMIN',
      ...(tambem.length > 0 ? [`, e também de ${tambem.join(', ')}`] : []),
      ...(onde ? [` quando \`${onde[0]}\` é ${onde[1]}`] : []),
      '; ausente para os demais.',
    ].join(''),
  );

/** The id of a record of this kind in an answer that is nobody's in particular: absent where it is out of reach. */
export const SoAoAlcance = (de: string): PropertyDecorator =>
  restringir((campo) => ({ campo, tipo: 'referencia', de }), 'Ausente para quem não alcança esse registro.');

/** A field, not clinical, that is for these roles, and ADMIN. */
export const SoPara = (...papeis: readonly Papel[]): PropertyDecorator =>
  restringir(
    (campo) => ({ campo, tipo: 'perfil', papeis }),
    `Só de ADMIN, ${papeis.join(', ')}; ausente para os demais.`,
  );

/** Says what the clinical fields of this class are of, so that seeing them leaves its row. */
export const CamposClinicosDe =
  (registro: RegistroClinico): ClassDecorator =>
  (classe) =>
    Reflect.defineMetadata(REGISTRO, registro, classe);

function restringir(comoRestrito: (campo: string) => CampoRestrito, nota: string): PropertyDecorator {
  return (prototipo, nome) => {
    const campo = String(nome);
    const herdados = (Reflect.getMetadata(RESTRITOS, prototipo) ?? []) as readonly CampoRestrito[];
    Reflect.defineMetadata(RESTRITOS, [...herdados, comoRestrito(campo)], prototipo);
    const { description = '', ...resto } = propriedade(prototipo, campo);
    const documentada = { ...resto, required: false, description: `${description} ${nota}`.trim() };
    Reflect.defineMetadata(PROPRIEDADE, documentada, prototipo, campo);
  };
}

const planos = new Map<Type<unknown>, PlanoDeVisao | null>();

/** The plan of a class of answers; null when nothing in it is restricted. */
export function planoDeVisao(classe: Type<unknown>): PlanoDeVisao | null {
  const feito = planos.get(classe);
  if (feito !== undefined) return feito;
  planos.set(classe, null);
  const prototipo = classe.prototype as object;
  const restritos = (Reflect.getMetadata(RESTRITOS, prototipo) ?? []) as readonly CampoRestrito[];
  const registro = (Reflect.getMetadata(REGISTRO, classe) ?? null) as RegistroClinico | null;
  if (registro === null && restritos.some(({ tipo }) => tipo === 'clinico'))
    throw new Error(`${classe.name} has clinical fields and does not say of what (@CamposClinicosDe).`);
  const dentro = camposDe(prototipo).flatMap((campo) => {
    const outra = classeDentro(prototipo, campo);
    const plano = outra && planoDeVisao(outra);
    return plano ? [{ campo, plano }] : [];
  });
  const plano = restritos.length + dentro.length === 0 ? null : { restritos, dentro, registro };
  planos.set(classe, plano);
  return plano;
}

interface Propriedade {
  readonly description?: string;
  readonly type?: unknown;
}

const propriedade = (prototipo: object, campo: string): Propriedade =>
  (Reflect.getMetadata(PROPRIEDADE, prototipo, campo) ?? {}) as Propriedade;

const camposDe = (prototipo: object): string[] =>
  ((Reflect.getMetadata(PROPRIEDADES, prototipo) ?? []) as string[]).map((nome) => nome.slice(1));

/** The class of an object, or of the items of a list, that a field holds: `Objeto` and `Lista` say it by a function. */
function classeDentro(prototipo: object, campo: string): Type<unknown> | null {
  const { type } = propriedade(prototipo, campo);
  return typeof type === 'function' && type.name === 'type' ? (type as () => Type<unknown>)() : null;
}
