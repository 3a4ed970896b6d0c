import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { contextoDoSistema, noContexto } from '../observabilidade/contexto.js';
import { Registrador } from '../observabilidade/registrador.js';
import { Relogio } from '../tempo/relogio.js';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { resumoDoErro } from '../erros/resumo-do-erro.js';
import { EntregaMorta } from './entrega-morta.js';
import { descricaoDoEvento } from './evento.js';
import { type EntregaPosseada, ENTREGAS_PRONTAS } from './fila-de-entregas.js';
import { RegistroDeSagas } from './registro-de-sagas.js';

/** Attempts before a delivery is declared dead: two to four hours with the backoff below. */
export const TENTATIVAS_ATE_MORRER = 8;
const ESPERA_BASE_MS = 1_000;
const ESPERA_MAXIMA_MS = 2 * 3_600_000;
/** A reaction takes milliseconds; one that waits longer than this gives its place to others. */
const PRAZO_DA_REACAO_MS = 5_000;

/** Someone else completed or took the delivery over: this attempt leaves nothing behind. */
class PossePerdida extends Error {}

/** Runs one reaction: its effect and the end of its delivery commit together or not at all. */
@Injectable()
export class ExecutorDeEntregas {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly comandos: CommandBus,
    private readonly sagas: RegistroDeSagas,
    private readonly relogio: Relogio,
    private readonly registrador: Registrador,
  ) {}

  /** Never rejects: what cannot even be recorded as failed is taken again when the claim ends. */
  async executar(entrega: EntregaPosseada): Promise<void> {
    await noContexto(contextoDoSistema(entrega.evento.correlacaoId), async () => {
      try {
        await this.#reagir(entrega);
      } catch (erro) {
        if (erro instanceof PossePerdida) return;
        await (passageiro(erro) ? this.#adiar(entrega) : this.#falhar(entrega, erro)).catch(
          (outro: unknown) =>
            this.registrador.erro('entrega não pôde ser devolvida', {
              entregaId: entrega.id,
              ...motivo(outro),
            }),
        );
      }
    });
  }

  async #reagir(entrega: EntregaPosseada): Promise<void> {
    await this.unidade.executar(
      async (tx) => {
        if (!(await ENTREGAS_PRONTAS.concluir(tx, entrega))) throw new PossePerdida();
        const saga = this.sagas.saga(entrega.saga);
        if (!saga) throw new Error(`no saga is named ${entrega.saga} in this version`);
        const comando = saga.reagir(entrega.evento);
        if (comando) await this.comandos.execute(comando);
        await tx.executar(
          "UPDATE entregas SET status = 'CONCLUIDA', concluida_em = ?, tentativas = tentativas + 1, erro = NULL WHERE id = ?",
          [this.relogio.agora(), entrega.id],
        );
      },
      { prazoMs: PRAZO_DA_REACAO_MS },
    );
  }

  /** The database was busy or away: nobody's fault, so no attempt is spent. */
  async #adiar(entrega: EntregaPosseada): Promise<void> {
    const ate = new Date(this.relogio.agora().getTime() + esperaMs(1));
    await this.unidade.executar((tx) => ENTREGAS_PRONTAS.adiar(tx, entrega, ate));
  }

  async #falhar(entrega: EntregaPosseada, erro: unknown): Promise<void> {
    const tentativas = entrega.tentativas + 1;
    const morreu = tentativas >= TENTATIVAS_ATE_MORRER;
    const mortes = entrega.mortes + (morreu ? 1 : 0);
    this.registrador.erro('entrega falhou', {
      entregaId: entrega.id,
      saga: entrega.saga,
      tentativas,
      morreu,
      ...motivo(erro),
    });
    await this.unidade.executar(async (tx) => {
      const dela = morreu
        ? await ENTREGAS_PRONTAS.concluir(tx, entrega)
        : await ENTREGAS_PRONTAS.adiar(
            tx,
            entrega,
            new Date(this.relogio.agora().getTime() + esperaMs(tentativas)),
          );
      if (!dela) return;
      await tx.executar('UPDATE entregas SET status = ?, tentativas = ?, mortes = ?, erro = ? WHERE id = ?', [
        morreu ? 'MORTA' : 'PENDENTE',
        tentativas,
        mortes,
        resumoDoErro(erro),
        entrega.id,
      ]);
      // A reaction to deaths that dies does not announce its own: it would never end.
      if (morreu && entrega.evento.tipo !== descricaoDoEvento(EntregaMorta).tipo)
        tx.registrar(
          new EntregaMorta(
            { tipo: 'entrega', id: entrega.id, versao: mortes },
            { entregaId: entrega.id, eventoId: entrega.evento.id, saga: entrega.saga, tentativas },
          ),
        );
    });
  }
}

/** Exponential backoff, half of it drawn, in milliseconds; `tentativas` counts those already made. */
export function esperaMs(tentativas: number, sorteio: () => number = Math.random): number {
  const teto = Math.min(ESPERA_MAXIMA_MS, ESPERA_BASE_MS * 4 ** tentativas);
  return Math.round(teto / 2 + (sorteio() * teto) / 2);
}

function passageiro(erro: unknown): boolean {
  if (erro instanceof ErroDeDominio) return erro.tipo === 'indisponivel';
  const natureza = comoErroDeBanco(erro)?.natureza;
  return natureza === 'passageiro' || natureza === 'conexao' || natureza === 'armazenamento';
}

const motivo = (erro: unknown): { motivo: string } => ({ motivo: resumoDoErro(erro) });
