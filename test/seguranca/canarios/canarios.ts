/** What must stay in its place, each of its own kind: planted in requests, and looked for where nobody may find it. */
export const ESPECIES = [
  'cpf',
  'cns',
  'nome',
  'email',
  'clinico',
  'senha',
  'token',
  'cartao',
  'endereco',
  'telefone',
] as const;
export type Especie = (typeof ESPECIES)[number];

const DE_CADA = 20;

/** What a number ends in so that it is a CPF. */
function comDigitosDeCpf(base: string): string {
  const digito = (numeros: string): string => {
    const soma = [...numeros].reduce((s, d, i) => s + Number(d) * (numeros.length + 1 - i), 0);
    return String(((soma * 10) % 11) % 10);
  };
  const primeiro = base + digito(base);
  return primeiro + digito(primeiro);
}

/** A provisional CNS, begun with 7: the sum of its digits by their weights is a multiple of 11. */
function comDigitosDeCns(base: string): string {
  const soma = [...base].reduce((s, d, i) => s + Number(d) * (15 - i), 0);
  for (let fim = 0; fim < 100; fim++)
    if ((soma + Math.floor(fim / 10) * 2 + (fim % 10)) % 11 === 0) return base + String(fim).padStart(2, '0');
  return base;
}

const letras = (n: number): string => [...String(n)].map((d) => 'abcdefghij'[Number(d)]).join('');

const FAZER: Readonly<Record<Especie, (n: number) => string>> = {
  cpf: (n) => comDigitosDeCpf(String(318_250_907 + n * 7_919)),
  cns: (n) => comDigitosDeCns(String(7_318_250_907_003 + n * 104_729)),
  nome: (n) => `Zulmira${letras(n)} Xavante${letras(n * 31)}`,
  email: (n) => `canario${n}.xavante@quitandinha.example`,
  clinico: (n) => `canario-clinico-${n} esquizofrenia refrataria`,
  senha: (n) => `Senha-Canario-${n}-bem-longa-7Q`,
  token: (n) => `canarioToken${letras(n)}${'k9Zx'.repeat(9)}${n}`,
  cartao: (n) => `CARTEIRA-CANARIO-${String(n * 1_313).padStart(6, '0')}`,
  endereco: (n) => `Travessa do Canario Belga ${letras(n * 17)}`,
  telefone: (n) => `119${String(73_190_250 + n * 7_919)}`,
};

export interface Canario {
  readonly especie: Especie;
  readonly valor: string;
}

/** Two hundred of them, taken in turn by kind. */
export class Canarios {
  readonly todos: readonly Canario[] = ESPECIES.flatMap((especie) =>
    Array.from({ length: DE_CADA }, (_, i) => ({ especie, valor: FAZER[especie](i + 101) })),
  );
  readonly usados = new Set<string>();
  readonly #vez = new Map<Especie, number>();

  proximo(especie: Especie): string {
    const vez = this.#vez.get(especie) ?? 0;
    this.#vez.set(especie, vez + 1);
    const { valor } = this.todos.filter((c) => c.especie === especie)[vez % DE_CADA]!;
    this.usados.add(valor);
    return valor;
  }

  /** Those that are in the text, in any case, digits also as people punctuate them. */
  em(texto: string): Canario[] {
    const baixo = texto.toLowerCase();
    return this.todos.filter(({ especie, valor }) => formas(especie, valor).some((f) => baixo.includes(f)));
  }
}

function formas(especie: Especie, valor: string): string[] {
  const normal = valor.toLowerCase();
  if (especie === 'cpf') return [normal, normal.replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4')];
  if (especie === 'email' || especie === 'clinico' || especie === 'endereco')
    return [normal, encodeURIComponent(normal).toLowerCase()];
  return [normal];
}

/** Which kind a field is of, by its name; null: it says nothing of anybody. */
export function especieDoCampo(campo: string, caminho: string): Especie | null {
  if (/senha/i.test(campo)) return 'senha';
  if (/token|codigo.*fator|^codigo$/i.test(campo)) return 'token';
  if (/^cpf$/i.test(campo)) return 'cpf';
  if (/^cns$/i.test(campo)) return 'cns';
  if (/email/i.test(campo)) return 'email';
  if (/telefone/i.test(campo)) return 'telefone';
  if (/carteira/i.test(campo)) return /^validade/.test(campo) ? null : 'cartao';
  if (/^(logradouro|complemento|bairro|cidade)$/.test(campo)) return 'endereco';
  if (
    /^(observacao|motivo|descricao|resposta|fundamento|justificativa|alergias|biografia|parecer)/.test(campo)
  )
    return 'clinico';
  if (/^nome/i.test(campo) && !/\/(setores|convenios|especialidades|hospital)/.test(caminho)) return 'nome';
  return null;
}
