import { parseArgs } from 'node:util';
import { ErroDeUso } from '../aih/erro-de-uso.js';

export interface Opcoes {
  readonly api: string;
  readonly email: string;
  readonly senha: string;
  readonly pausa: boolean;
  /** Also where the patients may be real. */
  readonly gravarMesmoAssim: boolean;
  readonly ajuda: boolean;
}

/** The administrator of the demonstration; everybody knows him, and he enters only from this machine. */
const EMAIL = 'admin@hospital.local';
const SENHA = 'demonstracao';

export const AJUDA = `Uso: npm run tour -- [opções]

Conta a história de uma internação, pedido a pedido, num servidor que está no ar (npm start).

  --api URL             endereço do servidor (padrão: o de HOST e PORT, http://127.0.0.1:8000)
  --email, --senha      quem entra (padrão: TOUR_SENHA para a senha; senão ADMIN_EMAIL e
                        ADMIN_SENHA; senão o administrador da demonstração)
  --pausa               espera Enter entre os capítulos
  --gravar-mesmo-assim  inventa pacientes também num servidor que não é de demonstração
  --ajuda               mostra este texto

NO_COLOR=1 tira as cores; FORCE_COLOR=1 as põe também fora de um terminal.`;

/** Reads the command line and the environment; throws ErroDeUso when they make no sense. */
export function lerOpcoes(argumentos: string[], ambiente: NodeJS.ProcessEnv): Opcoes {
  const valores = separar(argumentos);
  return {
    api: lerApi(valores.api ?? enderecoLocal(ambiente)),
    ...lerAcesso(valores, ambiente),
    pausa: valores.pausa,
    gravarMesmoAssim: valores['gravar-mesmo-assim'],
    ajuda: valores.ajuda,
  };
}

function separar(argumentos: string[]) {
  try {
    return parseArgs({
      args: argumentos,
      options: {
        api: { type: 'string' },
        email: { type: 'string' },
        senha: { type: 'string' },
        pausa: { type: 'boolean', default: false },
        'gravar-mesmo-assim': { type: 'boolean', default: false },
        ajuda: { type: 'boolean', default: false },
      },
    }).values;
  } catch (erro) {
    const motivo = erro instanceof Error ? erro.message : String(erro);
    throw new ErroDeUso(`Não entendi a linha de comando (${motivo})\n\n${AJUDA}`);
  }
}

/** A server that listens on every address is reached at this machine's own. */
function enderecoLocal({ HOST, PORT }: NodeJS.ProcessEnv): string {
  const host = !HOST || ['0.0.0.0', '::'].includes(HOST) ? '127.0.0.1' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT || '8000'}`;
}

/** Without the `/v1` that whoever copied it from the terminal brought along. */
function lerApi(texto: string): string {
  if (!URL.canParse(texto) || !/^https?:/.test(texto))
    throw new ErroDeUso(`--api precisa ser um endereço, como http://127.0.0.1:8000: ${texto}`);
  return texto.replace(/\/+$/, '').replace(/\/v1$/, '');
}

function lerAcesso(
  { email, senha }: { email?: string; senha?: string },
  { TOUR_SENHA, ADMIN_EMAIL, ADMIN_SENHA }: NodeJS.ProcessEnv,
): { email: string; senha: string } {
  const escolhida = senha ?? (TOUR_SENHA || undefined);
  if (escolhida !== undefined) return { email: email ?? (ADMIN_EMAIL || EMAIL), senha: escolhida };
  if (email === undefined && ADMIN_EMAIL && ADMIN_SENHA) return { email: ADMIN_EMAIL, senha: ADMIN_SENHA };
  return { email: email ?? EMAIL, senha: SENHA };
}
