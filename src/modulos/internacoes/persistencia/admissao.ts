import { Injectable } from '@nestjs/common';
import type { Transacao } from '../../../banco/transacao.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import type { DadosIniciais } from '../dominio/dados-da-internacao.js';
import type { Fato } from '../dominio/fato.js';
import { Internacao } from '../dominio/internacao.entity.js';
import { type EstadiasDoPaciente, exigirFora, exigirSemSobreposicao } from './estadias-do-paciente.js';
import { atualizarInternacao, gravarMovimentacoes, inserirInternacao } from './internacoes.repositorio.js';
import { DiaDaEntrada } from './dia-da-entrada.js';

export interface PedidoDeAdmissao {
  readonly dados: DadosIniciais;
  readonly leitoId: number;
  /** Absent: now. */
  readonly admitidaEm: Date | undefined;
  readonly dataNascimento: Dia;
  readonly estadias: EstadiasDoPaciente;
  /** The request that the admission attends, held; null when the patient did not wait. */
  readonly solicitacao: Internacao | null;
  readonly autorId: number | null;
}

/** The patient enters a bed, whether he waited for it or not: one rule for both. */
@Injectable()
export class Admissao {
  constructor(
    private readonly relogio: Relogio,
    private readonly dia: DiaDaEntrada,
    private readonly leitos: OcupacaoDeLeitos,
  ) {}

  /** Stores the stay, its bed and its events; answers its id. The patient's row is held by whoever calls. */
  async internar(tx: Transacao, pedido: PedidoDeAdmissao): Promise<number> {
    const { dados, leitoId, dataNascimento, estadias, solicitacao, autorId } = pedido;
    const { pacienteId } = dados;
    exigirFora(estadias);
    // Patient first, bed last: everybody locks in this order.
    const livreDesde = await this.leitos.travar(leitoId);
    const saidas = estadias.periodos.map(({ fim }) => fim);
    const esperaDesde = solicitacao && solicitacao.ultimoMovimentoEm;
    const agora = maisTarde(this.relogio.agora(), livreDesde, esperaDesde, ...saidas);
    const em = pedido.admitidaEm ?? agora;

    const internacao = admitida(pedido, { em, agora, autorId, campo: 'admitidaEm' });
    await this.dia.exigir(em, { dataNascimento, convenioId: dados.convenioId }, 'admitidaEm');
    exigirSemSobreposicao(estadias, { inicio: em, fim: null });

    if (!solicitacao) await inserirInternacao(tx, internacao);
    const { id: internacaoId } = internacao;
    await this.leitos.ocupar({ leitoId, internacaoId, pacienteId, em, agora, autorId });
    await (solicitacao ? atualizarInternacao : gravarMovimentacoes)(tx, internacao);
    tx.registrar(...internacao.extrairEventos());
    return internacaoId;
  }
}

function admitida(
  { dados, leitoId, estadias: { setorId }, solicitacao }: PedidoDeAdmissao,
  fato: Fato,
): Internacao {
  const admissao = { ...dados, leitoId, setorId };
  if (!solicitacao) return Internacao.admitir(admissao, fato);
  solicitacao.admitir(admissao, fato);
  return solicitacao;
}
