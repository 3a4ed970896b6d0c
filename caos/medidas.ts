import type { Medida } from '../ferramentas/apoio/resultado.js';
import type { Resultado } from './rodada.js';

/** What goes into docs/medidas.md: a line for each scenario and engine, and one for all the known-bad products. */
export function medidasDe(resultados: readonly Resultado[]): Medida[] {
  const rodados = resultados.filter(({ veredito }) => veredito !== 'pulado');
  const boas = rodados.filter(({ rodada }) => rodada.ruim === null);
  const ruins = rodados.filter(({ rodada }) => rodada.ruim !== null);
  const apanhadas = ruins.filter(({ veredito }) => veredito === 'apanhada').length;
  return [
    ...boas.map(({ rodada, veredito, injetado, medido, confirmados, incertos, achados }) => ({
      nome: `${rodada.cenario.descricao} (${rodada.motor === 'sqlite' ? 'SQLite' : 'MariaDB'})`,
      meta: 'nada perdido, nada dobrado, nenhum erro 5xx além do 503 honesto',
      valor: [
        injetado,
        `${confirmados.toLocaleString('pt-BR')} efeitos confirmados, ${incertos} sem resposta`,
        ...medido,
        `${achados.length} achados`,
      ].join('; '),
      atingida: veredito === 'passou',
    })),
    {
      nome: 'Versões sabidamente ruins do produto que o caos apanha',
      meta: 'todas',
      valor: `${apanhadas} de ${ruins.length}`,
      atingida: apanhadas === ruins.length,
    },
  ];
}
