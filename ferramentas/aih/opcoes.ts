import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ErroDeUso } from './erro-de-uso.js';

export interface Opcoes {
  csv: string;
  url: string;
  email: string;
  senha: string;
  /** Beds replayed at the same time. */
  paralelo: number;
  /** Turn hour of the diária in the hospital's policy, 0–24. */
  horaDaVirada: number;
  /** How long to wait for bills and notices at the end. */
  esperaMs: number;
}

export const AJUDA = `Uso: npm run reproduzir-aih -- CSV [opções]

Reproduz internações reais (SIH/AIH) pela API de um servidor que já está no ar.

  --url URL        endereço do servidor (padrão http://127.0.0.1:8000)
  --email, --senha acesso de administrador; sem eles, ADMIN_EMAIL e ADMIN_SENHA;
                   sem eles, o arquivo acesso-inicial.json de DADOS_DIR (padrão ./dados)
  --paralelo N     leitos reproduzidos ao mesmo tempo (padrão 8)
  --virada HORA    hora da virada da diária no hospital (padrão 12)
  --espera SEG     quanto esperar, no fim, pelas contas e avisos (padrão 60)
  --ajuda          mostra este texto`;

/** Reads the command line; the help text is the error when the file is not given. */
export function lerOpcoes(argumentos: string[], ambiente: NodeJS.ProcessEnv): Opcoes {
  const { values, positionals } = separar(argumentos);
  const [csv, sobra] = positionals;
  if (csv === undefined) throw new ErroDeUso(AJUDA);
  if (sobra !== undefined) throw new ErroDeUso(`Argumento a mais: ${sobra}\n\n${AJUDA}`);
  return {
    // npm runs scripts from the project folder; the path was typed somewhere else.
    csv: resolve(ambiente['INIT_CWD'] ?? '.', csv),
    url: lerUrl(values.url),
    ...lerAcesso(values, ambiente),
    paralelo: lerNumero('--paralelo', values.paralelo, { minimo: 1, maximo: 64, inteiro: true }),
    horaDaVirada: lerNumero('--virada', values.virada, { minimo: 0, maximo: 24 }),
    esperaMs: lerNumero('--espera', values.espera, { minimo: 0, maximo: 3600 }) * 1000,
  };
}

function separar(argumentos: string[]) {
  try {
    return parseArgs({
      args: argumentos,
      allowPositionals: true,
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:8000' },
        email: { type: 'string' },
        senha: { type: 'string' },
        paralelo: { type: 'string', default: '8' },
        virada: { type: 'string', default: '12' },
        espera: { type: 'string', default: '60' },
      },
    });
  } catch (erro) {
    const motivo = erro instanceof Error ? erro.message : String(erro);
    throw new ErroDeUso(`Opção que não conheço (${motivo})\n\n${AJUDA}`);
  }
}

function lerUrl(texto: string): string {
  if (!URL.canParse(texto) || !/^https?:/.test(texto)) {
    throw new ErroDeUso(`--url precisa ser um endereço http ou https: ${texto}`);
  }
  return texto.replace(/\/+$/, '');
}

function lerNumero(
  opcao: string,
  texto: string,
  { minimo, maximo, inteiro = false }: { minimo: number; maximo: number; inteiro?: boolean },
): number {
  const numero = texto.trim() === '' ? NaN : Number(texto);
  if (!(numero >= minimo && numero <= maximo) || (inteiro && !Number.isInteger(numero))) {
    throw new ErroDeUso(`${opcao} precisa ser um número de ${minimo} a ${maximo}: ${texto}`);
  }
  return numero;
}

interface Acesso {
  email?: string | undefined;
  senha?: string | undefined;
}

/** The first place that has both: the options, the environment, the file written at the first start. */
function lerAcesso(opcoes: Acesso, ambiente: NodeJS.ProcessEnv): { email: string; senha: string } {
  const arquivo = join(ambiente['DADOS_DIR'] ?? 'dados', 'acesso-inicial.json');
  const fontes: (() => Acesso)[] = [
    () => opcoes,
    () => ({ email: ambiente['ADMIN_EMAIL'], senha: ambiente['ADMIN_SENHA'] }),
    () => lerAcessoInicial(arquivo),
  ];
  for (const ler of fontes) {
    const { email, senha } = ler();
    if (email && senha) return { email, senha };
    if (email || senha) throw new ErroDeUso('E-mail e senha do administrador andam juntos.');
  }
  throw new ErroDeUso(
    `Falta o acesso de administrador: use --email e --senha, ou ADMIN_EMAIL e ADMIN_SENHA (não há ${arquivo}).`,
  );
}

function lerAcessoInicial(arquivo: string): Acesso {
  if (!existsSync(arquivo)) return {};
  try {
    return JSON.parse(readFileSync(arquivo, 'utf8')) as Acesso;
  } catch {
    throw new ErroDeUso(`Não consegui ler ${arquivo}.`);
  }
}
