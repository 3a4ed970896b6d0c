import type { Parametro } from '../../src/banco/dialeto.js';

export type Linha = Readonly<Record<string, Parametro>>;

export const ANTES = new Date('2026-06-01T12:00:00Z');
export const DEPOIS = new Date('2026-06-05T12:00:00Z');
export const BEM_DEPOIS = new Date('2026-06-09T12:00:00Z');
export const RESERVA = { status: 'RESERVADO', reserva_expira_em: DEPOIS, vence_em: DEPOIS };
const CARIMBOS = { criado_em: ANTES, atualizado_em: ANTES, versao: 1 };

/** One row of each table of beds that the database accepts. */
export const linhasDeLeitos = (
  setorId: number,
  leitoId: number,
  internacaoId: number,
): Record<string, Linha> => ({
  setores: {
    ...{ nome: 'S', nome_busca: 's', andar: 1, capacidade: 1, responsavel: null },
    ...{ ativo: true, inativado_em: null, motivo_inativacao: null, ...CARIMBOS },
  },
  leitos: {
    ...{ setor_id: setorId, numero: 'novo', numero_busca: 'novo', tipo: 'ENFERMARIA', classe: 'INTERNACAO' },
    ...{ extra: false, maca: false, planejado: true, instalado: true, instalado_desde: null },
    ...{ status: 'LIVRE', desde: null, vence_em: null },
    ...{ reserva_paciente_id: null, reserva_solicitacao_id: null, reserva_expira_em: null },
    ...{ manutencao_motivo: null, manutencao_ate: null, manutencao_autor_id: null, ...CARIMBOS },
  },
  leitos_historico: {
    ...{ leito_id: leitoId, versao: 90, de: 'LIVRE', para: 'BLOQUEADO', acao: 'bloquear' },
    ...{ em: ANTES, registrado_em: DEPOIS, motivo: null, autor_id: null },
  },
  leitos_bloqueios: {
    ...{ leito_id: leitoId, tipo: 'BLOQUEIO', motivo: 'obra', inicio: ANTES, fim: DEPOIS },
    ...{ fim_previsto: null, bloqueio_aberto_id: null, registrado_em: DEPOIS, autor_id: null },
  },
  leitos_periodos: {
    ...{ leito_id: leitoId, atributo: 'EXTRA', inicio: ANTES, fim: DEPOIS, periodo_aberto_id: null },
  },
  leitos_planos: {
    ...{ leito_id: leitoId, acao: 'bloquear', inicio: DEPOIS, ate: null, motivo: 'obra' },
    ...{ paciente_id: null, solicitacao_id: null, situacao: 'PENDENTE', resolvido_em: null },
    ...{ registrado_em: ANTES, autor_id: 1 },
  },
  ocupacoes: {
    ...{ leito_id: leitoId, internacao_id: internacaoId, tipo: 'ENFERMARIA', inicio: ANTES, fim: DEPOIS },
    ...{ leito_aberto_id: null, internacao_aberta_id: null },
  },
  ocupacoes_anuladas: {
    ...{ leito_id: leitoId, internacao_id: internacaoId, tipo: 'ENFERMARIA', inicio: ANTES, fim: DEPOIS },
    ...{ anulada_em: DEPOIS, motivo: 'por engano', autor_id: null },
  },
});
