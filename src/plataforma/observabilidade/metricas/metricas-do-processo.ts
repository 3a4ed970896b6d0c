import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { inteiro, instante, ouNulo } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Relogio } from '../../tempo/relogio.js';
import { Prontidao } from '../prontidao.js';
import { Metricas } from './metricas.js';

const NS = 1e9;

/** What an operator looks at first: the process, the database, and whether reactions keep up. */
@Injectable()
export class MetricasDoProcesso implements OnModuleInit, OnApplicationShutdown {
  readonly #atraso: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });

  constructor(
    private readonly metricas: Metricas,
    private readonly leitura: Leitura,
    private readonly prontidao: Prontidao,
    private readonly relogio: Relogio,
  ) {}

  onModuleInit(): void {
    this.#atraso.enable();
    const m = this.metricas;
    m.medir('process_cpu_seconds_total', 'counter', 'CPU gasta, em segundos.', () => {
      const { user, system } = process.cpuUsage();
      return [{ valor: (user + system) / 1e6 }];
    });
    m.medir('process_resident_memory_bytes', 'gauge', 'Memória residente, em bytes.', () => [
      { valor: process.memoryUsage.rss() },
    ]);
    m.medir('nodejs_eventloop_lag_p99_seconds', 'gauge', 'Atraso do laço de eventos (p99).', () => [
      { valor: this.#atraso.percentile(99) / NS },
    ]);
    m.medir('plantao_pronta', 'gauge', '1 se o processo pode atender (o banco responde).', async () => [
      { valor: (await this.prontidao.pronta()) ? 1 : 0 },
    ]);
    m.medir('plantao_entregas', 'gauge', 'Entregas que esperam ou que morreram, por situação.', () =>
      this.#entregas(),
    );
    m.medir('plantao_entrega_mais_antiga_segundos', 'gauge', 'Há quanto tempo espera a mais antiga.', () =>
      this.#maisAntiga(),
    );
  }

  onApplicationShutdown(): void {
    this.#atraso.disable();
  }

  async #entregas() {
    const [pendentes, mortas] = await Promise.all([
      this.leitura.obter('SELECT COUNT(*) AS n FROM entregas_prontas'),
      this.leitura.obter("SELECT COUNT(*) AS n FROM entregas WHERE status = 'MORTA'"),
    ]);
    return [
      { rotulos: { situacao: 'PENDENTE' }, valor: inteiro(pendentes?.n) },
      { rotulos: { situacao: 'MORTA' }, valor: inteiro(mortas?.n) },
    ];
  }

  async #maisAntiga() {
    const linha = await this.leitura.obter(
      'SELECT e.criada_em AS em FROM entregas e WHERE e.id = (SELECT MIN(p.entrega_id) FROM entregas_prontas p)',
    );
    const em = ouNulo(instante)(linha?.em);
    return [{ valor: em === null ? 0 : Math.max(0, this.relogio.agora().getTime() - em.getTime()) / 1000 }];
  }
}
