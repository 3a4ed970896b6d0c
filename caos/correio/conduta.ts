import type { Sorteio } from '../../src/demonstracao/hospital/sorteio.js';

/** Where in the conversation: what the server is about to answer. */
export type Etapa = 'saudacao' | 'mail' | 'rcpt' | 'data' | 'corpo';

/** How one message is treated; a greeting is treated before any message is known. */
export type Conduta =
  | { readonly tipo: 'aceitar' }
  /** Answers this code. After a 421 the connection is closed, as RFC 5321 (3.8) has it. */
  | { readonly tipo: 'responder'; readonly etapa: Etapa; readonly codigo: number }
  /** Never answers. */
  | { readonly tipo: 'travar'; readonly etapa: Etapa }
  | { readonly tipo: 'cair'; readonly etapa: Etapa }
  /** Closes the connection while the message is coming. */
  | { readonly tipo: 'cair-no-meio' }
  /** Takes the message and never says so: whoever sent it cannot know. */
  | { readonly tipo: 'aceitar-e-cair' }
  | { readonly tipo: 'aceitar-e-travar' }
  /** Takes it, and says so letter by letter. */
  | { readonly tipo: 'gotejar'; readonly msPorLetra: number }
  /** Offers STARTTLS and then speaks no TLS; of a greeting only. */
  | { readonly tipo: 'cifra-quebrada' };

export const ACEITAR: Conduta = { tipo: 'aceitar' };

/** Whether a refusal ends a notice: a 5xx that speaks of the message or of its recipient. */
export const definitiva = (conduta: Conduta): boolean =>
  conduta.tipo === 'responder' && conduta.codigo >= 500 && ['rcpt', 'data', 'corpo'].includes(conduta.etapa);

/** In words, for whoever reads what was injected. */
export function especieDa(conduta: Conduta): string {
  if (conduta.tipo === 'responder')
    return definitiva(conduta) ? 'recusas definitivas' : 'recusas temporárias';
  return ESPECIES[conduta.tipo];
}

const ESPECIES: Readonly<Record<Exclude<Conduta['tipo'], 'responder'>, string>> = {
  aceitar: 'aceites',
  travar: 'travamentos',
  cair: 'quedas',
  'cair-no-meio': 'quedas no meio da mensagem',
  'aceitar-e-cair': 'aceites sem aviso',
  'aceitar-e-travar': 'aceites sem aviso',
  gotejar: 'avisos letra por letra',
  'cifra-quebrada': 'cifras quebradas',
};

const respostas = (codigos: readonly number[], etapas: readonly Etapa[]): Conduta[] =>
  etapas.flatMap((etapa) => codigos.map((codigo) => ({ tipo: 'responder', etapa, codigo }) as const));

const quedas = (etapas: readonly Etapa[]): Conduta[] => etapas.map((etapa) => ({ tipo: 'cair', etapa }));

const TEMPORARIAS = respostas([421, 451, 452], ['mail', 'rcpt', 'data', 'corpo']);
const DEFINITIVAS = respostas([550, 554], ['rcpt', 'data', 'corpo']);
const INCERTA: Conduta = { tipo: 'aceitar-e-cair' };
const RAPIDAS = [
  ...TEMPORARIAS,
  ...quedas(['mail', 'rcpt', 'data', 'corpo']),
  { tipo: 'cair-no-meio' } as const,
  { tipo: 'gotejar', msPorLetra: 30 } as const,
];
/** Each takes as long as the patience of who sends, ten to twenty seconds. */
const LENTAS: readonly Conduta[] = [
  { tipo: 'travar', etapa: 'rcpt' },
  { tipo: 'travar', etapa: 'corpo' },
  { tipo: 'aceitar-e-travar' },
];
const SAUDACOES: readonly Conduta[] = [
  ...respostas([421, 554], ['saudacao']),
  ...quedas(['saudacao']),
  { tipo: 'cifra-quebrada' },
];
const SAUDACAO_LENTA: Conduta = { tipo: 'travar', etapa: 'saudacao' };

/** What the server does in turn to those who come; when it has run out, it behaves. */
export class Roteiro {
  constructor(private readonly condutas: Conduta[] = []) {}

  get acabou(): boolean {
    return this.condutas.length === 0;
  }

  proxima(): Conduta {
    return this.condutas.pop() ?? ACEITAR;
  }
}

/** Every bad conduct, in an order that the seed draws, among as many good ones as there are messages. */
export function roteiroDeMensagens(sorteio: Sorteio, mensagens: number, lentas: number): Roteiro {
  const repetir = (condutas: readonly Conduta[], vezes: number): Conduta[] =>
    Array.from({ length: vezes }, (_, n) => condutas[n % condutas.length]!);
  return new Roteiro(
    embaralhar(sorteio, [
      ...repetir(RAPIDAS, Math.max(RAPIDAS.length, Math.round(mensagens * 0.35))),
      ...repetir(DEFINITIVAS, Math.max(DEFINITIVAS.length, Math.round(mensagens * 0.05))),
      ...repetir([INCERTA], Math.max(3, Math.round(mensagens * 0.1))),
      ...repetir(LENTAS, lentas),
      ...repetir([ACEITAR], Math.round(mensagens * 0.4)),
    ]),
  );
}

export const roteiroDeConexoes = (sorteio: Sorteio, vezes: number, lentas: number): Roteiro =>
  new Roteiro(
    embaralhar(sorteio, [
      ...Array.from({ length: vezes }, (_, n) => SAUDACOES[n % SAUDACOES.length]!),
      ...Array.from({ length: vezes }, () => ACEITAR),
      ...Array.from({ length: lentas }, () => SAUDACAO_LENTA),
    ]),
  );

function embaralhar<T>(sorteio: Sorteio, itens: T[]): T[] {
  for (let n = itens.length - 1; n > 0; n--) {
    const outro = sorteio.inteiro(0, n);
    [itens[n], itens[outro]] = [itens[outro]!, itens[n]!];
  }
  return itens;
}
