import {
  type AcaoDoLancamento,
  ESTADOS_DO_LANCAMENTO,
  type StatusDoLancamento,
} from '../../modulos/financeiro/dominio/estados-do-lancamento.js';
import { HistoricoDoLancamento } from '../../modulos/financeiro/dominio/historico-do-lancamento.entity.js';
import { somarDias } from '../../plataforma/tempo/calendario.js';
import { maisTarde } from '../../plataforma/tempo/relogio.js';
import type { Cobranca } from './estadia.js';
import type { Faturamento } from './faturamento.js';
import { depois, MS_POR_HORA, type Mundo } from './mundo.js';

const ESTORNOS = [
  'Preço da diária corrigido pelo convênio.',
  'Cobrado do convênio errado.',
  'Diária de isolamento lançada em dobro.',
] as const;

/** What becomes of a charge up to the demonstration, on working days and in office hours. */
export class VidaDaCobranca {
  #em: Date;

  constructor(
    private readonly mundo: Mundo,
    private readonly faturamento: Faturamento,
    private readonly cobranca: Cobranca,
  ) {
    this.#em = cobranca.lancamento.criadoEm;
  }

  viver(): void {
    this.#seguir();
    this.#vencerAte(this.mundo.agora);
  }

  #seguir(): void {
    const { lancamento } = this.cobranca;
    if (lancamento.status === 'RASCUNHO') this.#emitir();
    if (lancamento.status !== 'EMITIDO') return;
    const { sorteio } = this.mundo;
    const sorte = sorteio.fracao();
    if (sorte < 0.006) return this.#estornar();
    if (sorte < 0.01) return this.#cancelar();
    if (sorte < 0.08 && lancamento.convenioId !== null) return this.#glosar();
    this.#receber();
  }

  /** Who bills tries the drafts again now and then; most of them lack a price for ever. */
  #emitir(): void {
    const { sorteio, calendario, agora } = this.mundo;
    const { estadia, lancamento } = this.cobranca;
    while (this.#passarDias(sorteio.inteiro(4, 12))) {
      const cobranca = this.faturamento.apurar(estadia, this.#em);
      if (cobranca.conta.semPreco || cobranca.conta.valor === 0) continue;
      const hoje = calendario.diaCivil(this.#em);
      lancamento.emitir(cobranca, { agora: this.#em, hoje, autorId: this.mundo.usuarios.FATURAMENTO });
      return;
    }
    this.#em = agora;
  }

  #receber(): void {
    const { sorteio } = this.mundo;
    const { convenioId } = this.cobranca.lancamento;
    if (sorteio.chance(convenioId === null ? 0.78 : 0.9)) {
      // Insurers pay on the day; patients, when the salary comes.
      this.#ateOVencimento(convenioId === null ? -sorteio.inteiro(0, 24) : sorteio.inteiro(-3, 0));
      this.#quitar();
      return;
    }
    this.#ateOVencimento(1);
    if (this.#em > this.mundo.agora) return;
    if (sorteio.chance(0.55)) return void (this.#passarDias(sorteio.inteiro(4, 35)) && this.#quitar());
    if (!this.#passarDias(sorteio.inteiro(10, 25)) || !this.#passo('cobrar', 'EM_COBRANCA')) return;
    if (!this.#passarDias(sorteio.inteiro(12, 60))) return;
    if (sorteio.chance(0.3)) this.#passo('renegociar', 'RENEGOCIADO');
    else if (sorteio.chance(0.75)) this.#quitar();
  }

  /** At once, or in two payments. */
  #quitar(): void {
    const { sorteio } = this.mundo;
    if (sorteio.chance(0.1)) {
      if (!this.#passo('registrar-pagamento', 'PARCIALMENTE_PAGO')) return;
      if (!this.#passarDias(sorteio.inteiro(12, 40))) return;
    }
    this.#passo('registrar-pagamento', 'PAGO');
  }

  #glosar(): void {
    const { sorteio } = this.mundo;
    if (!this.#passarDias(sorteio.inteiro(6, 24)) || !this.#passo('glosar', 'GLOSADO')) return;
    if (!this.#passarDias(sorteio.inteiro(3, 15)) || !this.#passo('recorrer', 'EM_RECURSO')) return;
    if (!this.#passarDias(sorteio.inteiro(20, 50)) || !this.#passo('decidir-recurso', 'EMITIDO')) return;
    if (this.#passarDias(sorteio.inteiro(8, 25))) this.#quitar();
  }

  #estornar(): void {
    const { sorteio, usuarios } = this.mundo;
    const { lancamento } = this.cobranca;
    if (!this.#passarDias(sorteio.inteiro(2, 9))) return;
    this.#vencerAte(this.#em);
    // Never who issued it.
    const autorId = lancamento.autorId === usuarios.GESTAO ? usuarios.FATURAMENTO : usuarios.GESTAO;
    lancamento.estornar(sorteio.um(ESTORNOS), { agora: this.#em, autorId });
    this.#substituir();
  }

  #cancelar(): void {
    const { sorteio, usuarios } = this.mundo;
    if (!this.#passarDias(sorteio.inteiro(1, 6))) return;
    const { lancamento } = this.cobranca;
    const guia = { valor: -lancamento.valor, motivo: 'Emitido com a guia errada.', autorId: usuarios.GESTAO };
    if (!this.#passo('cancelar', 'CANCELADO', guia)) return;
    lancamento.ativo = null;
    this.#substituir();
  }

  /** A stay that is over always has its charge. */
  #substituir(): void {
    const nova = this.faturamento.cobrar(this.cobranca.estadia, {
      agora: this.#em,
      autorId: this.mundo.usuarios.GESTAO,
    });
    new VidaDaCobranca(this.mundo, this.faturamento, nova).viver();
  }

  #ateOVencimento(dias: number): void {
    const { calendario } = this.mundo;
    const dia = somarDias(this.cobranca.lancamento.vencimento!, dias);
    this.#em = new Date(Math.max(this.#naqueleDia(dia).getTime(), depois(this.#em, MS_POR_HORA).getTime()));
    if (dias === 1) this.#em = calendario.instanteLocal(dia, 0);
  }

  /** False when that is still to come. */
  #passarDias(dias: number): boolean {
    const { calendario, agora } = this.mundo;
    this.#em = this.#naqueleDia(somarDias(calendario.diaCivil(this.#em), dias));
    return this.#em <= agora;
  }

  #naqueleDia(dia: string): Date {
    const { calendario, sorteio } = this.mundo;
    return depois(
      calendario.instanteLocal(calendario.diaUtil(dia), 8),
      sorteio.entre(0.2, 9.5) * MS_POR_HORA,
    );
  }

  /** What is still open the day after it was due is overdue; what only came to be open later, at once. */
  #vencerAte(limite: Date): void {
    const { status, vencimento, atualizadoEm } = this.cobranca.lancamento;
    if (vencimento === null || !ESTADOS_DO_LANCAMENTO.permite(status, 'vencer')) return;
    const diaSeguinte = this.mundo.calendario.instanteLocal(somarDias(vencimento, 1), 0);
    const em = maisTarde(diaSeguinte, atualizadoEm);
    if (em <= limite) this.#mover({ acao: 'vencer', para: 'VENCIDO', em, autorId: null });
  }

  /** By a person, now. False when it is still to come. */
  #passo(acao: AcaoDoLancamento, para: StatusDoLancamento, outros: Partial<Passo> = {}): boolean {
    const em = this.#em;
    if (em > this.mundo.agora) return false;
    this.#vencerAte(em);
    this.#mover({ acao, para, em, autorId: this.mundo.usuarios.FATURAMENTO, ...outros });
    return true;
  }

  /** A move that has no command yet, by the table of states. */
  #mover({ acao, para, em, autorId, valor = 0, motivo = null }: Passo): void {
    const { lancamento, passos } = this.cobranca;
    passos.push(...lancamento.extrairPassos());
    const de = lancamento.status;
    lancamento.status = ESTADOS_DO_LANCAMENTO.mover(
      de,
      acao,
      'LANCAMENTO.TRANSICAO_INVALIDA',
      'O lançamento',
      para,
    );
    lancamento.versao += 1;
    lancamento.atualizadoEm = em;
    const passo = { versao: lancamento.versao, acao, de, para, valor, em, motivo, autorId };
    passos.push(Object.assign(new HistoricoDoLancamento(), passo));
  }
}

interface Passo {
  readonly acao: AcaoDoLancamento;
  readonly para: StatusDoLancamento;
  readonly em: Date;
  readonly autorId: number | null;
  readonly valor?: number;
  readonly motivo?: string | null;
}
