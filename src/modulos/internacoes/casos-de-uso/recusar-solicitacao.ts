import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import type { DadosDoMotivo } from '../dados-de-comando.js';
import { guardarInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

/** The hospital will not admit the patient because of this request. */
export class RecusarSolicitacao extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDoMotivo,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(RecusarSolicitacao)
export class RecusarSolicitacaoHandler implements ICommandHandler<RecusarSolicitacao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados, autor }: RecusarSolicitacao): Promise<InternacaoResposta> {
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      const agora = maisTarde(this.relogio.agora(), internacao.ultimoMovimentoEm);
      internacao.recusar(dados.motivo, { em: agora, agora, autorId: autor.usuarioId });
      await guardarInternacao(tx, internacao);
      return lerInternacao(this.leitura, id);
    });
  }
}
