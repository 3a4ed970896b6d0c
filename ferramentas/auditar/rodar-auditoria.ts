import { arquivoSqlite } from '../../src/banco/fonte-de-dados.js';
import type { Ambiente } from '../../src/config/ambiente.js';
import { explicar } from '../../src/partida/explicar.js';
import type { Conferencia } from '../../src/plataforma/invariantes/conferir.js';
import { ErroDeUso } from '../aih/erro-de-uso.js';
import { criarCores, querCores } from '../tour/cores.js';
import type { Terminal } from '../tour/narrador.js';
import { conferencias, lerAmbienteSemSegredos } from './auditar-base.js';
import { AJUDA, lerOpcoes, type Opcoes } from './opcoes.js';
import { comoJson, linhaDa, resumir, vale } from './relatorio.js';

/** Everything of the outside world, so that a test may stand for it. */
export interface Mundo {
  readonly ambiente: NodeJS.ProcessEnv;
  readonly saida: Terminal;
}

/** Audits and tells. Answers the exit code: 0 when all holds, 1 when not all is known to hold, 2 when it could not be done. */
export async function rodarAuditoria(argumentos: string[], mundo: Mundo): Promise<number> {
  const dizer = (texto: string): unknown => mundo.saida.write(`${texto}\n`);
  let ambiente: Ambiente | null = null;
  try {
    const opcoes = lerOpcoes(argumentos);
    if (opcoes.ajuda) {
      dizer(AJUDA);
      return 0;
    }
    ambiente = lerAmbienteSemSegredos(mundo.ambiente);
    return (await contar(ambiente, opcoes, mundo)).every(vale) ? 0 : 1;
  } catch (erro) {
    dizer(erro instanceof ErroDeUso ? erro.message : explicar(erro, ambiente));
    return 2;
  }
}

async function contar(
  ambiente: Ambiente,
  { json, emRepouso }: Opcoes,
  { ambiente: variaveis, saida }: Mundo,
): Promise<Conferencia[]> {
  const dizer = (texto: string): unknown => saida.write(`${texto}\n`);
  const cores = criarCores(querCores(saida, variaveis));
  const { banco } = ambiente;
  if (!json)
    dizer(
      `Conferindo ${banco.host === null ? arquivoSqlite(banco) : `${banco.nome} em ${banco.host}:${banco.porta}`}\n`,
    );
  const feitas: Conferencia[] = [];
  for await (const conferencia of conferencias(ambiente, emRepouso ? { toleranciaMs: 0 } : {})) {
    feitas.push(conferencia);
    if (!json) dizer(linhaDa(conferencia, cores));
  }
  dizer(json ? comoJson(feitas) : `\n${resumir(feitas)}`);
  return feitas;
}
