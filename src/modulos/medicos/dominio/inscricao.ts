import { invalido } from '../../../plataforma/erros/erro-de-dominio.js';
import {
  type Conselho,
  numeroConselhoValido,
  type Uf,
} from '../../../plataforma/identificadores/conselho.js';

/** A registration in a professional council, as bodies and answers spell it. */
export interface Inscricao {
  conselho: Conselho;
  numeroConselho: string;
  ufConselho: Uf;
}

/** The number must have the shape its council gives (422 `MEDICO.NUMERO_DO_CONSELHO_INVALIDO`). */
export function exigirInscricaoValida({ conselho, numeroConselho }: Inscricao): void {
  if (!numeroConselhoValido(conselho, numeroConselho))
    throw invalido(
      'MEDICO.NUMERO_DO_CONSELHO_INVALIDO',
      `O campo "numeroConselho" não é um número de inscrição no ${conselho}.`,
      'numeroConselho',
    );
}
