import { Injectable } from '@nestjs/common';
import { Ambiente } from '../../../config/ambiente.js';
import { FalhaDeEnvio } from '../../../plataforma/correio/correio.js';
import { porExtenso } from '../../../plataforma/tempo/por-extenso.js';
import { CodigosDeAcesso, type Finalidade } from '../../acesso/contrato/codigos-de-acesso.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { Email } from './email.js';

/** What the notice keeps. */
type Dados = { usuarioId: number; senhaAnulada?: number };

interface Palavras {
  readonly enlace: string;
  readonly codigo: string;
  readonly validoAte: string;
  /** The password of the sign-up, or those of several, are good no more: who reads it did not ask for that. */
  readonly senhaAnulada: boolean;
}

/** Where each code is used. */
const PAGINAS: Readonly<Record<Finalidade, string>> = {
  VERIFICACAO: 'verificar-email',
  REDEFINICAO: 'redefinir-senha',
};

const UM_CODIGO = 'q3Vx0bZ7m2m9Yx1kq8W4cJm0uT5oN6rL7sHhP2aBdEf';

/** Takes to a person a code made for this message alone, and the address of the page where it is used (RF16). */
@Injectable()
export abstract class EmailComCodigo extends Email<Palavras> {
  protected abstract readonly finalidade: Finalidade;

  constructor(
    private readonly codigos: CodigosDeAcesso,
    private readonly politicas: PoliticasDoHospital,
    private readonly ambiente: Ambiente,
  ) {
    super();
  }

  override get exemplo(): Palavras {
    return {
      enlace: this.#enlace('https://plantao.hospital.com.br', UM_CODIGO),
      codigo: UM_CODIGO,
      validoAte: '01/06/2026 às 14h05',
      senhaAnulada: false,
    };
  }

  override async reunir({ usuarioId, senhaAnulada }: Dados, destinatario: string): Promise<Palavras> {
    const { fuso } = await this.politicas.atuais();
    const codigo = await this.codigos.emitir(usuarioId, this.finalidade, destinatario);
    if (!codigo) throw new FalhaDeEnvio(true, 'CODIGO_DESNECESSARIO');
    return {
      enlace: this.#enlace(this.ambiente.urlPublica, codigo.segredo),
      codigo: codigo.segredo,
      validoAte: porExtenso(codigo.expiraEm, fuso),
      senhaAnulada: senhaAnulada === 1,
    };
  }

  /** The code goes after the `#`, which no browser sends to a server. */
  #enlace(base: string, segredo: string): string {
    return `${base}/v1/publico/acesso/${PAGINAS[this.finalidade]}#token=${segredo}`;
  }
}
