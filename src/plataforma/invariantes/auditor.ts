import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Leitura } from '../../banco/leitura.js';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Semaforo } from '../seguranca/semaforo.js';
import { Relogio } from '../tempo/relogio.js';
import type { Conferencia } from './conferir.js';
import { conferirTodas } from './conferir-todas.js';
import { type Acervo, reunir } from './reunir.js';

/** Somebody waits for the answer. */
const PRAZO_MS = 25_000;
const NA_FILA = 8;

/** Checks on the running product what its modules declare; one audit at a time, so that it costs the others little. */
@Injectable()
export class Auditor implements OnModuleInit {
  readonly #vez = new Semaforo(1, NA_FILA, ocupado);
  #acervo: Acervo = { invariantes: [], escutas: [] };

  constructor(
    private readonly descoberta: DiscoveryService,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  onModuleInit(): void {
    this.#acervo = reunir(
      this.descoberta.getProviders().flatMap(({ instance, metatype }): unknown[] => [instance, metatype]),
    );
  }

  /** Every invariant, or the one with this code, in the order of their codes. */
  auditar(codigo?: string): Promise<Conferencia[]> {
    const { invariantes, escutas } = this.#acervo;
    const pedidas = invariantes.filter((i) => codigo === undefined || i.codigo === codigo);
    return this.#vez.executar(async () => {
      const conferencias: Conferencia[] = [];
      const opcoes = { agora: this.relogio.agora(), prazoMs: PRAZO_MS };
      for await (const c of conferirTodas(this.leitura, { invariantes: pedidas, escutas }, opcoes))
        conferencias.push(c);
      return conferencias;
    });
  }
}

const ocupado = (): ErroDeDominio =>
  new ErroDeDominio(
    'excesso',
    'PLATAFORMA.AUDITORIA_OCUPADA',
    'Já há auditorias em curso e outras à espera. Tente de novo em instantes.',
  );
