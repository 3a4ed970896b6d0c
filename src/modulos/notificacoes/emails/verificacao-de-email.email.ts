import { Injectable } from '@nestjs/common';
import { EmailComCodigo } from './email-com-codigo.js';

/** Takes to who has just signed up the code that confirms the address. */
@Injectable()
export class EmailDeVerificacao extends EmailComCodigo {
  override readonly tipo = 'verificacao-de-email';
  override readonly validadeHoras = 24;
  protected override readonly finalidade = 'VERIFICACAO';

  protected override assunto(): string {
    return 'Confirme o seu e-mail';
  }
}
