import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Parametro } from '../../banco/dialeto.js';
import { insercao } from '../../banco/insercao.js';
import { lista } from '../../banco/lista.js';
import type { Transacao } from '../../banco/transacao.js';
import { contextoAtual } from '../observabilidade/contexto.js';
import { Relogio } from '../tempo/relogio.js';
import {
  type ClasseDeEvento,
  descricaoDoEvento,
  type EventoDeDominio,
  type EventoGravado,
} from './evento.js';
import { RegistroDeSagas } from './registro-de-sagas.js';
import { SinalDeEventos } from './sinal-de-eventos.js';

const INSERIR_EVENTOS = insercao(
  'INSERT INTO eventos (id, tipo, versao, agregado_tipo, agregado_id, agregado_versao, ocorrido_em, autor_id, correlacao_id, dados)',
  10,
);
const INSERIR_ENTREGAS = insercao(
  'INSERT INTO entregas (evento_id, saga, criada_em, status, tentativas, mortes)',
  6,
);

/** Writes events and the deliveries they owe, in the transaction that made them true. */
@Injectable()
export class GravadorDeEventos {
  constructor(
    private readonly sagas: RegistroDeSagas,
    private readonly sinal: SinalDeEventos,
    private readonly relogio: Relogio,
  ) {}

  async gravar(tx: Transacao, eventos: readonly EventoDeDominio[]): Promise<void> {
    if (eventos.length === 0) return;
    const agora = this.relogio.agora();
    const contexto = contextoAtual();
    const gravados = eventos.map((evento): EventoGravado => {
      const { tipo, versao } = descricaoDoEvento(evento.constructor as ClasseDeEvento);
      return {
        id: uuidv7(),
        tipo,
        versao,
        agregado: evento.agregado,
        ocorridoEm: agora,
        autorId: contexto?.usuarioId ?? null,
        correlacaoId: contexto?.correlacaoId ?? randomUUID(),
        dados: evento.dados,
      };
    });
    await tx.executar(
      INSERIR_EVENTOS(gravados.length),
      gravados.flatMap((e): Parametro[] => [
        e.id,
        e.tipo,
        e.versao,
        e.agregado.tipo,
        e.agregado.id,
        e.agregado.versao,
        e.ocorridoEm,
        e.autorId,
        e.correlacaoId,
        JSON.stringify(e.dados),
      ]),
    );
    await this.#gravarEntregas(tx, gravados, agora);
    tx.aoConfirmar(() => this.sinal.emitir(gravados));
  }

  async #gravarEntregas(tx: Transacao, eventos: readonly EventoGravado[], agora: Date): Promise<void> {
    const entregas = eventos.flatMap((e) =>
      this.sagas.ouvintes(e.tipo).map((saga): Parametro[] => [e.id, saga, agora]),
    );
    if (entregas.length === 0) return;
    await tx.executar(
      INSERIR_ENTREGAS(entregas.length),
      entregas.flatMap((e) => [...e, 'PENDENTE', 0, 0]),
    );
    const { lugares, valores } = lista([...new Set(entregas.map(([eventoId]) => eventoId!))]);
    await tx.executar(
      `INSERT INTO entregas_prontas (entrega_id, saga, chave, disponivel_em)
       SELECT n.id, n.saga, CONCAT(e.agregado_tipo, ':', e.agregado_id), n.criada_em
         FROM entregas n JOIN eventos e ON e.id = n.evento_id
        WHERE n.evento_id IN (${lugares})`,
      valores,
    );
  }
}
