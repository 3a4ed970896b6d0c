import type { MapaResposta } from '../../src/modulos/leitos/mapa-resposta.js';

/** The present map as it would be told of a past instant: nobody says when the state of then was to end. */
export const mapaSemPrazos = (mapa: MapaResposta): MapaResposta => ({
  ...mapa,
  setores: mapa.setores.map((setor) => ({
    ...setor,
    leitos: setor.leitos.map(({ terminaEm: _, ...leito }) => leito),
  })),
});
