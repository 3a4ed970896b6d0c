import fc, { type Arbitrary } from 'fast-check';

const PALAVRAS = [
  'Ala',
  'Conceição',
  'São João',
  "D'Ávila",
  'Müller',
  'Østergård',
  '山田',
  'ליאור',
  'نور',
  'Zé 🩺',
  'Ção-ção',
  '100%',
  'a_b',
] as const;

/** What a person may type: accents, other scripts, signs that SQL and HTML use. Never blank, never with edges to trim. */
export const TEXTO_COMUM: Arbitrary<string> = fc
  .array(fc.constantFrom(...PALAVRAS), { minLength: 1, maxLength: 3 })
  .map((palavras) => palavras.join(' '));

/** What must come back as it went, or be refused: never run, never cut, never a failure. */
export const TEXTOS_HOSTIS = [
  "' OR '1'='1",
  "'; DROP TABLE pacientes; --",
  "x' UNION SELECT email, senha_hash FROM usuarios --",
  '" OR ""="',
  '\\',
  "\\'; SELECT 1; --",
  '%',
  '_',
  '%%%\\_',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  '../../../../etc/passwd',
  'linha 1\r\nX-Injetado: sim',
  'nulo \u0000 no meio',
  'meio par \ud83d solto',
  'fim \udc00',
  '\u202egnirts\u202c',
  '👩‍⚕️🏥',
  'a\u0301\u0301\u0301',
  'ﬁ ſ İ ı ẞ',
  '\u200b\u200b\u200b',
  '   ',
  '\ufeffmarca',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  '__proto__',
  '1e400',
  '-0',
  '\u001b[31mvermelho',
  '\u007f',
] as const;

/** Fields that no request may set: what the server alone knows, and what every object has. */
export const CAMPOS_INTRUSOS = [
  'id',
  'versao',
  'status',
  'ativo',
  'criadoEm',
  'senhaHash',
  'autorId',
  'papeis',
  '__proto__',
  'constructor',
  'toString',
  'campoQueNaoExiste',
] as const;
