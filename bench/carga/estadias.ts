import { ADMIN_ID } from '../apoio/administrador.js';
import type { Estadia, PlanoDaCarga } from './plano.js';
import { colunas, contarVarios, instante, type Linha, type Tabela } from './tabela.js';

const COLUNAS_DA_INTERNACAO = colunas(
  `id, paciente_id, medico_id, convenio_id, setor_id, status, carater, cid_sistema, cid_versao, cid_entrada,
   cid_saida, motivo_saida, medico_alta_id, entrada, saida, desde, alta_clinica_em, paciente_aberto_id, movimentos,
   ultimo_movimento_em, criado_em, atualizado_em, versao, autor_id`,
);

/** Stays, the beds they held, and the histories of both. */
export function estadias(plano: PlanoDaCarga): Tabela[] {
  const { encerradas, abertas } = plano.pedido;
  const tabela = (
    nome: string,
    nomes: readonly string[],
    porEstadia: readonly [encerrada: number, aberta: number],
    fazer: (e: Estadia, encerrada: boolean) => Linha[],
  ): Tabela => ({
    nome,
    colunas: nomes,
    quantas: encerradas * porEstadia[0] + abertas * porEstadia[1],
    *linhas() {
      yield* contarVarios(encerradas, (i) => fazer(plano.encerrada(i), true));
      yield* contarVarios(abertas, (i) => fazer(plano.aberta(i), false));
    },
  });
  return [
    tabela('internacoes', COLUNAS_DA_INTERNACAO, [1, 1], internacao),
    tabela(
      'ocupacoes',
      colunas('id, leito_id, internacao_id, tipo, inicio, fim, leito_aberto_id, internacao_aberta_id'),
      [1, 1],
      ({ id, leitoId, entrada, saida }, encerrada) => [
        [
          ...[id, leitoId, id, 'ENFERMARIA', instante(entrada)],
          ...(encerrada ? [instante(saida), null, null] : [null, leitoId, id]),
        ],
      ],
    ),
    tabela(
      'internacoes_movimentacoes',
      colunas(
        `internacao_id, ordem, tipo, estado_anterior, estado_novo, de_leito_id, para_leito_id, em, registrado_em,
         motivo, autor_id`,
      ),
      [2, 1],
      movimentacoes,
    ),
    tabela(
      'leitos_historico',
      colunas('leito_id, versao, de, para, acao, em, registrado_em, autor_id'),
      [4, 1],
      historicoDoLeito,
    ),
  ];
}

function internacao(e: Estadia, encerrada: boolean): Linha[] {
  const [entrada, saida] = [instante(e.entrada), encerrada ? instante(e.saida) : null];
  return [
    [
      ...[e.id, e.pacienteId, e.medicoId, e.convenioId, e.setorId, encerrada ? 'ENCERRADA' : 'INTERNADA'],
      ...['URGENCIA', 'CID-10', '2008', 'J189'],
      ...(encerrada ? ['J180', 'ALTA_MELHORADO', e.medicoId] : [null, null, null]),
      ...[entrada, saida, entrada, saida, encerrada ? null : e.pacienteId, encerrada ? 2 : 1],
      ...[saida ?? entrada, entrada, saida ?? entrada, encerrada ? 2 : 1, ADMIN_ID],
    ],
  ];
}

function movimentacoes({ id, leitoId, entrada, saida }: Estadia, encerrada: boolean): Linha[] {
  const [em, fim] = [instante(entrada), instante(saida)];
  const admissao = [id, 1, 'ADMISSAO', null, 'INTERNADA', null, leitoId, em, em, null, ADMIN_ID];
  if (!encerrada) return [admissao];
  return [
    admissao,
    [id, 2, 'ALTA', 'INTERNADA', 'ENCERRADA', leitoId, null, fim, fim, 'ALTA_MELHORADO', ADMIN_ID],
  ];
}

function historicoDoLeito(e: Estadia, encerrada: boolean): Linha[] {
  const passo = (ordem: number, de: string, para: string, acao: string, ms: number): Linha => {
    const em = instante(ms);
    return [e.leitoId, 4 * e.vez + 2 + ordem, de, para, acao, em, em, ADMIN_ID];
  };
  const ocupar = passo(0, 'LIVRE', 'OCUPADO', 'ocupar', e.entrada);
  if (!encerrada) return [ocupar];
  return [
    ocupar,
    passo(1, 'OCUPADO', 'AGUARDANDO_LIMPEZA', 'desocupar', e.saida),
    passo(2, 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', 'iniciar-limpeza', e.limpezaEm),
    passo(3, 'EM_LIMPEZA', 'LIVRE', 'concluir-limpeza', e.livreEm),
  ];
}
