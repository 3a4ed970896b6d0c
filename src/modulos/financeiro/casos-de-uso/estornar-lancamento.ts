import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeInternacoes } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import type { LancamentoResposta } from '../lancamento-resposta.js';
import { ApuradorDeContas } from '../persistencia/apurador-de-contas.js';
import { cobrarFinal } from '../persistencia/cobrar-final.js';
import {
  atualizarLancamento,
  pacienteDoLancamento,
  travarComConta,
} from '../persistencia/lancamentos.repositorio.js';
import { lerLancamento } from './obter-lancamento.js';

export class DadosDoEstorno {
  @Texto({ max: 500, exemplo: 'Preço da diária corrigido pelo convênio.', descricao: 'Por que se estorna.' })
  motivo!: string;
}

/**
 * Reverses a charge by a counter-entry. A closed stay always has its FINAL charge: when that one is reversed, another
 * takes its place at once, made with the payer and prices of now, and whoever reversed answers for it. Answers the
 * reversed one.
 */
export class EstornarLancamento extends Command<LancamentoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDoEstorno,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(EstornarLancamento)
export class EstornarLancamentoHandler implements ICommandHandler<EstornarLancamento> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly internacoes: LeituraDeInternacoes,
    private readonly pacientes: PacientesDaInternacao,
    private readonly apurador: ApuradorDeContas,
  ) {}

  execute({ id, dados, autor }: EstornarLancamento): Promise<LancamentoResposta> {
    return this.unidade.executar(async (tx) => {
      // The charge that takes its place refers to the patient, whose row comes before the account's.
      await this.pacientes.segurar(await pacienteDoLancamento(tx, id));
      const { lancamento, conta } = await travarComConta(tx, id);
      const agora = maisTarde(this.relogio.agora(), lancamento.atualizadoEm);
      const ato = { agora, autorId: autor.usuarioId };
      lancamento.exigirOutraPessoa(ato.autorId);
      lancamento.estornar(dados.motivo, ato);
      await atualizarLancamento(tx, lancamento);
      const internacao =
        conta && lancamento.tipo === 'FINAL' ? await this.internacoes.paraConta(conta.internacaoId) : null;
      if (conta && internacao?.saida)
        await cobrarFinal(tx, this.apurador, conta, internacao, internacao.saida, ato);
      return lerLancamento(this.leitura, id);
    });
  }
}
