import { parseArgs } from 'node:util';
import type { Ancora } from '../../src/plataforma/auditoria/verificar-cadeia.js';
import { ErroDeUso } from '../aih/erro-de-uso.js';

export interface Opcoes {
  readonly ancora?: Ancora;
  readonly ajuda: boolean;
}

export const AJUDA = `Uso: npm run auditoria:verificar -- [opções]

Refaz, só lendo, a cadeia de selos da trilha de auditoria, e diz qual é a primeira linha que não está como foi
selada: alterada, apagada, trocada, inserida ou cortada. O banco é o do produto (.env e variáveis de ambiente),
que pode estar no ar; a chave é a dele (AUDITORIA_CHAVE ou, sem ela, JWT_SECRET).

  --ancora SEQ:HASH   o fim da cadeia como já foi, guardado fora do banco (dos registros do processo, ou de
                      GET /v1/auditoria/selo): acusa também quem cortou o fim ou refez tudo com a chave
  --ajuda             mostra este texto

Escreve a âncora de agora: guarde-a fora desta máquina. Termina com 0 se tudo está como foi selado, com 1 se
algo não está, com 2 se não pôde começar.`;

const ANCORA = /^(\d{1,10}):([0-9a-f]{64})$/;

/** Reads the command line; throws ErroDeUso when it makes no sense. */
export function lerOpcoes(argumentos: string[]): Opcoes {
  let values: { ancora?: string; ajuda: boolean };
  try {
    ({ values } = parseArgs({
      args: argumentos,
      options: { ancora: { type: 'string' }, ajuda: { type: 'boolean', default: false } },
    }));
  } catch (erro) {
    const motivo = erro instanceof Error ? erro.message : String(erro);
    throw new ErroDeUso(`Não entendi a linha de comando (${motivo})\n\n${AJUDA}`);
  }
  if (values.ancora === undefined) return { ajuda: values.ajuda };
  const [, sequencia, hash] = ANCORA.exec(values.ancora) ?? [];
  if (sequencia === undefined || hash === undefined)
    throw new ErroDeUso(
      `A âncora "${values.ancora.slice(0, 80)}" não é SEQ:HASH, como sai daqui.\n\n${AJUDA}`,
    );
  return { ajuda: values.ajuda, ancora: { sequencia: Number(sequencia), hash } };
}
