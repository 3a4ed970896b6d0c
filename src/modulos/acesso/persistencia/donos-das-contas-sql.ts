import { Injectable } from '@nestjs/common';
import { texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { DonosDasContas } from '../contrato/donos-das-contas.js';

/** Letters only: no address, no advertisement, however the account was named. */
const NOME = /^\p{L}[\p{L}'’-]{1,29}$/u;

@Injectable()
export class DonosDasContasSql extends DonosDasContas {
  constructor(private readonly leitura: Leitura) {
    super();
  }

  async enderecoDe(usuarioId: number): Promise<string | null> {
    const linha = await this.leitura.obter('SELECT email FROM usuarios WHERE id = ?', [usuarioId]);
    return linha && texto(linha.email);
  }

  async primeiroNome(usuarioId: number): Promise<string | null> {
    const linha = await this.leitura.obter('SELECT nome FROM usuarios WHERE id = ?', [usuarioId]);
    const [primeiro = ''] = (linha ? texto(linha.nome) : '').split(' ');
    return NOME.test(primeiro) ? primeiro : null;
  }
}
