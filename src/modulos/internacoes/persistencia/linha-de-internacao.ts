import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import type { Carater } from '../dominio/dados-da-internacao.js';
import type { StatusDeInternacao } from '../dominio/estados-da-internacao.js';
import { Internacao } from '../dominio/internacao.entity.js';
import type { MotivoDeSaida } from '../dominio/motivo-de-saida.js';

/** What a row of `internacoes` says, by the names of the entity; the answers of the API read it too. */
export const camposDaLinha = (l: Linha) => ({
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
  versao: inteiro(l.versao),
  criadoEm: instante(l.criado_em),
  atualizadoEm: instante(l.atualizado_em),
});

export const internacaoDaLinha = (l: Linha): Internacao =>
  Object.assign(new Internacao(), camposDaLinha(l), {
    entrada: instante(l.entrada),
    saida: ouNulo(instante)(l.saida),
    pacienteAbertoId: ouNulo(inteiro)(l.paciente_aberto_id),
    movimentos: inteiro(l.movimentos),
    ultimoMovimentoEm: instante(l.ultimo_movimento_em),
    autorId: ouNulo(inteiro)(l.autor_id),
  });
