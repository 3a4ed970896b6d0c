import {
  ADMIN,
  type Base,
  criarBaseMysql,
  criarBaseSqlite,
  type Motor,
} from '../../ferramentas/apoio/base.js';
import { portaLivre, ProcessoDoPlantao } from '../../ferramentas/apoio/processo-do-plantao.js';
import { iniciarServidor, type ServidorDeTeste } from '#scripts/servidor-de-teste.mjs';
import { PAUSAS_MS } from '../particularidades.js';
import { Executor } from './executor.js';
import { abrirOlho } from './olho.js';

/** Where the product runs while it is asked: any number of times, on fresh databases, all of it gone at the end. */
export class Palco {
  #servidor: Promise<ServidorDeTeste> | undefined;

  constructor(readonly motores: readonly Motor[]) {}

  /** A fresh product on each engine; `fazer` gets one executor for each, the first one's answers lead. */
  async montar<T>(
    fazer: (executores: readonly Executor[]) => Promise<T>,
    { motores = this.motores, principal }: { motores?: readonly Motor[]; principal?: string } = {},
  ): Promise<T> {
    const cenas = await Promise.allSettled(motores.map((motor) => this.#abrir(motor, principal)));
    try {
      const [falha] = cenas.filter((cena) => cena.status === 'rejected');
      if (falha) throw falha.reason;
      return await fazer(cenas.flatMap((cena) => (cena.status === 'fulfilled' ? [cena.value.executor] : [])));
    } finally {
      for (const cena of cenas) if (cena.status === 'fulfilled') await cena.value.fechar();
    }
  }

  /** Stops the database server, if there was any need of one. */
  async desmontar(): Promise<void> {
    await (await this.#servidor?.catch(() => undefined))?.parar();
  }

  async #abrir(
    motor: Motor,
    principal?: string,
  ): Promise<{ executor: Executor; fechar: () => Promise<void> }> {
    const base = motor === 'sqlite' ? criarBaseSqlite() : await criarBaseMysql(await this.#ligarServidor());
    const processo = new ProcessoDoPlantao(await portaLivre(), {
      variaveis: { ...base.variaveis, RELOGIO_MOVEL: 'true' },
      ...(principal === undefined ? {} : { principal }),
    });
    try {
      await processo.ligar();
      const olho = await abrirOlho(base);
      const alvo = {
        motor,
        url: processo.url,
        admin: ADMIN,
        consultar: (sql: string) => olho.consultar(sql),
      };
      const executor = await Executor.sobre(alvo, PAUSAS_MS);
      return {
        executor,
        fechar: async () => {
          executor.encerrar();
          await olho.fechar();
          await fechar(base, processo);
        },
      };
    } catch (erro) {
      await fechar(base, processo);
      throw erro;
    }
  }

  #ligarServidor(): Promise<ServidorDeTeste> {
    return (this.#servidor ??= iniciarServidor());
  }
}

async function fechar(base: Base, processo: ProcessoDoPlantao): Promise<void> {
  await processo.matar();
  await base.apagar();
}
