import type { Cores } from './cores.js';
import { contar, tempo } from './texto.js';

/** A chapter that went well: steps done, steps that this server has no use for, time of the requests. */
export interface CapituloContado {
  readonly titulo: string;
  readonly certos: number;
  readonly dispensados: number;
  readonly ms: number;
}

/** The table at the end: chapters, steps, time; then where to look next. */
export function escreverResumo(capitulos: readonly CapituloContado[], api: string, cores: Cores): string[] {
  const larguraDoTitulo = Math.max(...capitulos.map(({ titulo }) => titulo.length));
  const linha = (numero: string, titulo: string, passos: string, duracao: string): string =>
    `  ${numero.padStart(2)}  ${titulo.padEnd(larguraDoTitulo)}  ${passos.padStart(6)}  ${duracao.padStart(8)}`;
  const total = {
    certos: somar(capitulos.map(({ certos }) => certos)),
    dispensados: somar(capitulos.map(({ dispensados }) => dispensados)),
    ms: somar(capitulos.map(({ ms }) => ms)),
  };
  return [
    cores.forte(linha('', 'Resumo', 'passos', 'tempo')),
    ...capitulos.map(({ titulo, certos, dispensados, ms }, i) => {
      const sinal =
        dispensados > 0 ? cores.aviso(`✓ ${contar(dispensados, 'dispensado')}`) : cores.certo('✓');
      return `${linha(String(i + 1), titulo, String(certos), tempo(ms))}  ${sinal}`;
    }),
    '',
    cores.certo(
      `${contar(total.certos, 'passo')}, todos como se esperava, em ${tempo(total.ms)}` +
        (total.dispensados > 0 ? `; ${contar(total.dispensados, 'dispensado')} neste servidor.` : '.'),
    ),
    '',
    `  Swagger  ${api}/docs`,
    `  Correio  ${api}/correio`,
  ];
}

const somar = (numeros: readonly number[]): number => numeros.reduce((soma, n) => soma + n, 0);
