import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../src/banco/dialeto.js';
import { CadastrarLeito } from '../../src/modulos/leitos/casos-de-uso/cadastrar-leito.js';
import { CadastrarSetor } from '../../src/modulos/leitos/casos-de-uso/cadastrar-setor.js';
import { MapaDeLeitos } from '../../src/modulos/leitos/casos-de-uso/mapa-de-leitos.js';
import type { LeitoNoMapa, MapaResposta } from '../../src/modulos/leitos/mapa-resposta.js';
import { VencerPrazos } from '../../src/modulos/leitos/tarefas/vencer-prazos.js';
import { CadastrarPaciente } from '../../src/modulos/pacientes/casos-de-uso/cadastrar-paciente.js';
import { Agendador } from '../../src/plataforma/agendador/agendador.js';
import { ErroDeDominio } from '../../src/plataforma/erros/erro-de-dominio.js';
import { ExecutorDeEntregas } from '../../src/plataforma/eventos/executor-de-entregas.js';
import { FilaDeEntregas } from '../../src/plataforma/eventos/fila-de-entregas.js';
import { type CenarioDeLeitos, GESTORA } from '../apoio/cenario-de-leitos.js';
import { type Comando, LEITOS, PACIENTES, type Tipo } from './comandos.js';
import { type Elenco, traduzir } from './traduzir.js';

const HORA = 3_600_000;
/** Between the beginnings of two stories: none reaches the next. */
const ENTRE_HISTORIAS = 15 * 24 * HORA;
const NINGUEM = 2_000_000_000;

const CADASTRO: Record<Tipo, object> = {
  comum: {},
  recente: {},
  extra: { extra: true, instalado: false },
  planejado: { instalado: false },
  observacao: { classe: 'OBSERVACAO' },
};

let proximoInicio = Date.UTC(2026, 5, 10, 12);
let proximoNumero = 1;

/** The product itself with a setor, beds and patients for one story, its clock stopped where the story puts it. */
export class HospitalReal {
  #agora: number;
  readonly #internacoes: number[] = [];

  private constructor(
    private readonly cenario: CenarioDeLeitos,
    private readonly inicio: number,
    readonly setorId: number,
    readonly leitos: readonly number[],
    readonly pacientes: readonly number[],
  ) {
    this.#agora = inicio;
  }

  /** Nothing happens by itself any more: not the reactions to events, not the scheduled tasks, not time. */
  static async parar(cenario: CenarioDeLeitos): Promise<void> {
    await cenario.app.app.get(Agendador).beforeApplicationShutdown();
    cenario.app.relogio.agora = () => new Date(proximoInicio);
  }

  static async abrir(cenario: CenarioDeLeitos, tipos: readonly Tipo[]): Promise<HospitalReal> {
    const inicio = proximoInicio;
    proximoInicio += ENTRE_HISTORIAS;
    cenario.app.relogio.agora = () => new Date(inicio);
    const { id: setorId } = await cenario.executar(new CadastrarSetor({ nome: 'Da história' }, GESTORA));
    const leitos: number[] = [];
    for (const tipo of tipos) {
      const numero = `M-${proximoNumero++}`;
      const desde = tipo === 'recente' ? { instaladoDesde: new Date(inicio - 6 * HORA) } : {};
      const dados = { numero, setorId, tipo: 'ENFERMARIA' as const, ...CADASTRO[tipo], ...desde };
      leitos.push((await cenario.executar(new CadastrarLeito(dados, GESTORA))).id);
    }
    const pacientes: number[] = [];
    for (let n = 0; n < PACIENTES; n++) {
      const dados = {
        nome: `Paciente Inventado ${proximoNumero++}`,
        dataNascimento: `${new Date(inicio).getUTCFullYear() - 30}-02-28`,
        sexo: 'F' as const,
      };
      pacientes.push((await cenario.executar(new CadastrarPaciente(dados, GESTORA))).id);
    }
    return new HospitalReal(cenario, inicio, setorId, leitos, pacientes);
  }

  /** Gives the command; answers the code of the refusal, or null. */
  async fazer(comando: Comando): Promise<string | null> {
    if (comando.acao === 'esperar') this.#agora += comando.horas * HORA;
    const agora = this.#agora;
    this.cenario.app.relogio.agora = () => new Date(agora);
    if (comando.acao === 'rodar-tarefas') await this.#vencerPrazos();
    if (comando.acao === 'reagir-aos-eventos') await this.reagir();
    const traduzido = traduzir(comando, this.#elenco());
    if (!traduzido) return null;
    try {
      const resposta: { id: number } = await this.#pegar(CommandBus).execute(traduzido);
      const criou = ['solicitar', 'internar', 'registrar-passado'].includes(comando.acao);
      if (criou && !this.#internacoes.includes(resposta.id)) this.#internacoes.push(resposta.id);
      return null;
    } catch (erro) {
      if (erro instanceof ErroDeDominio) return erro.codigo;
      throw erro;
    }
  }

  /** What the beds of this map and the stays look like, in hours since the story began. */
  async retrato(mapa: MapaResposta): Promise<{ leitos: unknown[]; estadias: unknown[] }> {
    const linhas = await this.cenario.app.consultar(
      `SELECT id, paciente_id, status, entrada, saida FROM internacoes
        WHERE paciente_id IN (${this.pacientes.map(() => '?').join(', ')}) ORDER BY id`,
      [...this.pacientes],
    );
    return {
      leitos: this.leitosDe(mapa).map((l) => ({
        estado: l.status,
        desde: this.emHoras(l.desde),
        termina: this.emHoras(l.terminaEm ?? null),
        estadia: l.internacaoId ? this.#internacoes.indexOf(l.internacaoId) : null,
      })),
      estadias: linhas.map((l) => this.#estadiaDaLinha(l)),
    };
  }

  /** Now, or at so many hours since the story began. */
  mapa(hora?: number): Promise<MapaResposta> {
    const quando = hora === undefined ? {} : { em: this.instante(hora) };
    return this.#pegar(QueryBus).execute(new MapaDeLeitos({ setorId: this.setorId, ...quando }, GESTORA));
  }

  /** The beds of the story in their order. */
  leitosDe(mapa: MapaResposta): LeitoNoMapa[] {
    const lidos = mapa.setores.flatMap(({ leitos }) => leitos);
    return this.leitos.flatMap((id) => lidos.find((leito) => leito.id === id) ?? []);
  }

  instante = (hora: number): Date => new Date(this.inicio + hora * HORA);
  emHoras = (quando: Date | null): number | null => quando && (quando.getTime() - this.inicio) / HORA;

  /** Lets every reaction that is due happen, in order, until there are no more. */
  async reagir(): Promise<void> {
    const [fila, executor] = [this.#pegar(FilaDeEntregas), this.#pegar(ExecutorDeEntregas)];
    for (let entregas = await fila.tomar(64); entregas.length > 0; entregas = await fila.tomar(64))
      for (const entrega of entregas) await executor.executar(entrega);
  }

  async #vencerPrazos(): Promise<void> {
    const tarefa = this.#pegar(VencerPrazos);
    // What one bed gives up, another may have been waiting for.
    for (let vez = 0; vez <= LEITOS; vez++)
      await this.cenario.app.unidade.executar((tx) => tarefa.executar(tx));
  }

  #elenco(): Elenco {
    return {
      medicoId: this.cenario.internacoes.medicoId,
      leito: (leito) => this.leitos[leito]!,
      paciente: (paciente) => this.pacientes[paciente]!,
      estadia: (estadia) => this.#internacoes[estadia] ?? NINGUEM,
      hora: (horas) => new Date(this.#agora + horas * HORA),
    };
  }

  #estadiaDaLinha(l: Linha) {
    return {
      paciente: this.pacientes.indexOf(inteiro(l.paciente_id)),
      status: texto(l.status),
      entrada: this.emHoras(ouNulo(instante)(l.entrada)),
      saida: this.emHoras(ouNulo(instante)(l.saida)),
    };
  }

  #pegar = <T>(classe: abstract new (...argumentos: never[]) => T): T => this.cenario.app.app.get<T>(classe);
}
