import type {
  DadosDaAdmissao,
  DadosDaAlta,
  DadosDaSolicitacao,
} from '../../modulos/internacoes/dominio/dados-da-internacao.js';
import type { Fato } from '../../modulos/internacoes/dominio/fato.js';
import { Internacao } from '../../modulos/internacoes/dominio/internacao.entity.js';
import { Movimentacao } from '../../modulos/internacoes/dominio/movimentacao.entity.js';
import { MAQUINA_DO_LEITO } from '../../modulos/leitos/dominio/estados-do-leito.js';
import { HistoricoDoLeito } from '../../modulos/leitos/dominio/historico-do-leito.entity.js';
import { OcupacaoAnulada } from '../../modulos/leitos/dominio/ocupacao-anulada.entity.js';
import { Ocupacao } from '../../modulos/leitos/dominio/ocupacao.entity.js';
import type { Estadia } from './estadia.js';
import type { Faturamento } from './faturamento.js';
import { fatoDoLeito, type LeitoVivo } from './leito-vivo.js';
import type { Leitos } from './leitos.js';
import type { Mundo } from './mundo.js';
import type { Pessoa } from './populacao.js';

/** What may happen to a bed between two stays without anybody using it. */
const LIMPEZA: ReadonlySet<string> = new Set(['iniciar-limpeza', 'concluir-limpeza']);

export type Admissao = Omit<DadosDaAdmissao, 'leitoId' | 'setorId'>;

/** The commands of `internacoes`, each leaving the rows that it leaves in the product. */
export class Internamentos {
  constructor(
    private readonly mundo: Mundo,
    private readonly leitos: Leitos,
    private readonly faturamento: Faturamento,
  ) {}

  solicitar(pessoa: Pessoa, dados: DadosDaSolicitacao, em: Date, id?: number): Estadia {
    return this.#nova(pessoa, Internacao.solicitar(dados, fato(em, this.mundo.usuarios.MEDICO)), id);
  }

  admitir(pessoa: Pessoa, dados: Admissao, leito: LeitoVivo, em: Date, id?: number): Estadia {
    const admissao = { ...dados, leitoId: leito.id, setorId: leito.leito.setorId };
    const estadia = this.#nova(
      pessoa,
      Internacao.admitir(admissao, fato(em, this.mundo.usuarios.RECEPCAO)),
      id,
    );
    this.#entrar(estadia, leito, em, this.mundo.usuarios.RECEPCAO);
    this.faturamento.abrir(estadia);
    return estadia;
  }

  /** The patient who waited enters a bed. */
  admitirDaFila(estadia: Estadia, medicoId: number, leito: LeitoVivo, em: Date): void {
    const { internacao } = estadia;
    const { pacienteId, convenioId, cidEntrada, carater, observacao } = internacao;
    const dados = { pacienteId, medicoId, convenioId, cidEntrada, carater, observacao };
    const admissao = { ...dados, leitoId: leito.id, setorId: leito.leito.setorId };
    internacao.admitir(admissao, fato(em, this.mundo.usuarios.RECEPCAO));
    this.#entrar(estadia, leito, em, this.mundo.usuarios.RECEPCAO);
    this.#guardar(internacao);
    this.faturamento.abrir(estadia);
  }

  recusar({ internacao }: Estadia, motivo: string, em: Date): void {
    internacao.recusar(motivo, fato(em, this.mundo.usuarios.GESTAO));
    this.#guardar(internacao);
  }

  desistir({ internacao }: Estadia, motivo: string, em: Date): void {
    internacao.cancelar(motivo, fato(em, this.mundo.usuarios.RECEPCAO));
    this.#guardar(internacao);
  }

  transferir(estadia: Estadia, destino: LeitoVivo, motivo: string, em: Date): void {
    const { internacao, leito: origem } = estadia;
    internacao.transferir(destino.id, motivo, fato(em, this.mundo.usuarios.ENFERMAGEM));
    this.#sair(estadia, em, this.mundo.usuarios.ENFERMAGEM, motivo);
    this.#entrar(estadia, destino, em, this.mundo.usuarios.ENFERMAGEM, motivo);
    internacao.mudouDeLeito(origem!.id, destino.leito.setorId);
    this.#guardar(internacao);
  }

  preverAlta({ internacao }: Estadia, para: Date, em: Date): void {
    internacao.preverAlta(para, fato(em, this.mundo.usuarios.MEDICO));
    this.#guardar(internacao);
  }

  cancelarPrevisao({ internacao }: Estadia, motivo: string, em: Date): void {
    internacao.cancelarPrevisao(motivo, fato(em, this.mundo.usuarios.MEDICO));
    this.#guardar(internacao);
  }

  darAltaClinica({ internacao }: Estadia, alta: DadosDaAlta, em: Date): void {
    internacao.darAltaClinica(alta, fato(em, this.mundo.usuarios.MEDICO));
    this.#guardar(internacao);
  }

  registrarSaida(estadia: Estadia, em: Date): void {
    estadia.internacao.registrarSaida(fato(em, this.mundo.usuarios.ENFERMAGEM));
    this.#encerrar(estadia, em, this.mundo.usuarios.ENFERMAGEM);
  }

  concederAlta(estadia: Estadia, alta: DadosDaAlta, em: Date): void {
    estadia.internacao.concederAlta(alta, fato(em, this.mundo.usuarios.MEDICO));
    this.#encerrar(estadia, em, this.mundo.usuarios.MEDICO);
  }

  /** The admission was a mistake: neither it nor its beds count. */
  cancelar(estadia: Estadia, motivo: string, em: Date): void {
    const { acervo } = this.mundo;
    const { internacao, ocupacoes, leito } = estadia;
    const autorId = this.mundo.usuarios.RECEPCAO;
    internacao.cancelar(motivo, fato(em, autorId));
    this.#sair(estadia, em, autorId, motivo);
    for (const ocupacao of ocupacoes) {
      const { leitoId, internacaoId, tipo, inicio, fim } = ocupacao;
      const anulacao = { fim: fim!, anuladaEm: em, motivo, autorId };
      this.leitos
        .obter(leitoId)
        .fazer((vivo) => vivo.anularEstadia({ inicio, fim: fim! }, fatoDoLeito(em, autorId, motivo)));
      acervo.incluir(OcupacaoAnulada, { leitoId, internacaoId, tipo, inicio, ...anulacao });
      acervo.retirar(Ocupacao, ocupacao);
    }
    internacao.deixouOLeito(leito!.id);
    this.#guardar(internacao);
    this.faturamento.cancelar(estadia, em);
  }

  /** Since the patient left, the bed was cleaned at most, and he neither entered another nor asked for one. */
  podeReabrir({ internacao, ocupacoes }: Estadia, { id: leitoId, leito }: LeitoVivo): boolean {
    const { acervo } = this.mundo;
    const saida = ocupacoes.at(-1)!.fim!;
    const passos = acervo.lote(HistoricoDoLeito).linhas as HistoricoDoLeito[];
    const internacoes = acervo.lote(Internacao).linhas as Internacao[];
    const usado = passos.some(
      (passo) => passo.leitoId === leitoId && passo.registradoEm > saida && !LIMPEZA.has(passo.acao),
    );
    const aberta = internacoes.some((outra) => outra.pacienteAbertoId === internacao.pacienteId);
    return MAQUINA_DO_LEITO.permite(leito.status, 'retomar') && !usado && !aberta;
  }

  /** The discharge is undone: the patient goes on in the bed that he had left. */
  reabrir(estadia: Estadia, leito: LeitoVivo, motivo: string, em: Date): void {
    const { internacao, ocupacoes } = estadia;
    const autorId = this.mundo.usuarios.GESTAO;
    const ultima = ocupacoes.at(-1)!;
    const { inicio: noLeitoDesde } = ultima;
    const { reaberturaHoras: prazoHoras } = this.mundo.politicas;
    internacao.reabrir({ motivo, prazoHoras, noLeitoDesde }, fato(em, autorId));
    this.faturamento.reabrir(estadia, motivo, { agora: em, autorId });
    const { id: internacaoId, pacienteId } = internacao;
    this.leitos.fazer(leito, em, (vivo) =>
      vivo.retomar({ internacaoId, pacienteId, desde: noLeitoDesde }, fatoDoLeito(em, autorId, motivo)),
    );
    Object.assign(ultima, { fim: null, leitoAbertoId: leito.id, internacaoAbertaId: internacaoId });
    estadia.leito = leito;
    internacao.entrouNoLeito(leito.id);
    this.#guardar(internacao);
  }

  #nova(pessoa: Pessoa, internacao: Internacao, id = this.mundo.acervo.novoId(Internacao)): Estadia {
    this.mundo.acervo.guardar(Internacao, Object.assign(internacao, { id }));
    this.#contar(internacao);
    return { internacao, pessoa, leito: null, ocupacoes: [], conta: null, cobranca: null };
  }

  #entrar(estadia: Estadia, leito: LeitoVivo, em: Date, autorId: number, motivo: string | null = null): void {
    const { id: internacaoId, pacienteId } = estadia.internacao;
    const { id: leitoId } = leito;
    this.leitos.fazer(leito, em, (vivo) =>
      vivo.ocupar({ internacaoId, pacienteId }, fatoDoLeito(em, autorId, motivo)),
    );
    const ocupacao = this.mundo.acervo.incluir(Ocupacao, {
      ...{ leitoId, internacaoId, tipo: leito.leito.tipo, inicio: em, fim: null },
      ...{ leitoAbertoId: leitoId, internacaoAbertaId: internacaoId },
    });
    estadia.ocupacoes.push(ocupacao);
    estadia.leito = leito;
  }

  #sair(estadia: Estadia, em: Date, autorId: number, motivo: string | null = null): void {
    const { internacao, leito, ocupacoes } = estadia;
    // The showcase has beds to be cleaned, whatever the policy.
    const exigeLimpeza = leito!.parado || this.mundo.politicas.leitoExigeLimpeza;
    Object.assign(ocupacoes.at(-1)!, { fim: em, leitoAbertoId: null, internacaoAbertaId: null });
    estadia.leito = null;
    this.leitos.fazer(leito!, em, (vivo) =>
      vivo.desocupar(internacao.id, exigeLimpeza, fatoDoLeito(em, autorId, motivo)),
    );
  }

  #encerrar(estadia: Estadia, em: Date, autorId: number): void {
    const { internacao, leito } = estadia;
    this.#sair(estadia, em, autorId);
    internacao.deixouOLeito(leito!.id);
    this.#guardar(internacao);
    this.faturamento.fechar(estadia, em);
  }

  /** Each command leaves a stay one version later. */
  #guardar(internacao: Internacao): void {
    internacao.versao += 1;
    this.#contar(internacao);
  }

  #contar(internacao: Internacao): void {
    internacao.extrairEventos();
    for (const { ...movimentacao } of internacao.extrairMovimentacoes())
      this.mundo.acervo.incluir(Movimentacao, movimentacao);
  }
}

const fato = (em: Date, autorId: number): Fato => ({ em, agora: em, autorId });
