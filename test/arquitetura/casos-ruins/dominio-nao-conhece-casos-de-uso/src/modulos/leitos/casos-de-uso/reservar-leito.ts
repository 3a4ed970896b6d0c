export const prazoDaReserva = 2;
