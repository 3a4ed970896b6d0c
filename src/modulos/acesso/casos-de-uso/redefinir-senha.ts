import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Codigo, Senha } from '../campos-de-acesso.js';
import { SenhaTrocada } from '../contrato/eventos.js';
import { exigirSenhaBoa, MENOR_SENHA } from '../dominio/senha-boa.js';
import { usarCodigo } from '../persistencia/codigos-no-banco.js';
import { trocarSenha } from '../persistencia/contas-no-banco.js';
import { encerrarAcessos } from '../persistencia/encerrar-acessos.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';
import { daConta } from '../persistencia/fatos-auditados.js';

export class DadosDaRedefinicao {
  @Codigo() token!: string;
  @Senha({ min: MENOR_SENHA, exemplo: 'outra frase que só eu sei', descricao: 'A nova senha.' })
  novaSenha!: string;
}

/** Who forgot the password chooses another, with the code that went to their mailbox. Nobody stays inside. */
export class RedefinirSenha extends Command<void> {
  constructor(readonly dados: DadosDaRedefinicao) {
    super();
  }
}

@CommandHandler(RedefinirSenha)
export class RedefinirSenhaHandler implements ICommandHandler<RedefinirSenha> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly senhas: Senhas,
    private readonly relogio: Relogio,
    private readonly ambiente: Ambiente,
    private readonly tentativas: TentativasDeEntrada,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  async execute({ dados }: RedefinirSenha): Promise<void> {
    await this.tentativas.limitarCodigos();
    // Slow on purpose, so never inside the transaction; and the same for a code that is worth nothing.
    const senhaHash = await this.senhas.gerar(dados.novaSenha);
    const email = await this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      const { id: usuarioId, versao, ...pessoa } = await usarCodigo(tx, dados.token, 'REDEFINICAO', agora);
      // Refused, the code stays good for another try.
      const hospital = this.ambiente.correio.nomeDoRemetente;
      exigirSenhaBoa(dados.novaSenha, { ...pessoa, hospital }, 'novaSenha');
      await trocarSenha(tx, usuarioId, senhaHash, agora);
      await encerrarAcessos(tx, usuarioId, { motivo: 'SENHA' });
      await this.auditoria.anotar([daConta('acesso.redefinir-senha', usuarioId)]);
      tx.registrar(
        new SenhaTrocada(
          { tipo: 'usuario', id: usuarioId, versao: versao + 1 },
          { usuarioId, em: agora.toISOString() },
        ),
      );
      return pessoa.email;
    });
    // Whoever has the mailbox need not wait for the tries of others at a password that is no more.
    await this.tentativas.desbloquear(email);
  }
}
