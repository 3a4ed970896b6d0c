import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { texto } from '../../../banco/dialeto.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { CodigoDoSegundoFator, ListaDeCodigos } from '../campos-de-acesso.js';
import { Credenciais } from '../persistencia/credenciais.js';
import { SegundosFatores } from '../persistencia/segundos-fatores.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';

export class CodigoDeConfirmacao {
  @CodigoDoSegundoFator({ descricao: 'O código que o aplicativo mostra agora.' }) codigo!: string;
}

export class CodigosDeRecuperacao {
  @ListaDeCodigos() codigosDeRecuperacao!: string[];
}

/** The application shows that it has the secret: from the next login on its code is asked. Other sessions end. */
export class ConfirmarSegundoFator extends Command<CodigosDeRecuperacao> {
  constructor(
    readonly dados: CodigoDeConfirmacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ConfirmarSegundoFator)
export class ConfirmarSegundoFatorHandler implements ICommandHandler<ConfirmarSegundoFator> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly segundosFatores: SegundosFatores,
    private readonly credenciais: Credenciais,
    private readonly tentativas: TentativasDeEntrada,
  ) {}

  async execute({ dados: { codigo }, autor }: ConfirmarSegundoFator): Promise<CodigosDeRecuperacao> {
    const usuarioId = autor.usuarioId!;
    let codigosDeRecuperacao: string[] | null = null;
    let recusa: unknown;
    await this.tentativas.julgar(await this.#email(usuarioId), async () => {
      try {
        codigosDeRecuperacao = await this.unidade.executar(async (tx) => {
          const codigos = await this.segundosFatores.confirmar(tx, usuarioId, codigo);
          await this.credenciais.mudaramPor(tx, autor);
          return codigos;
        });
        return 'certa';
      } catch (erro) {
        recusa = erro;
        return (erro as Partial<ErroDeDominio>).codigo === 'ACESSO.CODIGO_INCORRETO'
          ? 'errada'
          : 'incompleta';
      }
    });
    if (!codigosDeRecuperacao) throw recusa;
    return { codigosDeRecuperacao };
  }

  async #email(usuarioId: number): Promise<string> {
    const [linha] = await this.unidade.executar(
      (tx) => tx.consultar('SELECT email FROM usuarios WHERE id = ?', [usuarioId]),
      { mutacao: false },
    );
    return texto(linha?.email);
  }
}
