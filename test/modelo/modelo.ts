import type { Acao, Comando, ComandoDe } from './comandos.js';
import { cruzam, desdeAgora, type Intervalo, PARTIDAS } from './leito-do-modelo.js';
import { ModeloDosLeitos } from './modelo-dos-leitos.js';

interface Estadia {
  paciente: number;
  status: string;
  /** Null while it is only asked for. */
  entrada: number | null;
  saida: number | null;
  /** Whether the patient waited for a bed. */
  pedida: boolean;
  ultimoMovimento: number;
  /** The bed that it is in, or was in last; -1: none yet. */
  leito: number;
}

const SEM_LEITO = { entrada: null, saida: null, leito: -1 };
const PRESENTES = ['INTERNADA', 'ALTA_PREVISTA', 'ALTA_CLINICA'];
const DURARAM = [...PRESENTES, 'ENCERRADA'];
const HORAS_PARA_REABRIR = 24;

/** In which states of the stay each command makes sense (DOMINIO §2). */
const MOMENTOS: Partial<Record<Acao, readonly string[]>> = {
  'reservar-para-pedido': ['SOLICITADA'],
  admitir: ['SOLICITADA'],
  recusar: ['SOLICITADA'],
  cancelar: ['SOLICITADA', 'INTERNADA'],
  transferir: ['INTERNADA', 'ALTA_PREVISTA'],
  'prever-alta': ['INTERNADA', 'ALTA_PREVISTA'],
  'cancelar-previsao': ['ALTA_PREVISTA'],
  'alta-clinica': ['INTERNADA', 'ALTA_PREVISTA'],
  saida: ['ALTA_CLINICA'],
  alta: PRESENTES,
  reabrir: ['ENCERRADA'],
};

type Acoes = { [A in Acao]: (comando: ComandoDe<A>) => void };

/**
 * The hospital of DOMINIO §2 in memory, written from the rules and not from the code. It knows every reason to
 * refuse a command; which of them the product tells first is its own business.
 */
export class Modelo extends ModeloDosLeitos {
  estadias: Estadia[] = [];

  /** Applies the command, or answers every reason to refuse it, with nothing changed. */
  fazer(comando: Comando): ReadonlySet<string> {
    const { agora, leitos, estadias } = this;
    this.leitos = structuredClone(leitos);
    this.estadias = structuredClone(estadias);
    this.recusas = new Set();
    this.deixadosLivres = new Set();
    (this.#acoes[comando.acao] as (comando: Comando) => void)(comando);
    if (this.recusas.size > 0) Object.assign(this, { agora, leitos, estadias });
    return this.recusas;
  }

  /** The command with the bed and the stay that it means: 0 is the first that fits it, or the last stay that does. */
  apontar(comando: Comando): Comando {
    const { acao } = comando;
    const escolher = (estados: string[], cabem: readonly string[], n: number): number => {
      const lugares = [...estados.keys()];
      const serve = (lugar: number): boolean => cabem.includes(estados[lugar]!);
      const primeiros = [...lugares.filter(serve), ...lugares.filter((lugar) => !serve(lugar))];
      return primeiros[n % primeiros.length] ?? -1;
    };
    const apontado = { ...comando };
    if ('leito' in apontado)
      apontado.leito = escolher(
        this.leitos.map(({ estado }) => estado),
        PARTIDAS[acao] ?? [],
        apontado.leito,
      );
    if ('estadia' in apontado) {
      const doFim = this.estadias.map(({ status }) => status).reverse();
      const lugar = escolher(doFim, MOMENTOS[acao] ?? [], apontado.estadia);
      apontado.estadia = lugar < 0 ? -1 : this.estadias.length - 1 - lugar;
    }
    return apontado;
  }

  /** What can be seen of the beds and of the stays. */
  retrato() {
    return {
      leitos: this.leitos.map((l) => ({
        estado: l.estado,
        desde: desdeAgora(l),
        termina: l.vence,
        estadia: l.ocupacoes.find(({ fim }) => fim === null)?.estadia ?? null,
      })),
      estadias: this.estadias.map(({ paciente, status, entrada, saida }) => ({
        paciente,
        status,
        entrada,
        saida,
      })),
    };
  }

  readonly #acoes: Acoes = {
    esperar: ({ horas }) => (this.agora += horas),
    'rodar-tarefas': () => this.rodarTarefas(),
    // A request that is over, attended or not, gives back what is kept for it.
    'reagir-aos-eventos': () =>
      this.largarReservas((pedido) => this.estadias[pedido]!.status !== 'SOLICITADA'),
    'cancelar-reserva': (c) => this.simples(c),
    'iniciar-limpeza': (c) => this.simples(c),
    'concluir-limpeza': (c) => this.simples(c),
    desbloquear: (c) => this.simples(c),
    'concluir-manutencao': (c) => this.simples(c),
    desativar: (c) => this.simples(c),
    reativar: (c) => this.simples(c),
    bloquear: (c) => this.bloquear(c),
    manutencao: (c) => this.bloquear(c),
    reservar: ({ leito, para, em, expira }) => this.reservar(leito, para, null, em, expira),
    'reservar-para-pedido': ({ leito, estadia, em }) => {
      const e = this.estadias[estadia];
      if (!e?.pedida) return this.recusar('LEITO.SOLICITACAO_NAO_ENCONTRADA');
      this.recusarSe(e.status !== 'SOLICITADA', 'LEITO.SOLICITACAO_ENCERRADA');
      this.reservar(leito, e.paciente, estadia, em, null);
    },
    solicitar: ({ paciente, em }) => {
      const hora = this.hora(em);
      this.recusarSe(hora > this.agora, 'INTERNACAO.DATA_NO_FUTURO');
      this.#exigirFora(paciente);
      this.recusarSe(this.#pedidoDe(paciente) !== undefined, 'INTERNACAO.SOLICITACAO_ABERTA');
      this.estadias.push({
        ...SEM_LEITO,
        paciente,
        status: 'SOLICITADA',
        pedida: true,
        ultimoMovimento: hora,
      });
    },
    internar: ({ paciente, leito, em }) => this.#admitir(this.#pedidoDe(paciente), paciente, leito, em),
    admitir: ({ estadia, leito, em, acao }) => {
      const pedido = this.#estadia(acao, estadia);
      const e = this.estadias[estadia];
      if (pedido) this.#admitir(pedido, pedido.paciente, leito, em);
      else if (e) this.#exigirFora(e.paciente, e);
    },
    'registrar-passado': (c) => this.#registrarPassado(c),
    recusar: ({ acao, estadia }) => this.#passar(acao, estadia, 'RECUSADA'),
    'cancelar-previsao': ({ acao, estadia }) => this.#passar(acao, estadia, 'INTERNADA'),
    'prever-alta': ({ acao, estadia, para }) => {
      this.recusarSe(para <= 0, 'INTERNACAO.PREVISAO_NO_PASSADO');
      this.#passar(acao, estadia, 'ALTA_PREVISTA');
    },
    transferir: ({ acao, estadia, leito, em }) => {
      const e = this.#estadia(acao, estadia);
      if (!e) return;
      const hora = this.hora(em);
      this.#exigirVez(e, hora);
      if (e.leito === leito) return this.recusar('INTERNACAO.MESMO_LEITO');
      this.emDiaTodos([e.leito, leito]);
      this.sair(this.leitos[e.leito]!, hora);
      this.entrar(this.leito(leito), { ...e, estadia }, hora);
      Object.assign(e, { leito, ultimoMovimento: hora });
    },
    'alta-clinica': ({ acao, estadia, em, corte }) => {
      const e = this.#estadia(acao, estadia);
      if (!e) return;
      this.#decidirAlta(e, this.hora(em), corte);
      Object.assign(e, { status: 'ALTA_CLINICA', ultimoMovimento: this.hora(em) });
    },
    saida: ({ acao, estadia, em }) => {
      const e = this.#estadia(acao, estadia);
      if (!e) return;
      this.#exigirVez(e, this.hora(em));
      this.#encerrar(e, this.hora(em));
    },
    alta: ({ acao, estadia, em, corte }) => {
      const e = this.#estadia(acao, estadia);
      if (!e) return;
      this.#decidirAlta(e, this.hora(em), corte);
      this.#encerrar(e, this.hora(em));
    },
    cancelar: ({ acao, estadia }) => {
      const e = this.#estadia(acao, estadia);
      if (!e) return;
      const foramDela = this.leitos.filter((l) => l.ocupacoes.some((o) => o.estadia === estadia));
      for (const l of foramDela) this.emDia(l);
      if (e.status === 'INTERNADA') this.sair(this.leitos[e.leito]!, this.agora);
      for (const l of this.leitos) l.ocupacoes = l.ocupacoes.filter((o) => o.estadia !== estadia);
      e.status = 'CANCELADA';
    },
    reabrir: ({ acao, estadia }) => {
      const e = this.#estadia(acao, estadia);
      if (e) this.#reabrir(e, estadia);
    },
  };

  #admitir(pedido: Estadia | undefined, paciente: number, leito: number, em: number | null): void {
    const hora = this.hora(em);
    this.#exigirFora(paciente);
    this.recusarSe(hora > this.agora, 'INTERNACAO.DATA_NO_FUTURO');
    if (pedido) this.recusarSe(hora < pedido.ultimoMovimento, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO');
    this.#exigirQueNaoEstivesse(paciente, { inicio: hora, fim: null });
    const e = pedido ?? { ...SEM_LEITO, paciente, status: '', pedida: false, ultimoMovimento: hora };
    if (!pedido) this.estadias.push(e);
    this.entrar(this.leito(leito), { paciente, estadia: this.estadias.indexOf(e) }, hora);
    Object.assign(e, { status: 'INTERNADA', entrada: hora, ultimoMovimento: hora, leito });
  }

  #registrarPassado({ paciente, em, trechos }: ComandoDe<'registrar-passado'>): void {
    const entrada = this.agora + em;
    const saida = trechos.reduce((hora, { horas }) => hora + horas, entrada);
    this.recusarSe(saida > this.agora, 'INTERNACAO.DATA_NO_FUTURO');
    this.#exigirQueNaoEstivesse(paciente, { inicio: entrada, fim: saida });
    this.emDiaTodos(trechos.map(({ leito }) => leito));
    let inicio = entrada;
    for (const [n, { leito, horas }] of trechos.entries()) {
      const [l, fim] = [this.leitos[leito]!, inicio + horas];
      this.recusarSe(leito === trechos[n - 1]?.leito, 'INTERNACAO.MESMO_LEITO');
      this.exigirQueCaiba(l, { inicio, fim });
      l.ocupacoes.push({ estadia: this.estadias.length, inicio, fim });
      inicio = fim;
    }
    const { leito } = trechos.at(-1)!;
    const encerrada = { paciente, status: 'ENCERRADA', pedida: false, entrada, saida };
    this.estadias.push({ ...encerrada, ultimoMovimento: saida, leito });
  }

  #reabrir(e: Estadia, estadia: number): void {
    this.recusarSe(this.agora - e.saida! > HORAS_PARA_REABRIR, 'INTERNACAO.PRAZO_DE_REABERTURA');
    this.#exigirFora(e.paciente, e);
    this.recusarSe(this.#pedidoDe(e.paciente) !== undefined, 'INTERNACAO.SOLICITACAO_ABERTA');
    this.#exigirQueNaoEstivesse(e.paciente, { inicio: e.entrada!, fim: null }, e);
    const l = this.leito(e.leito);
    if (l.estado === 'OCUPADO') this.recusar('INTERNACAO.LEITO_OCUPADO');
    const reservadoAEle = l.estado === 'RESERVADO' && l.reservadoPara === e.paciente;
    const serve = ['LIVRE', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'].includes(l.estado) || reservadoAEle;
    const trecho = l.ocupacoes.findLast((o) => o.estadia === estadia)!;
    const [outras, deNovo] = [l.ocupacoes.filter((o) => o !== trecho), { ...trecho, fim: null }];
    const usado = [...outras, ...l.bloqueios, ...l.desativado].some((u) => cruzam(u, deNovo));
    this.recusarSe(!serve || usado, 'INTERNACAO.LEITO_INDISPONIVEL');
    trecho.fim = null;
    this.mudar(l, 'OCUPADO', this.agora);
    l.desde = trecho.inicio;
    Object.assign(e, { status: 'INTERNADA', saida: null, ultimoMovimento: trecho.inicio });
  }

  #decidirAlta(e: Estadia, hora: number, corte: boolean): void {
    this.recusarSe(corte, 'INTERNACAO.MOTIVO_NAO_E_SAIDA');
    this.recusarSe(hora < e.entrada!, 'INTERNACAO.ALTA_ANTES_DA_ENTRADA');
    this.#exigirVez(e, hora);
  }

  #encerrar(e: Estadia, hora: number): void {
    this.sair(this.leitos[e.leito]!, hora);
    Object.assign(e, { status: 'ENCERRADA', saida: hora, ultimoMovimento: hora });
  }

  #passar(acao: Acao, estadia: number, status: string): void {
    const e = this.#estadia(acao, estadia);
    if (e) e.status = status;
  }

  /** The stay, in a state in which the command makes sense. */
  #estadia(acao: Acao, estadia: number): Estadia | undefined {
    const e = this.estadias[estadia];
    if (!e) return this.recusar('INTERNACAO.NAO_ENCONTRADA');
    return MOMENTOS[acao]!.includes(e.status) ? e : this.recusar('INTERNACAO.TRANSICAO_INVALIDA');
  }

  protected pedidoAberto = (pedido: number): boolean => this.estadias[pedido]!.status === 'SOLICITADA';

  #pedidoDe = (paciente: number): Estadia | undefined =>
    this.estadias.find((e) => e.paciente === paciente && e.status === 'SOLICITADA');

  #exigirFora(paciente: number, exceto?: Estadia): void {
    const outras = this.estadias.filter((e) => e !== exceto && e.paciente === paciente);
    const presente = outras.some((e) => PRESENTES.includes(e.status));
    this.recusarSe(presente, 'INTERNACAO.PACIENTE_JA_INTERNADO');
  }

  #exigirQueNaoEstivesse(paciente: number, periodo: Intervalo, exceto?: Estadia): void {
    const outras = this.estadias.filter((e) => e !== exceto && e.paciente === paciente);
    const estadias = outras.filter(({ status }) => DURARAM.includes(status));
    const cruza = estadias.some((e) => cruzam({ inicio: e.entrada!, fim: e.saida }, periodo));
    this.recusarSe(cruza, 'INTERNACAO.PERIODO_SOBREPOSTO');
  }

  /** A stay is told in order, and never ahead of time. */
  #exigirVez(e: Estadia, hora: number): void {
    this.recusarSe(hora > this.agora, 'INTERNACAO.DATA_NO_FUTURO');
    this.recusarSe(hora < e.ultimoMovimento, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO');
  }
}
