import { expect } from '@jest/globals';
import type { Linha } from '../../src/banco/dialeto.js';
import { LeitoLiberado } from '../../src/modulos/leitos/contrato/eventos.js';
import { Notificacao } from '../../src/modulos/notificacoes/dominio/notificacao.entity.js';
import { NotificacoesNoBanco } from '../../src/modulos/notificacoes/persistencia/notificacoes-no-banco.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';
import { eventualmente } from './eventualmente.js';

export interface AvisoDireto {
  readonly destinatario?: string;
  readonly criadoEm?: Date;
  /** Already in these hands, so that no sender takes it. */
  readonly dono?: string;
}

/** Notices of beds that became free, and how they fare. */
export class Avisos {
  #leitos = 0;

  constructor(private readonly app: AplicacaoDeTeste) {}

  /** A bed becomes free, as the module of beds tells it; answers the reference of its notice. */
  async liberarUmLeito(): Promise<string> {
    const leitoId = this.#proximo();
    const dados = { leitoId, setorId: 1, em: this.app.relogio.agora().toISOString() };
    await this.app.unidade.executar(async (tx) =>
      tx.registrar(new LeitoLiberado({ tipo: 'leito', id: leitoId, versao: 1 }, dados)),
    );
    return `leito:${leitoId}`;
  }

  /** A notice straight into the ledger and the queue. */
  async incluir({
    destinatario = 'operacao@hospital.local',
    criadoEm = this.app.relogio.agora(),
    dono,
  }: AvisoDireto = {}): Promise<number> {
    const leitoId = this.#proximo();
    const dados = { leitoId, setorId: 1, em: criadoEm.toISOString() };
    const aviso = Notificacao.paraJa(
      { tipo: 'leito-liberado', destinatario, referencia: `leito:${leitoId}`, ocorrencia: 'teste', dados },
      criadoEm,
    );
    await this.app.unidade.executar(async (tx) => {
      await this.app.app.get(NotificacoesNoBanco).incluir(tx, aviso);
      if (dono)
        await tx.executar('UPDATE notificacoes_fila SET dono = ?, dono_ate = ? WHERE notificacao_id = ?', [
          dono,
          new Date(this.app.relogio.agora().getTime() + 120_000),
          aviso.id,
        ]);
    });
    return aviso.id;
  }

  /** By reference (`leito:1`) or id. */
  async ler(qual: string | number): Promise<Linha> {
    const coluna = typeof qual === 'string' ? 'referencia' : 'id';
    const linhas = await this.app.consultar(`SELECT * FROM notificacoes WHERE ${coluna} = ?`, [qual]);
    if (linhas.length !== 1) throw new Error(`${linhas.length} notices answer to ${qual}`);
    return linhas[0]!;
  }

  /** Waits until it looks like this. */
  async esperar(qual: string | number, esperado: Record<string, unknown>): Promise<Linha> {
    return eventualmente(async () => {
      const aviso = await this.ler(qual);
      esperaSemelhante(aviso, esperado);
      return aviso;
    });
  }

  naFila(id: unknown): Promise<Linha[]> {
    return this.app.consultar('SELECT * FROM notificacoes_fila WHERE notificacao_id = ?', [Number(id)]);
  }

  falhasAnunciadas(id: unknown): Promise<Linha[]> {
    return this.app.consultar(
      "SELECT dados FROM eventos WHERE tipo = 'notificacoes.envio-falhou' AND agregado_id = ?",
      [Number(id)],
    );
  }

  #proximo(): number {
    this.#leitos += 1;
    return this.#leitos;
  }
}

function esperaSemelhante(aviso: Linha, esperado: Record<string, unknown>): void {
  expect(aviso).toMatchObject(esperado);
}
