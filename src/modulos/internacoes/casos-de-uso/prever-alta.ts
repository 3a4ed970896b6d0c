import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Instante } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { guardarInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDaPrevisao {
  @Instante({ exemplo: '2100-06-05T11:00:00-03:00', descricao: 'Para quando; no futuro.' }) para!: Date;
}

/** The exit is foreseen; said again, the forecast changes. */
export class PreverAlta extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaPrevisao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(PreverAlta)
export class PreverAltaHandler implements ICommandHandler<PreverAlta> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados, autor }: PreverAlta): Promise<InternacaoResposta> {
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      const agora = maisTarde(this.relogio.agora(), internacao.ultimoMovimentoEm);
      internacao.preverAlta(dados.para, { em: agora, agora, autorId: autor.usuarioId });
      await guardarInternacao(tx, internacao);
      return lerInternacao(this.leitura, id);
    });
  }
}
