import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Senha } from '../campos-de-acesso.js';
import { ConfirmacaoDeSenha } from '../confirmacao-de-senha.js';
import { enderecoOtpauth } from '../dominio/totp.js';
import { SegundosFatores } from '../persistencia/segundos-fatores.js';

export class InicioDoSegundoFator {
  @Senha({ exemplo: 'demonstracao', descricao: 'A senha com que se entra.' }) senha!: string;
}

export class SegredoDoSegundoFator {
  @Texto({
    max: 64,
    exemplo: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    descricao: 'O segredo, para digitar no aplicativo autenticador.',
  })
  segredo!: string;
  @Texto({
    max: 1000,
    exemplo: 'otpauth://totp/Plant%C3%A3o:ana%40hospital.local?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    descricao: 'O mesmo, como endereço: mostre-o num código QR.',
  })
  otpauth!: string;
}

/** Somebody begins to enrol an authenticator application; nothing changes until it is confirmed. */
export class IniciarSegundoFator extends Command<SegredoDoSegundoFator> {
  constructor(
    readonly dados: InicioDoSegundoFator,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(IniciarSegundoFator)
export class IniciarSegundoFatorHandler implements ICommandHandler<IniciarSegundoFator> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly confirmacao: ConfirmacaoDeSenha,
    private readonly segundosFatores: SegundosFatores,
    private readonly ambiente: Ambiente,
  ) {}

  async execute({ dados, autor }: IniciarSegundoFator): Promise<SegredoDoSegundoFator> {
    const { usuarioId, email } = await this.confirmacao.exigir(autor, { senha: dados.senha, campo: 'senha' });
    const segredo = await this.unidade.executar((tx) => this.segundosFatores.iniciar(tx, usuarioId));
    return { segredo, otpauth: enderecoOtpauth(segredo, email, this.ambiente.correio.nomeDoRemetente) };
  }
}
