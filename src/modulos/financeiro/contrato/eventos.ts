import { Evento, EventoDeDominio } from '../../../plataforma/eventos/evento.js';

type DadosDoLancamento = {
  lancamentoId: number;
  contaId: number | null;
  internacaoId: number | null;
  pacienteId: number;
  convenioId: number | null;
  valorCentavos: number;
  status: string;
};

/** A charge was created, issued or as a draft that waits for a price (RF24). */
@Evento<DadosDoLancamento>({
  tipo: 'financeiro.lancamento-gerado',
  versao: 1,
  descricao: 'Um lançamento foi criado, já emitido ou em rascunho à espera de preço.',
  campos: {
    lancamentoId: 'lançamento',
    contaId: 'conta de onde veio, se veio de uma',
    internacaoId: 'internação cobrada, se houver',
    pacienteId: 'paciente',
    convenioId: 'convênio que paga; nulo quando é particular',
    valorCentavos: 'total, em centavos',
    status: 'EMITIDO ou RASCUNHO',
  },
})
export class LancamentoGerado extends EventoDeDominio<DadosDoLancamento> {}
