import type { Ambiente } from '../config/ambiente.js';
import { Impedimento } from './impedimento.js';
import { origemDoErro } from './origem-do-erro.js';

type Endereco = Pick<Ambiente, 'porta' | 'host'>;

/** The port above the one that is taken is most likely free. */
const vizinha = (porta: number): number => (porta < 65_535 ? porta + 1 : 8_000);

const POR_CODIGO: Readonly<Record<string, (endereco: Endereco) => string>> = {
  EADDRINUSE: ({ porta, host }) =>
    `A porta ${porta} de ${host} já está em uso. Encerre o outro programa, ou escolha outra porta:\n` +
    `  PORT=${vizinha(porta)} npm start`,
  EACCES: ({ porta, host }) =>
    `O sistema não deixa este usuário escutar na porta ${porta} de ${host}: abaixo de 1024 é preciso ser\n` +
    'administrador. Escolha outra porta e, se quiser a 80 ou a 443, ponha um proxy à frente:\n' +
    '  PORT=8000 npm start',
  EADDRNOTAVAIL: foraDaMaquina,
  ENOTFOUND: foraDaMaquina,
  EAI_AGAIN: foraDaMaquina,
};

function foraDaMaquina({ porta, host }: Endereco): string {
  return (
    `${host}, de HOST, não é um endereço desta máquina. Use 127.0.0.1 (só esta máquina) ou 0.0.0.0 (toda a rede):\n` +
    `  HOST=127.0.0.1 PORT=${porta} npm start`
  );
}

/** The same error, explained where listening to this address is what failed. */
export function explicarEscuta(erro: unknown, endereco: Endereco): unknown {
  const frase = POR_CODIGO[origemDoErro(erro).codigo]?.(endereco);
  return frase === undefined ? erro : new Impedimento(frase, { cause: erro });
}
