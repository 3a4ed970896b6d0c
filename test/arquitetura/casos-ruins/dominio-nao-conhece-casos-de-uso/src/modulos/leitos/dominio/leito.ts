import { prazoDaReserva } from '../casos-de-uso/reservar-leito.js';

export const prazo = prazoDaReserva;
