import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { CodigoDoSegundoFator, Senha } from '../campos-de-acesso.js';
import { ConfirmacaoDeSenha } from '../confirmacao-de-senha.js';
import { daEquipe } from '../dominio/pendencia.js';
import { Credenciais } from '../persistencia/credenciais.js';
import { SegundosFatores } from '../persistencia/segundos-fatores.js';

export class DesativacaoDoSegundoFator {
  @Senha({ exemplo: 'demonstracao', descricao: 'A senha com que se entra.' }) senha!: string;
  @CodigoDoSegundoFator({ descricao: 'O código do aplicativo, ou um de recuperação.' }) codigo!: string;
}

/** Somebody does without the second factor again, where the hospital lets them. Other sessions end. */
export class DesativarSegundoFator extends Command<void> {
  constructor(
    readonly dados: DesativacaoDoSegundoFator,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(DesativarSegundoFator)
export class DesativarSegundoFatorHandler implements ICommandHandler<DesativarSegundoFator> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly confirmacao: ConfirmacaoDeSenha,
    private readonly segundosFatores: SegundosFatores,
    private readonly credenciais: Credenciais,
    private readonly politicas: PoliticasDoHospital,
  ) {}

  async execute({ dados: { senha, codigo }, autor }: DesativarSegundoFator): Promise<void> {
    if ((await this.politicas.atuais()).exigeSegundoFator && daEquipe(autor.papeis))
      throw regraViolada(
        'ACESSO.SEGUNDO_FATOR_OBRIGATORIO',
        'O hospital exige o segundo fator. Para trocar de aparelho, peça a um administrador que retire o atual.',
      );
    const { usuarioId } = await this.confirmacao.exigir(autor, { senha, campo: 'senha', codigo });
    await this.unidade.executar(async (tx) => {
      await this.segundosFatores.encerrar(tx, usuarioId, 'Desativado pela própria pessoa.');
      await this.credenciais.mudaramPor(tx, autor);
    });
  }
}
