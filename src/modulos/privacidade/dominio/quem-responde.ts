import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import type { PedidoDePrivacidade } from './pedido.entity.js';

/** The reception answers what it can put right itself, a correction; everything else is for an administrator (403). */
export function exigirQuemResponde(autor: Autor, { tipo }: Pick<PedidoDePrivacidade, 'tipo'>): void {
  if (autor.papeis.includes('ADMIN') || tipo === 'CORRECAO') return;
  throw new ErroDeDominio(
    'proibido',
    'PRIVACIDADE.SO_ADMINISTRADOR',
    'A recepção responde só a pedidos de correção. Encaminhe este a um administrador.',
  );
}
