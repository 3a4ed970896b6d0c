import type { Parametro } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { Lancamento } from '../dominio/lancamento.entity.js';
import { inserirSeNovo } from './inserir-se-novo.js';

/**
 * Stores a new charge with its lines and gives it its id; false, with nothing written, when its origin already
 * has an active one of this kind and part: the unique key has the last word.
 */
export async function inserirLancamento(tx: Transacao, l: Lancamento): Promise<boolean> {
  const id = await inserirSeNovo('uq_lancamentos_origem', () =>
    tx.inserir(
      `INSERT INTO lancamentos (conta_id, origem, tipo, parte, ativo, status, convenio_id, paciente_id, valor,
         emissao, vencimento, versao, criado_em, atualizado_em)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[l.contaId, l.origem, l.tipo, l.parte, l.ativo, l.status, l.convenioId, l.pacienteId, l.valor],
        ...[l.emissao, l.vencimento, l.versao, l.criadoEm, l.atualizadoEm],
      ],
    ),
  );
  if (id === null) return false;
  l.id = id;
  await inserirLinhas(tx, l);
  return true;
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
