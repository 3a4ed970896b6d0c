import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Email } from '../../../plataforma/http/campos.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { receberPedido } from '../persistencia/pedidos-no-banco.js';
import { TentativasDeEntrada } from '../tentativas-de-entrada.js';

export class EnderecoDaConta {
  @Email({ exemplo: 'maria@exemplo.com.br', descricao: 'O e-mail da conta.' }) email!: string;
}

/** Somebody unknown wants a code sent to the address of an account: to confirm it, or to choose a new password. */
export class PedirCodigo extends Command<void> {
  constructor(
    readonly tipo: 'REENVIO' | 'REDEFINICAO',
    readonly dados: EnderecoDaConta,
  ) {
    super();
  }
}

/** Nothing is looked up here: whether there is such an account shows neither in the answer nor in its time. */
@CommandHandler(PedirCodigo)
export class PedirCodigoHandler implements ICommandHandler<PedirCodigo> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly tentativas: TentativasDeEntrada,
  ) {}

  async execute({ tipo, dados }: PedirCodigo): Promise<void> {
    await this.tentativas.limitarPedidos(tipo);
    await this.unidade.executar((tx) => receberPedido(tx, tipo, dados.email, this.relogio.agora()));
  }
}
