import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { Senha } from '../campos-de-acesso.js';
import { exigirSenhaBoa, MENOR_SENHA } from '../dominio/senha-boa.js';
import { Credenciais } from '../persistencia/credenciais.js';
import { encerrarAcessos } from '../persistencia/encerrar-acessos.js';
import { exigirUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';

export class SenhaProvisoria {
  @Senha({
    min: MENOR_SENHA,
    exemplo: 'frase para o primeiro dia',
    descricao: 'A senha que se dirá à pessoa: de 8 a 128 caracteres, fora das mais usadas, sem o nome dela.',
  })
  senha!: string;
}

/** An administrator gives somebody another password: provisional, all sessions end, and the account is open. */
export class RedefinirSenhaDoUsuario extends Command<UsuarioResposta> {
  constructor(
    readonly id: number,
    readonly dados: SenhaProvisoria,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(RedefinirSenhaDoUsuario)
export class RedefinirSenhaDoUsuarioHandler implements ICommandHandler<RedefinirSenhaDoUsuario> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly senhas: Senhas,
    private readonly credenciais: Credenciais,
    private readonly tentativas: TentativasDeEntrada,
    private readonly ambiente: Ambiente,
  ) {}

  async execute({ id, dados: { senha } }: RedefinirSenhaDoUsuario): Promise<UsuarioResposta> {
    const usuario = await exigirUsuario(this.leitura, id);
    exigirSenhaBoa(senha, { ...usuario, hospital: this.ambiente.correio.nomeDoRemetente });
    const nova = { senhaHash: await this.senhas.gerar(senha), provisoria: true };
    const mudado = await this.unidade.executar(async (tx) => {
      await this.credenciais.trocarSenha(tx, id, nova);
      await encerrarAcessos(tx, id, { motivo: 'SENHA' });
      return exigirUsuario(this.leitura, id);
    });
    // Wrong tries at a password that is no more count for nothing.
    await this.tentativas.desbloquear(usuario.email);
    return mudado;
  }
}
