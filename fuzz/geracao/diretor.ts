import type { Cobertura } from '../corrida/cobertura.js';
import type { Documento, Operacao } from '../documento/documento.js';
import { type Ligacoes } from '../documento/ligacoes.js';
import type { Validadores } from '../documento/validadores.js';
import type { Acervo } from '../passos/acervo.js';
import type { Passo } from '../passos/passo.js';
import { Sorte } from './sorte.js';
import type { Contexto, Tecnica } from './tecnica.js';
import { ACESSO } from './tecnicas/acesso.js';
import { CABECALHOS } from './tecnicas/cabecalhos.js';
import { CONSULTA } from './tecnicas/consulta.js';
import { CORPO } from './tecnicas/corpo.js';
import { ENDERECO } from './tecnicas/endereco.js';
import { VALIDAS } from './tecnicas/validas.js';

const TECNICAS: readonly Tecnica[] = [
  ...VALIDAS,
  ...ACESSO,
  ...ENDERECO,
  ...CORPO,
  ...CONSULTA,
  ...CABECALHOS,
];

/** How much more a technique is worth that may show what nobody has seen. */
const VALOR_DO_NOVO = 20;

export interface OpcoesDoDiretor {
  readonly semente: number;
  /** Operations that may be asked. */
  readonly so: RegExp;
  /** How often each is drawn, where it is not once. */
  readonly frequencia: Readonly<Record<string, number>>;
  readonly corpos: Contexto['corpos'];
}

/** Chooses each next request by what has been seen and by what there is to refer to. */
export class Diretor {
  /** How much more of each collection is wanted. */
  readonly #procura = new Map<string, number>();
  readonly #tentadas = new Set<string>();
  readonly #operacoes: readonly Operacao[];

  constructor(
    private readonly documento: Documento,
    private readonly validadores: Validadores,
    private readonly ligacoes: Ligacoes,
    private readonly acervo: Acervo,
    private readonly cobertura: Cobertura,
    private readonly opcoes: OpcoesDoDiretor,
  ) {
    // What is made by others is asked too, so that there is something to refer to.
    this.#operacoes = documento.operacoes.filter((o) => opcoes.so.test(o.chave) || cria(o));
  }

  proximo(numero: number): Passo {
    const sorte = new Sorte(this.opcoes.semente, numero);
    for (;;) {
      const operacao = sorte.umPorPeso(this.#operacoes, (o) => this.#peso(o));
      if (this.#procura.has(operacao.modelo))
        this.#procura.set(operacao.modelo, this.#procura.get(operacao.modelo)! * 0.8);
      const faltam = this.cobertura.faltam(operacao.chave);
      const contexto: Contexto = {
        esquemas: this.documento.esquemas,
        ligacoes: this.ligacoes,
        acervo: this.acervo,
        sorte,
        corpos: this.opcoes.corpos,
        operacao,
        numero,
        validadores: this.validadores,
        faltam,
        metodosDe: (modelo) =>
          this.documento.operacoes.filter((o) => o.modelo === modelo).map((o) => o.metodo),
        inedita: (regra) => !this.#tentadas.has(regra) && this.#tentadas.add(regra).size > 0,
      };
      const servem = TECNICAS.filter(({ serve }) => serve(operacao));
      const tecnica = sorte.umPorPeso(servem, ({ peso, alvos }) =>
        alvos.some((status) => faltam.has(status)) ? Math.max(peso, 5) * VALOR_DO_NOVO : peso,
      );
      const passo = tecnica.fazer(contexto);
      if (passo) return passo;
      this.#pedir(operacao);
    }
  }

  /** A command that nothing can take: something new could. */
  #pedir(operacao: Operacao): void {
    const colecao = this.ligacoes.daOperacao(operacao) ?? '';
    this.#procura.set(colecao, Math.min(30, (this.#procura.get(colecao) ?? 0) + 3));
  }

  #peso(operacao: Operacao): number {
    const { frequencia } = this.opcoes;
    const vazia = cria(operacao) && this.acervo.de(operacao.modelo).length < 2;
    // A list that nobody has seen anything in may have something by now.
    const semNenhum =
      operacao.metodo === 'GET' &&
      this.ligacoes.eColecao(operacao.modelo) &&
      this.acervo.de(operacao.modelo).length === 0;
    const novidade = Math.min(6, this.cobertura.faltam(operacao.chave).size);
    const base = vazia ? 30 : cria(operacao) ? 5 + (this.#procura.get(operacao.modelo) ?? 0) : 1;
    return base * (frequencia[operacao.chave] ?? 1) + novidade + (semNenhum ? 5 : 0);
  }
}

const cria = ({ metodo, respostas }: Operacao): boolean => metodo === 'POST' && respostas.has(201);
