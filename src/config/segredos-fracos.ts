/** What is tried first by who guesses, without its digits, marks and accents; and what the guides write as an example. */
const CONHECIDAS = new Set([
  ...[
    'password',
    'passw',
    'pass',
    'senha',
    'senhas',
    'minhasenha',
    'umasenha',
    'secret',
    'segredo',
    'changeme',
  ],
  ...['admin', 'administrador', 'administrator', 'root', 'toor', 'user', 'usuario', 'guest', 'test', 'teste'],
  ...[
    'qwerty',
    'qwertyuiop',
    'asdfgh',
    'asdfghjkl',
    'abc',
    'abcdef',
    'letmein',
    'welcome',
    'bemvindo',
    'mudar',
  ],
  ...[
    'hospital',
    'plantao',
    'medico',
    'enfermagem',
    'brasil',
    'iloveyou',
    'dragon',
    'monkey',
    'mysql',
    'mariadb',
  ],
  ...['senhadeteste', 'demonstracao', 'demo', 'adminadmin', 'senhasenha', 'trocar', 'trocarsenha', 'mudeme'],
  ...['senhaforte', 'senhasegura', 'hospitaladmin', 'adminhospital', 'plantaoadmin', 'adminplantao'],
]);

/** Words that no random key has by chance, and that the keys of guides, examples and tests have. */
const DE_EXEMPLO = [
  ...[
    'secret',
    'segredo',
    'senha',
    'password',
    'chave',
    'changeme',
    'change-me',
    'troque',
    'example',
    'exemplo',
  ],
  ...['placeholder', 'keyboard', 'plantao', 'hospital', 'default'],
];

const semAcentos = (texto: string): string => texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a password is one that anybody would try: a known word with or without digits, one thing repeated, a sequence. */
export function senhaFraca(senha: string): boolean {
  const letras = semAcentos(senha).replace(/[^a-z]/g, '');
  return CONHECIDAS.has(letras) || letras === '' || repetida(senha) || emSequencia(senha);
}

/** Whether a key that signs could be guessed: an example of somebody's guide, or too little variety to be random. */
export function chaveFraca(chave: string): boolean {
  const minuscula = semAcentos(chave);
  return (
    DE_EXEMPLO.some((palavra) => minuscula.includes(palavra)) ||
    senhaFraca(chave) ||
    bitsDe(chave) < MENOR_ENTROPIA
  );
}

/** Bits, as the variety of its characters shows: 32 random hexadecimal digits have about 120. */
const MENOR_ENTROPIA = 96;

function bitsDe(texto: string): number {
  const vezes = new Map<string, number>();
  for (const c of texto) vezes.set(c, (vezes.get(c) ?? 0) + 1);
  let porCaractere = 0;
  for (const n of vezes.values()) porCaractere -= (n / texto.length) * Math.log2(n / texto.length);
  return porCaractere * texto.length;
}

/** `aaaaaaaa`, `abcabcabcabc`. */
const repetida = (texto: string): boolean => /^(.{1,8}?)\1+$/s.test(texto);

/** `12345678`, `abcdefgh`, `87654321`, however long. */
function emSequencia(texto: string): boolean {
  const passos = new Set([...texto].slice(1).map((c, i) => c.codePointAt(0)! - texto.codePointAt(i)!));
  return texto.length > 2 && passos.size === 1 && Math.abs([...passos][0]!) <= 1;
}
