import { type Esquema, type Esquemas, resolver } from '../documento/esquema.js';
import { eReferencia, type Valor } from '../passos/passo.js';
import { CAMPOS_INTRUSOS } from './textos.js';

/** A valid value with one rule of its schema broken. */
export interface Quebra {
  /** `maxLength: endereco.cep`; the same for all values that break the same thing. */
  readonly regra: string;
  readonly valor: Valor;
}

/** Which rule, and what to put in the place; undefined: nothing, the field goes away. */
type Troca = readonly [regra: string, valor: Valor | undefined];

/** Every way, of those known, to break one rule of the schema in this value. */
export function quebrar(esquemas: Esquemas, original: Esquema, valor: Valor): Quebra[] {
  return trocas(esquemas, original, valor, '').flatMap(([regra, troca]) =>
    troca === undefined ? [] : [{ regra, valor: troca }],
  );
}

function trocas(esquemas: Esquemas, original: Esquema, valor: Valor, onde: string): Troca[] {
  const esquema = resolver(esquemas, original);
  const aqui = deUm(esquema, valor).map(([regra, troca]): Troca => [`${regra}: ${onde || 'corpo'}`, troca]);
  return [...aqui, ...dentro(esquemas, esquema, valor, onde)];
}

function dentro(esquemas: Esquemas, esquema: Esquema, valor: Valor, onde: string): Troca[] {
  if (Array.isArray(valor)) {
    const itens = valor as readonly Valor[];
    if (itens.length === 0 || !esquema.items) return [];
    return trocas(esquemas, esquema.items, itens[0]!, `${onde}[0]`).map(([regra, troca]) => [
      regra,
      troca === undefined ? undefined : [troca, ...itens.slice(1)],
    ]);
  }
  if (!esquema.properties || typeof valor !== 'object' || valor === null || eReferencia(valor)) return [];
  const objeto = valor as Readonly<Record<string, Valor>>;
  const campos = Object.entries(esquema.properties).flatMap(([nome, campo]): Troca[] => {
    const caminho = onde ? `${onde}.${nome}` : nome;
    const { [nome]: atual, ...resto } = objeto;
    const ausencia: Troca[] = esquema.required?.includes(nome) ? [[`required: ${caminho}`, resto]] : [];
    // A field that was left out can be broken too: only its presence is new.
    const mudados = trocas(esquemas, campo, atual ?? null, caminho).map(([regra, troca]): Troca => [
      regra,
      troca === undefined ? undefined : { ...objeto, [nome]: troca },
    ]);
    return [...ausencia, ...mudados];
  });
  const intrusos = CAMPOS_INTRUSOS.filter((nome) => !(nome in esquema.properties!)).map((nome): Troca => [
    `additionalProperties ${nome}: ${onde || 'corpo'}`,
    comCampo(objeto, nome),
  ]);
  return [...campos, ...intrusos];
}

/** Even one called `__proto__`. */
const comCampo = (objeto: Readonly<Record<string, Valor>>, nome: string): Valor =>
  Object.fromEntries([...Object.entries(objeto), [nome, nome === 'papeis' ? ['ADMIN'] : 1]]);

const OUTROS_TIPOS: Readonly<Record<NonNullable<Esquema['type']>, readonly Valor[]>> = {
  string: [123, true, {}, ['x']],
  integer: ['1', 1.5, true, {}, [1], { $cru: '1e400' }, { $cru: '-0.5' }],
  number: ['1', true, {}, [1], { $cru: '1e400' }],
  boolean: ['true', 1, 'sim', {}],
  array: [{}, 'x', 1],
  object: [[], 'x', 1],
};

const FORMATOS_RUINS: Readonly<Record<string, readonly string[]>> = {
  date: ['2023-02-30', '2023-13-01', '2023-W05', '0000-00-00', '2023-1-1', '2023-02-28T00:00:00Z', 'ontem'],
  'date-time': [
    '2023-02-30T10:00:00Z',
    '2023-01-01T25:00:00Z',
    '2023-01-01T10:00:00',
    '2023-01-01 10:00Z',
    'agora',
  ],
  email: ['a@', '@b', 'a b@c.com', 'sem-arroba'],
  cpf: ['529.982.247-24', '111.111.111-11', '1'],
  cns: ['123456789010001', '898000000000000'],
  cnpj: ['12.ABC.345/01DE-34', '11.111.111/1111-11'],
  cep: ['0131010', 'ABCDEFGH'],
  telefone: ['123', '(00) 0000-0000'],
  'registro-ans': ['12345', 'ABCDEF'],
  'cid-10': ['1234', 'JJ18', 'J1'],
  'numero-de-conselho': ['çç', '<>'],
  'fuso-horario': ['Marte/Olympus', 'UTC+3 horas'],
};

function deUm(esquema: Esquema, valor: Valor): Troca[] {
  const { type, nullable, format, pattern, minLength, maxLength, minimum, maximum, minItems, maxItems } =
    esquema;
  const numero = esquema.type === 'integer' || esquema.type === 'number';
  return [
    ...(nullable ? [] : [['null', null] as const]),
    ...(type ? OUTROS_TIPOS[type].map((outro): Troca => [`type ${JSON.stringify(outro)}`, outro]) : []),
    ...(esquema.enum ? ['NAO_EXISTE', '', `${esquema.enum[0]!} x`].map((v): Troca => [`enum ${v}`, v]) : []),
    ...(minLength
      ? [['minLength', 'm'.repeat(minLength - 1)] as const, ['vazio', ' '.repeat(minLength)] as const]
      : []),
    ...(maxLength !== undefined && !esquema.enum
      ? ([
          ['maxLength', 'm'.repeat(maxLength + 1)],
          ['maxLength invisível', `m${'\ufe0f'.repeat(maxLength)}`],
        ] as const)
      : []),
    ...(numero && minimum !== undefined ? [['minimum', abaixoDe(esquema, minimum)] as const] : []),
    ...(numero && maximum !== undefined
      ? ([
          ['maximum', maximum + 1],
          ['maximum 2^31', 2 ** 31],
          ['maximum 2^53+1', { $cru: '9007199254740993' }],
        ] as const)
      : []),
    ...(FORMATOS_RUINS[format ?? ''] ?? []).map((ruim): Troca => [`format ${ruim}`, ruim]),
    ...(pattern === undefined ? [] : [['pattern', ';;;'] as const]),
    ...(minItems ? [['minItems', []] as const] : []),
    ...(Array.isArray(valor) && valor.length > 0
      ? listasRuins(valor as readonly Valor[], maxItems, esquema.uniqueItems)
      : []),
  ];
}

const abaixoDe = (esquema: Esquema, minimo: number): number =>
  esquema.exclusiveMinimum ? minimo : minimo - 1;

const listasRuins = (itens: readonly Valor[], maximo?: number, unicos?: boolean): Troca[] => [
  ...(maximo === undefined ? [] : [['maxItems', Array<Valor>(maximo + 1).fill(itens[0]!)] as const]),
  ...(unicos ? [['uniqueItems', [itens[0]!, itens[0]!]] as const] : []),
];
