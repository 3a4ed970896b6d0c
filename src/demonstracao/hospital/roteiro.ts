import type { DadosIniciais } from '../../modulos/internacoes/dominio/dados-da-internacao.js';
import { Internacao } from '../../modulos/internacoes/dominio/internacao.entity.js';
import type { Leito } from '../../modulos/leitos/dominio/leito.entity.js';
import { VITRINE } from '../vitrine.js';
import type { Estadia } from './estadia.js';
import type { Internamentos } from './internamentos.js';
import { fatoDoLeito } from './leito-vivo.js';
import type { Leitos } from './leitos.js';
import { depois, MS_POR_DIA, MS_POR_HORA, type Mundo } from './mundo.js';
import type { Pessoa, Populacao } from './populacao.js';
import { LEITOS_GUARDADOS, LEITOS_PARADOS, type Visita, VISITAS } from './visitas-da-vitrine.js';

/** A bed is empty and clean so many hours before the story needs it. */
const FOLGA = 10;
/** Before the first admission of a patient of the story, in hours. */
const CADASTRO = 0.3;
const ISOLAMENTO = 'Isolamento de contato no quarto.';
const PAINEL = 'Troca do painel de gases.';
const CEDIDO = 'Quarto cedido ao posto de enfermagem.';

/** Brings about what `VITRINE` promises: it is the same in every fresh demonstration. */
export class Roteiro {
  readonly #internacoes = new Map<number, Estadia>();

  constructor(
    private readonly mundo: Mundo,
    private readonly leitos: Leitos,
    private readonly internamentos: Internamentos,
    private readonly populacao: Populacao,
  ) {}

  /** Before anybody else is registered: the first ids are theirs. Answers the patient who has a login. */
  comecar(): Pessoa {
    this.mundo.acervo.reservar(Internacao, VITRINE.internacao.recente);
    const pessoas = VISITAS.map((visita) => this.#visitar(visita));
    this.#decidirAltas();
    this.#pedirLeito();
    this.#arrumarLeitos();
    return pessoas[0]!;
  }

  #visitar({ leitoId, quem, cid, de, ate, internacaoId, lancamentoId }: Visita): Pessoa {
    const leito = this.leitos.obter(leitoId);
    const pessoa = this.populacao.avulsa(quem, this.mundo.horasAtras(de + CADASTRO));
    leito.guardarPara(this.mundo.horasAtras(de + FOLGA), this.mundo.horasAtras(ate ?? 0));
    this.#em(de, (em) => {
      const estadia = this.internamentos.admitir(pessoa, dadosDe(pessoa, cid), leito, em, internacaoId);
      this.#internacoes.set(estadia.internacao.id, estadia);
      if (ate === undefined) return;
      this.#em(ate, (fim) => {
        this.internamentos.concederAlta(estadia, { cidSaida: cid, motivoSaida: 'ALTA_MELHORADO' }, fim);
        estadia.cobranca!.daVitrine = lancamentoId ?? null;
      });
    });
    return pessoa;
  }

  #decidirAltas(): void {
    const { comAltaPrevista, comAltaClinica } = VITRINE.internacao;
    const alta = { cidSaida: 'N390', motivoSaida: 'ALTA_MELHORADO' } as const;
    const amanha = depois(this.mundo.agora, 20 * MS_POR_HORA);
    this.#em(7, (em) => this.internamentos.preverAlta(this.#internacoes.get(comAltaPrevista)!, amanha, em));
    this.#em(1.5, (em) =>
      this.internamentos.darAltaClinica(this.#internacoes.get(comAltaClinica)!, alta, em),
    );
  }

  #pedirLeito(): void {
    const pessoa = this.populacao.avulsa({ sexo: 'F', idade: 52.3, convenioId: 3 }, this.mundo.horasAtras(3));
    const pedido = { ...dadosDe(pessoa, 'K85'), tipoLeito: 'ENFERMARIA', prioridade: 'URGENTE' } as const;
    this.#em(2.5, (em) => this.internamentos.solicitar(pessoa, pedido, em, VITRINE.internacao.solicitada));
  }

  #arrumarLeitos(): void {
    const { mundo } = this;
    const { emLimpeza, reservado, bloqueado, emManutencao, desativado } = VITRINE.leito;
    for (const { leitoId, horas } of LEITOS_GUARDADOS)
      this.leitos.obter(leitoId).guardarPara(mundo.horasAtras(horas + FOLGA), mundo.agora);
    for (const { leitoId, horas } of LEITOS_PARADOS)
      this.#em(horas, () => (this.leitos.obter(leitoId).parado = true));
    const expiraEm = depois(mundo.agora, MS_POR_DIA);
    const paraQuemVier = { pacienteId: null, solicitacaoId: null, expiraEm };
    const { RECEPCAO, ENFERMAGEM, GESTAO } = mundo.usuarios;
    this.#mudar(reservado, 1, (l, em) => l.reservar(paraQuemVier, fatoDoLeito(em, RECEPCAO)));
    this.#mudar(bloqueado, 48, (l, em) =>
      l.bloquear(ISOLAMENTO, null, fatoDoLeito(em, ENFERMAGEM, ISOLAMENTO)),
    );
    this.#mudar(emManutencao, 26, (l, em) => l.manutencao(PAINEL, null, fatoDoLeito(em, GESTAO, PAINEL)));
    this.#mudar(desativado, LEITOS_GUARDADOS.at(-1)!.horas, (l, em) =>
      l.desativar(fatoDoLeito(em, GESTAO, CEDIDO)),
    );
    this.#mudar(emLimpeza, 0.6, (l, em) => l.iniciarLimpeza(fatoDoLeito(em, ENFERMAGEM)));
  }

  #mudar(leitoId: number, horas: number, verbo: (leito: Leito, em: Date) => void): void {
    this.#em(horas, (em) => this.leitos.fazer(this.leitos.obter(leitoId), em, (leito) => verbo(leito, em)));
  }

  #em(horas: number, fazer: (em: Date) => void): void {
    this.mundo.agenda.marcar(this.mundo.horasAtras(horas), fazer);
  }
}

const dadosDe = ({ paciente }: Pessoa, cidEntrada: string): DadosIniciais => ({
  ...{ pacienteId: paciente.id, medicoId: VITRINE.medico, convenioId: paciente.convenioId, cidEntrada },
  ...{ carater: 'URGENCIA', observacao: null },
});
