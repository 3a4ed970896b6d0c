import { Entity } from 'typeorm';
import { conflito, invalido, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';
import { BloqueioPassadoRegistrado } from '../contrato/eventos.js';
import type { CadastroDoLeito, MudancasDoLeito } from './cadastro-do-leito.js';
import { aposOUso, MAQUINA_DO_LEITO } from './estados-do-leito.js';
import { exigirFimDepois, exigirPassado, type Fato } from './fato.js';
import { type AutoriaDoFato, LeitoEmMovimento, SEM_MANUTENCAO, SEM_RESERVA } from './leito-em-movimento.js';
import type {
  AberturaDeBloqueio,
  NovoOcupante,
  OcupanteQueVolta,
  PeriodoPassado,
  Reserva,
} from './movimento.js';
import type { AtributoDoLeito } from './periodo-do-leito.entity.js';
import { leitoIndisponivel, leitoOcupado } from './recusas-de-ocupacao.js';

/** A bed: its register, its present state and the verbs that change it. Who is in it is an `Ocupacao`. */
@Entity('leitos')
export class Leito extends LeitoEmMovimento {
  /** A planned-only bed starts DESATIVADO; an extra one exists without being installed. Creation is no transition: no history, no event. */
  static criar(cadastro: CadastroDoLeito, agora: Date): Leito {
    if (!cadastro.instalado && cadastro.instaladoDesde)
      throw regraViolada(
        'LEITO.INSTALACAO_CONTRADITORIA',
        'Um leito não instalado não pode ter data de instalação.',
        'instaladoDesde',
      );
    return Object.assign(new Leito(), cadastro, {
      numeroBusca: normalizarParaBusca(cadastro.numero),
      status: cadastro.instalado || cadastro.extra ? ('LIVRE' as const) : ('DESATIVADO' as const),
      ...{ desde: null, planoEm: null, ...SEM_RESERVA, ...SEM_MANUTENCAO },
      ...{ criadoEm: agora, atualizadoEm: agora, versao: 1 },
    });
  }

  /** It exists in the plan and nowhere else. */
  get soPlanejado(): boolean {
    return !this.instalado && !this.extra;
  }

  /** What the census counts it as, from now on. */
  atributos(): AtributoDoLeito[] {
    const existe = this.status !== 'DESATIVADO';
    const [instalado, extra] = [this.instalado && existe, this.extra && (this.instalado || existe)];
    const valores = { EXTRA: extra, MACA: this.maca, PLANEJADO: this.planejado, INSTALADO: instalado };
    return (Object.keys(valores) as AtributoDoLeito[]).filter((atributo) => valores[atributo]);
  }

  alterar(mudancas: MudancasDoLeito, agora: Date): void {
    if (!this.instalado && this.status !== 'DESATIVADO' && mudancas.extra === false)
      throw conflito(
        'LEITO.EXTRA_EM_USO',
        `O leito ${this.numero} só existe como extra. Desative-o antes de torná-lo um leito comum.`,
        'extra',
      );
    Object.assign(this, mudancas);
    this.numeroBusca = normalizarParaBusca(this.numero);
    this.avancar(agora);
  }

  reservar({ pacienteId, solicitacaoId, expiraEm }: Reserva, fato: Fato): void {
    if (expiraEm <= fato.agora)
      throw invalido(
        'LEITO.RESERVA_VENCIDA',
        'O prazo da reserva já passou. Informe um instante futuro.',
        'expiraEm',
      );
    this.comandar('reservar', fato);
    Object.assign(this, {
      ...{ reservaPacienteId: pacienteId, reservaSolicitacaoId: solicitacaoId },
      ...{ reservaExpiraEm: expiraEm, venceEm: expiraEm },
    });
  }

  cancelarReserva(fato: Fato): void {
    this.comandar('cancelar-reserva', fato);
  }

  iniciarLimpeza(fato: Fato): void {
    this.comandar('iniciar-limpeza', fato);
  }

  concluirLimpeza(fato: Fato): void {
    this.comandar('concluir-limpeza', fato);
  }

  /** From `fato.em` to `ate`, when it ends by itself; null: until somebody ends it. */
  bloquear(motivo: string, ate: Date | null, fato: Fato): void {
    exigirFimDepois(fato.em, ate);
    this.comandar('bloquear', fato, { bloqueio: { motivo, fimPrevisto: ate, autorId: fato.autorId } });
  }

  desbloquear(exigeLimpeza: boolean, fato: Fato): void {
    this.comandar('desbloquear', fato, { para: aposOUso(exigeLimpeza) });
  }

  /** As `bloquear`; while a patient is in the bed it is only planned, and begins when he leaves. */
  manutencao(motivo: string, ate: Date | null, fato: Fato): void {
    exigirFimDepois(fato.em, ate);
    const { autorId } = fato;
    if (this.status !== 'OCUPADO') {
      this.comandar('manutencao', fato, { bloqueio: { motivo, fimPrevisto: ate, autorId } });
      return;
    }
    this.comandar('manutencao', fato);
    Object.assign(this, { manutencaoMotivo: motivo, manutencaoAte: ate, manutencaoAutorId: autorId });
  }

  /** While a patient is in the bed, gives up the one that was planned. */
  concluirManutencao(exigeLimpeza: boolean, fato: Fato): void {
    if (this.status !== 'OCUPADO') {
      this.comandar('concluir-manutencao', fato, { para: aposOUso(exigeLimpeza) });
      return;
    }
    if (this.manutencaoMotivo === null) throw this.recusar('concluir-manutencao');
    this.comandar('concluir-manutencao', fato);
    Object.assign(this, SEM_MANUTENCAO);
  }

  /** A block or maintenance that was over before anybody told of it: the present state stays. */
  registrarBloqueioPassado(periodo: PeriodoPassado, fato: AutoriaDoFato): void {
    this.anotar('registrar-bloqueio', periodo, fato);
    const { id: leitoId, setorId, versao } = this;
    const [inicio, fim] = [periodo.inicio.toISOString(), periodo.fim.toISOString()];
    const agregado = { tipo: 'leito', id: leitoId, versao };
    this.aconteceu(() => new BloqueioPassadoRegistrado(agregado, { leitoId, setorId, inicio, fim }));
  }

  /** The same of a stay. */
  registrarEstadiaPassada(periodo: PeriodoPassado, fato: AutoriaDoFato): void {
    this.anotar('registrar-estadia', periodo, fato);
  }

  /** A stretch of a stay counts no more, as if it had never been; whoever was in the bed has left it. */
  anularEstadia(periodo: PeriodoPassado, fato: AutoriaDoFato): void {
    this.anotar('anular-estadia', periodo, fato);
  }

  desativar(fato: Fato): void {
    this.comandar('desativar', fato);
  }

  /** A bed that was only planned is installed at `fato.em`. */
  reativar(fato: Fato): void {
    this.comandar('reativar', fato);
    if (this.soPlanejado) Object.assign(this, { instalado: true, instaladoDesde: fato.em });
  }

  /** A patient enters. `fato.em` may lie before the present state began: late entry is barred by other periods, not by it. */
  ocupar({ internacaoId, pacienteId }: NovoOcupante, fato: Fato): void {
    if (this.status === 'OCUPADO') throw leitoOcupado(this.numero);
    if (this.reservaPacienteId !== null && this.reservaPacienteId !== pacienteId)
      throw leitoIndisponivel(this.numero, RESERVADO_PARA_OUTRO);
    this.exigirDeInternacao();
    this.#exigirQueReceba('ocupar');
    exigirPassado(fato);
    this.exigirInstalado(fato.em);
    this.mover('ocupar', fato, { internacaoId });
  }

  /** A patient who had left goes on in the bed, as if he had never done: it is OCUPADO since he entered. */
  retomar({ internacaoId, pacienteId, desde }: OcupanteQueVolta, fato: Fato): void {
    if (this.status === 'OCUPADO') throw leitoOcupado(this.numero);
    if (this.status === 'RESERVADO' && this.reservaPacienteId !== pacienteId)
      throw leitoIndisponivel(this.numero, RESERVADO_PARA_OUTRO);
    this.#exigirQueReceba('retomar');
    this.mover('retomar', fato, { internacaoId, desde });
  }

  /** The patient has physically left. */
  desocupar(internacaoId: number, exigeLimpeza: boolean, fato: Fato): void {
    const bloqueio = this.#manutencaoQueComeca(fato);
    this.comandar(
      'desocupar',
      fato,
      bloqueio
        ? { para: 'MANUTENCAO', internacaoId, bloqueio }
        : { para: aposOUso(exigeLimpeza), internacaoId },
    );
  }

  /** Refuses what never receives stays (409 `INTERNACAO.LEITO_INDISPONIVEL`). */
  exigirDeInternacao(): void {
    if (this.soPlanejado) throw leitoIndisponivel(this.numero, 'ainda não foi instalado');
    if (this.classe === 'OBSERVACAO')
      throw leitoIndisponivel(this.numero, 'é de observação e não recebe internações');
  }

  #exigirQueReceba(acao: 'ocupar' | 'retomar'): void {
    if (!MAQUINA_DO_LEITO.permite(this.status, acao))
      throw leitoIndisponivel(
        this.numero,
        `está ${MAQUINA_DO_LEITO.estados[this.status]} e não pode receber pacientes agora`,
      );
  }

  /** The maintenance planned for when the patient leaves, unless it should be over by then. */
  #manutencaoQueComeca({ em }: Fato): AberturaDeBloqueio | null {
    const { manutencaoMotivo: motivo, manutencaoAte: fimPrevisto, manutencaoAutorId: autorId } = this;
    if (motivo === null || (fimPrevisto !== null && fimPrevisto <= em)) return null;
    return { motivo, fimPrevisto, autorId };
  }
}

const RESERVADO_PARA_OUTRO = 'está reservado para outro paciente';
