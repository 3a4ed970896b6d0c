import { Injectable } from '@nestjs/common';
import { DonosDasContas } from '../../acesso/contrato/donos-das-contas.js';
import { Email } from './email.js';

/** What the notice keeps. */
type Dados = { usuarioId: number; comRegistro: number };

interface Palavras {
  /** The first name, where it looks like one. */
  readonly nome: string | null;
  /** The account already is a patient's. */
  readonly comRegistro: boolean;
}

/** Welcomes who has just confirmed the address (RF16). */
@Injectable()
export class EmailDeBoasVindas extends Email<Palavras> {
  override readonly tipo = 'boas-vindas';
  override readonly validadeHoras = 72;
  override readonly exemplo = { nome: 'Maria', comRegistro: false };

  constructor(private readonly donos: DonosDasContas) {
    super();
  }

  protected override assunto(): string {
    return 'Boas-vindas ao Plantão';
  }

  override async reunir({ usuarioId, comRegistro }: Dados): Promise<Palavras> {
    return { nome: await this.donos.primeiroNome(usuarioId), comRegistro: comRegistro === 1 };
  }
}
