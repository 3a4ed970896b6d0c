import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { conflito, invalido } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { Senha } from '../campos-de-acesso.js';
import { ConfirmacaoDeSenha } from '../confirmacao-de-senha.js';
import { exigirSenhaBoa, MENOR_SENHA } from '../dominio/senha-boa.js';
import { Credenciais } from '../persistencia/credenciais.js';

export class TrocaDeSenha {
  @Senha({ exemplo: 'demonstracao', descricao: 'A senha com que se entra hoje.' }) senhaAtual!: string;
  @Senha({
    min: MENOR_SENHA,
    exemplo: 'outra frase que só eu sei',
    descricao: 'A nova: de 8 a 128 caracteres, fora das mais usadas, sem o nome da pessoa.',
  })
  novaSenha!: string;
}

/** Somebody changes their own password: this session goes on, the others end. */
export class TrocarSenha extends Command<void> {
  constructor(
    readonly dados: TrocaDeSenha,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(TrocarSenha)
export class TrocarSenhaHandler implements ICommandHandler<TrocarSenha> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly senhas: Senhas,
    private readonly confirmacao: ConfirmacaoDeSenha,
    private readonly credenciais: Credenciais,
    private readonly ambiente: Ambiente,
  ) {}

  async execute({ dados: { senhaAtual, novaSenha }, autor }: TrocarSenha): Promise<void> {
    const conta = await this.confirmacao.exigir(autor, { senha: senhaAtual, campo: 'senhaAtual' });
    if (senhaAtual.normalize('NFKC') === novaSenha.normalize('NFKC'))
      throw invalido('ACESSO.SENHA_REPETIDA', 'A nova senha é igual à atual. Escolha outra.', 'novaSenha');
    exigirSenhaBoa(novaSenha, { ...conta, hospital: this.ambiente.correio.nomeDoRemetente }, 'novaSenha');
    const nova = { senhaHash: await this.senhas.gerar(novaSenha), provisoria: false };
    await this.unidade.executar(async (tx) => {
      if (!(await this.credenciais.trocarSenha(tx, conta.usuarioId, nova, conta.senhaHash)))
        throw conflito('ACESSO.SENHA_MUDOU', 'Sua senha acabou de ser trocada. Entre de novo.');
      await this.credenciais.mudaramPor(tx, autor);
    });
  }
}
