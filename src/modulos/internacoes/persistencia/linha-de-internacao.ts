import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import type { TipoDeLeito } from '../../leitos/contrato/tipos.js';
import type { Carater } from '../dominio/carater.js';
import type { StatusDeInternacao } from '../dominio/estados-da-internacao.js';
import { Internacao } from '../dominio/internacao.entity.js';
import type { MotivoDeSaida } from '../dominio/motivo-de-saida.js';
import type { Prioridade } from '../dominio/prioridade.js';

/** What a row of `internacoes` says, by the names of the entity, its instants as `emQue` reads them: for the API, as text. */
export const camposDaLinha = <I>(l: Linha, emQue: (valor: unknown) => I) => ({
  id: inteiro(l.id),
  pacienteId: inteiro(l.paciente_id),
  medicoId: inteiro(l.medico_id),
  convenioId: ouNulo(inteiro)(l.convenio_id),
  setorId: ouNulo(inteiro)(l.setor_id),
  status: texto(l.status) as StatusDeInternacao,
  carater: texto(l.carater) as Carater,
  cidSistema: texto(l.cid_sistema),
  cidVersao: texto(l.cid_versao),
  cidEntrada: texto(l.cid_entrada),
  cidSaida: ouNulo(texto)(l.cid_saida),
  motivoSaida: ouNulo(texto)(l.motivo_saida) as MotivoDeSaida | null,
  medicoAltaId: ouNulo(inteiro)(l.medico_alta_id),
  observacao: ouNulo(texto)(l.observacao),
  solicitadaEm: ouNulo(emQue)(l.solicitada_em),
  tipoLeito: ouNulo(texto)(l.tipo_leito) as TipoDeLeito | null,
  prioridade: ouNulo(texto)(l.prioridade) as Prioridade | null,
  altaPrevistaPara: ouNulo(emQue)(l.alta_prevista_para),
  altaClinicaEm: ouNulo(emQue)(l.alta_clinica_em),
  versao: inteiro(l.versao),
  criadoEm: emQue(l.criado_em),
  atualizadoEm: emQue(l.atualizado_em),
});

export const internacaoDaLinha = (l: Linha): Internacao =>
  Object.assign(new Internacao(), camposDaLinha(l, instante), {
    posicaoNaFila: ouNulo(texto)(l.posicao_na_fila),
    entrada: ouNulo(instante)(l.entrada),
    saida: ouNulo(instante)(l.saida),
    desde: instante(l.desde),
    saidaEsperadaEm: ouNulo(instante)(l.saida_esperada_em),
    pacienteAbertoId: ouNulo(inteiro)(l.paciente_aberto_id),
    movimentos: inteiro(l.movimentos),
    ultimoMovimentoEm: instante(l.ultimo_movimento_em),
    autorId: ouNulo(inteiro)(l.autor_id),
  });
