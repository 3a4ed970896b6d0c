import { expect } from '@jest/globals';
import type { AplicacaoDeTeste, Resposta } from '../apoio/aplicacao-de-teste.js';
import { esperaQueNadaMude } from './nada-mudou.js';
import { conferirEnvelope, enviar, type Envio } from './recusa.js';

/** One hostile request, and what its refusal must say. */
export interface Ataque {
  readonly envio: Envio;
  readonly status: number;
  /** Every field that the refusal must name. */
  readonly campos?: readonly string[];
  readonly codigo?: string;
}

const AO_MESMO_TEMPO = 16;
const MAXIMO_DE_FALHAS = 20;

/** Sends them all; none may change anything. Answers what went wrong, a few at most. */
export async function falhasDosAtaques(
  aplicacao: AplicacaoDeTeste,
  ataques: readonly Ataque[],
): Promise<string[]> {
  const falhas: string[] = [];
  const tentar = async ({ envio, ...esperado }: Ataque): Promise<void> => {
    const resposta = await enviar(aplicacao, envio);
    await anotar(falhas, `${descrever(envio)} -> ${oQueDisse(resposta)}`, () => {
      conferirEnvelope(resposta, esperado.status);
      const { error } = resposta.corpo;
      const calados = (esperado.campos ?? []).filter(
        (campo) => !error.some((item) => nomeia(item.campo, campo)),
      );
      expect(calados).toEqual([]);
      if (esperado.codigo) expect(error.map(({ codigo }) => codigo)).toContain(esperado.codigo);
    });
  };
  for (const porEndereco of agrupar(ataques))
    await anotar(falhas, `something changed after ${descrever(porEndereco[0]!.envio)}`, () =>
      esperaQueNadaMude(aplicacao, async () => {
        for (let i = 0; i < porEndereco.length; i += AO_MESMO_TEMPO)
          await Promise.all(porEndereco.slice(i, i + AO_MESMO_TEMPO).map(tentar));
      }),
    );
  return falhas.slice(0, MAXIMO_DE_FALHAS);
}

/** By itself, or by one of its items or fields. */
const nomeia = (nome: string | undefined, campo: string): boolean =>
  nome === campo || nome?.startsWith(`${campo}[`) === true || nome?.startsWith(`${campo}.`) === true;

function agrupar(ataques: readonly Ataque[]): Ataque[][] {
  const grupos = new Map<string, Ataque[]>();
  for (const ataque of ataques) {
    const endereco = `${ataque.envio.metodo} ${ataque.envio.caminho.split('?')[0]}`;
    grupos.set(endereco, [...(grupos.get(endereco) ?? []), ataque]);
  }
  return [...grupos.values()];
}

const descrever = ({ metodo, caminho, cabecalhos, corpo }: Envio): string =>
  [metodo, caminho, cabecalhos && JSON.stringify(cabecalhos), comoTexto(corpo).slice(0, 200)]
    .filter(Boolean)
    .join(' ');

const comoTexto = (corpo: unknown): string =>
  typeof corpo === 'string' ? corpo : (JSON.stringify(corpo) ?? '');

const oQueDisse = ({ status, corpo }: Resposta): string =>
  [status, ...(corpo.error ?? []).map(({ codigo, campo = '' }) => `${codigo} ${campo}`)].join(' ');

async function anotar(falhas: string[], oQue: string, provar: () => unknown): Promise<void> {
  try {
    await provar();
  } catch {
    falhas.push(oQue.slice(0, 500));
  }
}
