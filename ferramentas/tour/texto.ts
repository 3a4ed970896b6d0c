/** Breaks a sentence between words into lines of at most `colunas`. */
export function quebrar(frase: string, colunas: number): string[] {
  const linhas: string[] = [];
  let atual = '';
  for (const palavra of frase.split(' ')) {
    if (atual !== '' && atual.length + 1 + palavra.length > colunas) {
      linhas.push(atual);
      atual = palavra;
    } else atual = atual === '' ? palavra : `${atual} ${palavra}`;
  }
  return [...linhas, atual];
}

/** `1 consulta`, `2 consultas`. */
export const contar = (n: number, nome: string): string => `${n} ${nome}${n === 1 ? '' : 's'}`;

/** `0,8 ms`, `12 ms`, `1,4 s`. */
export function tempo(ms: number): string {
  if (ms >= 1000) return `${decimal(ms / 1000)} s`;
  return `${ms < 10 ? decimal(ms) : Math.round(ms)} ms`;
}

const decimal = (numero: number): string => numero.toFixed(1).replace('.', ',');
