import { normalizarParaBusca } from '../identificadores/nome.js';
import type { MensagemDeCorreio } from './correio.js';

/** In UTF-16 units: whatever they are, they fit in a TEXT of MySQL. */
const MAIOR_BUSCA = 20_000;

/** What a message is found by: recipient, subject and text, without accents and capitals. */
export const textoDeBusca = ({ para, assunto, texto }: MensagemDeCorreio): string =>
  normalizarParaBusca(`${para} ${assunto} ${texto}`).slice(0, MAIOR_BUSCA);

/** The words looked for, each once, as `textoDeBusca` has them; none in what is only blanks. */
export const palavrasDaBusca = (busca: string): string[] => [
  ...new Set(normalizarParaBusca(busca).split(' ').filter(Boolean)),
];
