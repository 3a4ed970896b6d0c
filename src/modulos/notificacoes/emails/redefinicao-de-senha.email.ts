import { Injectable } from '@nestjs/common';
import { Ambiente } from '../../../config/ambiente.js';
import { FalhaDeEnvio } from '../../../plataforma/correio/correio.js';
import { porExtenso } from '../../../plataforma/tempo/por-extenso.js';
import { CodigosDeAcesso } from '../../acesso/contrato/codigos-de-acesso.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { Email } from './email.js';

/** What the notice keeps. */
type Dados = { usuarioId: number; senhaAnulada?: number };

interface Palavras {
  readonly enlace: string;
  readonly codigo: string;
  readonly validoAte: string;
  /** Nobody asked: the password of the sign-up is good no more. */
  readonly senhaAnulada: boolean;
}

/** Takes to who needs another password the code with which it is chosen (RF16). */
@Injectable()
export class EmailDeRedefinicaoDeSenha extends Email<Palavras> {
  override readonly tipo = 'redefinicao-de-senha';
  override readonly validadeHoras = 1;
  override readonly exemplo = {
    enlace:
      'https://plantao.hospital.com.br/v1/publico/acesso/redefinir-senha#token=q3Vx0bZ7m2m9Yx1kq8W4cJm0uT5oN6rL7sHhP2aBdEf',
    codigo: 'q3Vx0bZ7m2m9Yx1kq8W4cJm0uT5oN6rL7sHhP2aBdEf',
    validoAte: '01/06/2026 às 14h05',
    senhaAnulada: false,
  };

  constructor(
    private readonly codigos: CodigosDeAcesso,
    private readonly politicas: PoliticasDoHospital,
    private readonly ambiente: Ambiente,
  ) {
    super();
  }

  protected override assunto(): string {
    return 'Escolha uma nova senha';
  }

  override async reunir({ usuarioId, senhaAnulada }: Dados, destinatario: string): Promise<Palavras> {
    const { fuso } = await this.politicas.atuais();
    const codigo = await this.codigos.emitir(usuarioId, 'REDEFINICAO', destinatario);
    if (!codigo) throw new FalhaDeEnvio(true, 'CODIGO_DESNECESSARIO');
    return {
      enlace: `${this.ambiente.urlPublica}/v1/publico/acesso/redefinir-senha#token=${codigo.segredo}`,
      codigo: codigo.segredo,
      validoAte: porExtenso(codigo.expiraEm, fuso),
      senhaAnulada: senhaAnulada === 1,
    };
  }
}
