import type { Transacao } from '../../../banco/transacao.js';
import { paraCentavos } from '../../../plataforma/http/dinheiro.js';
import { substituirItens } from '../../../plataforma/registros/itens.js';
import type { DiariaContratada } from '../casos-de-uso/obter-convenio.js';

/** Makes this list (in reais) the whole price table of the insurer. */
export const gravarDiarias = (
  tx: Transacao,
  convenioId: number,
  diarias: readonly DiariaContratada[],
): Promise<void> =>
  substituirItens(
    tx,
    'convenios_diarias',
    ['convenio_id', convenioId],
    diarias.map(({ tipoLeito, valor }) => ({ tipo_leito: tipoLeito, valor: paraCentavos(valor) })),
  );
