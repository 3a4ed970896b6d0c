import { Evento, EventoDeDominio } from './evento.js';

/** A durable saga spent its attempts on an event; people must look. */
@Evento<{ entregaId: number; eventoId: string; saga: string; tentativas: number }>({
  tipo: 'plataforma.entrega-morta',
  versao: 1,
  descricao: 'Uma reação esgotou as tentativas e espera que alguém a reprocesse.',
  campos: {
    entregaId: 'entrega que parou',
    eventoId: 'evento que a originou',
    saga: 'reação que falhou',
    tentativas: 'quantas vezes foi tentada',
  },
})
export class EntregaMorta extends EventoDeDominio<{
  entregaId: number;
  eventoId: string;
  saga: string;
  tentativas: number;
}> {}
