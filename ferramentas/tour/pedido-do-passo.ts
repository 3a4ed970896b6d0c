import type { Pedido } from './cliente.js';
import type { Lembrancas } from './lembrancas.js';
import type { Passo } from './passo.js';

/** The request of a step, with what the story knows filled in. */
export function preencherPedido({ pedido, cabecalhos = {}, corpo }: Passo, lembrancas: Lembrancas): Pedido {
  const [metodo = '', caminho = ''] = lembrancas.preencher<string>(pedido).split(' ');
  return {
    metodo,
    caminho,
    cabecalhos: lembrancas.preencher(cabecalhos),
    corpo: corpo === undefined ? undefined : lembrancas.preencher(corpo),
  };
}

/** The headers of the answer that the step is about: those it expects, and those it keeps. */
export const cabecalhosDe = ({ espera, guarda = {} }: Passo): string[] => [
  ...Object.keys(espera.cabecalhos ?? {}),
  ...Object.values(guarda).flatMap((onde) => (onde.startsWith('@') ? [onde.slice(1)] : [])),
];

/** The token goes along as soon as there is one. */
export const autorizado = (pedido: Pedido, lembrancas: Lembrancas): Pedido =>
  lembrancas.tem('token')
    ? {
        ...pedido,
        cabecalhos: { ...pedido.cabecalhos, authorization: lembrancas.preencher('Bearer {token}') },
      }
    : pedido;
