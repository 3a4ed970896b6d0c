import { Check, Entity, Index } from 'typeorm';
import { Id, Instante, Inteiro, Logico, Referencia, Texto } from '../../../banco/colunas.js';
import { Agregado } from '../../../plataforma/dominio/agregado.js';
import { conflito, invalido, regraViolada } from '../../../plataforma/erros/erro-de-dominio.js';
import { normalizarParaBusca } from '../../../plataforma/identificadores/nome.js';
import { umDestes } from '../../../plataforma/registros/verificacoes.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';
import {
  type CadastroDoLeito,
  type ClasseDeLeito,
  CLASSES_DE_LEITO,
  type MudancasDoLeito,
} from './cadastro-do-leito.js';
import {
  type AcaoDoLeito,
  type EstadoDoLeito,
  ESTADOS_DO_LEITO,
  MAQUINA_DO_LEITO,
} from './estados-do-leito.js';
import { eventosDaMudanca } from './eventos-do-movimento.js';
import { exigirFimDepois, exigirPassado, type Fato } from './fato.js';
import type { AberturaDeBloqueio, Movimento, NovoOcupante, Reserva } from './movimento.js';
import type { AtributoDoLeito } from './periodo-do-leito.entity.js';
import { aindaNaoInstalado, leitoIndisponivel, leitoOcupado } from './recusas-de-ocupacao.js';

const SEM_MANUTENCAO = { manutencaoMotivo: null, manutencaoAte: null, manutencaoAutorId: null };

const aposOUso = (exigeLimpeza: boolean): EstadoDoLeito => (exigeLimpeza ? 'AGUARDANDO_LIMPEZA' : 'LIVRE');

/** A bed: its register, its present state and the verbs that change it. Who is in it is an `Ocupacao`. */
@Entity('leitos')
@Index('uq_leitos_numero', ['setorId', 'numeroBusca'], { unique: true })
@Index('ix_leitos_status', ['status', 'id'])
@Index('ix_leitos_tipo', ['tipo', 'id'])
@Check('ck_leitos_tipo', umDestes('tipo', TIPOS_DE_LEITO))
@Check('ck_leitos_classe', umDestes('classe', CLASSES_DE_LEITO))
@Check('ck_leitos_status', umDestes('status', ESTADOS_DO_LEITO))
@Check('ck_leitos_versao', 'versao >= 1')
@Check(
  'ck_leitos_instalado',
  "instalado = 1 OR (instalado_desde IS NULL AND (extra = 1 OR status = 'DESATIVADO'))",
)
@Check(
  'ck_leitos_reserva',
  "(status = 'RESERVADO' AND reserva_expira_em IS NOT NULL) OR (status <> 'RESERVADO' AND reserva_paciente_id IS NULL AND reserva_expira_em IS NULL)",
)
@Check(
  'ck_leitos_manutencao_planejada',
  "(manutencao_motivo IS NOT NULL AND status = 'OCUPADO') OR (manutencao_motivo IS NULL AND manutencao_ate IS NULL AND manutencao_autor_id IS NULL)",
)
export class Leito extends Agregado {
  @Id() id!: number;
  @Referencia('setor_id', 'Setor', 'fk_leitos_setor') setorId!: number;
  @Texto('numero', 40) numero!: string;
  @Texto('numero_busca', 40) numeroBusca!: string;
  @Texto('tipo', 20) tipo!: TipoDeLeito;
  @Texto('classe', 12) classe!: ClasseDeLeito;
  @Logico('extra') extra!: boolean;
  @Logico('maca') maca!: boolean;
  @Logico('planejado') planejado!: boolean;
  @Logico('instalado') instalado!: boolean;
  /** Null: no lower bound for what happened in it. */
  @Instante('instalado_desde', { nulo: true }) instaladoDesde!: Date | null;
  @Texto('status', 20) status!: EstadoDoLeito;
  /** When the present state began; null while nothing has happened to the bed. */
  @Instante('desde', { nulo: true }) desde!: Date | null;
  @Inteiro('reserva_paciente_id', { nulo: true }) reservaPacienteId!: number | null;
  @Instante('reserva_expira_em', { nulo: true }) reservaExpiraEm!: Date | null;
  /** A maintenance that begins when the patient leaves. */
  @Texto('manutencao_motivo', 500, { nulo: true }) manutencaoMotivo!: string | null;
  @Instante('manutencao_ate', { nulo: true }) manutencaoAte!: Date | null;
  @Inteiro('manutencao_autor_id', { nulo: true }) manutencaoAutorId!: number | null;
  @Instante('criado_em') criadoEm!: Date;
  @Instante('atualizado_em') atualizadoEm!: Date;
  @Inteiro('versao') versao!: number;

  #movimentos: Movimento[] = [];

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
      ...{ desde: null, reservaPacienteId: null, reservaExpiraEm: null },
      ...SEM_MANUTENCAO,
      ...{ criadoEm: agora, atualizadoEm: agora, versao: 1 },
    });
  }

  /** It exists in the plan and nowhere else. */
  get soPlanejado(): boolean {
    return !this.instalado && !this.extra;
  }

  alterar(mudancas: MudancasDoLeito, agora: Date): void {
    if (!this.instalado && this.status !== 'DESATIVADO' && mudancas.extra === false)
      throw conflito(
        'LEITO.EXTRA_EM_USO',
        `O leito ${this.numero} só existe como extra. Desative-o antes de torná-lo um leito comum.`,
        'extra',
      );
    Object.assign(this, mudancas, { atualizadoEm: agora, versao: this.versao + 1 });
    this.numeroBusca = normalizarParaBusca(this.numero);
  }

  /** What the census counts it as, from now on. */
  atributos(): AtributoDoLeito[] {
    const existe = this.status !== 'DESATIVADO';
    const [instalado, extra] = [this.instalado && existe, this.extra && (this.instalado || existe)];
    const valores = { EXTRA: extra, MACA: this.maca, PLANEJADO: this.planejado, INSTALADO: instalado };
    return (Object.keys(valores) as AtributoDoLeito[]).filter((atributo) => valores[atributo]);
  }

  reservar({ pacienteId, expiraEm }: Reserva, fato: Fato): void {
    if (expiraEm <= fato.agora)
      throw invalido(
        'LEITO.RESERVA_VENCIDA',
        'O prazo da reserva já passou. Informe um instante futuro.',
        'expiraEm',
      );
    this.#comandar('reservar', fato);
    Object.assign(this, { reservaPacienteId: pacienteId, reservaExpiraEm: expiraEm });
  }

  cancelarReserva(fato: Fato): void {
    this.#comandar('cancelar-reserva', fato);
  }

  iniciarLimpeza(fato: Fato): void {
    this.#comandar('iniciar-limpeza', fato);
  }

  concluirLimpeza(fato: Fato): void {
    this.#comandar('concluir-limpeza', fato);
  }

  /** From `fato.em` on; `ate` is when it is expected to end. */
  bloquear(motivo: string, ate: Date | null, fato: Fato): void {
    this.#bloquear('bloquear', 'BLOQUEADO', { motivo, fimPrevisto: ate, autorId: fato.autorId }, fato);
  }

  desbloquear(exigeLimpeza: boolean, fato: Fato): void {
    this.#comandar('desbloquear', fato, { para: aposOUso(exigeLimpeza) });
  }

  /** From `fato.em` on; while a patient is in the bed it is only planned, and begins when he leaves. */
  manutencao(motivo: string, ate: Date | null, fato: Fato): void {
    if (this.status !== 'OCUPADO') {
      this.#bloquear('manutencao', 'MANUTENCAO', { motivo, fimPrevisto: ate, autorId: fato.autorId }, fato);
      return;
    }
    exigirFimDepois(fato.em, ate);
    this.#comandar('manutencao', fato);
    Object.assign(this, { manutencaoMotivo: motivo, manutencaoAte: ate, manutencaoAutorId: fato.autorId });
  }

  /** While a patient is in the bed, gives up the one that was planned. */
  concluirManutencao(exigeLimpeza: boolean, fato: Fato): void {
    if (this.status !== 'OCUPADO') {
      this.#comandar('concluir-manutencao', fato, { para: aposOUso(exigeLimpeza) });
      return;
    }
    if (this.manutencaoMotivo === null)
      throw conflito(
        'LEITO.TRANSICAO_INVALIDA',
        `O leito ${this.numero} está ocupado e não tem manutenção planejada.`,
      );
    this.#comandar('concluir-manutencao', fato);
    Object.assign(this, SEM_MANUTENCAO);
  }

  desativar(fato: Fato): void {
    this.#comandar('desativar', fato);
  }

  /** A bed that was only planned is installed at `fato.em`. */
  reativar(fato: Fato): void {
    this.#comandar('reativar', fato);
    if (this.soPlanejado) Object.assign(this, { instalado: true, instaladoDesde: fato.em });
  }

  /** A patient enters. `fato.em` may lie before the present state began: late entry is barred by other periods, not by it. */
  ocupar({ internacaoId, pacienteId }: NovoOcupante, fato: Fato): void {
    if (this.status === 'OCUPADO') throw leitoOcupado(this.numero);
    this.#vencerReserva(fato);
    const porque = this.#porqueNaoRecebe(pacienteId);
    if (porque !== null) throw leitoIndisponivel(this.numero, porque);
    exigirPassado(fato);
    this.exigirInstalado(fato.em);
    this.#mover('ocupar', fato, { internacaoId });
  }

  /** The patient has physically left. */
  desocupar(internacaoId: number, exigeLimpeza: boolean, fato: Fato): void {
    const { manutencaoMotivo: motivo, manutencaoAte: ate, manutencaoAutorId: autorId } = this;
    if (motivo === null) {
      this.#comandar('desocupar', fato, { para: aposOUso(exigeLimpeza), internacaoId });
      return;
    }
    const fimPrevisto = ate !== null && ate > fato.em ? ate : null;
    this.#comandar('desocupar', fato, {
      para: 'MANUTENCAO',
      internacaoId,
      bloqueio: { motivo, fimPrevisto, autorId },
    });
  }

  /** Refuses an instant before the bed was installed (422 `LEITO.AINDA_NAO_INSTALADO`). */
  exigirInstalado(em: Date, campo?: string): void {
    if (this.instaladoDesde && em < this.instaladoDesde)
      throw aindaNaoInstalado(this.numero, this.instaladoDesde, campo);
  }

  /** The transitions made since it was loaded, once. */
  extrairMovimentos(): Movimento[] {
    const movimentos = this.#movimentos;
    this.#movimentos = [];
    return movimentos;
  }

  #porqueNaoRecebe(pacienteId: number): string | null {
    if (this.soPlanejado) return 'ainda não foi instalado';
    if (this.reservaPacienteId !== null && this.reservaPacienteId !== pacienteId)
      return 'está reservado para outro paciente';
    if (!MAQUINA_DO_LEITO.permite(this.status, 'ocupar'))
      return `está ${MAQUINA_DO_LEITO.estados[this.status]} e não pode receber pacientes agora`;
    return this.classe === 'OBSERVACAO' ? 'é de observação e não recebe internações' : null;
  }

  /** In the way of another command: the bed is LIVRE only in passing, and nobody is told that it is. */
  #vencerReserva({ agora }: Fato): void {
    if (this.status !== 'RESERVADO' || this.reservaExpiraEm! > agora) return;
    const fato = { em: this.reservaExpiraEm!, agora, autorId: null, motivo: null };
    this.#mover('expirar-reserva', fato, { dePassagem: true });
  }

  #bloquear(acao: AcaoDoLeito, para: EstadoDoLeito, bloqueio: AberturaDeBloqueio, fato: Fato): void {
    exigirFimDepois(fato.em, bloqueio.fimPrevisto);
    this.#comandar(acao, fato, { para, bloqueio });
  }

  #comandar(acao: AcaoDoLeito, fato: Fato, resto: Efeitos = {}): void {
    if (!MAQUINA_DO_LEITO.permite(this.status, acao)) this.#vencerReserva(fato);
    MAQUINA_DO_LEITO.mover(
      this.status,
      acao,
      'LEITO.TRANSICAO_INVALIDA',
      `O leito ${this.numero}`,
      resto.para,
    );
    exigirPassado(fato);
    this.exigirInstalado(fato.em, 'em');
    if (this.desde && fato.em < this.desde)
      throw regraViolada(
        'LEITO.EM_ANTES_DO_ESTADO_ATUAL',
        `O leito ${this.numero} está ${MAQUINA_DO_LEITO.estados[this.status]} desde ${this.desde.toISOString()}. Informe um instante a partir daí.`,
        'em',
      );
    this.#mover(acao, fato, resto);
  }

  #mover(acao: AcaoDoLeito, fato: Fato, { para, bloqueio = null, ...resto }: Efeitos = {}): void {
    const de = this.status;
    const destino = MAQUINA_DO_LEITO.mover(
      de,
      acao,
      'LEITO.TRANSICAO_INVALIDA',
      `O leito ${this.numero}`,
      para,
    );
    const versao = this.versao + 1;
    Object.assign(this, { status: destino, versao, atualizadoEm: fato.agora });
    if (de !== destino) {
      this.desde = fato.em;
      Object.assign(this, { reservaPacienteId: null, reservaExpiraEm: null, ...SEM_MANUTENCAO });
    }
    const { em, agora: registradoEm, motivo, autorId } = fato;
    this.#movimentos.push({ versao, de, para: destino, acao, em, registradoEm, motivo, autorId, bloqueio });
    const { id: leitoId, setorId } = this;
    for (const evento of eventosDaMudanca({ leitoId, setorId, versao, de, para: destino, em, ...resto }))
      this.aconteceu(() => evento);
  }
}

interface Efeitos {
  /** Where the action may lead to more than one state. */
  readonly para?: EstadoDoLeito;
  readonly internacaoId?: number;
  readonly dePassagem?: boolean;
  readonly bloqueio?: AberturaDeBloqueio | null;
}
