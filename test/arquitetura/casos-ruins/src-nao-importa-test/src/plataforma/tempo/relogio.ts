import { instanteFixo } from '../../../test/apoio/instante-fixo.js';

export const agora = instanteFixo;
