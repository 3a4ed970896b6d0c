import type { Motor } from '../ferramentas/apoio/base.js';
import { gravarResultado } from '../ferramentas/apoio/resultado.js';
import type { Cacado } from './defeitos/cacar.js';
import type { Opcoes } from './opcoes.js';
import { porCento } from './relatorio.js';
import type { ResultadoDaRodada } from './rodada.js';

export const COBERTURA_QUERIDA = 0.95;
/** Of so many planted faults, so many found. */
const DEFEITOS_QUERIDOS = { achados: 13, de: 15 };

/** Whether enough of the planted faults were found: the same for the kept figures and for the exit code. */
export const achouBastante = (cacados: readonly Cacado[]): boolean =>
  encontradosEm(cacados) * DEFEITOS_QUERIDOS.de >= cacados.length * DEFEITOS_QUERIDOS.achados;

export const encontradosEm = (cacados: readonly Cacado[]): number =>
  cacados.filter(({ falha }) => falha !== null).length;

/** Keeps the figures of a whole run. */
export function gravar(
  { semente, pedidos }: Opcoes,
  motores: readonly Motor[],
  { achados, cobertura, ...rodada }: ResultadoDaRodada,
  cacados: readonly Cacado[],
  duracaoS: number,
): void {
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
        valor: String(divergencias),
        atingida: divergencias === 0,
      },
      {
        nome: 'Defeitos plantados que foram encontrados',
        meta: `ao menos ${DEFEITOS_QUERIDOS.achados} de cada ${DEFEITOS_QUERIDOS.de}`,
        valor: `${encontradosEm(cacados)} de ${cacados.length}`,
        atingida: achouBastante(cacados),
      },
      { nome: 'Pedidos por segundo, cada um nos dois bancos e julgado', valor: String(rodada.porSegundo) },
    ],
  });
}
