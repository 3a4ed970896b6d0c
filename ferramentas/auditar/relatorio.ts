import { type Conferencia, MAXIMO_DE_VIOLACOES } from '../../src/plataforma/invariantes/conferir.js';
import type { Cores } from '../tour/cores.js';

const EXEMPLOS = 10;

/** Whether nothing is known against it. */
export const vale = ({ conferida, registros }: Conferencia): boolean => conferida && registros.length === 0;

/** One line for an invariant; what must hold and what breaks it, below, when it does not. */
export function linhaDa(conferencia: Conferencia, cores: Cores): string {
  const { invariante, conferida, registros, duracaoMs } = conferencia;
  const sinal = vale(conferencia) ? cores.certo('✓') : conferida ? cores.errado('✗') : cores.aviso('?');
  const linha = `  ${sinal} ${invariante.codigo.padEnd(52)}${cores.suave(`${milhar(duracaoMs)} ms`.padStart(9))}`;
  if (vale(conferencia)) return linha;
  const achado = conferida
    ? `${quantos(conferencia)}: ${registros.slice(0, EXEMPLOS).join(' ')}${registros.length > EXEMPLOS ? ' …' : ''}`
    : 'não deu tempo de conferir';
  return `${linha}\n      ${invariante.descricao} ${cores.suave(`(${invariante.fonte})`)}\n      ${cores.forte(achado)}`;
}

/** How it all ended. */
export function resumir(conferencias: readonly Conferencia[]): string {
  const total = conferencias.reduce((soma, { duracaoMs }) => soma + duracaoMs, 0);
  const segundos = (total / 1000).toLocaleString('pt-BR', { maximumFractionDigits: 1 });
  const violados = conferencias.filter(({ registros }) => registros.length > 0).length;
  const perdidos = conferencias.filter(({ conferida }) => !conferida).length;
  const fim = [
    ...(violados > 0 ? [`${violados} não ${violados === 1 ? 'vale' : 'valem'}`] : []),
    ...(perdidos > 0 ? [`${perdidos} não ${perdidos === 1 ? 'foi conferido' : 'foram conferidos'}`] : []),
  ].join(' e ');
  return `${conferencias.length} invariantes em ${segundos} s: ${fim || 'todos valem'}.`;
}

/** What a program reads. */
export const comoJson = (conferencias: readonly Conferencia[]): string =>
  JSON.stringify(
    conferencias.map(({ invariante: { codigo, descricao, fonte }, ...resto }) => ({
      ...{ codigo, descricao, fonte },
      ...resto,
    })),
    null,
    2,
  );

const quantos = ({ registros, haMais }: Conferencia): string =>
  haMais
    ? `mais de ${milhar(MAXIMO_DE_VIOLACOES)} registros`
    : `${milhar(registros.length)} registro${registros.length === 1 ? '' : 's'}`;

const milhar = (n: number): string => n.toLocaleString('pt-BR');
