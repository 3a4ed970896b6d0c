import { Conta } from '../../modulos/financeiro/dominio/conta.entity.js';
import { type ContaMontada, montarConta } from '../../modulos/financeiro/dominio/conta-da-internacao.js';
import { type Ato, Lancamento } from '../../modulos/financeiro/dominio/lancamento.entity.js';
import { convenioQuePaga, type Pagador } from '../../modulos/financeiro/dominio/pagador.js';
import type { Convenios } from './convenios.js';
import type { Cobranca, Estadia } from './estadia.js';
import type { Mundo } from './mundo.js';

/** The accounts, which follow the stays as the reactions of `financeiro` do. */
export class Faturamento {
  readonly cobrancas: Cobranca[] = [];

  constructor(
    private readonly mundo: Mundo,
    private readonly convenios: Convenios,
  ) {}

  abrir(estadia: Estadia): void {
    const { acervo } = this.mundo;
    const { id, entrada } = estadia.internacao;
    const conta = Conta.abrir(id, entrada!, this.mundo.reacaoA(entrada!));
    estadia.conta = acervo.guardar(Conta, Object.assign(conta, { id: acervo.novoId(Conta) }));
  }

  fechar(estadia: Estadia, saida: Date): void {
    const agora = this.mundo.reacaoA(saida);
    this.cobrar(estadia, { agora, autorId: null });
    mudarConta(estadia.conta!, (conta) => conta.fechar(saida, agora));
  }

  /** The discharge was undone: so is its charge. */
  reabrir({ conta, cobranca }: Estadia, motivo: string, ato: Ato): void {
    cobranca!.lancamento.estornar(motivo, ato);
    mudarConta(conta!, (aberta) => aberta.reabrir(ato.agora));
  }

  cancelar({ conta }: Estadia, em: Date): void {
    const agora = this.mundo.reacaoA(em);
    mudarConta(conta!, (cancelada) => cancelada.cancelar(agora));
  }

  /** The FINAL charge of a stay that has ended, by the prices of then. */
  cobrar(estadia: Estadia, ato: Ato): Cobranca {
    const cobranca = this.apurar(estadia, ato.agora);
    const hoje = this.mundo.calendario.diaCivil(ato.agora);
    const lancamento = Lancamento.fecharConta(estadia.conta!, cobranca, { ...ato, hoje });
    const nova = { lancamento, passos: [], estadia, daVitrine: null };
    this.cobrancas.push(nova);
    return (estadia.cobranca = nova);
  }

  /** What is owed, and by whom, were it billed at `em`. */
  apurar({ internacao, ocupacoes, pessoa }: Estadia, em: Date): { conta: ContaMontada; pagador: Pagador } {
    const { politicas, calendario } = this.mundo;
    const entrada = internacao.entrada!;
    const { id: pacienteId, convenioId: carteira, validadeCarteira: validadeDaCarteira } = pessoa.paciente;
    const doPaciente =
      carteira === null
        ? null
        : { ...this.convenios.obter(carteira), convenioId: carteira, validadeDaCarteira };
    const convenioId = convenioQuePaga(internacao.convenioId, doPaciente, calendario.diaCivil(entrada));
    const [prazoDias, precos] =
      convenioId === null
        ? [politicas.prazoParticularDias, politicas.diariasParticular]
        : [this.convenios.obter(convenioId).prazoPagamentoDias, this.convenios.precos(convenioId, em)];
    const ate = internacao.saida ?? em;
    const conta = montarConta({ trechos: ocupacoes, entrada, ate, precos, politicas, calendario });
    return { conta, pagador: { pacienteId, convenioId, prazoDias } };
  }
}

/** Each command leaves an account one version later. */
function mudarConta(conta: Conta, verbo: (conta: Conta) => void): void {
  verbo(conta);
  conta.versao += 1;
}
