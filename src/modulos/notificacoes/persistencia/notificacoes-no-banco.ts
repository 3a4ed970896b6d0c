import { Injectable } from '@nestjs/common';
import { inteiro, instante, type Linha, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import { comoErroDeBanco } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { StatusDeNotificacao } from '../dominio/estados-da-notificacao.js';
import { Notificacao } from '../dominio/notificacao.entity.js';
import type { Canal, TipoDeNotificacao } from '../dominio/tipos-de-notificacao.js';
import { SinalDeEnvio } from '../envio/sinal-de-envio.js';

/** Loads and stores notices, with their place in the queue, inside the caller's transaction. */
@Injectable()
export class NotificacoesNoBanco {
  constructor(private readonly sinal: SinalDeEnvio) {}

  /** Stores a new notice and queues it. The same notice again changes nothing: the unique key has the last word. */
  async incluir(tx: Transacao, n: Notificacao): Promise<void> {
    try {
      n.id = await tx.inserir(
        `INSERT INTO notificacoes (tipo, canal, destinatario, referencia, ocorrencia, status, dados, tentativas, criada_em, devida_em, versao)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          n.tipo,
          n.canal,
          n.destinatario,
          n.referencia,
          n.ocorrencia,
          n.status,
          n.dados,
          n.tentativas,
          n.criadaEm,
          n.devidaEm,
          n.versao,
        ],
      );
    } catch (erro) {
      if (comoErroDeBanco(erro)?.restricao === 'uq_notificacoes_ocorrencia') return;
      throw erro;
    }
    await this.enfileirar(tx, n);
  }

  /** Gives it a place in the queue and, after the commit, wakes the sender. */
  async enfileirar(tx: Transacao, { id, devidaEm }: Notificacao): Promise<void> {
    await tx.executar('INSERT INTO notificacoes_fila (notificacao_id, disponivel_em) VALUES (?, ?)', [
      id,
      devidaEm,
    ]);
    tx.aoConfirmar(() => this.sinal.emitir());
  }

  /** Locks it until the end of the transaction; null when it does not exist. */
  async carregar(tx: Transacao, id: number): Promise<Notificacao | null> {
    const [linha] = await tx.consultar(`SELECT * FROM notificacoes WHERE id = ?${travar(tx.motor)}`, [id]);
    return linha ? daLinha(linha) : null;
  }

  /** Stores what changed, and the events. */
  async gravar(tx: Transacao, n: Notificacao): Promise<void> {
    const gravadas = await tx.executar(
      `UPDATE notificacoes SET status = ?, tentativas = ?, devida_em = ?, enviada_em = ?, message_id = ?, erro = ?, versao = ?
        WHERE id = ? AND versao = ?`,
      [n.status, n.tentativas, n.devidaEm, n.enviadaEm, n.messageId, n.erro, n.versao + 1, n.id, n.versao],
    );
    if (gravadas !== 1) throw new Error(`notice ${n.id} changed although it was locked`);
    n.versao += 1;
    tx.registrar(...n.extrairEventos());
  }
}

const daLinha = (linha: Linha): Notificacao =>
  Object.assign(new Notificacao(), {
    id: inteiro(linha.id),
    tipo: texto(linha.tipo) as TipoDeNotificacao,
    canal: texto(linha.canal) as Canal,
    destinatario: texto(linha.destinatario),
    referencia: texto(linha.referencia),
    ocorrencia: texto(linha.ocorrencia),
    status: texto(linha.status) as StatusDeNotificacao,
    dados: texto(linha.dados),
    tentativas: inteiro(linha.tentativas),
    criadaEm: instante(linha.criada_em),
    devidaEm: instante(linha.devida_em),
    enviadaEm: ouNulo(instante)(linha.enviada_em),
    messageId: ouNulo(texto)(linha.message_id),
    erro: ouNulo(texto)(linha.erro),
    versao: inteiro(linha.versao),
  });
