import { parseArgs } from 'node:util';
import { ErroDeUso } from '../ferramentas/aih/erro-de-uso.js';
import type { Motor } from '../ferramentas/apoio/base.js';

export interface Opcoes {
  readonly semente: number;
  readonly curto: boolean;
  /** Codes of the scenarios to run; all when empty. */
  readonly so: readonly string[];
  readonly motor: Motor | null;
  /** How many scenarios at the same time, each on a database server of its own. */
  readonly pistas: number;
  /** Leave the known-bad products out. */
  readonly semRuins: boolean;
  /** Nothing but them: does every scenario still see? */
  readonly soRuins: boolean;
}

export const ajuda = (cenarios: readonly { codigo: string; descricao: string }[]): string =>
  `Uso: npm run caos -- [opções]

Maltrata o produto de propósito e confere, depois, que nada se perdeu nem dobrou. Cada cenário é
rodado também em versões sabidamente ruins do produto, e precisa apanhá-las.

  --curto          versão de poucos minutos, como na integração contínua
  --so A,B         só estes cenários
  --motor M        só neste banco: sqlite ou mysql
  --semente N      semente do sorteio (padrão 20260601)
  --pistas N       cenários ao mesmo tempo (padrão 3)
  --sem-ruins      sem as versões ruins
  --so-ruins       só elas
  --ajuda          mostra este texto

Cenários:
${cenarios.map(({ codigo, descricao }) => `  ${codigo.padEnd(20)} ${descricao}`).join('\n')}`;

/** Reads the command line; an unknown option or scenario is an error that says so. */
export function lerOpcoes(argumentos: readonly string[], codigos: readonly string[]): Opcoes {
  const valores = separar(argumentos);
  const so = (valores.so ?? '').split(',').filter(Boolean);
  const desconhecidos = so.filter((codigo) => !codigos.includes(codigo));
  if (desconhecidos.length > 0)
    throw new ErroDeUso(`Cenário que não conheço: ${desconhecidos.join(', ')}. Há: ${codigos.join(', ')}.`);
  const { motor = null } = valores;
  if (motor !== null && motor !== 'sqlite' && motor !== 'mysql')
    throw new ErroDeUso(`--motor precisa ser sqlite ou mysql: ${motor}`);
  return {
    semente: lerInteiro('--semente', valores.semente, 2 ** 31 - 1),
    curto: valores.curto,
    so,
    motor,
    pistas: lerInteiro('--pistas', valores.pistas, 8),
    semRuins: valores['sem-ruins'],
    soRuins: valores['so-ruins'],
  };
}

function separar(argumentos: readonly string[]) {
  try {
    return parseArgs({
      args: [...argumentos],
      options: {
        semente: { type: 'string', default: '20260601' },
        curto: { type: 'boolean', default: false },
        so: { type: 'string' },
        motor: { type: 'string' },
        pistas: { type: 'string', default: '3' },
        'sem-ruins': { type: 'boolean', default: false },
        'so-ruins': { type: 'boolean', default: false },
      },
    }).values;
  } catch (erro) {
    const motivo = erro instanceof Error ? erro.message : String(erro);
    throw new ErroDeUso(`Opção que não conheço (${motivo}). Veja npm run caos -- --ajuda.`);
  }
}

function lerInteiro(opcao: string, texto: string, maximo: number): number {
  const numero = Number(texto);
  if (!Number.isInteger(numero) || numero < 1 || numero > maximo || texto.trim() === '')
    throw new ErroDeUso(`${opcao} precisa ser um número inteiro de 1 a ${maximo}: ${texto}`);
  return numero;
}
