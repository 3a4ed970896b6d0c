import type { Esperado } from './esperado.js';
import type { Medido } from './medicao.js';

export interface Linha {
  nome: string;
  medido: string;
  esperado: string;
  confere: boolean;
}

/** Puts what was measured beside what was expected; a row differs when a single unit does. */
export function comparar(medido: Medido, esperado: Esperado, leitos: number): Linha[] {
  const linha = (
    nome: string,
    valor: number,
    devido: number,
    escrever: (n: number) => string = escreverNumero,
  ): Linha => ({
    nome,
    medido: escrever(valor),
    esperado: escrever(devido),
    confere: valor === devido,
  });
  return [
    linha('Internações', medido.internacoes, esperado.internacoes),
    linha('Altas', medido.altas, esperado.altas),
    linha('Ainda internados', medido.abertas, esperado.abertas),
    linha('Óbitos', medido.obitos, esperado.obitos),
    linha('Pacientes-dia das altas', medido.pacientesDia, esperado.pacientesDia),
    linha('Lançamentos ativos', medido.lancamentosAtivos, esperado.altas),
    linha('Altas com exatamente 1 lançamento', medido.altasComUmLancamento, esperado.altas),
    linha('Total faturado', medido.faturadoCentavos, esperado.faturadoCentavos, escreverReais),
    linha('Avisos de leito liberado', medido.avisos, esperado.altas),
    linha('Leitos com os avisos certos', medido.leitosComAvisosCertos, leitos),
  ];
}

/** The table as text, columns aligned, one ✓ or ✗ per row. */
export function escreverTabela(linhas: readonly Linha[]): string {
  const larguras = (['nome', 'medido', 'esperado'] as const).map((coluna) =>
    Math.max(coluna.length, ...linhas.map((linha) => linha[coluna].length)),
  );
  const alinhar = (nome: string, medido: string, esperado: string, sinal: string): string =>
    [nome.padEnd(larguras[0]!), medido.padStart(larguras[1]!), esperado.padStart(larguras[2]!), sinal]
      .join('  ')
      .trimEnd();
  return [
    alinhar('', 'medido', 'esperado', ''),
    ...linhas.map(({ nome, medido, esperado, confere }) =>
      alinhar(nome, medido, esperado, confere ? '✓' : '✗ diferente'),
    ),
  ].join('\n');
}

const escreverNumero = (n: number): string => n.toLocaleString('pt-BR');

const escreverReais = (centavos: number): string =>
  `R$ ${(centavos / 100).toLocaleString('pt-BR', { minimumFractionDigits: 2 })}`;
