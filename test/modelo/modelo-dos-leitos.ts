import type { AcaoSimples, ComandoDe, Tipo } from './comandos.js';
import {
  CHEGADAS,
  cruzam,
  type Estado,
  type Intervalo,
  type Leito,
  novoLeito,
  PARTIDAS,
  type Plano,
  RECEBEM,
} from './leito-do-modelo.js';

const HORAS_DA_RESERVA = 2;

/** The beds of the hospital of DOMINIO §2, in memory and in whole hours since the story began. */
export abstract class ModeloDosLeitos {
  agora = 0;
  leitos: Leito[];
  protected recusas = new Set<string>();
  /** Beds that became free in the command in course: those that it takes further tell nobody. */
  protected deixadosLivres = new Set<Leito>();

  constructor(
    tipos: readonly Tipo[],
    private readonly exigeLimpeza: boolean,
  ) {
    this.leitos = tipos.map(novoLeito);
  }

  protected simples({ acao, leito, em }: ComandoDe<AcaoSimples>): void {
    const [l, hora] = [this.leito(leito), this.hora(em)];
    this.#exigirMovimento(l, PARTIDAS[acao]!, hora);
    if (acao === 'concluir-manutencao' && l.estado === 'OCUPADO') {
      this.recusarSe(!l.manutencaoPlanejada, 'LEITO.TRANSICAO_INVALIDA');
      l.manutencaoPlanejada = null;
      this.emDia(l);
      return;
    }
    this.mudar(l, CHEGADAS[acao] ?? this.aposOUso(), hora);
    if (acao === 'desativar') {
      this.#exigirPeriodoLivre(l, { inicio: hora, fim: null });
      l.planos = [];
    }
    if (acao === 'reativar' && l.soPlanejado) Object.assign(l, { soPlanejado: false, instaladoDesde: hora });
    this.emDia(l);
  }

  protected reservar(
    leito: number,
    para: number | null,
    pedido: number | null,
    em: number | null,
    expira: number | null,
  ): void {
    const [futura, hora] = [(em ?? 0) > 0, this.hora(em)];
    const ate = expira === null ? (futura ? hora : this.agora) + HORAS_DA_RESERVA : this.agora + expira;
    const outra = this.leitos.find((o, n) => n !== leito && para !== null && o.reservadoPara === para);
    const aindaVale = outra !== undefined && this.emDia(outra).reservadoPara === para;
    const l = this.leito(leito);
    this.recusarSe(pedido !== null && (l.observacao || l.soPlanejado), 'INTERNACAO.LEITO_INDISPONIVEL');
    if (futura) return this.#planejar(l, { acao: 'reservar', inicio: hora, ate, para, pedido });
    this.recusarSe(ate <= this.agora, 'LEITO.RESERVA_VENCIDA');
    this.recusarSe(aindaVale, 'LEITO.PACIENTE_JA_TEM_RESERVA');
    this.#exigirMovimento(l, ['LIVRE'], hora);
    this.mudar(l, 'RESERVADO', hora);
    Object.assign(l, { vence: ate, reservadoPara: para, pedido });
  }

  protected bloquear(c: ComandoDe<'bloquear' | 'manutencao'>): void {
    const [l, hora] = [this.leito(c.leito), this.hora(c.em)];
    const ate = c.ate === null ? null : this.agora + c.ate;
    this.recusarSe(ate !== null && ate <= hora, 'LEITO.PERIODO_INVALIDO');
    const ninguem = { para: null, pedido: null };
    if (hora > this.agora) return this.#planejar(l, { acao: c.acao, inicio: hora, ate, ...ninguem });
    if (ate === null || ate > this.agora) return this.#comecarBloqueio(l, c.acao, hora, ate);
    const periodo = { inicio: hora, fim: ate };
    this.recusarSe(l.soPlanejado, 'LEITO.AINDA_NAO_INSTALADO');
    this.exigirInstalado(l, hora);
    const fora = l.desativado.some((d) => cruzam(d, periodo));
    this.recusarSe(fora, 'LEITO.PERIODO_SOBREPOSTO');
    this.#exigirPeriodoLivre(l, periodo);
    l.bloqueios.push({ estado: c.acao === 'bloquear' ? 'BLOQUEADO' : 'MANUTENCAO', ...periodo });
  }

  /** What the clock does each time it is looked at: what is due ends, and what was planned begins where it can. */
  protected rodarTarefas(): void {
    for (let mudou = true; mudou;) {
      const antes = JSON.stringify(this.leitos);
      for (const l of this.leitos) {
        this.emDia(l);
        this.deixadosLivres.delete(l);
      }
      mudou = JSON.stringify(this.leitos) !== antes;
    }
  }

  #resolver(l: Leito, plano: Plano): void {
    const { acao, inicio, ate, para, pedido } = plano;
    const perdido = (ate !== null && ate <= this.agora) || (pedido !== null && !this.pedidoAberto(pedido));
    const jaTem = para !== null && this.leitos.some(({ reservadoPara }) => reservadoPara === para);
    const jaTera = acao === 'manutencao' && l.manutencaoPlanejada !== null;
    if (!perdido && (!PARTIDAS[acao]!.includes(l.estado) || jaTem || jaTera)) return;
    l.planos = l.planos.filter((outro) => outro !== plano);
    if (perdido) return;
    const usos = [...l.ocupacoes, ...l.bloqueios].map(({ fim }) => fim ?? inicio);
    const hora = Math.max(inicio, l.desde ?? inicio, ...usos);
    if (acao !== 'reservar') return this.#comecarBloqueio(l, acao, hora, ate);
    this.mudar(l, 'RESERVADO', hora);
    Object.assign(l, { vence: ate, reservadoPara: para, pedido });
  }

  /** Nobody waits any more for what was reserved, or would be, for a request that was given up. */
  protected largarReservas(desistiu: (pedido: number) => boolean): void {
    const deQuemDesistiu = ({ pedido }: { pedido: number | null }) => pedido !== null && desistiu(pedido);
    for (const l of this.leitos.filter((l) => [l, ...l.planos].some(deQuemDesistiu))) {
      l.planos = l.planos.filter((plano) => !deQuemDesistiu(plano));
      if (deQuemDesistiu(this.emDia(l))) this.mudar(l, 'LIVRE', this.agora);
      this.emDia(l);
      this.deixadosLivres.delete(l);
    }
  }

  /** Puts a stay in the bed, where it may be. */
  protected entrar(
    l: Leito,
    { estadia, paciente }: { estadia: number; paciente: number },
    hora: number,
  ): void {
    if (l.estado === 'OCUPADO') this.recusar('INTERNACAO.LEITO_OCUPADO');
    else this.recusarSe(!RECEBEM.includes(l.estado), 'INTERNACAO.LEITO_INDISPONIVEL');
    const deOutro = l.reservadoPara !== null && l.reservadoPara !== paciente;
    this.recusarSe(deOutro, 'INTERNACAO.LEITO_INDISPONIVEL');
    this.exigirQueCaiba(l, { inicio: hora, fim: null });
    this.mudar(l, 'OCUPADO', hora);
    l.ocupacoes.push({ estadia, inicio: hora, fim: null });
  }

  protected sair(l: Leito, hora: number): void {
    this.emDia(l);
    l.ocupacoes.find(({ fim }) => fim === null)!.fim = hora;
    const planejada = l.manutencaoPlanejada;
    const comeca = planejada !== null && (planejada.ate === null || planejada.ate > hora);
    this.mudar(l, comeca ? 'MANUTENCAO' : this.aposOUso(), hora);
    if (comeca) l.vence = planejada.ate;
    this.emDia(l);
  }

  /** The bed could have, or may have, a stay in this period. */
  protected exigirQueCaiba(l: Leito, periodo: Intervalo): void {
    const fora = [...l.bloqueios, ...l.desativado].some((i) => cruzam(i, periodo));
    this.recusarSe(fora || l.observacao || l.soPlanejado, 'INTERNACAO.LEITO_INDISPONIVEL');
    this.exigirInstalado(l, periodo.inicio);
    const ocupado = l.ocupacoes.some((o) => cruzam(o, periodo));
    this.recusarSe(ocupado, 'INTERNACAO.PERIODO_SOBREPOSTO');
  }

  protected mudar(l: Leito, estado: Estado, hora: number): void {
    if (this.deixadosLivres.delete(l)) l.liberacoes -= 1;
    if (l.estado !== 'LIVRE' || estado !== 'OCUPADO') l.contados.push({ em: hora, estado });
    for (const intervalo of [...l.bloqueios, ...l.desativado]) intervalo.fim ??= hora;
    const limpo = { vence: null, reservadoPara: null, pedido: null, manutencaoPlanejada: null };
    Object.assign(l, { estado, desde: hora, ...limpo });
    if (estado === 'BLOQUEADO' || estado === 'MANUTENCAO')
      l.bloqueios.push({ estado, inicio: hora, fim: null });
    if (estado === 'DESATIVADO') l.desativado.push({ inicio: hora, fim: null });
    if (estado !== 'LIVRE') return;
    l.liberacoes += 1;
    this.deixadosLivres.add(l);
  }

  /** The bed, with what time alone has already done to it: what is due has ended, and what was planned has begun if it can. */
  protected emDia(l: Leito): Leito {
    if (l.vence !== null && l.vence <= this.agora)
      this.mudar(l, l.estado === 'RESERVADO' ? 'LIVRE' : this.aposOUso(), l.vence);
    for (const plano of l.planos.filter(({ inicio }) => inicio <= this.agora)) this.#resolver(l, plano);
    return l;
  }

  /** In the order of the beds, which is that of their locks. */
  protected emDiaTodos(leitos: readonly number[]): void {
    for (const leito of [...leitos].sort()) this.emDia(this.leitos[leito]!);
  }

  protected abstract pedidoAberto(pedido: number): boolean;

  protected leito = (leito: number): Leito => this.emDia(this.leitos[leito]!);
  protected hora = (em: number | null): number => this.agora + (em ?? 0);
  protected aposOUso = (): Estado => (this.exigeLimpeza ? 'AGUARDANDO_LIMPEZA' : 'LIVRE');

  protected exigirInstalado(l: Leito, hora: number): void {
    this.recusarSe(l.instaladoDesde !== null && hora < l.instaladoDesde, 'LEITO.AINDA_NAO_INSTALADO');
  }

  protected recusarSe(condicao: boolean, codigo: string): void {
    if (condicao) this.recusas.add(codigo);
  }

  protected recusar(codigo: string): undefined {
    this.recusas.add(codigo);
    return undefined;
  }

  #planejar(l: Leito, plano: Plano): void {
    this.recusarSe(plano.ate !== null && plano.ate <= plano.inicio, 'LEITO.PERIODO_INVALIDO');
    this.recusarSe(l.estado === 'DESATIVADO', 'LEITO.TRANSICAO_INVALIDA');
    const cruza = l.planos.some((outro) =>
      cruzam({ ...outro, fim: outro.ate }, { ...plano, fim: plano.ate }),
    );
    this.recusarSe(cruza, 'LEITO.PLANO_SOBREPOSTO');
    l.planos.push(plano);
    l.planos.sort((a, b) => a.inicio - b.inicio);
  }

  #comecarBloqueio(l: Leito, acao: 'bloquear' | 'manutencao', hora: number, ate: number | null): void {
    this.#exigirMovimento(l, PARTIDAS[acao]!, hora);
    if (l.estado === 'OCUPADO') {
      l.manutencaoPlanejada = { ate };
      return;
    }
    this.#exigirPeriodoLivre(l, { inicio: hora, fim: null });
    this.mudar(l, acao === 'bloquear' ? 'BLOQUEADO' : 'MANUTENCAO', hora);
    l.vence = ate;
  }

  #exigirPeriodoLivre(l: Leito, periodo: Intervalo): void {
    const usado = [...l.ocupacoes, ...l.bloqueios].some((u) => cruzam(u, periodo));
    this.recusarSe(usado, 'LEITO.PERIODO_SOBREPOSTO');
  }

  #exigirMovimento(l: Leito, de: readonly Estado[], hora: number): void {
    this.recusarSe(!de.includes(l.estado), 'LEITO.TRANSICAO_INVALIDA');
    this.recusarSe(hora > this.agora, 'LEITO.EM_NO_FUTURO');
    this.recusarSe(l.desde !== null && hora < l.desde, 'LEITO.EM_ANTES_DO_ESTADO_ATUAL');
    this.exigirInstalado(l, hora);
  }
}
