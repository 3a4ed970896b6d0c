import { Internacao } from '../../internacoes/dominio/internacao.js';

export const gerarConta = (): Internacao => new Internacao();
