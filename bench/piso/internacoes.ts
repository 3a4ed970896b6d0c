import type { Pool, PoolConnection } from 'mysql2';
import {
  ESTADOS_DA_INTERNACAO,
  STATUS_DE_INTERNACAO,
} from '../../src/modulos/internacoes/dominio/estados-da-internacao.js';
import { consultar, guardado, type Linha, mostrado } from './conexoes.js';
import { anotar, type Feito, type Pedido } from './auditoria.js';
import { LIMITE, pagina } from './pagina.js';

const SELECIONAR = `
  SELECT i.*, o.leito_id
    FROM internacoes i
    LEFT JOIN ocupacoes o ON o.id = (
         SELECT u.id FROM ocupacoes u WHERE u.internacao_id = i.id ORDER BY u.inicio DESC, u.id DESC LIMIT 1)`;

/** What is clinical of a stay: who saw it is written on the side of the writes before anybody does. */
const CLINICOS = {
  cidEntrada: 'cid_entrada',
  cidSaida: 'cid_saida',
  motivoSaida: 'motivo_saida',
  observacao: 'observacao',
};

export async function listarInternacoes(leitura: Pool, escrita: Pool, pedido: Pedido): Promise<object> {
  const linhas = await consultar(leitura, `${SELECIONAR} ORDER BY i.desde DESC, i.id DESC LIMIT 21`, []);
  await anotar(escrita, linhas.slice(0, LIMITE).map(vista), guardado(new Date()), pedido);
  return pagina(linhas, internacao, (ultima) => ['-internacoes i.desde', ultima.desde, ultima.id]);
}

const vista = (linha: Linha): Feito => ({
  acao: 'ler',
  operacao: 'GET /v1/internacoes',
  internacaoId: linha.id as number,
  pacienteId: linha.paciente_id as number,
  campos: Object.entries(CLINICOS)
    .flatMap(([campo, coluna]) => (linha[coluna] === null ? [] : [campo]))
    .join(','),
});

/** As the API shows it. */
export type EstadiaMostrada = Readonly<Record<string, unknown>>;

export async function lerInternacao(em: Pool | PoolConnection, id: number): Promise<EstadiaMostrada> {
  const [linha] = await consultar(em, `${SELECIONAR} WHERE i.id = ?`, [id]);
  return internacao(linha!);
}

const ACOES = new Map(
  STATUS_DE_INTERNACAO.map((status) => [status as string, ESTADOS_DA_INTERNACAO.acoesDe(status)]),
);

function internacao(l: Linha): EstadiaMostrada {
  return {
    id: l.id,
    pacienteId: l.paciente_id,
    medicoId: l.medico_id,
    convenioId: l.convenio_id,
    setorId: l.setor_id,
    status: l.status,
    carater: l.carater,
    cidSistema: l.cid_sistema,
    cidVersao: l.cid_versao,
    cidEntrada: l.cid_entrada,
    cidSaida: l.cid_saida,
    motivoSaida: l.motivo_saida,
    medicoAltaId: l.medico_alta_id,
    observacao: l.observacao,
    solicitadaEm: mostrado(l.solicitada_em),
    tipoLeito: l.tipo_leito,
    prioridade: l.prioridade,
    altaPrevistaPara: mostrado(l.alta_prevista_para),
    altaClinicaEm: mostrado(l.alta_clinica_em),
    versao: l.versao,
    criadoEm: mostrado(l.criado_em),
    atualizadoEm: mostrado(l.atualizado_em),
    leitoId: l.leito_id,
    admitidaEm: mostrado(l.entrada),
    saidaEm: mostrado(l.saida),
    acoes: ACOES.get(l.status as string),
  };
}
