import type { Paciente } from '../../modulos/pacientes/dominio/paciente.entity.js';
import type { Diagnostico } from './diagnostico.js';
import type { NomeDaLinha } from './linhas.js';
import { depois, MS_POR_DIA, MS_POR_HORA, type Mundo } from './mundo.js';
import { type CadastroDePacientes, MS_POR_ANO, type PerfilDoPaciente } from './pacientes.js';
import type { SexoAoNascer } from './pessoas.js';

const GRUPO_DA_LINHA = {
  CLINICA: 'ADULTOS',
  INTENSIVA: 'ADULTOS',
  CIRURGICA: 'ADULTOS',
  EMERGENCIA: 'ADULTOS',
  PEDIATRICA: 'CRIANCAS',
  NEONATAL: 'RECEM_NASCIDOS',
  OBSTETRICA: 'ADULTOS',
  PSIQUIATRICA: 'PSIQUIATRICOS',
} as const satisfies Record<NomeDaLinha, string>;

type Grupo = (typeof GRUPO_DA_LINHA)[NomeDaLinha];

/** A patient, and what decides whether he can be the next to arrive. */
export interface Pessoa {
  readonly paciente: Paciente;
  readonly sexo: SexoAoNascer;
  readonly nascidoEm: number;
  /** Comes back more often than others. */
  readonly cronica: boolean;
  /** In the hospital, waiting for it, or dead. */
  fora: boolean;
  ultimaSaida: number;
  ultimaGestacao: number;
}

/** Exactly how many patients there are in the end, and how many of them may come by the simulated ways. */
export const PACIENTES = 3000;
const ADMISSIVEIS = 2970;
const TENTATIVAS = 45;
const JANELA_DA_READMISSAO = 30 * MS_POR_DIA;
const ENTRE_GESTACOES = 300 * MS_POR_DIA;
/** Of those who arrive unplanned and of age to come back, those who had just left. */
const VOLTAM_LOGO = 0.12;

/** Who may fall ill: the patients there are, and those still to be registered. */
export class Populacao {
  readonly #grupos: Record<Grupo, Pessoa[]> = {
    ...{ ADULTOS: [], CRIANCAS: [], RECEM_NASCIDOS: [], PSIQUIATRICOS: [] },
  };
  readonly #saidas: Record<Grupo, Pessoa[]> = {
    ...{ ADULTOS: [], CRIANCAS: [], RECEM_NASCIDOS: [], PSIQUIATRICOS: [] },
  };
  #quantas = 0;

  constructor(
    private readonly mundo: Mundo,
    private readonly cadastro: CadastroDePacientes,
  ) {}

  /** Whom the diagnosis brings at `em`, who is from now on in; null when there is nobody left. */
  chegar(linha: NomeDaLinha, diagnostico: Diagnostico, em: Date): Pessoa | null {
    const pessoa = this.#escolher(linha, diagnostico, em);
    if (!pessoa) return null;
    pessoa.fora = false;
    if (linha === 'OBSTETRICA') pessoa.ultimaGestacao = em.getTime();
    return pessoa;
  }

  /** Leaves, or waits no more, and may come back. */
  partir(pessoa: Pessoa, linha: NomeDaLinha, em: Date, internado: boolean): void {
    pessoa.fora = true;
    if (!internado) return;
    const grupo = GRUPO_DA_LINHA[linha === 'NEONATAL' ? 'PEDIATRICA' : linha];
    if (linha === 'NEONATAL' && pessoa.ultimaSaida === 0) this.#grupos.CRIANCAS.push(pessoa);
    pessoa.ultimaSaida = em.getTime();
    this.#saidas[grupo].push(pessoa);
  }

  morrer(pessoa: Pessoa, em: Date): void {
    pessoa.fora = false;
    const { agenda, sorteio } = this.mundo;
    agenda.marcar(depois(em, sorteio.entre(3, 30) * MS_POR_HORA), (depoisDisso) =>
      this.cadastro.inativar(pessoa.paciente, 'Óbito.', depoisDisso),
    );
  }

  /** A patient made to measure, who never comes by chance. */
  avulsa(perfil: PerfilDoPaciente, em: Date): Pessoa {
    return { ...this.#nova(perfil, em), fora: false };
  }

  /** Registered for a visit, an exam or by mistake: completes the number. */
  soCadastrada(em: Date): void {
    if (this.#quantas >= PACIENTES) return;
    const { sorteio, agora } = this.mundo;
    const { paciente } = this.#nova({ sexo: sorteio.um(['M', 'F']), idade: sorteio.entre(1, 85) }, em);
    const percebido = depois(paciente.criadoEm, MS_POR_HORA);
    if (sorteio.chance(0.08) && percebido <= agora)
      this.cadastro.inativar(paciente, 'Cadastro repetido.', percebido);
  }

  /** As many as are missing to `PACIENTES`, registered lately. */
  completar(): void {
    while (this.#quantas < PACIENTES)
      this.soCadastrada(this.mundo.horasAtras(this.mundo.sorteio.entre(72, 1440)));
  }

  #escolher(linha: NomeDaLinha, diagnostico: Diagnostico, em: Date): Pessoa | null {
    const { sorteio } = this.mundo;
    const grupo = GRUPO_DA_LINHA[linha];
    if (grupo === 'RECEM_NASCIDOS') return this.#inedita(linha, diagnostico, em);
    if (!diagnostico.eletivo && linha !== 'OBSTETRICA' && sorteio.chance(VOLTAM_LOGO)) {
      const volta = this.#queAcabaDeSair(grupo, diagnostico, em);
      if (volta) return volta;
    }
    const inedita = this.#faltamInternar(em) && sorteio.chance(0.9);
    return (
      (inedita ? this.#inedita(linha, diagnostico, em) : this.#antiga(linha, diagnostico, em)) ??
      this.#inedita(linha, diagnostico, em)
    );
  }

  /** New faces come all along the two years, more of them at the beginning. */
  #faltamInternar(em: Date): boolean {
    const { inauguracao, agora } = this.mundo;
    const parte = (em.getTime() - inauguracao.getTime()) / (agora.getTime() - inauguracao.getTime());
    return this.#quantas < ADMISSIVEIS * (0.06 + 0.94 * parte ** 0.8);
  }

  #inedita(linha: NomeDaLinha, { idade: [de, ate], sexo }: Diagnostico, em: Date): Pessoa | null {
    if (this.#quantas >= ADMISSIVEIS) return null;
    const { sorteio } = this.mundo;
    const recemNascido = linha === 'NEONATAL';
    const idade = recemNascido ? sorteio.entre(0.1, 2) / 365 : sorteio.entre(de + 0.02, ate + 0.95);
    const pessoa = this.#nova({ sexo: sexo ?? sorteio.um(['M', 'F']), idade, recemNascido }, em);
    this.#grupos[GRUPO_DA_LINHA[linha]].push(pessoa);
    return pessoa;
  }

  #antiga(linha: NomeDaLinha, diagnostico: Diagnostico, em: Date): Pessoa | null {
    const { sorteio } = this.mundo;
    const lista = this.#grupos[GRUPO_DA_LINHA[linha]];
    const desde = em.getTime() - JANELA_DA_READMISSAO - MS_POR_DIA;
    const semGestacaoDesde = linha === 'OBSTETRICA' ? em.getTime() - ENTRE_GESTACOES : Infinity;
    for (let i = 0; i < TENTATIVAS && lista.length > 0; i += 1) {
      const pessoa = sorteio.um(lista);
      const descansou = pessoa.ultimaSaida < desde && pessoa.ultimaGestacao < semGestacaoDesde;
      if (descansou && serve(pessoa, diagnostico, em) && (pessoa.cronica || sorteio.chance(0.5)))
        return pessoa;
    }
    return null;
  }

  #queAcabaDeSair(grupo: Grupo, diagnostico: Diagnostico, em: Date): Pessoa | null {
    const desde = em.getTime() - JANELA_DA_READMISSAO;
    const recentes = this.#saidas[grupo].filter(({ ultimaSaida }) => ultimaSaida > desde);
    this.#saidas[grupo] = recentes;
    for (let i = 0; i < TENTATIVAS && recentes.length > 0; i += 1) {
      const pessoa = this.mundo.sorteio.um(recentes);
      if (serve(pessoa, diagnostico, em)) return pessoa;
    }
    return null;
  }

  #nova(perfil: PerfilDoPaciente, em: Date): Pessoa {
    this.#quantas += 1;
    return {
      paciente: this.cadastro.cadastrar(perfil, em),
      sexo: perfil.sexo,
      nascidoEm: em.getTime() - perfil.idade * MS_POR_ANO,
      cronica: this.mundo.sorteio.chance(0.25),
      fora: true,
      ultimaSaida: 0,
      ultimaGestacao: 0,
    };
  }
}

function serve({ fora, sexo, nascidoEm, paciente }: Pessoa, diagnostico: Diagnostico, em: Date): boolean {
  if (!fora || !paciente.ativo || (diagnostico.sexo ?? sexo) !== sexo) return false;
  const idade = Math.floor((em.getTime() - nascidoEm) / MS_POR_ANO);
  return diagnostico.idade[0] <= idade && idade <= diagnostico.idade[1];
}
