import { STATUS_CODES } from 'node:http';
import type { Saida } from '../aih/progresso.js';
import type { Pedido, Resposta } from './cliente.js';
import type { Cores } from './cores.js';
import { escolherCampos, lerRecusa } from './destaque.js';
import { EscritorDeJson } from './escrever-json.js';
import type { Capitulo, Json, Passo } from './passo.js';
import { type CapituloContado, escreverResumo } from './resumo.js';
import { contar, quebrar, tempo } from './texto.js';

/** Comfortable to read. */
const COLUNAS = 92;
const MINIMO_DE_COLUNAS = 60;
const RECUO = '    ';

/** Never on a screen that somebody else may be looking at. */
const SEGREDOS = ['senha'];

/** Where the tool writes, and how wide it is where it knows. */
export type Terminal = Saida & { columns?: number };

/** What is said of an answer besides its status. */
export interface Comentario {
  readonly mostra: Passo['mostra'];
  /** Headers of interest. */
  readonly cabecalhos: readonly string[];
  /** How long a reaction took, and how many times it was asked for; null where nothing was waited for. */
  readonly reacao: { readonly ms: number; readonly vezes: number } | null;
}

/** Tells the story on the terminal. */
export class Narrador {
  readonly #json: EscritorDeJson;
  readonly #colunas: number;

  constructor(
    private readonly saida: Terminal,
    private readonly cores: Cores,
  ) {
    this.#json = new EscritorDeJson(cores);
    this.#colunas = colunasDe(saida);
  }

  abrir(api: string, marca: string): void {
    const frase =
      `Uma internação do pedido de vaga à conta, em ${api}. Cada pedido e cada resposta são de verdade; ` +
      `o que for criado traz a marca ${marca} no nome.`;
    this.#escrever(this.cores.titulo('O tour do Plantão'), ...this.#quebrar(frase));
  }

  capitulo(numero: number, { titulo, frase }: Capitulo): void {
    const cabeca = `── ${numero}. ${titulo} `;
    const linhas = this.#quebrar(frase);
    this.#escrever('', this.cores.titulo(cabeca.padEnd(this.#colunas, '─')), ...linhas);
  }

  pedido(oQue: string, { metodo, caminho, cabecalhos = {}, corpo }: Pedido): void {
    this.#escrever('', `  ${this.cores.forte(oQue)}`, `${RECUO}${this.cores.aviso(metodo)} ${caminho}`);
    for (const [nome, valor] of Object.entries(cabecalhos)) this.#cabecalho(nome, valor);
    if (corpo !== undefined) this.#mostrar(semSegredos(corpo));
  }

  resposta(resposta: Resposta, { mostra, cabecalhos, reacao }: Comentario): void {
    const notas = [
      tempo(resposta.ms),
      reacao && `levou ${tempo(reacao.ms)} (${contar(reacao.vezes, 'consulta')})`,
      resposta.status >= 400 && 'recusado, como devia',
    ].filter(Boolean);
    const sinal = this.cores.certo(`✓ ${estado(resposta)}`);
    this.#escrever(`${RECUO}${sinal}${this.cores.suave(` · ${notas.join(' · ')}`)}`);
    for (const nome of cabecalhos) this.#cabecalho(nome, resposta.cabecalhos.get(nome) ?? '');
    const recusa = lerRecusa(resposta);
    if (recusa !== null) this.#linhas(this.#quebrar(`${recusa.message} (${recusa.codigo})`));
    else if (mostra instanceof RegExp) this.#linhas(resposta.texto.match(mostra) ?? []);
    else if (mostra !== undefined) this.#mostrar(escolherCampos(resposta.data, mostra));
  }

  dispensar(resposta: Resposta, porque: string): void {
    this.#escrever(`${RECUO}${this.cores.aviso(`– ${estado(resposta)} · ${porque}`)}`);
  }

  /** The answer was not the expected one: says in what, and shows it whole. */
  falhar(resposta: Resposta, diferencas: readonly string[], dica?: string): void {
    this.#escrever(`${RECUO}${this.cores.errado(`✗ ${estado(resposta)}`)}`);
    this.#linhas(diferencas);
    this.#escrever('', '  A resposta inteira:');
    if (resposta.corpo === undefined) this.#linhas(resposta.texto.split('\n'));
    else this.#linhas(JSON.stringify(resposta.corpo, null, 2).split('\n'));
    if (dica !== undefined) {
      this.#escrever('');
      this.#linhas(this.#quebrar(dica));
    }
    this.#escrever('', this.cores.errado('O tour parou aqui: a resposta não é a que se esperava.'));
  }

  /** There was no answer at all. */
  calar(motivo: string): void {
    const ondeParou = 'O tour parou aqui. Veja o terminal do servidor; com ele no ar de novo, basta repetir.';
    this.#escrever(`${RECUO}${this.cores.errado(`✗ ${motivo}`)}`, '', this.cores.errado(ondeParou));
  }

  resumir(capitulos: readonly CapituloContado[], api: string): void {
    this.#escrever('', ...escreverResumo(capitulos, api, this.cores));
  }

  #cabecalho(nome: string, valor: string): void {
    this.#linhas([`${this.cores.suave(`${nome}:`)} ${valor}`]);
  }

  #mostrar(valor: Json): void {
    this.#linhas(this.#json.escrever(valor, this.#colunas - RECUO.length));
  }

  #linhas(linhas: readonly string[]): void {
    this.#escrever(...linhas.map((linha) => `${RECUO}${linha}`));
  }

  #quebrar(frase: string): string[] {
    return quebrar(frase, this.#colunas - RECUO.length);
  }

  #escrever(...linhas: readonly string[]): void {
    if (linhas.length > 0) this.saida.write(`${linhas.join('\n')}\n`);
  }
}

/** Less where the terminal has less; some do not know, and say 0. */
const colunasDe = ({ columns = 0 }: Terminal): number =>
  columns >= MINIMO_DE_COLUNAS ? Math.min(COLUNAS, columns) : COLUNAS;

const estado = ({ status }: Resposta): string => `${status} ${STATUS_CODES[status] ?? ''}`.trim();

function semSegredos(corpo: Json): Json {
  if (typeof corpo !== 'object' || corpo === null || Array.isArray(corpo)) return corpo;
  return Object.fromEntries(
    Object.entries(corpo).map(([campo, valor]) => [campo, SEGREDOS.includes(campo) ? '••••••••' : valor]),
  );
}
