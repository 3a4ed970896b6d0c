import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeInternacoes } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { Conta } from '../dominio/conta.entity.js';
import { ApuradorDeContas } from '../persistencia/apurador-de-contas.js';
import { cobrarFinal } from '../persistencia/cobrar-final.js';
import { atualizarConta, inserirOuTravarConta, travarConta } from '../persistencia/contas.repositorio.js';

/**
 * Closes the account of a stay that has ended and creates its FINAL charge (RF24): issued, or a draft when a
 * price is missing. Answers the new charge's id; null when there was nothing to create, because the stay
 * already has an active one, was reopened meanwhile, or was cancelled.
 */
export class FecharConta extends Command<number | null> {
  /** `pacienteId`: whose stay it is, as the discharge told it. */
  constructor(
    readonly internacaoId: number,
    readonly pacienteId: number,
  ) {
    super();
  }
}

@CommandHandler(FecharConta)
export class FecharContaHandler implements ICommandHandler<FecharConta> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly internacoes: LeituraDeInternacoes,
    private readonly pacientes: PacientesDaInternacao,
    private readonly apurador: ApuradorDeContas,
  ) {}

  execute({ internacaoId, pacienteId }: FecharConta): Promise<number | null> {
    return this.unidade.executar(async (tx) => {
      // The charge refers to the patient: his row comes before the account's, as when a stay is reopened.
      await this.pacientes.segurar(pacienteId);
      const conta = (await travarConta(tx, internacaoId)) ?? (await this.#abrirAQueFalta(tx, internacaoId));
      if (!conta || conta.status === 'CANCELADA') return null;
      // Only now, with the account held: who reopens the stay holds it too, and comes wholly before or after.
      const internacao = await this.internacoes.paraConta(internacaoId);
      if (!internacao?.saida) return null;
      const agora = maisTarde(this.relogio.agora(), conta.atualizadoEm);
      const ato = { agora, autorId: null };
      const final = await cobrarFinal(tx, this.apurador, conta, internacao, internacao.saida, ato);
      if (conta.status === 'ABERTA') {
        conta.fechar(internacao.saida, agora);
        await atualizarConta(tx, conta);
      }
      return final?.id ?? null;
    });
  }

  /** The reaction to the admission is another delivery: it may come after the one to the discharge. */
  async #abrirAQueFalta(tx: Transacao, internacaoId: number): Promise<Conta | null> {
    const internacao = await this.internacoes.paraConta(internacaoId);
    if (!internacao?.saida) return null;
    return inserirOuTravarConta(tx, Conta.abrir(internacaoId, internacao.entrada, this.relogio.agora()));
  }
}
