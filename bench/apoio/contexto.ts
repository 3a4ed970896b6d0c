import { createConnection } from 'mysql2/promise';
import { encontrarServidor, type ServidorDeTeste } from '#scripts/servidor-de-teste.mjs';
import { type PedidoDeCarga, PlanoDaCarga } from '../carga/plano.js';
import { Gerador } from '../gerador/gerador.js';
import type { Medicao } from '../medidas/comparacao.js';
import type { Opcoes } from '../opcoes.js';
import { type BaseCarregada, criarBase, encher, iniciarServidorDeMedida } from './bases.js';
import { Faxina } from './faxina.js';
import { type Lado, type Ligado, ligarPiso, ligarProduto, ligarWorker } from './lado.js';
import { Progresso } from './progresso.js';

/** What every part of the bench needs, opened when it is first asked for and put away at the end. */
export class Contexto {
  readonly faxina = new Faxina();
  readonly gerador = new Gerador();
  readonly hoje = new Date();
  /** Everything is being put away: nothing new may begin. */
  interrompido = false;
  #servidor: ServidorDeTeste | null = null;

  constructor(readonly opcoes: Opcoes) {
    this.faxina.aoFim(() => this.gerador.encerrar());
  }

  /** False where no MariaDB or MySQL is installed. */
  get temServidor(): boolean {
    return encontrarServidor() !== undefined;
  }

  /** Stays that are over, where their number is not what is measured. */
  get passado(): number {
    return this.opcoes.curto ? 1_000 : 10_000;
  }

  get medicao(): Medicao {
    const { conexoes, segundos, rodadas } = this.opcoes;
    const seguidosS = Math.max(1, (segundos * rodadas) / 5);
    return {
      gerador: this.gerador,
      conexoes,
      segundos,
      rodadas,
      seguidosS,
      aquecimentoS: this.opcoes.curto ? 1 : 3,
    };
  }

  async servidor(): Promise<ServidorDeTeste> {
    if (!this.#servidor) {
      const servidor = await iniciarServidorDeMedida(this.opcoes.semFsync);
      this.faxina.aoFim(() => servidor.parar());
      this.#servidor = servidor;
    }
    return this.#servidor;
  }

  /** Its name and version, for whoever reads the figures. */
  async versaoDoServidor(): Promise<string> {
    const { host, port, user, password } = await this.servidor();
    const conexao = await createConnection({ host, port, user, password });
    const [linhas] = await conexao.query('SELECT VERSION() AS versao');
    conexao.destroy();
    const { versao } = (linhas as { versao: string }[])[0]!;
    return `${/mariadb/i.test(versao) ? 'MariaDB' : 'MySQL'} ${/^[\d.]+/.exec(versao)?.[0]}`;
  }

  /** A new database with this in it; `apagar` it as soon as it is not needed. */
  async carregar(
    nome: string,
    quanto: Pick<PedidoDeCarga, 'encerradas' | 'abertas' | 'livres'>,
    motor: 'mysql' | 'sqlite' = 'mysql',
  ): Promise<BaseCarregada> {
    const base = await criarBase(motor === 'mysql' ? await this.servidor() : null);
    const apagar = this.faxina.aoFim(() => base.apagar());
    const plano = new PlanoDaCarga({ ...quanto, semente: this.opcoes.semente, hoje: this.hoje });
    const progresso = new Progresso(nome);
    await encher(base, plano, (linhas, total) => progresso.mostrar(linhas, total));
    progresso.terminar();
    return { ...base, plano, apagar };
  }

  async produto(base: BaseCarregada, papel: 'tudo' | 'api', doNode?: readonly string[]) {
    return this.#guardar(await ligarProduto(base, papel, doNode));
  }

  async worker(base: BaseCarregada, doNode?: readonly string[]): Promise<Ligado> {
    return this.#guardar(await ligarWorker(base, doNode));
  }

  async piso(base: BaseCarregada, doNode?: readonly string[]): Promise<Lado> {
    return this.#guardar(await ligarPiso(base, doNode));
  }

  #guardar<L extends Ligado>(ligado: L): L {
    return { ...ligado, parar: this.faxina.aoFim(() => ligado.parar()) };
  }
}
