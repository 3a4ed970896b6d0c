import { descricaoDoEvento } from '../eventos/evento.js';
import { type DeclaracaoDeSaga, METADADO_DE_SAGA } from '../eventos/saga-duravel.js';
import { ConjuntoDeInvariantes, type Invariante } from './invariante.js';

/** A durable saga that listens to a type of event. */
export interface Escuta {
  readonly tipo: string;
  readonly saga: string;
}

/** Everything that can be audited, and what the audit must know of the product. */
export interface Acervo {
  readonly invariantes: readonly Invariante[];
  readonly escutas: readonly Escuta[];
}

const CODIGO = /^[A-Z]+\.[A-Z_]+$/;

/** Finds the invariants and the sagas among what the modules provide: classes and values. */
export function reunir(provedores: readonly unknown[]): Acervo {
  const invariantes = provedores.flatMap((p) => (p instanceof ConjuntoDeInvariantes ? p.lista : []));
  const codigos = invariantes.map(({ codigo }) => codigo);
  const repetido = codigos.find((codigo, i) => codigos.indexOf(codigo) !== i || !CODIGO.test(codigo));
  if (repetido !== undefined) throw new Error(`${repetido} is no name for an invariant, or is that of two.`);
  return {
    invariantes: invariantes.sort((a, b) => (a.codigo < b.codigo ? -1 : 1)),
    escutas: provedores.flatMap((p) => (typeof p === 'function' ? escutaDe(p) : [])),
  };
}

function escutaDe(classe: object): Escuta[] {
  const declaracao = Reflect.getMetadata(METADADO_DE_SAGA, classe) as DeclaracaoDeSaga | undefined;
  return declaracao ? [{ tipo: descricaoDoEvento(declaracao.evento).tipo, saga: declaracao.nome }] : [];
}
