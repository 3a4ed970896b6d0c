import { Injectable } from '@nestjs/common';
import { booleano, type Linha, texto } from '../../banco/dialeto.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import type { ErroDeDominio } from '../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { Senhas } from '../../plataforma/seguranca/senhas.js';
import { codigoIncorreto, senhaIncorreta, tokenInvalido } from './dominio/recusas-da-entrada.js';
import { SegundosFatores } from './persistencia/segundos-fatores.js';
import { TentativasDeEntrada } from './tentativas-de-entrada.js';

export interface ContaConfirmada {
  readonly usuarioId: number;
  readonly nome: string;
  readonly email: string;
  readonly senhaHash: string;
}

/** What was typed, and the fields where it was. */
export interface Confirmacao {
  readonly senha: string;
  readonly campo: string;
  /** Of the second factor, where it is asked as well. */
  readonly codigo?: string;
}

/**
 * Who holds a token says the password again, before what would let a thief of the token keep the account. A wrong one
 * counts like a wrong login.
 */
@Injectable()
export class ConfirmacaoDeSenha {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly senhas: Senhas,
    private readonly tentativas: TentativasDeEntrada,
    private readonly segundosFatores: SegundosFatores,
  ) {}

  /** Refuses (422, on the field) what does not match; never inside a unit of work. */
  async exigir({ usuarioId }: Autor, { senha, campo, codigo }: Confirmacao): Promise<ContaConfirmada> {
    const conta = usuarioId === null ? null : await this.#conta(usuarioId);
    if (!conta) throw tokenInvalido();
    let recusa: ErroDeDominio = senhaIncorreta(campo);
    const veredito = await this.tentativas.julgar(conta.email, async () => {
      if (!(await this.senhas.confere(senha, conta.senhaHash))) return 'errada';
      if (codigo === undefined || (await this.segundosFatores.usar(conta.usuarioId, codigo))) return 'certa';
      recusa = codigoIncorreto();
      return 'errada';
    });
    if (veredito !== 'certa') throw recusa;
    return conta;
  }

  /** Of the primary: a replica of the database may still have the password before. */
  async #conta(usuarioId: number): Promise<ContaConfirmada | null> {
    const [linha] = await this.unidade.executar(
      (tx) => tx.consultar('SELECT nome, email, senha_hash, ativo FROM usuarios WHERE id = ?', [usuarioId]),
      { mutacao: false },
    );
    return linha && booleano(linha.ativo) ? daLinha(usuarioId, linha) : null;
  }
}

const daLinha = (usuarioId: number, linha: Linha): ContaConfirmada => ({
  usuarioId,
  nome: texto(linha.nome),
  email: texto(linha.email),
  senhaHash: texto(linha.senha_hash),
});
