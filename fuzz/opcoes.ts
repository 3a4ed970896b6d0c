import { parseArgs } from 'node:util';
import { ErroDeUso } from '../ferramentas/aih/erro-de-uso.js';
import type { Motor } from '../ferramentas/apoio/base.js';

export interface Opcoes {
  readonly semente: number;
  readonly pedidos: number;
  readonly motores: readonly Motor[];
  /** Operations that are asked for their own sake. */
  readonly so: RegExp;
  /** Hunt the planted faults, instead of the product's own. */
  readonly defeitos: boolean;
  readonly curto: boolean;
  readonly ajuda: boolean;
}

export const PEDIDOS = { completa: 20_000, curta: 3_500 };

export const AJUDA = `Uso: npm run fuzz -- [opções]

Faz pedidos válidos, mutados e hostis a todas as operações do openapi.json e julga cada resposta.

  --semente N      a mesma semente faz os mesmos pedidos (padrão 1)
  --pedidos N      quantos (padrão ${PEDIDOS.completa}; com --curto, ${PEDIDOS.curta})
  --motores LISTA  sqlite, mysql ou os dois, que precisam responder igual (padrão sqlite,mysql)
  --so REGEX       só as operações cujo nome, como "POST /v1/leitos", combina
  --defeitos       planta defeitos numa cópia do produto e mostra quais são encontrados
  --curto          a versão da integração contínua: menos pedidos, e só alguns defeitos plantados
  --ajuda          mostra este texto`;

/** Throws ErroDeUso, in words for the person at the keyboard, when the line makes no sense. */
export function lerOpcoes(argumentos: string[]): Opcoes {
  const { values } = separar(argumentos);
  const padrao = values.curto ? PEDIDOS.curta : PEDIDOS.completa;
  return {
    semente: lerInteiro('--semente', values.semente ?? '1', 0, 2_147_483_647),
    pedidos: lerInteiro('--pedidos', values.pedidos ?? String(padrao), 1, 10_000_000),
    motores: lerMotores(values.motores),
    so: lerRegex(values.so),
    defeitos: values.defeitos,
    curto: values.curto,
    ajuda: values.ajuda,
  };
}

function separar(argumentos: string[]) {
  try {
    return parseArgs({
      args: argumentos,
      options: {
        semente: { type: 'string' },
        pedidos: { type: 'string' },
        motores: { type: 'string', default: 'sqlite,mysql' },
        so: { type: 'string', default: '' },
        defeitos: { type: 'boolean', default: false },
        curto: { type: 'boolean', default: false },
        ajuda: { type: 'boolean', default: false },
      },
    });
  } catch (erro) {
    const motivo = erro instanceof Error ? erro.message : String(erro);
    throw new ErroDeUso(`Não entendi a linha de comando (${motivo})\n\n${AJUDA}`);
  }
}

function lerInteiro(opcao: string, texto: string, minimo: number, maximo: number): number {
  const numero = /^\d+$/.test(texto) ? Number(texto) : Number.NaN;
  if (numero >= minimo && numero <= maximo) return numero;
  throw new ErroDeUso(`${opcao} precisa ser um número inteiro de ${minimo} a ${maximo}: ${texto}`);
}

function lerMotores(texto: string): Motor[] {
  const motores = [...new Set(texto.split(',').map((motor) => motor.trim()))];
  if (motores.every((motor) => motor === 'sqlite' || motor === 'mysql')) return motores;
  throw new ErroDeUso(`--motores precisa ser sqlite, mysql ou sqlite,mysql: ${texto}`);
}

function lerRegex(texto: string): RegExp {
  try {
    return new RegExp(texto);
  } catch {
    throw new ErroDeUso(`--so precisa ser uma expressão regular: ${texto}`);
  }
}
