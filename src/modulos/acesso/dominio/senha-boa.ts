import { type ErroDeDominio, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import { FILEIRAS, PALAVRAS_COMUNS } from './palavras-comuns.js';

export const MENOR_SENHA = 8;
export const MAIOR_SENHA = 128;

/** Whose password it will be, and where: what others would try first. */
export interface ContextoDaSenha {
  readonly nome: string;
  readonly email: string;
  /** What the hospital calls itself. */
  readonly hospital?: string;
}

/** Shorter ones turn up inside other words ("ana" in "semana"). */
const MENOR_PALAVRA = 4;
/** How many digits and signs around a common word still leave it common. */
const MAIOR_ENFEITE = 6;
/** In the name of many a hospital, and in many a good phrase. */
const DE_QUALQUER_HOSPITAL = new Set(['hospital', 'clinica', 'santa', 'casa', 'centro', 'saude', 'medico']);
const TROCAS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
};

/**
 * Refuses (422) a password that others would guess: too short or long once normalised (NFKC), very common, or with the
 * person's or the hospital's name in it. No rule about its composition: a long phrase is the best there is (OWASP ASVS 5.0
 * V6.2; NIST SP 800-63B 5.1.1.2).
 */
export function exigirSenhaBoa(senha: string, contexto: ContextoDaSenha, campo = 'senha'): void {
  const tamanho = senha.normalize('NFKC').length;
  if (tamanho < MENOR_SENHA || tamanho > MAIOR_SENHA)
    throw recusa('TAMANHO', `A senha deve ter de ${MENOR_SENHA} a ${MAIOR_SENHA} caracteres.`, campo);
  const simples = simplificar(senha);
  const palavra = palavrasDoContexto(contexto).find((p) => contem(simples, p.termo));
  if (palavra)
    throw recusa('PREVISIVEL', `A senha não pode conter ${palavra.oQue}: é o que se tenta primeiro.`, campo);
  if (comum(simples))
    throw recusa(
      'COMUM',
      'Essa senha está entre as mais usadas, e é das primeiras que se tentam. Prefira uma frase que só você diria.',
      campo,
    );
}

const recusa = (motivo: string, mensagem: string, campo: string): ErroDeDominio =>
  regraViolada(`ACESSO.SENHA_${motivo}`, mensagem, campo);

/** Lower case, without accents. */
const simplificar = (texto: string): string =>
  texto.normalize('NFKC').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** As it reads: `s3nh@` is "senha". */
const desenfeitar = (texto: string): string => texto.replace(/[@431!05$7]/g, (sinal) => TROCAS[sinal]!);

const contem = (senha: string, termo: string): boolean =>
  senha.includes(termo) || desenfeitar(senha).includes(termo);

interface Palavra {
  readonly termo: string;
  readonly oQue: string;
}

function palavrasDoContexto({ nome, email, hospital = '' }: ContextoDaSenha): Palavra[] {
  const local = simplificar(email).split('@')[0]!;
  const doHospital = palavrasDe(hospital).filter((p) => !DE_QUALQUER_HOSPITAL.has(p));
  return [
    ...palavrasDe(nome).map((termo) => ({ termo, oQue: 'o nome da pessoa' })),
    ...[local, local.replace(/[^\p{L}\p{N}]/gu, '')].map((termo) => ({ termo, oQue: 'o e-mail' })),
    ...['plantao', ...doHospital].map((termo) => ({ termo, oQue: 'o nome do hospital ou do sistema' })),
  ].filter(({ termo }) => termo.length >= MENOR_PALAVRA);
}

const palavrasDe = (texto: string): string[] => simplificar(texto).split(/[^\p{L}\p{N}]+/u);

/** A common word, with a few digits or signs around it; a stretch of the keyboard; a date; one thing repeated. */
const comum = (senha: string): boolean =>
  /^(.{1,4})\1+.{0,3}$/u.test(senha) || /^\d{1,11}$/.test(senha) || daFileira(senha) || palavraComum(senha);

/** Tries every part that may be the word: `$` and `3` are letters in `$3nh@`, and signs in `senha$3`. */
function palavraComum(senha: string): boolean {
  const antes = /^[^\p{L}]*/u.exec(senha)![0].length;
  const depois = senha.length - /[^\p{L}]*$/u.exec(senha)!.index;
  for (let inicio = 0; inicio <= Math.min(antes, MAIOR_ENFEITE); inicio++)
    for (let fim = 0; fim <= Math.min(depois, MAIOR_ENFEITE - inicio); fim++) {
      const miolo = senha.slice(inicio, senha.length - fim);
      if (PALAVRAS_COMUNS.has(miolo) || PALAVRAS_COMUNS.has(desenfeitar(miolo))) return true;
    }
  return false;
}

const daFileira = (senha: string): boolean =>
  FILEIRAS.some((fileira) => {
    const ida = fileira.repeat(3);
    return ida.includes(senha) || [...ida].reverse().join('').includes(senha);
  });
