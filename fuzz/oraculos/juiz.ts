import type { Execucao } from '../alvos/executor.js';
import type { Documento, Operacao } from '../documento/documento.js';
import type { Validadores } from '../documento/validadores.js';
import { anteriorDe, type Passo } from '../passos/passo.js';
import { DE_EFEITOS } from './efeitos.js';
import { DE_LISTAS } from './listas.js';
import type { Oraculo, Tolerancias } from './oraculo.js';
import { DE_PROTOCOLO } from './protocolo.js';
import { DE_SIGILO } from './sigilo.js';

export const ORACULOS: readonly Oraculo[] = [...DE_PROTOCOLO, ...DE_EFEITOS, ...DE_LISTAS, ...DE_SIGILO];

/** What an oracle has against an answer. */
export interface Falha {
  readonly oraculo: string;
  readonly motivo: string;
  /** Where, when not on every one. */
  readonly motor?: string;
  readonly passo: Passo;
}

/** Steps are judged beside earlier ones for as long as this. */
const MEMORIA = 400;
const SENHA = /"(?:senha|novaSenha)":"(segredo-[^"]{8,})"/g;

/** Asks every oracle about every answer of one server. */
export class Juiz {
  readonly #anteriores = new Map<number, Execucao>();
  readonly #segredos = new Set<string>();
  readonly #operacoes: ReadonlyMap<string, Operacao>;

  constructor(
    private readonly documento: Documento,
    private readonly validadores: Validadores,
    private readonly tolerancias: Tolerancias,
  ) {
    this.#operacoes = new Map(documento.operacoes.map((operacao) => [operacao.chave, operacao]));
  }

  julgar(execucao: Execucao): Falha[] {
    const { passo, envio } = execucao;
    const operacao = this.#operacoes.get(passo.operacao);
    // Not judged would look like nothing wrong.
    if (!operacao) throw new Error(`${passo.operacao} não está no documento: não há como julgar a resposta.`);
    for (const [, segredo] of (envio.corpo ?? '').matchAll(SENHA)) this.#segredos.add(segredo!);
    const numero = anteriorDe(passo);
    const caso = {
      ...execucao,
      operacao,
      documento: this.documento,
      validadores: this.validadores,
      tolerancias: this.tolerancias,
      segredos: this.#segredos,
      anterior: numero === undefined ? undefined : this.#anteriores.get(numero),
    };
    this.#lembrar(execucao);
    return ORACULOS.flatMap(({ codigo, conferir }) => {
      const motivo = conferir(caso);
      return motivo === null ? [] : [{ oraculo: codigo, motivo, passo }];
    });
  }

  #lembrar(execucao: Execucao): void {
    this.#anteriores.set(execucao.passo.numero, execucao);
    const [primeiro] = this.#anteriores.keys();
    if (this.#anteriores.size > MEMORIA) this.#anteriores.delete(primeiro!);
  }
}
