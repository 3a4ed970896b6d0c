import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import {
  acessoNaoEncontrado,
  type AcessoDeEmergenciaResposta,
  lerAcesso,
  travarAcesso,
} from '../persistencia/acessos-de-emergencia.js';

/** Who opened it has no more use for it. It still waits for its review. */
export class EncerrarAcessoDeEmergencia extends Command<AcessoDeEmergenciaResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(EncerrarAcessoDeEmergencia)
export class EncerrarAcessoDeEmergenciaHandler implements ICommandHandler<EncerrarAcessoDeEmergencia> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, autor }: EncerrarAcessoDeEmergencia): Promise<AcessoDeEmergenciaResposta> {
    return this.unidade.executar(async (tx) => {
      const acesso = await travarAcesso(tx, id);
      if (acesso.usuarioId !== autor.usuarioId) throw acessoNaoEncontrado(id);
      const agora = maisTarde(this.relogio.agora(), acesso.desde);
      if (acesso.ate <= agora)
        throw conflito('ACESSO_DE_EMERGENCIA.JA_ENCERRADO', `O acesso de emergência ${id} já acabou.`);
      await tx.executar('UPDATE vinculos_de_cuidado SET ate = ?, encerrado_em = ? WHERE id = ?', [
        agora,
        agora,
        id,
      ]);
      return lerAcesso(this.leitura, id, autor);
    });
  }
}
