import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { guardarInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDoCancelamentoDaPrevisao {
  @Texto({ max: 500, opcional: true, exemplo: 'Voltou a ter febre.', descricao: 'Por que se desiste.' })
  motivo?: string;
}

/** The exit is no longer foreseen: the stay goes on. */
export class CancelarPrevisao extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDoCancelamentoDaPrevisao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CancelarPrevisao)
export class CancelarPrevisaoHandler implements ICommandHandler<CancelarPrevisao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados, autor }: CancelarPrevisao): Promise<InternacaoResposta> {
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      const agora = maisTarde(this.relogio.agora(), internacao.ultimoMovimentoEm);
      internacao.cancelarPrevisao(dados.motivo ?? null, { em: agora, agora, autorId: autor.usuarioId });
      await guardarInternacao(tx, internacao);
      return lerInternacao(this.leitura, id);
    });
  }
}
