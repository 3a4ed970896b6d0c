import type { Pool } from 'mysql2';
import { anotar, type Pedido } from './auditoria.js';
import { consultar, emTransacao, executar, guardado, type Valor } from './conexoes.js';
import { registrar } from './eventos.js';
import { exigir } from './internar.js';
import { type EstadiaMostrada, lerInternacao } from './internacoes.js';
import { moverEstadia, moverLeito } from './movimentos.js';

export interface Alta {
  readonly cidSaida: string;
  readonly motivoSaida: string;
}

/** Discharges, by the statements of the product in its order. */
export function darAlta(
  pool: Pool,
  id: number,
  { cidSaida, motivoSaida }: Alta,
  pedido: Pedido,
): Promise<EstadiaMostrada> {
  const { autorId, correlacaoId } = pedido;
  return emTransacao(pool, async (tx) => {
    const instante = new Date();
    const em = guardado(instante);
    const [estadia] = await consultar(tx, 'SELECT * FROM internacoes WHERE id = ? FOR UPDATE', [id]);
    exigir(estadia?.status === 'INTERNADA' && (estadia.ultimo_movimento_em as string) <= em);
    const [leito] = await consultar(
      tx,
      `SELECT l.*, o.id AS ocupacao_id, o.inicio AS ocupacao_inicio
         FROM ocupacoes o JOIN leitos l ON l.id = o.leito_id WHERE o.internacao_aberta_id = ? FOR UPDATE`,
      [id],
    );
    exigir(leito?.status === 'OCUPADO');
    const { affectedRows } = await executar(
      tx,
      `UPDATE ocupacoes SET fim = ?, leito_aberto_id = NULL, internacao_aberta_id = NULL
        WHERE id = ? AND fim IS NULL`,
      [em, leito.ocupacao_id as number],
    );
    exigir(affectedRows === 1);
    const versaoDoLeito = await moverLeito(tx, leito, {
      para: 'AGUARDANDO_LIMPEZA',
      acao: 'desocupar',
      ...{ em, autorId },
    });
    const e = estadia as Record<string, Valor>;
    const [versao, movimentos] = [(e.versao as number) + 1, (e.movimentos as number) + 1];
    await executar(
      tx,
      `UPDATE internacoes SET medico_id = ?, convenio_id = ?, setor_id = ?, status = ?, carater = ?, cid_entrada = ?,
              cid_saida = ?, motivo_saida = ?, medico_alta_id = ?, observacao = ?, tipo_leito = ?, prioridade = ?,
              posicao_na_fila = ?, entrada = ?, saida = ?, desde = ?, alta_prevista_para = ?, alta_clinica_em = ?,
              saida_esperada_em = ?, paciente_aberto_id = ?, movimentos = ?, ultimo_movimento_em = ?,
              atualizado_em = ?, versao = ?
        WHERE id = ? AND versao = ?`,
      [
        ...[e.medico_id!, e.convenio_id!, e.setor_id!, 'ENCERRADA', e.carater!, e.cid_entrada!],
        ...[
          cidSaida.replace('.', ''),
          motivoSaida,
          e.medico_id!,
          e.observacao!,
          e.tipo_leito!,
          e.prioridade!,
        ],
        ...[null, e.entrada!, em, e.desde!, null, em, null, null, movimentos, em, em, versao, id, e.versao!],
      ],
    );
    const leitoId = leito.id as number;
    const mudanca = {
      tipo: 'ALTA',
      de: 'INTERNADA',
      para: 'ENCERRADA',
      paraLeito: null,
      motivo: motivoSaida,
    };
    await moverEstadia(tx, id, { ...mudanca, ordem: movimentos, deLeito: leitoId }, em, autorId);
    const resposta = await lerInternacao(tx, id);
    const quando = instante.toISOString();
    await anotar(
      tx,
      [
        {
          acao: 'internacoes.alta',
          operacao: 'POST /v1/internacoes/:id/alta',
          internacaoId: id,
          pacienteId: e.paciente_id as number,
          campos: 'cidSaida,motivoSaida',
        },
      ],
      em,
      pedido,
    );
    await registrar(
      tx,
      [
        {
          tipo: 'leitos.leito-desocupado',
          agregado: ['leito', leitoId, versaoDoLeito],
          dados: { leitoId, setorId: leito.setor_id, em: quando, internacaoId: id },
        },
        {
          tipo: 'internacoes.alta-concedida',
          agregado: ['internacao', id, versao],
          dados: { internacaoId: id, pacienteId: e.paciente_id, em: quando, leitoId },
          saga: 'financeiro.fechar-conta-ao-conceder-alta',
        },
      ],
      em,
      autorId,
      correlacaoId,
    );
    return resposta;
  });
}
