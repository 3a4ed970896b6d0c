import { Injectable } from '@nestjs/common';
import { EmailComCodigo } from './email-com-codigo.js';

/** Takes to who needs another password the code with which it is chosen. */
@Injectable()
export class EmailDeRedefinicaoDeSenha extends EmailComCodigo {
  override readonly tipo = 'redefinicao-de-senha';
  override readonly validadeHoras = 1;
  protected override readonly finalidade = 'REDEFINICAO';

  protected override assunto(): string {
    return 'Escolha uma nova senha';
  }
}
