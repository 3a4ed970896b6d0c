import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeInternacoes } from '../../internacoes/contrato/leitura-de-internacoes.js';
import type { LancamentoResposta } from '../lancamento-resposta.js';
import { ApuradorDeContas } from '../persistencia/apurador-de-contas.js';
import {
  atualizarLancamento,
  substituirLinhas,
  travarComConta,
} from '../persistencia/lancamentos.repositorio.js';
import { lerLancamento } from './obter-lancamento.js';

/** Issues a draft, its lines apportioned again by the prices of now, which are frozen in it. */
export class EmitirLancamento extends Command<LancamentoResposta> {
  constructor(
    readonly id: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(EmitirLancamento)
export class EmitirLancamentoHandler implements ICommandHandler<EmitirLancamento> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly internacoes: LeituraDeInternacoes,
    private readonly apurador: ApuradorDeContas,
  ) {}

  execute({ id, autor }: EmitirLancamento): Promise<LancamentoResposta> {
    return this.unidade.executar(async (tx) => {
      const { lancamento, conta } = await travarComConta(tx, id);
      lancamento.exigirRascunho();
      const internacao = conta && (await this.internacoes.paraConta(conta.internacaoId));
      if (!internacao?.saida)
        throw conflito('LANCAMENTO.CONTA_ABERTA', `A conta do lançamento ${id} não está fechada.`);
      const { calendario, ...cobranca } = await this.apurador.apurar(internacao, internacao.saida);
      const agora = maisTarde(this.relogio.agora(), lancamento.atualizadoEm);
      const hoje = calendario.diaCivil(agora);
      lancamento.emitir(cobranca, { agora, hoje, autorId: autor.usuarioId });
      await substituirLinhas(tx, lancamento);
      await atualizarLancamento(tx, lancamento);
      return lerLancamento(this.leitura, id);
    });
  }
}
