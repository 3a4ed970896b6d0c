import { Injectable } from '@nestjs/common';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { ContasDasInternacoes, type PedidoDeReabertura } from '../contrato/contas-das-internacoes.js';
import { atualizarConta, travarConta } from './contas.repositorio.js';
import { algoFoiPago, atualizarLancamento, travarAtivos } from './lancamentos.repositorio.js';

/** Undoes the bill together with the discharge. */
@Injectable()
export class ContasDasInternacoesNoBanco extends ContasDasInternacoes {
  constructor(private readonly unidade: UnidadeDeTrabalho) {
    super();
  }

  override async reabrir({ internacaoId, motivo, agora, autorId }: PedidoDeReabertura): Promise<void> {
    const tx = this.unidade.atual();
    const conta = await travarConta(tx, internacaoId);
    if (!conta) return;
    const ativos = await travarAtivos(tx, conta.id);
    if (await algoFoiPago(tx, conta.id))
      throw conflito(
        'FINANCEIRO.CONTA_PAGA',
        `A conta da internação ${internacaoId} já recebeu pagamento: a alta não pode mais ser desfeita.`,
      );
    for (const final of ativos.filter(({ tipo }) => tipo === 'FINAL')) {
      final.exigirOutraPessoa(autorId);
      final.estornar(motivo, { agora, autorId });
      await atualizarLancamento(tx, final);
    }
    if (conta.status !== 'FECHADA') return;
    conta.reabrir(agora);
    await atualizarConta(tx, conta);
  }
}
