import type { Pool } from 'mysql2';
import { anotar, type Pedido } from './auditoria.js';
import { consultar, emTransacao, executar, guardado } from './conexoes.js';
import { registrar } from './eventos.js';
import { type EstadiaMostrada, lerInternacao } from './internacoes.js';
import { moverEstadia, moverLeito } from './movimentos.js';

export interface Admissao {
  readonly pacienteId: number;
  readonly medicoId: number;
  readonly leitoId: number;
  readonly cidEntrada: string;
}

/** Admits, by the statements of the product in its order; whatever is not as it should be is an error. */
export function internar(
  pool: Pool,
  { pacienteId, medicoId, leitoId, cidEntrada }: Admissao,
  pedido: Pedido,
): Promise<EstadiaMostrada> {
  const { autorId, correlacaoId } = pedido;
  return emTransacao(pool, async (tx) => {
    const instante = new Date();
    const em = guardado(instante);
    const [paciente] = await consultar(
      tx,
      'SELECT ativo, data_nascimento FROM pacientes WHERE id = ? FOR UPDATE',
      [pacienteId],
    );
    const [medico] = await consultar(tx, 'SELECT ativo FROM medicos WHERE id = ?', [medicoId]);
    exigir(paciente?.ativo === 1 && medico?.ativo === 1);
    const estadias = await consultar(
      tx,
      `SELECT i.id, i.entrada, i.saida, (SELECT l.setor_id FROM leitos l WHERE l.id = ?) AS setor_id
         FROM pacientes p
         LEFT JOIN internacoes i ON i.paciente_id = p.id AND i.id <> ?
              AND i.status IN ('SOLICITADA','INTERNADA','ALTA_PREVISTA','ALTA_CLINICA','ENCERRADA')
        WHERE p.id = ?`,
      [leitoId, 0, pacienteId],
    );
    exigir(estadias.every(({ id, saida }) => id === null || (typeof saida === 'string' && saida <= em)));
    const setorId = estadias[0]!.setor_id as number;
    await consultar(tx, 'SELECT * FROM leitos l WHERE l.id = ? FOR UPDATE', [leitoId]);
    const { insertId: id } = await executar(
      tx,
      `INSERT INTO internacoes (paciente_id, cid_sistema, cid_versao, solicitada_em, criado_em, autor_id, medico_id,
              convenio_id, setor_id, status, carater, cid_entrada, cid_saida, motivo_saida, medico_alta_id,
              observacao, tipo_leito, prioridade, posicao_na_fila, entrada, saida, desde, alta_prevista_para,
              alta_clinica_em, saida_esperada_em, paciente_aberto_id, movimentos, ultimo_movimento_em,
              atualizado_em, versao)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[
          pacienteId,
          'CID-10',
          '2008',
          null,
          em,
          autorId,
          medicoId,
          null,
          setorId,
          'INTERNADA',
          'URGENCIA',
        ],
        ...[cidEntrada.replace('.', ''), null, null, null, null, null, null, null, em, null, em],
        ...[null, null, null, pacienteId, 1, em, em, 1],
      ],
    );
    const [leito] = await consultar(tx, 'SELECT * FROM leitos l WHERE l.id = ? FOR UPDATE', [leitoId]);
    exigir(leito?.status === 'LIVRE');
    const periodos = await consultar(
      tx,
      `SELECT 'ocupacao' AS qual, inicio, fim FROM ocupacoes
        WHERE leito_id = ? AND inicio = (SELECT MAX(inicio) FROM ocupacoes WHERE leito_id = ?)
       UNION ALL
       SELECT 'bloqueio' AS qual, inicio, fim FROM leitos_bloqueios
        WHERE leito_id = ? AND inicio = (SELECT MAX(inicio) FROM leitos_bloqueios WHERE leito_id = ?)
       UNION ALL
       SELECT 'instalacao' AS qual, inicio, fim FROM leitos_periodos
        WHERE leito_id = ? AND atributo = 'INSTALADO' AND (inicio IS NULL OR inicio <= ?) AND (fim IS NULL)`,
      [leitoId, leitoId, leitoId, leitoId, leitoId, em],
    );
    exigir(periodos.every(({ qual, fim }) => (qual === 'instalacao' ? fim === null : fim !== null)));
    const versao = await moverLeito(tx, leito, { para: 'OCUPADO', acao: 'ocupar', em, autorId });
    await executar(
      tx,
      `INSERT INTO ocupacoes (leito_id, internacao_id, tipo, inicio, fim, leito_aberto_id, internacao_aberta_id)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [leitoId, id, leito.tipo as string, em, null, leitoId, id],
    );
    const admissao = { ordem: 1, tipo: 'ADMISSAO', de: null, para: 'INTERNADA', deLeito: null, motivo: null };
    await moverEstadia(tx, id, { ...admissao, paraLeito: leitoId }, em, autorId);
    const resposta = await lerInternacao(tx, id);
    const quando = instante.toISOString();
    await anotar(
      tx,
      [
        {
          acao: 'internacoes.criar',
          operacao: 'POST /v1/internacoes',
          internacaoId: id,
          pacienteId,
          campos: 'pacienteId,medicoId,leitoId,cidEntrada',
        },
      ],
      em,
      pedido,
    );
    await registrar(
      tx,
      [
        {
          tipo: 'leitos.leito-ocupado',
          agregado: ['leito', leitoId, versao],
          dados: { leitoId, setorId, em: quando, internacaoId: id },
        },
        {
          tipo: 'internacoes.paciente-internado',
          agregado: ['internacao', id, 1],
          dados: { internacaoId: id, pacienteId, em: quando, leitoId },
          saga: 'financeiro.abrir-conta-ao-internar',
        },
      ],
      em,
      autorId,
      correlacaoId,
    );
    return resposta;
  });
}

export function exigir(certo: boolean): asserts certo {
  if (!certo) throw new Error('the floor refuses, as the product would');
}
