import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito, naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import {
  type InternacaoParaConta,
  LeituraDeInternacoes,
} from '../../internacoes/contrato/leitura-de-internacoes.js';
import { Conta } from '../dominio/conta.entity.js';
import { Lancamento } from '../dominio/lancamento.entity.js';
import { ApuradorDeContas } from '../persistencia/apurador-de-contas.js';
import { atualizarConta, inserirConta, travarConta } from '../persistencia/contas.repositorio.js';
import { inserirLancamento } from '../persistencia/lancamentos.repositorio.js';

/**
 * Closes the account of a stay that has ended and creates its FINAL charge (RF24): issued, or a draft when a
 * price is missing. Answers the new charge's id; null when there was nothing to create, because the stay
 * already has an active one or was reopened meanwhile. Refuses an unknown stay (404).
 */
export class FecharConta extends Command<number | null> {
  constructor(readonly internacaoId: number) {
    super();
  }
}

@CommandHandler(FecharConta)
export class FecharContaHandler implements ICommandHandler<FecharConta> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly internacoes: LeituraDeInternacoes,
    private readonly apurador: ApuradorDeContas,
  ) {}

  execute({ internacaoId }: FecharConta): Promise<number | null> {
    return this.unidade.executar(async (tx) => {
      // The account's lock comes first: whoever closes it reads the stay after the one before has finished.
      const existente = await travarConta(tx, internacaoId);
      const internacao = await this.internacoes.paraConta(internacaoId);
      if (!internacao)
        throw naoEncontrado('INTERNACAO.NAO_ENCONTRADA', `A internação ${internacaoId} não existe.`);
      if (!internacao.saida) return null;
      const agora = this.relogio.agora();
      const conta = existente ?? (await abrirContaQueFalta(tx, internacao, agora));
      const apurada = await this.apurador.apurar(internacao, internacao.saida);
      const hoje = apurada.calendario.diaCivil(agora);
      const lancamento = Lancamento.fecharConta(conta, apurada.conta, apurada.pagador, hoje, agora);
      const criado = await inserirLancamento(tx, lancamento);
      if (conta.status === 'ABERTA') {
        conta.fechar(internacao.saida, agora);
        await atualizarConta(tx, conta);
      }
      if (!criado) return null;
      tx.registrar(...lancamento.extrairEventos());
      return lancamento.id;
    });
  }
}

/** The reaction to the admission is another delivery: it may come after the one to the discharge. */
async function abrirContaQueFalta(
  tx: Transacao,
  { internacaoId, entrada }: InternacaoParaConta,
  agora: Date,
): Promise<Conta> {
  const nova = Conta.abrir(internacaoId, entrada, agora);
  if (await inserirConta(tx, nova)) return nova;
  const deOutro = await travarConta(tx, internacaoId);
  if (!deOutro)
    throw conflito(
      'CONTA.ALTERADA_AO_MESMO_TEMPO',
      `A conta da internação ${internacaoId} está sendo aberta. Tente de novo.`,
    );
  return deOutro;
}
