import { EntregaMorta } from '../../../plataforma/eventos/entrega-morta.js';
import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { CriarAvisoDeEntregaMorta } from '../casos-de-uso/criar-aviso-de-entrega-morta.js';

/** A reaction gave up: the operations desk is told (RF26). */
@SagaDuravel(EntregaMorta, 'notificacoes.avisar-entrega-morta')
export class AvisarEntregaMorta implements Saga<EntregaMorta> {
  reagir({ id, dados, ocorridoEm }: EventoGravado<EntregaMorta>): CriarAvisoDeEntregaMorta {
    return new CriarAvisoDeEntregaMorta(id, { ...dados, em: ocorridoEm.toISOString() });
  }
}
