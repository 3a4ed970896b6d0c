import { setTimeout as esperar } from 'node:timers/promises';
import { emParalelo } from '../../ferramentas/aih/em-paralelo.js';
import { ADMIN } from '../../ferramentas/apoio/base.js';
import { ClienteHttp } from '../../ferramentas/apoio/cliente-http.js';
import { type HospitalDoCaos, montarHospital } from '../hospital.js';
import type { Palco } from '../palco.js';
import { ALTA, darAlta, internar } from '../pedidos.js';
import { Relogios } from '../relogios.js';
import { ServidorHostil } from './servidor-hostil.js';

/** Nothing in anyone's hands for so long: everyone is at rest. */
const QUIETO_MS = 250;
/** What a dead sender holds looks like what a living one is about to send: it takes longer to be sure. */
const QUIETO_COM_POSSES_MS = 1_300;
const PRAZO_DA_QUIETUDE_MS = 90_000;
/** No reaction, no notice due, none in hand. */
const NADA = '0 0 0 ';
const AO_MESMO_TEMPO = 8;

/** A hospital whose notices go to a mail server that may be told to misbehave, and whose clocks can be moved. */
export class Expediente {
  readonly relogios: Relogios;

  #altas = 0;

  private constructor(
    private readonly palco: Palco,
    readonly servidor: ServidorHostil,
    private readonly hospital: HospitalDoCaos,
  ) {
    this.relogios = new Relogios(palco);
  }

  /** With beds and patients for so many discharges. */
  static async abrir(palco: Palco, replicas: number, altas: number): Promise<Expediente> {
    const servidor = await ServidorHostil.abrir(palco.injetado);
    palco.aoFechar(() => servidor.sair());
    await palco.abrir({
      replicas,
      variaveis: {
        MAIL_SERVER: '127.0.0.1',
        MAIL_PORT: String(servidor.porta),
        RELOGIO_MOVEL: 'true',
        LEITO_EXIGE_LIMPEZA: 'false',
      },
    });
    return new Expediente(palco, servidor, await montarHospital(palco, { leitos: altas, pacientes: altas }));
  }

  /** Admits and discharges so many patients: each frees a bed, and each bed owes one notice. */
  async darAltas(quantas: number): Promise<void> {
    const cliente = new ClienteHttp(this.palco.replicas[0]!.url);
    await cliente.entrar(ADMIN);
    const { hospital } = this;
    const numeros = Array.from({ length: quantas }, () => this.#altas++);
    await emParalelo(numeros, AO_MESMO_TEMPO, async (n) => {
      const { pedido } = internar(hospital, hospital.pacientes[n]!, hospital.leitos[n]!);
      const { data } = await cliente.obter<{ data: { id: number } }>(pedido);
      await cliente.obter(darAlta(data.id).pedido);
      this.palco.diario.feito({ evento: ALTA, agregado: `internacao:${data.id}` });
    });
    cliente.encerrar();
  }

  /** How many notices wait in the queue, due or not. */
  async naFila(): Promise<number> {
    const [linha] = await this.palco.base.consultar('SELECT COUNT(*) AS n FROM notificacoes_fila');
    return Number(linha!.n);
  }

  /** Until nobody sends and nothing that is due waits; what a dead sender holds does not count. */
  async quietude(): Promise<void> {
    const limite = performance.now() + PRAZO_DA_QUIETUDE_MS;
    let [anterior, desde] = ['', performance.now()];
    const bastante = (): number => (anterior.startsWith(NADA) ? QUIETO_MS : QUIETO_COM_POSSES_MS);
    while (performance.now() - desde < bastante()) {
      if (performance.now() > limite) {
        this.palco.achados.anotar('PARADO: o envio de avisos nunca sossega', anterior);
        return;
      }
      await esperar(50);
      const retrato = await this.#retrato();
      if (retrato === anterior && !this.servidor.ocupado && /^0 0 /.test(retrato)) continue;
      [anterior, desde] = [retrato, performance.now()];
    }
  }

  async #retrato(): Promise<string> {
    const agora = this.palco.agora().toISOString().replace('T', ' ').slice(0, 23);
    const [linha] = await this.palco.base.consultar(
      `SELECT (SELECT COUNT(*) FROM entregas_prontas) AS entregas,
              (SELECT COUNT(*) FROM notificacoes_fila WHERE dono IS NULL AND disponivel_em <= ?) AS vencidos,
              (SELECT COUNT(*) FROM notificacoes_fila WHERE dono IS NOT NULL) AS posses,
              (SELECT SUM(versao) FROM notificacoes) AS movimentos`,
      [agora],
    );
    return [linha!.entregas, linha!.vencidos, linha!.posses, linha!.movimentos].map(String).join(' ');
  }
}
