import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDoLancamento = {
  lancamentoId: number;
  contaId: number | null;
  internacaoId: number | null;
  valorCentavos: number;
};
type DadosDaCobranca = DadosDoLancamento & { pacienteId: number; convenioId: number | null };

const CAMPOS = {
  lancamentoId: 'lançamento',
  contaId: 'conta de onde veio, se veio de uma',
  internacaoId: 'internação cobrada, se houver',
  valorCentavos: 'total, em centavos',
};
const CAMPOS_DA_COBRANCA = {
  ...CAMPOS,
  pacienteId: 'paciente',
  convenioId: 'convênio que paga; nulo quando é particular',
};

/** A charge was created, issued or as a draft that waits for a price (RF24). */
@Evento<DadosDaCobranca & { status: string }>({
  tipo: 'financeiro.lancamento-gerado',
  versao: 1,
  descricao: 'Um lançamento foi criado, já emitido ou em rascunho à espera de preço.',
  campos: { ...CAMPOS_DA_COBRANCA, status: 'EMITIDO ou RASCUNHO' },
})
export class LancamentoGerado extends EventoDeDominio<DadosDaCobranca & { status: string }> {}

/** A draft was issued: from now on it is owed. */
@Evento<DadosDaCobranca>({
  tipo: 'financeiro.lancamento-emitido',
  versao: 1,
  descricao: 'Um lançamento que estava em rascunho foi emitido.',
  campos: CAMPOS_DA_COBRANCA,
})
export class LancamentoEmitido extends EventoDeDominio<DadosDaCobranca> {}

/** A charge was undone by a counter-entry; what is charged in its place, if anything, is another one. */
@Evento<DadosDoLancamento>({
  tipo: 'financeiro.lancamento-estornado',
  versao: 1,
  descricao: 'Um lançamento foi estornado e deixou de valer; o que o substituir será outro.',
  campos: { ...CAMPOS, valorCentavos: 'total que tinha, em centavos' },
})
export class LancamentoEstornado extends EventoDeDominio<DadosDoLancamento> {}
