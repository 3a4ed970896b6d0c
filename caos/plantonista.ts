import type { Sorteio } from '../src/demonstracao/hospital/sorteio.js';
import type { Desfecho, Respondido } from './desfecho.js';
import type { HospitalDoCaos } from './hospital.js';
import type { Operador } from './operador.js';
import {
  cadastrarPaciente,
  comandarEstadia,
  comandarLeito,
  type Comando,
  darAlta,
  internar,
  obter,
  transferir,
} from './pedidos.js';

/** The usual way out of each state in which nobody is in the bed. */
const PROXIMO: Readonly<Record<string, string>> = {
  AGUARDANDO_LIMPEZA: 'iniciar-limpeza',
  EM_LIMPEZA: 'concluir-limpeza',
  BLOQUEADO: 'desbloquear',
  MANUTENCAO: 'concluir-manutencao',
  DESATIVADO: 'reativar',
};

const MOTIVO = { motivo: 'Dizem que sim.' };

export interface Costumes {
  /** How often it does something unusual, from 0 (admit, discharge) to 1. */
  readonly variedade?: number;
  /** How often it sends a command twice at once, with an `Idempotency-Key`. */
  readonly emDobro?: number;
}

/** One person at work on some beds: looks at one, and does what its state asks for. */
export class Plantonista {
  /** Where its patients are, as far as it knows. */
  readonly #estadias = new Map<number, number>();
  #replica = 0;

  constructor(
    private readonly operador: Operador,
    private readonly hospital: HospitalDoCaos,
    private readonly sorteio: Sorteio,
    private readonly costumes: Costumes,
  ) {}

  /** Looks at a bed and gives one command, at a replica drawn for it. */
  async passo(): Promise<Desfecho> {
    this.#replica = this.sorteio.inteiro(0, this.operador.replicas - 1);
    const leitoId = this.sorteio.um(this.hospital.leitos);
    const leito = await this.#mandar({ pedido: obter(`/v1/leitos/${leitoId}`) });
    if (leito.desfecho !== 'feito') return leito.desfecho;
    const estado = String(leito.dados.status);
    const comando =
      estado === 'OCUPADO' ? await this.#comQuemEstaEm(leitoId) : this.#comOLeito(leitoId, estado);
    if (!comando) return 'recusado';
    const { desfecho, dados } = await this.#comandar(comando);
    if (estado === 'OCUPADO' && desfecho !== 'recusado') this.#estadias.delete(leitoId);
    else if (desfecho === 'feito' && comando.efeito) this.#estadias.set(leitoId, Number(dados.id));
    return desfecho;
  }

  /** Now and then twice at once, under the same key. */
  #comandar(comando: Comando): Promise<Respondido> {
    if (!this.sorteio.chance(this.costumes.emDobro ?? 0)) return this.#mandar(comando);
    return this.operador.mandarEmDobro(comando, `caos-${this.sorteio.digitos(18)}`, this.#replica);
  }

  #comOLeito(leitoId: number, estado: string): Comando {
    const proximo = PROXIMO[estado];
    if (proximo) return comandarLeito(leitoId, proximo);
    const paciente = this.sorteio.um(this.hospital.pacientes);
    if (!this.sorteio.chance(this.costumes.variedade ?? 0)) return internar(this.hospital, paciente, leitoId);
    if (estado === 'RESERVADO') return comandarLeito(leitoId, 'cancelar-reserva');
    return this.sorteio.um([
      comandarLeito(leitoId, 'reservar', { pacienteId: paciente }),
      comandarLeito(leitoId, 'bloquear', MOTIVO),
      comandarLeito(leitoId, 'manutencao', MOTIVO),
      cadastrarPaciente(`Paciente Único ${this.sorteio.digitos(18)}`),
    ]);
  }

  async #comQuemEstaEm(leitoId: number): Promise<Comando | null> {
    const internacaoId = this.#estadias.get(leitoId) ?? (await this.#procurar(leitoId));
    if (internacaoId === null) return null;
    if (!this.sorteio.chance(this.costumes.variedade ?? 0)) return darAlta(internacaoId);
    return this.sorteio.um([
      transferir(internacaoId, this.sorteio.um(this.hospital.leitos)),
      comandarEstadia(internacaoId, 'prever-alta', { para: '2099-01-01T12:00:00Z' }),
      comandarEstadia(internacaoId, 'cancelar', MOTIVO),
      comandarLeito(leitoId, 'manutencao', MOTIVO),
    ]);
  }

  /** Somebody is there whom it did not see enter: the answer was lost, or he came from another bed. */
  async #procurar(leitoId: number): Promise<number | null> {
    const { dados } = await this.#mandar({
      pedido: obter(`/v1/leitos/mapa?setorId=${this.hospital.setorId}`),
    });
    const setores = (dados.setores ?? []) as { leitos: { id: number; internacaoId?: number | null }[] }[];
    const leito = setores.flatMap(({ leitos }) => leitos).find(({ id }) => id === leitoId);
    return leito?.internacaoId ?? null;
  }

  #mandar = (comando: Comando): Promise<Respondido> => this.operador.mandar(comando, this.#replica);
}
