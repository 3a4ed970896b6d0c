import type { Prioridade } from '../../modulos/internacoes/dominio/prioridade.js';
import type { Estadia } from './estadia.js';
import type { Internamentos } from './internamentos.js';
import { duracaoPrevista, type Jornada, type Jornadas } from './jornadas.js';
import { fatoDoLeito, type LeitoVivo } from './leito-vivo.js';
import type { Leitos } from './leitos.js';
import { DESISTENCIAS, RECUSAS } from './motivos.js';
import { depois, MS_POR_DIA, MS_POR_HORA, MS_POR_MINUTO, type Mundo } from './mundo.js';
import type { Populacao } from './populacao.js';

interface Espera {
  readonly jornada: Jornada;
  readonly estadia: Estadia;
  /** The patient is at the door: the first bed is his. */
  presente: boolean;
}

/** Those who wait for a bed. */
export class Fila {
  #esperas: Espera[] = [];

  constructor(
    private readonly mundo: Mundo,
    private readonly leitos: Leitos,
    private readonly internamentos: Internamentos,
    private readonly jornadas: Jornadas,
    private readonly populacao: Populacao,
  ) {}

  /** There is no bed for who has just arrived. */
  esperarAgora(jornada: Jornada, em: Date): void {
    const { sorteio } = this.mundo;
    const grave = jornada.linha === 'INTENSIVA';
    const espera = this.#pedir(
      jornada,
      grave ? 'EMERGENCIA' : sorteio.chance(0.85) ? 'URGENTE' : 'PRIORITARIA',
      em,
    );
    espera.presente = true;
    this.#marcarFim(espera, depois(em, sorteio.entre(14, 60) * MS_POR_HORA));
  }

  /** Somebody will come on the day that was agreed; for some of them a bed is kept from the early morning. */
  agendar(jornada: Jornada, em: Date, chegada: Date): void {
    const { agenda, sorteio } = this.mundo;
    const espera = this.#pedir(jornada, sorteio.chance(0.2) ? 'PRIORITARIA' : 'ELETIVA', em);
    if (sorteio.chance(0.35))
      agenda.marcar(depois(chegada, -sorteio.entre(60, 150) * MS_POR_MINUTO), (quando) =>
        this.#reservar(espera, quando),
      );
    if (sorteio.chance(0.05))
      return this.#marcarFim(espera, depois(chegada, sorteio.entre(2, 7) * MS_POR_HORA));
    agenda.marcar(chegada, (quando) => this.#chegar(espera, quando));
    this.#marcarFim(espera, depois(chegada, sorteio.entre(1.5, 6) * MS_POR_DIA));
  }

  /** A bed is free: the first in the list whom it serves enters it. */
  atender(leito: LeitoVivo, em: Date): void {
    const [primeira] = this.#esperas
      .filter((espera) => espera.presente && serve(leito, espera, em))
      .sort((a, b) => (posicao(a) < posicao(b) ? -1 : 1));
    // The nurse on duty finds out some minutes later, and only then calls him.
    if (primeira)
      this.mundo.agenda.marcar(depois(em, this.mundo.sorteio.entre(3, 25) * MS_POR_MINUTO), (quando) => {
        if (!leito.livre || !serve(leito, primeira, quando)) return;
        if (this.#esperas.includes(primeira)) this.#admitir(primeira, leito, quando);
        else this.atender(leito, quando);
      });
  }

  #pedir(jornada: Jornada, prioridade: Prioridade, em: Date): Espera {
    const dados = this.jornadas.dadosIniciais(jornada, em);
    const tipoLeito = jornada.etapas[0]!.vaga.tipos[0]!;
    const estadia = this.internamentos.solicitar(jornada.pessoa, { ...dados, tipoLeito, prioridade }, em);
    const espera = { jornada, estadia, presente: false };
    this.#esperas.push(espera);
    return espera;
  }

  #reservar({ jornada, estadia }: Espera, em: Date): void {
    const leito = this.leitos.procurar(jornada.etapas[0]!.vaga, em, fimPrevisto(jornada, em));
    if (!leito || estadia.internacao.status !== 'SOLICITADA') return;
    const { id: solicitacaoId, pacienteId } = estadia.internacao;
    const reserva = { pacienteId, solicitacaoId, expiraEm: depois(em, 6 * MS_POR_HORA) };
    this.leitos.fazer(leito, em, (vivo) =>
      vivo.reservar(reserva, fatoDoLeito(em, this.mundo.usuarios.RECEPCAO)),
    );
  }

  #chegar(espera: Espera, em: Date): void {
    if (!this.#esperas.includes(espera)) return;
    const { jornada } = espera;
    const leito =
      this.#reservado(espera) ?? this.leitos.procurar(jornada.etapas[0]!.vaga, em, fimPrevisto(jornada, em));
    if (leito) this.#admitir(espera, leito, em);
    else espera.presente = true;
  }

  #admitir(espera: Espera, leito: LeitoVivo, em: Date): void {
    this.#tirar(espera);
    const { jornada, estadia } = espera;
    this.jornadas.internarDaFila(jornada, estadia, leito, em);
  }

  #marcarFim(espera: Espera, em: Date): void {
    this.mundo.agenda.marcar(em, (quando) => {
      if (!this.#esperas.includes(espera)) return;
      const { sorteio } = this.mundo;
      const { estadia, jornada } = espera;
      this.#tirar(espera);
      if (sorteio.chance(0.35)) this.internamentos.recusar(estadia, sorteio.um(RECUSAS), quando);
      else this.internamentos.desistir(estadia, sorteio.um(DESISTENCIAS), quando);
      this.populacao.partir(jornada.pessoa, jornada.linha, quando, false);
      this.#cancelarReserva(espera, quando);
    });
  }

  /** The reaction of `leitos` to the end of a request. */
  #cancelarReserva(espera: Espera, em: Date): void {
    const leito = this.#reservado(espera);
    const motivo = 'Solicitação de leito encerrada';
    if (leito)
      this.leitos.fazer(leito, em, (l) =>
        l.cancelarReserva(fatoDoLeito(em, this.mundo.usuarios.RECEPCAO, motivo)),
      );
  }

  #reservado({ estadia }: Espera): LeitoVivo | undefined {
    return this.leitos.todos.find(({ leito }) => leito.reservaSolicitacaoId === estadia.internacao.id);
  }

  #tirar(espera: Espera): void {
    this.#esperas = this.#esperas.filter((outra) => outra !== espera);
  }
}

const posicao = ({ estadia }: Espera): string => estadia.internacao.posicaoNaFila!;

/** Some days more than foreseen, so that the showcase finds its beds empty. */
export const fimPrevisto = (jornada: Jornada, em: Date): Date =>
  depois(em, duracaoPrevista(jornada) + 1.2 * MS_POR_DIA);

function serve(vivo: LeitoVivo, { jornada }: Espera, em: Date): boolean {
  const { setorId, tipos } = jornada.etapas[0]!.vaga;
  const { leito } = vivo;
  const certo = leito.classe === 'INTERNACAO' && leito.setorId === setorId && tipos.includes(leito.tipo);
  return certo && vivo.disponivel(em, fimPrevisto(jornada, em));
}
