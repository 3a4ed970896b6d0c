import type { Dia } from '../../plataforma/tempo/calendario.js';
import { somarDias } from '../../plataforma/tempo/calendario.js';
import { maisTarde } from '../../plataforma/tempo/relogio.js';
import type { Diagnostico } from './diagnostico.js';
import { type Fila, fimPrevisto } from './fila.js';
import type { Jornadas } from './jornadas.js';
import type { Leitos } from './leitos.js';
import { LINHAS, type NomeDaLinha } from './linhas.js';
import { depois, MS_POR_DIA, MS_POR_HORA, type Mundo } from './mundo.js';
import { sortearPercurso } from './percurso.js';
import type { Populacao } from './populacao.js';
import { fatorDaSemana, SAZONALIDADES } from './sazonalidade.js';

/** Of those whose admission was planned, how many have a request beforehand, and how many days before. */
const COM_PEDIDO = 0.65;
const ANTECEDENCIA = { min: 1, max: 6 } as const;
/** A day is drawn before the first of its requests. */
const ANTES = (ANTECEDENCIA.max + 1) * MS_POR_DIA;
/** Patients who come only to be registered, in a day. */
const SO_CADASTRO = 0.19;

/** Emergencies never stop; they are fewest before dawn. */
// prettier-ignore
const URGENCIAS_POR_HORA = [
  2, 1.5, 1.2, 1, 1, 1.3, 2, 3.2, 4.8, 6, 6.6, 6.4, 5.8, 5.8, 6, 6, 5.9, 5.8, 5.9, 5.8, 5.2, 4.3, 3.4, 2.6,
] as const;
const HORAS = [...URGENCIAS_POR_HORA.keys()];

/** Who comes to the hospital, day after day. */
export class Chegadas {
  constructor(
    private readonly mundo: Mundo,
    private readonly populacao: Populacao,
    private readonly leitos: Leitos,
    private readonly jornadas: Jornadas,
    private readonly fila: Fila,
  ) {}

  /** Draws the arrivals of this day, and of each that follows. */
  comecar(dia: Dia): void {
    const { agenda, calendario } = this.mundo;
    agenda.marcar(depois(calendario.instanteLocal(dia, 0), -ANTES), () => {
      for (const linha of Object.keys(LINHAS) as NomeDaLinha[]) this.#sortear(linha, dia);
      for (let i = this.mundo.sorteio.poisson(SO_CADASTRO); i > 0; i -= 1)
        agenda.marcar(this.#instante(dia, true), (em) => this.populacao.soCadastrada(em));
      this.comecar(somarDias(dia, 1));
    });
  }

  #sortear(linha: NomeDaLinha, dia: Dia): void {
    const { sorteio, agenda, inauguracao } = this.mundo;
    const { porDia, diagnosticos } = LINHAS[linha];
    const [mes, semana] = [Number(dia.slice(5, 7)) - 1, diaDaSemana(dia)];
    const hoje = ({ peso, eletivo = false, sazonalidade = 'NENHUMA' }: Diagnostico): number =>
      peso * SAZONALIDADES[sazonalidade][mes]! * fatorDaSemana(eletivo, semana);
    const movimento = soma(diagnosticos, hoje) / soma(diagnosticos, ({ peso }) => peso);
    for (let i = sorteio.poisson(porDia * movimento); i > 0; i -= 1) {
      const diagnostico = sorteio.umPorPeso(diagnosticos, hoje);
      const chegada = this.#instante(dia, diagnostico.eletivo ?? false);
      const comPedido = diagnostico.eletivo && sorteio.chance(COM_PEDIDO);
      const antes = comPedido
        ? sorteio.inteiro(ANTECEDENCIA.min, ANTECEDENCIA.max) * 24 + sorteio.entre(-3, 6)
        : 0;
      const pedidoEm = depois(chegada, -antes * MS_POR_HORA);
      agenda.marcar(maisTarde(pedidoEm, inauguracao), (quando) =>
        this.#chegar(linha, diagnostico, quando, comPedido ? chegada : null),
      );
    }
  }

  #chegar(linha: NomeDaLinha, diagnostico: Diagnostico, em: Date, chegada: Date | null): void {
    const { sorteio } = this.mundo;
    const pessoa = this.populacao.chegar(linha, diagnostico, em);
    if (!pessoa) return;
    const jornada = { pessoa, linha, diagnostico, etapas: sortearPercurso(linha, diagnostico, sorteio) };
    if (chegada) return this.fila.agendar(jornada, em, chegada);
    const vaga = (etapas = jornada.etapas) =>
      this.leitos.procurar(etapas[0]!.vaga, em, fimPrevisto({ ...jornada, etapas }, em));
    const leito = vaga();
    if (leito) return this.jornadas.internar(jornada, leito, em);
    // The emergency room is full: straight to where he would go next, or to the list.
    const seguintes = jornada.etapas.slice(jornada.etapas.length > 1 ? 1 : 0);
    const adiante = vaga(seguintes);
    if (adiante) return this.jornadas.internar({ ...jornada, etapas: seguintes }, adiante, em);
    this.fila.esperarAgora({ ...jornada, etapas: seguintes }, em);
  }

  #instante(dia: Dia, eletiva: boolean): Date {
    const { sorteio, calendario } = this.mundo;
    const domingo = diaDaSemana(dia) === 6;
    const deDia = domingo ? sorteio.entre(15, 19) : sorteio.entre(6, 11.5);
    const aQualquerHora = sorteio.umPorPeso(HORAS, (hora) => URGENCIAS_POR_HORA[hora]!) + sorteio.fracao();
    return depois(calendario.instanteLocal(dia, 0), (eletiva ? deDia : aQualquerHora) * MS_POR_HORA);
  }
}

const soma = (diagnosticos: readonly Diagnostico[], de: (d: Diagnostico) => number): number =>
  diagnosticos.reduce((total, diagnostico) => total + de(diagnostico), 0);

/** 0 for Monday. */
const diaDaSemana = (dia: Dia): number => (new Date(`${dia}T12:00:00Z`).getUTCDay() + 6) % 7;
