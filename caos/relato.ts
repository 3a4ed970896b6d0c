import type { Resultado, Veredito } from './rodada.js';
import { segundos } from './veredito.js';

const PALAVRAS: Readonly<Record<Veredito, string>> = {
  passou: '✓ passou',
  falhou: '✗ FALHOU',
  apanhada: '✓ apanhada',
  'nao-apanhada': '✗ NÃO APANHADA',
  quebrou: '✗ o cenário quebrou',
  pulado: '– pulado',
};

const BONS: readonly Veredito[] = ['passou', 'apanhada'];

export const deuErrado = ({ veredito }: Resultado): boolean =>
  !BONS.includes(veredito) && veredito !== 'pulado';

const nomeDe = ({ rodada: { cenario, motor, ruim } }: Resultado): string =>
  ruim ? `${cenario.codigo} (${motor}), versão ruim ${ruim.codigo}` : `${cenario.codigo} (${motor})`;

/** What is said as soon as a round ends. */
export function contarRodada(resultado: Resultado): string {
  const { veredito, semente, injetado, medido, confirmados, incertos, achados, motivo } = resultado;
  const linhas = [`${PALAVRAS[veredito]}  ${nomeDe(resultado)}  ${segundos(resultado.duracaoMs)}`];
  const detalhe = (titulo: string, texto: string | null): void => {
    if (texto) linhas.push(`    ${titulo}: ${texto}`);
  };
  if (veredito === 'pulado') detalhe('porquê', motivo);
  else {
    detalhe('semente', String(semente));
    detalhe('injetado', injetado);
    detalhe('confirmado', `${confirmados.toLocaleString('pt-BR')} efeitos, ${incertos} sem resposta`);
    detalhe('medido', medido.join('; '));
    if (veredito === 'apanhada') detalhe('apanhada por', motivo);
    else for (const achado of achados) detalhe('achado', achado);
    if (veredito === 'quebrou') detalhe('erro', motivo);
  }
  return linhas.join('\n');
}

/** The table at the end, and the changes made to the product for the sake of observing it. */
export function contarTudo(resultados: readonly Resultado[], curto: boolean): string {
  const nomes = resultados.map(nomeDe);
  const largura = Math.max(...nomes.map((nome) => nome.length));
  const linhas = resultados.map((resultado, n) =>
    [
      nomes[n]!.padEnd(largura),
      PALAVRAS[resultado.veredito].padEnd(20),
      segundos(resultado.duracaoMs).padStart(8),
      resultado.injetado,
    ].join('  '),
  );
  const certos = resultados.filter(({ veredito }) => BONS.includes(veredito)).length;
  return [
    ...linhas,
    ...contarAjustes(resultados, curto),
    '',
    `${certos} passed, ${resultados.filter(deuErrado).length} failed`,
  ].join('\n');
}

function contarAjustes(resultados: readonly Resultado[], curto: boolean): string[] {
  const ondePorMotivo = new Map<string, Set<string>>();
  for (const { rodada } of resultados)
    for (const { motivo } of rodada.cenario.ajustes?.(curto || rodada.ruim !== null) ?? [])
      ondePorMotivo.set(motivo, (ondePorMotivo.get(motivo) ?? new Set()).add(rodada.cenario.codigo));
  const ditos = [...ondePorMotivo].map(([motivo, onde]) => `  ${motivo} (${[...onde].join(', ')})`);
  return ditos.length > 0 ? ['', 'Ajustes no produto, só para observar mais depressa:', ...ditos] : [];
}
