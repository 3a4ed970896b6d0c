import { type Cores, largura } from './cores.js';
import type { Json } from './passo.js';

const MAXIMO_DE_ITENS = 6;
const MAXIMO_DE_LINHAS = 10;
const MAXIMO_DE_TEXTO = 160;

/** JSON for reading: in one line where it fits, indented where not, shortened where it is long. */
export class EscritorDeJson {
  constructor(private readonly cores: Cores) {}

  /** Lines of at most `colunas` columns, save a single value longer than that. */
  escrever(valor: Json, colunas: number): string[] {
    if (typeof valor === 'string' && valor.includes('\n')) return this.#bloco(valor);
    const numaLinha = this.#numaLinha(valor);
    if (typeof valor !== 'object' || valor === null || cabe(numaLinha, colunas)) return [numaLinha];
    const [abre, fecha] = lista(valor) ? '[]' : '{}';
    return [abre!, ...this.#partes(valor, colunas - 2).map((linha) => `  ${linha}`), fecha!];
  }

  #partes(valor: object, colunas: number): string[] {
    const campos = lista(valor)
      ? valor.slice(0, MAXIMO_DE_ITENS).map((item) => ['', item] as const)
      : Object.entries(valor as Record<string, Json>).map(
          ([campo, item]) => [this.#campo(campo), item] as const,
        );
    const linhas = campos.flatMap(([campo, item], i) => {
      const [primeira = '', ...resto] = this.escrever(item, colunas - largura(campo) - 1);
      const corpo = [`${campo}${primeira}`.trimEnd(), ...resto];
      return i < campos.length - 1 ? [...corpo.slice(0, -1), `${corpo.at(-1)},`] : corpo;
    });
    const sobram = lista(valor) ? valor.length - campos.length : 0;
    return sobram > 0 ? [...linhas, this.cores.suave(`… e mais ${sobram}`)] : linhas;
  }

  #numaLinha(valor: Json): string {
    if (typeof valor === 'string') return this.cores.texto(JSON.stringify(encurtar(valor)));
    if (typeof valor === 'number') return this.cores.numero(String(valor));
    if (typeof valor !== 'object' || valor === null) return this.cores.suave(String(valor));
    if (lista(valor)) return `[${this.#juntar(valor.map((item) => this.#numaLinha(item)))}]`;
    const campos = Object.entries(valor).map(([campo, item]) => this.#campo(campo) + this.#numaLinha(item));
    return campos.length > 0 ? `{ ${this.#juntar(campos)} }` : '{}';
  }

  /** A text of many lines, as it is. */
  #bloco(texto: string): string[] {
    const linhas = texto.trimEnd().split('\n');
    const sobram = linhas.length - MAXIMO_DE_LINHAS;
    const mostradas = linhas.slice(0, MAXIMO_DE_LINHAS).map((linha) => this.cores.texto(`  ${linha}`));
    return ['', ...mostradas, ...(sobram > 0 ? [this.cores.suave(`  … e mais ${sobram} linhas`)] : [])];
  }

  #campo(nome: string): string {
    return `${this.cores.campo(JSON.stringify(nome))}: `;
  }

  #juntar(partes: readonly string[]): string {
    return partes.join(', ');
  }
}

const lista = (valor: unknown): valor is readonly Json[] => Array.isArray(valor);

const cabe = (linha: string, colunas: number): boolean => largura(linha) <= colunas && !linha.includes('\\n');

const encurtar = (texto: string): string =>
  texto.length > MAXIMO_DE_TEXTO ? `${texto.slice(0, MAXIMO_DE_TEXTO)}…` : texto;
