import type { Motor } from '../ferramentas/apoio/base.js';
import { gravarResultado } from '../ferramentas/apoio/resultado.js';
import type { Cacado } from './defeitos/cacar.js';
import type { Opcoes } from './opcoes.js';
import { porCento } from './relatorio.js';
import type { ResultadoDaRodada } from './rodada.js';

export const COBERTURA_QUERIDA = 0.95;
const DEFEITOS_QUERIDOS = 0.87;

/** Keeps the figures of a whole run. */
export function gravar(
  { semente, pedidos }: Opcoes,
  motores: readonly Motor[],
  { achados, cobertura, ...rodada }: ResultadoDaRodada,
  cacados: readonly Cacado[],
  duracaoS: number,
): void {
  const encontrados = cacados.filter(({ falha }) => falha !== null).length;
  const divergencias = achados.filter(({ falha }) => falha.oraculo === 'motores-iguais').length;
  const { vistos, total } = cobertura;
  const semSucesso = cobertura.semSucesso().length;
  gravarResultado({
    comando: 'fuzz',
    linhaDeComando: `npm run fuzz -- --semente ${semente} --pedidos ${pedidos}`,
    semente,
    banco: motores.join(' e '),
    duracaoS,
    medidas: [
      {
        nome: 'Respostas erradas a pedidos válidos, mutados e hostis',
        meta: 'nenhuma',
        valor: `${achados.length} em ${rodada.pedidos} pedidos`,
        atingida: achados.length === 0,
      },
      {
        nome: 'Pares (operação, status) documentados que foram vistos',
        meta: 'ao menos 95 %',
        valor: `${vistos} de ${total} (${porCento(vistos, total)})`,
        atingida: vistos >= COBERTURA_QUERIDA * total,
      },
      {
        nome: 'Operações que deram certo ao menos uma vez',
        meta: 'todas',
        valor: semSucesso === 0 ? 'todas' : `faltam ${semSucesso}`,
        atingida: semSucesso === 0,
      },
      {
        nome: 'Pedidos a que os bancos responderam diferente',
        meta: 'nenhum',
        valor: motores.length > 1 ? String(divergencias) : 'só um banco',
        atingida: motores.length > 1 && divergencias === 0,
      },
      {
        nome: 'Defeitos plantados que foram encontrados',
        meta: 'ao menos 13 de cada 15',
        valor: `${encontrados} de ${cacados.length}`,
        atingida: encontrados >= DEFEITOS_QUERIDOS * cacados.length,
      },
      { nome: 'Pedidos por segundo, cada um nos dois bancos e julgado', valor: String(rodada.porSegundo) },
    ],
  });
}
