import type { TipoDeLeito } from '../../modulos/leitos/contrato/tipos.js';
import type { Leito } from '../../modulos/leitos/dominio/leito.entity.js';
import { fatoDoLeito, LeitoVivo } from './leito-vivo.js';
import { depois, MS_POR_DIA, MS_POR_HORA, MS_POR_MINUTO, type Mundo } from './mundo.js';
import { cadastrosDosLeitos } from './setores.js';

/** Those that nobody foresaw the end of may take longer than meant. */
const ATRASO = 4 * MS_POR_DIA;

/** Where a patient may lie: beds of these kinds in a setor, the best kind first. */
export interface Vaga {
  readonly setorId: number;
  readonly tipos: readonly TipoDeLeito[];
}

/** The beds of the hospital, and those who clean, mend and hand them over. */
export class Leitos {
  readonly todos: readonly LeitoVivo[];
  readonly #porVaga = new Map<string, LeitoVivo[]>();

  /** Told of each bed that becomes free. */
  aoLiberar: (leito: LeitoVivo, em: Date) => void = () => undefined;

  constructor(private readonly mundo: Mundo) {
    this.todos = cadastrosDosLeitos().map((cadastro) => new LeitoVivo(mundo, cadastro));
    for (const vivo of this.todos) {
      const { setorId, tipo, classe } = vivo.leito;
      if (classe !== 'INTERNACAO') continue;
      const chave = `${setorId} ${tipo}`;
      this.#porVaga.set(chave, [...(this.#porVaga.get(chave) ?? []), vivo]);
    }
  }

  obter(id: number): LeitoVivo {
    return this.todos[id - 1]!;
  }

  /** A free bed for somebody who would stay in it from `de` to `ate`; an extra one only when there is no other. */
  procurar({ setorId, tipos }: Vaga, de: Date, ate: Date): LeitoVivo | null {
    for (const tipo of tipos) {
      const livres = this.#porVaga.get(`${setorId} ${tipo}`)!.filter((l) => l.livre && l.disponivel(de, ate));
      const comuns = livres.filter(({ leito }) => leito.instalado);
      if (livres.length > 0) return this.mundo.sorteio.um(comuns.length > 0 ? comuns : livres);
    }
    return null;
  }

  /** Does it to the bed, and sees to what follows by itself. */
  fazer(vivo: LeitoVivo, em: Date, verbo: (leito: Leito) => void): void {
    vivo.fazer(verbo);
    if (!vivo.parado) this.#cuidar(vivo, em);
  }

  /** Begins a maintenance or a block that lasts `ms`: by itself, where that was foreseen. Says whether it could. */
  interditar(vivo: LeitoVivo, em: Date, interdicao: Interdicao): boolean {
    const { manutencao, motivo, ms, prevista, autorId } = interdicao;
    const ate = depois(em, ms);
    if (!vivo.disponivel(em, depois(ate, ATRASO))) return false;
    const fato = fatoDoLeito(em, autorId, motivo);
    const { status, manutencaoMotivo } = vivo.leito;
    if (status === 'OCUPADO' ? !manutencao || manutencaoMotivo !== null : status !== 'LIVRE') return false;
    this.fazer(vivo, em, (leito) =>
      manutencao
        ? leito.manutencao(motivo, prevista ? ate : null, fato)
        : leito.bloquear(motivo, prevista ? ate : null, fato),
    );
    return true;
  }

  #cuidar(vivo: LeitoVivo, em: Date): void {
    const { status, venceEm } = vivo.leito;
    switch (status) {
      case 'LIVRE':
        return this.aoLiberar(vivo, em);
      case 'AGUARDANDO_LIMPEZA':
        return this.#marcar(vivo, depois(em, this.#espera(em)), (leito, fato) => leito.iniciarLimpeza(fato));
      case 'EM_LIMPEZA':
        return this.#marcar(
          vivo,
          depois(em, this.mundo.sorteio.entre(18, 50) * MS_POR_MINUTO),
          (leito, fato) => leito.concluirLimpeza(fato),
        );
      case 'BLOQUEADO':
      case 'MANUTENCAO':
      case 'RESERVADO':
        return venceEm === null ? this.#liberarUmDia(vivo, em) : this.#vencer(vivo, venceEm);
      case 'OCUPADO':
      case 'DESATIVADO':
        return;
    }
  }

  #vencer(vivo: LeitoVivo, em: Date): void {
    const { leitoExigeLimpeza } = this.mundo.politicas;
    this.#marcar(vivo, em, (leito) => leito.vencer(leitoExigeLimpeza, em));
  }

  #liberarUmDia(vivo: LeitoVivo, em: Date): void {
    const { leitoExigeLimpeza } = this.mundo.politicas;
    const bloqueado = vivo.leito.status === 'BLOQUEADO';
    const ms = this.mundo.sorteio.entre(5, bloqueado ? 70 : 30) * MS_POR_HORA;
    this.#marcar(vivo, depois(em, ms), (leito, fato) =>
      bloqueado
        ? leito.desbloquear(leitoExigeLimpeza, fato)
        : leito.concluirManutencao(leitoExigeLimpeza, fato),
    );
  }

  /** Later, unless something else has happened to the bed by then. */
  #marcar(
    vivo: LeitoVivo,
    em: Date,
    verbo: (leito: Leito, fato: ReturnType<typeof fatoDoLeito>) => void,
  ): void {
    const { desde } = vivo.leito;
    this.mundo.agenda.marcar(em, (quando) => {
      if (vivo.parado || vivo.leito.desde !== desde) return;
      this.fazer(vivo, quando, (leito) => verbo(leito, fatoDoLeito(quando, this.mundo.usuarios.ENFERMAGEM)));
    });
  }

  /** The night shift of the cleaners is short. */
  #espera(em: Date): number {
    const hora = this.mundo.calendario.horaLocal(em);
    return this.mundo.sorteio.entre(8, hora < 7 || hora >= 20 ? 150 : 55) * MS_POR_MINUTO;
  }
}

export interface Interdicao {
  readonly manutencao: boolean;
  readonly motivo: string;
  readonly ms: number;
  /** Its end is known from the start. */
  readonly prevista: boolean;
  readonly autorId: number;
}
