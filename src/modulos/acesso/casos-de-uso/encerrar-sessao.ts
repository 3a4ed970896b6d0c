import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { encerrarSessao } from '../persistencia/encerrar-acessos.js';

/** Somebody ends a session of theirs: the one they forgot open elsewhere, or this one. */
export class EncerrarSessao extends Command<void> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(EncerrarSessao)
export class EncerrarSessaoHandler implements ICommandHandler<EncerrarSessao> {
  constructor(private readonly unidade: UnidadeDeTrabalho) {}

  async execute({ id, autor }: EncerrarSessao): Promise<void> {
    await this.unidade.executar(async (tx) => {
      const motivo = autor.sessaoId === id ? 'LOGOUT' : 'OUTRAS';
      if (!(await encerrarSessao(tx, autor.usuarioId ?? 0, id, motivo)))
        throw naoEncontrado('ACESSO.SESSAO_NAO_ENCONTRADA', `Você não tem uma sessão ${id} em aberto.`);
    });
  }
}
