import type { Medida } from '../ferramentas/apoio/resultado.js';
import type { Resultado } from './rodada.js';

/** What goes into docs/medidas.md: a line for each scenario and engine, and one for all the known-bad products. */
export function medidasDe(resultados: readonly Resultado[]): Medida[] {
  const boas = resultados.filter(({ rodada }) => rodada.ruim === null);
  const ruins = resultados.filter(({ rodada, veredito }) => rodada.ruim !== null && veredito !== 'pulado');
  const apanhadas = ruins.filter(({ veredito }) => veredito === 'apanhada').length;
  return [
    ...boas.map((resultado) => ({
      nome: `${resultado.rodada.cenario.descricao} (${resultado.rodada.motor === 'sqlite' ? 'SQLite' : 'MariaDB'})`,
      meta: 'nada perdido, nada dobrado, nenhum erro 5xx além do 503 honesto',
      valor: valorDe(resultado),
      atingida: resultado.veredito === 'passou',
    })),
    {
      nome: 'Versões sabidamente ruins do produto que o caos apanha',
      meta: 'todas',
      valor: `${apanhadas} de ${ruins.length}`,
      atingida: apanhadas === ruins.length,
    },
  ];
}

function valorDe({ veredito, motivo, injetado, medido, confirmados, incertos, achados }: Resultado): string {
  if (veredito === 'pulado') return `não foi rodado: ${motivo ?? ''}`;
  return [
    injetado,
    `${confirmados.toLocaleString('pt-BR')} efeitos confirmados, ${incertos} sem resposta`,
    ...medido,
    `${achados.length} achados`,
  ].join('; ');
}
