import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import type { Transacao } from '../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../banco/unidade-de-trabalho.js';
import { RELE_LIGADO } from '../eventos/rele.js';
import { Laco } from '../filas/laco.js';
import { Registrador } from '../observabilidade/registrador.js';
import { Relogio } from '../tempo/relogio.js';
import { type DeclaracaoDeTarefa, METADADO_DE_TAREFA, type Tarefa } from './tarefa-agendada.js';
import { resumoDoErro } from '../erros/resumo-do-erro.js';

/** How often the clock is looked at. */
const TIQUE_MS = 1_000;
const MAIOR_ESPERA_MS = 60_000;
/** Turns are remembered long enough for any replica to find them; then they only take up room. */
const MEMORIA_MS = 3_600_000;
const MEMORIA_EM_VEZES = 2;

interface Agendada {
  readonly declaracao: DeclaracaoDeTarefa;
  readonly tarefa: Tarefa;
  /** The last turn known to be done, by this process or another. */
  feita: number;
  falhas: number;
  /** Not to be tried before. */
  apos: number;
}

/**
 * Runs the scheduled tasks when their turns come. Any number of processes may: the row of the turn, inserted in
 * the transaction of the work, lets one of them do it. A turn that fails is tried again, ever less often.
 */
@Injectable()
export class Agendador implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #tarefas: Agendada[] = [];
  readonly #laco = new Laco(
    TIQUE_MS,
    async () => {
      await this.rodar();
      return false;
    },
    (erro) => this.#anotar('agendador', erro),
  );

  constructor(
    @Inject(RELE_LIGADO) private readonly ligado: boolean,
    private readonly descoberta: DiscoveryService,
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly registrador: Registrador,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, metatype } of this.descoberta.getProviders()) {
      const declaracao: unknown = metatype && Reflect.getMetadata(METADADO_DE_TAREFA, metatype);
      if (declaracao) this.incluir(declaracao as DeclaracaoDeTarefa, instance as Tarefa);
    }
    if (this.ligado) this.#laco.iniciar();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#laco.parar();
  }

  incluir(declaracao: DeclaracaoDeTarefa, tarefa: Tarefa): void {
    if (this.#tarefas.some((t) => t.declaracao.nome === declaracao.nome))
      throw new Error(`Two scheduled tasks are named ${declaracao.nome}.`);
    this.#tarefas.push({ declaracao, tarefa, feita: Number.NEGATIVE_INFINITY, falhas: 0, apos: 0 });
  }

  /** Runs whatever is due now. */
  async rodar(): Promise<void> {
    for (const agendada of this.#tarefas) {
      const agora = this.relogio.agora().getTime();
      const vez = Math.floor(agora / agendada.declaracao.cadaMs) * agendada.declaracao.cadaMs;
      if (vez <= agendada.feita || agora < agendada.apos) continue;
      try {
        await this.#rodarVez(agendada, new Date(vez));
        Object.assign(agendada, { feita: vez, falhas: 0, apos: 0 });
      } catch (erro) {
        agendada.falhas += 1;
        agendada.apos = agora + Math.min(MAIOR_ESPERA_MS, TIQUE_MS * 2 ** agendada.falhas);
        this.#anotar(agendada.declaracao.nome, erro);
      }
    }
  }

  async #rodarVez({ declaracao: { nome, cadaMs }, tarefa }: Agendada, vez: Date): Promise<void> {
    let mais = await this.unidade.executar(
      async (tx) => (await this.#tomarVez(tx, { nome, cadaMs }, vez)) && tarefa.executar(tx, vez),
    );
    while (mais && !this.#laco.parando) mais = await this.unidade.executar((tx) => tarefa.executar(tx, vez));
  }

  /** False when somebody else has done it. */
  async #tomarVez(tx: Transacao, { nome, cadaMs }: DeclaracaoDeTarefa, vez: Date): Promise<boolean> {
    try {
      await tx.inserir('INSERT INTO tarefas_vezes (tarefa, vez, feita_em) VALUES (?, ?, ?)', [
        nome,
        vez,
        this.relogio.agora(),
      ]);
    } catch (erro) {
      if (comoErroDeBanco(erro)?.natureza === 'chave_duplicada') return false;
      throw erro;
    }
    await tx.executar('DELETE FROM tarefas_vezes WHERE tarefa = ? AND vez < ?', [
      nome,
      new Date(vez.getTime() - Math.max(MEMORIA_MS, MEMORIA_EM_VEZES * cadaMs)),
    ]);
    return true;
  }

  #anotar(tarefa: string, erro: unknown): void {
    this.registrador.erro('tarefa agendada falhou', {
      tarefa,
      motivo: resumoDoErro(erro),
    });
  }
}
