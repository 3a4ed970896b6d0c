/** `npm run build`: compiles into dist/ and copies what the code reads beside itself. */
import { prepararOuSair } from './preparar.mjs';

prepararOuSair();
