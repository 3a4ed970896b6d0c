import { Injectable } from '@nestjs/common';
import { EmailComCodigo } from './email-com-codigo.js';

/** Takes another code to who has not confirmed the address yet. */
@Injectable()
export class EmailDeReenvioDaVerificacao extends EmailComCodigo {
  override readonly tipo = 'reenvio-da-verificacao';
  override readonly validadeHoras = 24;
  protected override readonly finalidade = 'VERIFICACAO';

  override get exemplo() {
    return { ...super.exemplo, senhaAnulada: true };
  }

  protected override assunto(): string {
    return 'Outro código para confirmar o seu e-mail';
  }
}
