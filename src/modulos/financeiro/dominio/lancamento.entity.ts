import { Entity } from 'typeorm';
import { conflito, ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import type { AgregadoDoEvento } from '../../../plataforma/eventos/evento.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';
import { LancamentoEmitido, LancamentoEstornado, LancamentoGerado } from '../contrato/eventos.js';
import type { ContaMontada } from './conta-da-internacao.js';
import type { Conta } from './conta.entity.js';
import {
  type AcaoDoLancamento,
  ESTADOS_DO_LANCAMENTO,
  type StatusDoLancamento,
} from './estados-do-lancamento.js';
import { HistoricoDoLancamento, type PassoDoLancamento } from './historico-do-lancamento.entity.js';
import { LancamentoGravado } from './lancamento-gravado.js';
import { internacaoDaOrigem, origemDaInternacao } from './origem.js';
import type { Pagador } from './pagador.js';
import { calcularVencimento } from './vencimento.js';

/** What is charged, and to whom. */
export interface Cobranca {
  readonly conta: ContaMontada;
  readonly pagador: Pagador;
}

/** When something was done to a charge, and by whom (null: the system). */
export interface Ato {
  readonly agora: Date;
  readonly autorId: number | null;
}

/** What may issue a charge says which day it is in the hospital's zone. */
export interface AtoDoDia extends Ato {
  readonly hoje: Dia;
}

/** A charge, from draft to its end (DOMINIO §2). */
@Entity('lancamentos')
export class Lancamento extends LancamentoGravado {
  #passos: HistoricoDoLancamento[] = [];

  /**
   * The FINAL charge of a closed stay: issued at once when every line has a price and there is something to pay,
   * else a draft that waits for a person. Never refuses.
   */
  static fecharConta(conta: Conta, cobranca: Cobranca, ato: AtoDoDia): Lancamento {
    const lancamento = Object.assign(new Lancamento(), {
      contaId: conta.id,
      origem: origemDaInternacao(conta.internacaoId),
      tipo: 'FINAL',
      parte: 1,
      ativo: 1,
      status: 'RASCUNHO',
      emissao: null,
      vencimento: null,
      autorId: null,
      versao: 0,
      criadoEm: ato.agora,
    } as const);
    lancamento.#cobrar(cobranca);
    const emitido = lancamento.valor > 0 && !cobranca.conta.semPreco;
    if (emitido) lancamento.#datar(cobranca.pagador, ato);
    lancamento.#passar('criar', emitido ? 'EMITIDO' : 'RASCUNHO', emitido ? lancamento.valor : 0, ato);
    lancamento.aconteceu(
      () =>
        new LancamentoGerado(lancamento.#agregado(), {
          ...{ ...lancamento.#deQue(), ...lancamento.#deQuem() },
          status: lancamento.status,
        }),
    );
    return lancamento;
  }

  /**
   * Issues a draft with the lines and the payer of now. Refuses what is no draft, a price still missing (409
   * `LANCAMENTO.SEM_PRECO`) and a total of zero (409 `LANCAMENTO.SEM_VALOR`).
   */
  emitir(cobranca: Cobranca, ato: AtoDoDia): void {
    const destino = this.#destino('emitir');
    exigirPrecos(cobranca);
    if (cobranca.conta.valor === 0)
      throw conflito(
        'LANCAMENTO.SEM_VALOR',
        `O lançamento ${this.id} não tem nada a cobrar: o total é zero.`,
      );
    this.#cobrar(cobranca);
    this.#datar(cobranca.pagador, ato);
    this.#passar('emitir', destino, this.valor, ato);
    this.aconteceu(() => new LancamentoEmitido(this.#agregado(), { ...this.#deQue(), ...this.#deQuem() }));
  }

  /** Undoes the charge by a counter-entry: it is kept, and charges nothing any more. */
  estornar(motivo: string, ato: Ato): void {
    const destino = this.#destino('estornar');
    const cobrado = this.emissao === null ? 0 : this.valor;
    this.ativo = null;
    this.#passar('estornar', destino, 0 - cobrado, ato, motivo);
    this.aconteceu(() => new LancamentoEstornado(this.#agregado(), this.#deQue()));
  }

  /** Refuses what is not a draft any more (409 `LANCAMENTO.TRANSICAO_INVALIDA`). */
  exigirRascunho(): void {
    this.#destino('emitir');
  }

  /** Refuses that one person alone issues and reverses (403); what the system issued has no author. */
  exigirOutraPessoa(autorId: number | null): void {
    if (this.autorId !== null && this.autorId === autorId)
      throw new ErroDeDominio(
        'proibido',
        'LANCAMENTO.ESTORNO_PELO_PROPRIO_AUTOR',
        'Quem emitiu um lançamento não pode estorná-lo. Peça a outra pessoa do faturamento ou da gestão.',
      );
  }

  /** The steps taken since the charge was loaded, once. */
  extrairPassos(): HistoricoDoLancamento[] {
    const passos = this.#passos;
    this.#passos = [];
    return passos.map((passo) => Object.assign(passo, { lancamentoId: this.id }));
  }

  #cobrar({ conta, pagador }: Cobranca): void {
    const { convenioId, pacienteId } = pagador;
    Object.assign(this, { convenioId, pacienteId, valor: conta.valor, linhas: conta.linhas });
  }

  #datar({ prazoDias }: Pagador, { hoje, autorId }: AtoDoDia): void {
    Object.assign(this, { emissao: hoje, vencimento: calcularVencimento(hoje, prazoDias), autorId });
  }

  #destino(acao: AcaoDoLancamento): StatusDoLancamento {
    const sujeito = `O lançamento ${this.id}`;
    return ESTADOS_DO_LANCAMENTO.mover(this.status, acao, 'LANCAMENTO.TRANSICAO_INVALIDA', sujeito);
  }

  #passar(
    acao: PassoDoLancamento,
    para: StatusDoLancamento,
    valor: number,
    { agora, autorId }: Ato,
    motivo: string | null = null,
  ): void {
    const de = acao === 'criar' ? null : this.status;
    this.versao += 1;
    this.status = para;
    this.atualizadoEm = agora;
    const passo = { versao: this.versao, acao, de, para, valor, em: agora, motivo, autorId };
    this.#passos.push(Object.assign(new HistoricoDoLancamento(), passo));
  }

  #agregado(): AgregadoDoEvento {
    return { tipo: 'lancamento', id: this.id, versao: this.versao };
  }

  #deQue() {
    const { id: lancamentoId, contaId, origem, valor: valorCentavos } = this;
    return { lancamentoId, contaId, internacaoId: internacaoDaOrigem(origem), valorCentavos };
  }

  #deQuem(): { pacienteId: number; convenioId: number | null } {
    return { pacienteId: this.pacienteId, convenioId: this.convenioId };
  }
}

function exigirPrecos({ conta, pagador }: Cobranca): void {
  const faltam = new Set(conta.linhas.filter((l) => l.semPreco).map((l) => l.descricao));
  if (faltam.size === 0) return;
  const tabela =
    pagador.convenioId === null ? 'na tabela do hospital' : `na tabela do convênio ${pagador.convenioId}`;
  throw conflito(
    'LANCAMENTO.SEM_PRECO',
    `Falta preço ${tabela} para: ${[...faltam].join(', ')}. Cadastre-o e emita de novo.`,
  );
}
