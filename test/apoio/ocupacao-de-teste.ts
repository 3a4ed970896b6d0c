import {
  OcupacaoDeLeitos,
  type TrechoPassado,
} from '../../src/modulos/leitos/contrato/ocupacao-de-leitos.js';
import type { Parametro } from '../../src/banco/dialeto.js';
import type { CenarioDeLeitos } from './cenario-de-leitos.js';
import { esperaRecusaSemEscrita, inserirLinha } from './recusas.js';

const TABELAS = [
  ...['leitos', 'leitos_historico', 'leitos_bloqueios', 'leitos_periodos', 'leitos_planos'],
  ...['ocupacoes', 'ocupacoes_anuladas', 'eventos'],
];

/** A day of April 2026, long past. */
export const dia = (n: number, hora = 0): Date => new Date(Date.UTC(2026, 3, n, hora));

/** The contract `OcupacaoDeLeitos` as another module would call it, with stays that have no bed yet. */
export class OcupacaoDeTeste {
  private constructor(
    private readonly cenario: CenarioDeLeitos,
    readonly pacienteId: number,
    private readonly modelo: Readonly<Record<string, Parametro>>,
  ) {}

  static async montar(cenario: CenarioDeLeitos): Promise<OcupacaoDeTeste> {
    const { id, pacienteId } = await cenario.internacoes.internar();
    const alta = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' };
    await cenario.app.post(`/v1/internacoes/${id}/alta`, alta);
    const [linha] = await cenario.app.consultar('SELECT * FROM internacoes WHERE id = ?', [id]);
    const { id: _, ...modelo } = linha as Record<string, Parametro>;
    return new OcupacaoDeTeste(cenario, pacienteId, modelo);
  }

  /** The row of a stay, without a bed: what the other side of the contract writes first. */
  estadia(): Promise<number> {
    return inserirLinha(this.cenario.app, 'internacoes', this.modelo);
  }

  get agora(): Date {
    return this.cenario.app.relogio.agora();
  }

  get contrato(): OcupacaoDeLeitos {
    return this.cenario.app.app.get(OcupacaoDeLeitos);
  }

  /** Answers the stay that entered. */
  async ocupar(leitoId: number, em: Date = this.agora, internacaoId?: number): Promise<number> {
    const { pacienteId } = this;
    const id = internacaoId ?? (await this.estadia());
    const pedido = { leitoId, internacaoId: id, pacienteId, em, agora: this.agora, autorId: 1 };
    await this.cenario.app.unidade.executar(() => this.contrato.ocupar(pedido));
    return id;
  }

  desocupar(internacaoId: number, em: Date = this.agora) {
    const pedido = { internacaoId, em, agora: this.agora, autorId: 1 };
    return this.cenario.app.unidade.executar(() => this.contrato.desocupar(pedido));
  }

  transferir(internacaoId: number, leitoId: number, em: Date = this.agora) {
    const pedido = {
      internacaoId,
      leitoId,
      pacienteId: this.pacienteId,
      em,
      agora: this.agora,
      autorId: 1,
      motivo: 'cuidado',
    };
    return this.cenario.app.unidade.executar(() => this.contrato.transferir(pedido));
  }

  /** A stay that is over, told late; answers it. */
  async registrar(...trechos: TrechoPassado[]): Promise<number> {
    const internacaoId = await this.estadia();
    const pedido = { internacaoId, trechos, agora: this.agora };
    await this.cenario.app.unidade.executar(() => this.contrato.registrarPassado(pedido));
    return internacaoId;
  }

  anular(internacaoId: number, em: Date = this.agora) {
    const pedido = { internacaoId, em, agora: this.agora, autorId: 1, motivo: 'por engano' };
    return this.cenario.app.unidade.executar(() => this.contrato.anular(pedido));
  }

  retomar(internacaoId: number, pacienteId = this.pacienteId) {
    const pedido = { internacaoId, pacienteId, agora: this.agora, autorId: 1, motivo: 'alta por engano' };
    return this.cenario.app.unidade.executar(() => this.contrato.retomar(pedido));
  }

  async limpar(leitoId: number, em: Date): Promise<void> {
    await this.cenario.comandar(leitoId, 'iniciar-limpeza', { em });
    await this.cenario.comandar(leitoId, 'concluir-limpeza', { em });
  }

  /** A bed that a stay had from the 4th to the 8th, clean on the 9th. */
  async leitoComPassado(): Promise<number> {
    const id = await this.cenario.leito();
    await this.desocupar(await this.ocupar(id, dia(4)), dia(8));
    await this.limpar(id, dia(9));
    return id;
  }

  async status(leitoId: number): Promise<unknown> {
    return (await this.cenario.app.consultar('SELECT status FROM leitos WHERE id = ?', [leitoId]))[0]!.status;
  }
}

/** Refused with this code, with nothing written. */
export const esperaRecusaDeOcupacao = (
  cenario: CenarioDeLeitos,
  codigo: string,
  tentativa: () => Promise<unknown>,
): Promise<void> => esperaRecusaSemEscrita(cenario.app, TABELAS, codigo, tentativa);
