import { inteiro, ouNulo, type Parametro, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { conflito, type ErroDeDominio, naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Conta } from '../dominio/conta.entity.js';
import type { Lancamento } from '../dominio/lancamento.entity.js';
import { travarContaPorId } from './contas.repositorio.js';
import { inserirSeNovo } from './inserir-se-novo.js';
import { lancamentoDaLinha } from './linha-de-lancamento.js';

export const lancamentoNaoEncontrado = (id: number): ErroDeDominio =>
  naoEncontrado('LANCAMENTO.NAO_ENCONTRADO', `O lançamento ${id} não existe.`);

/** Who is charged; 404 when there is no such charge. */
export async function pacienteDoLancamento(tx: Transacao, id: number): Promise<number> {
  const [linha] = await tx.consultar('SELECT paciente_id FROM lancamentos WHERE id = ?', [id]);
  if (!linha) throw lancamentoNaoEncontrado(id);
  return inteiro(linha.paciente_id);
}

/**
 * The charge without its lines and the account it comes from, if any, both held until the end of the transaction;
 * 404 when there is none. The account first: it is the gate of all that happens to its charges.
 */
export async function travarComConta(
  tx: Transacao,
  id: number,
): Promise<{ lancamento: Lancamento; conta: Conta | null }> {
  const [origem] = await tx.consultar('SELECT conta_id FROM lancamentos WHERE id = ?', [id]);
  if (!origem) throw lancamentoNaoEncontrado(id);
  const contaId = ouNulo(inteiro)(origem.conta_id);
  const conta = contaId === null ? null : await travarContaPorId(tx, contaId);
  const [linha] = await tx.consultar(`SELECT * FROM lancamentos WHERE id = ?${travar(tx.motor)}`, [id]);
  return { lancamento: lancamentoDaLinha(linha!), conta };
}

/** The charges of the account that still stand, without their lines, held until the end of the transaction. */
export async function travarAtivos(tx: Transacao, contaId: number): Promise<Lancamento[]> {
  const linhas = await tx.consultar(
    `SELECT * FROM lancamentos WHERE conta_id = ? AND ativo = 1 ORDER BY id${travar(tx.motor)}`,
    [contaId],
  );
  return linhas.map(lancamentoDaLinha);
}

/** True when money came in for a charge of the account that still stands, whatever became of it since. */
export async function algoFoiPago(tx: Transacao, contaId: number): Promise<boolean> {
  const linhas = await tx.consultar(
    `SELECT l.id FROM lancamentos l
      WHERE l.conta_id = ? AND l.ativo = 1
        AND (l.status IN ('PARCIALMENTE_PAGO','PAGO')
             OR EXISTS (SELECT 1 FROM lancamentos_historico h
                         WHERE h.lancamento_id = l.id AND h.acao = 'registrar-pagamento'))
      LIMIT 1`,
    [contaId],
  );
  return linhas.length > 0;
}

/**
 * Stores a new charge with its lines, first step and events, and gives it its id; false, with nothing written, when its
 * origin already has an active one of this kind and part: the unique key has the last word.
 */
export async function inserirLancamento(tx: Transacao, l: Lancamento): Promise<boolean> {
  const id = await inserirSeNovo('uq_lancamentos_origem', () =>
    tx.inserir(
      `INSERT INTO lancamentos (conta_id, origem, tipo, parte, ativo, status, convenio_id, paciente_id, valor,
         emissao, vencimento, autor_id, versao, criado_em, atualizado_em)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[l.contaId, l.origem, l.tipo, l.parte, l.ativo, l.status, l.convenioId, l.pacienteId, l.valor],
        ...[l.emissao, l.vencimento, l.autorId, l.versao, l.criadoEm, l.atualizadoEm],
      ],
    ),
  );
  if (id === null) return false;
  l.id = id;
  await inserirLinhas(tx, l);
  await gravarPassos(tx, l);
  tx.registrar(...l.extrairEventos());
  return true;
}

/** Stores what the verbs changed, the steps they took and their events; the lines stay as they are. */
export async function atualizarLancamento(tx: Transacao, l: Lancamento): Promise<void> {
  const passos = await gravarPassos(tx, l);
  const mudados = await tx.executar(
    `UPDATE lancamentos SET ativo = ?, status = ?, convenio_id = ?, paciente_id = ?, valor = ?, emissao = ?,
            vencimento = ?, autor_id = ?, atualizado_em = ?, versao = ?
      WHERE id = ? AND versao = ?`,
    [
      ...[l.ativo, l.status, l.convenioId, l.pacienteId, l.valor, l.emissao, l.vencimento, l.autorId],
      ...[l.atualizadoEm, l.versao, l.id, l.versao - passos],
    ],
  );
  if (mudados !== 1)
    throw conflito(
      'LANCAMENTO.ALTERADO_AO_MESMO_TEMPO',
      `O lançamento ${l.id} mudou enquanto o pedido era atendido. Consulte-o e tente de novo.`,
    );
  tx.registrar(...l.extrairEventos());
}

/** The lines of a draft were apportioned again: these take the place of the ones it had. */
export async function substituirLinhas(tx: Transacao, l: Lancamento): Promise<void> {
  await tx.executar('DELETE FROM lancamentos_linhas WHERE lancamento_id = ?', [l.id]);
  await inserirLinhas(tx, l);
}

async function inserirLinhas(tx: Transacao, { id, linhas }: Lancamento): Promise<void> {
  if (linhas.length === 0) return;
  const valores = linhas.map((linha, i): Parametro[] => [
    ...[id, i + 1, linha.tipo, linha.codigo, linha.descricao, linha.data],
    ...[linha.quantidade, linha.precoUnitario, linha.fator, linha.valor, linha.semPreco],
  ]);
  await tx.executar(
    `INSERT INTO lancamentos_linhas (lancamento_id, ordem, tipo, codigo, descricao, data, quantidade,
       preco_unitario, fator, valor, sem_preco)
     VALUES ${valores.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    valores.flat(),
  );
}

/** How many steps there were. */
async function gravarPassos(tx: Transacao, l: Lancamento): Promise<number> {
  const passos = l.extrairPassos();
  for (const p of passos)
    await tx.executar(
      `INSERT INTO lancamentos_historico (lancamento_id, versao, acao, de, para, valor, em, motivo, autor_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [p.lancamentoId, p.versao, p.acao, p.de, p.para, p.valor, p.em, p.motivo, p.autorId],
    );
  return passos.length;
}
