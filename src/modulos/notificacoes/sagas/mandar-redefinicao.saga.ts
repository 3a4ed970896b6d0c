import type { EventoGravado } from '../../../plataforma/eventos/evento.js';
import { type Saga, SagaDuravel } from '../../../plataforma/eventos/saga-duravel.js';
import { RedefinicaoPedida } from '../../acesso/contrato/eventos.js';
import { CriarAvisoDaConta } from '../casos-de-uso/criar-aviso-da-conta.js';

/** Another password is due: the code to choose it goes to the account (RF16). */
@SagaDuravel(RedefinicaoPedida, 'notificacoes.mandar-redefinicao')
export class MandarRedefinicao implements Saga<RedefinicaoPedida> {
  reagir({ id, dados }: EventoGravado<RedefinicaoPedida>): CriarAvisoDaConta {
    return new CriarAvisoDaConta({
      tipo: 'redefinicao-de-senha',
      eventoId: id,
      usuarioId: dados.usuarioId,
      dados: { senhaAnulada: Number(dados.senhaAnulada ?? false) },
    });
  }
}
