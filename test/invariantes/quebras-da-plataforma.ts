import { chaveDe, guardada, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

const ANTIGO = "'2020-01-01 00:00:00.000'";
const COLUNAS_DO_EVENTO =
  'tipo, versao, agregado_tipo, agregado_id, agregado_versao, ocorrido_em, correlacao_id, dados';

const umaVez = (vez: string, feita: string): string =>
  `INSERT INTO tarefas_vezes (tarefa, vez, feita_em) VALUES ('teste.tarefa', ${vez}, ${feita})`;

export const QUEBRAS_DA_PLATAFORMA: QuebrasDoModulo = ({
  entregas: [primeira, segunda],
  liberacoes,
  leito,
}) => {
  /** A delivery goes back to the queue, as if it had never been done. */
  const pendurar = (entrega: number): string[] => [
    `UPDATE entregas SET status = 'PENDENTE', concluida_em = NULL WHERE id = ${entrega}`,
    `INSERT INTO entregas_prontas (entrega_id, saga, chave, disponivel_em)
     SELECT n.id, n.saga, 'leito:${leito.liberado}', n.criada_em FROM entregas n WHERE n.id = ${entrega}`,
  ];
  const daFila = (mudanca: string): string =>
    `UPDATE entregas_prontas SET ${mudanca} WHERE entrega_id = ${segunda}`;
  return {
    'EVENTOS.SEQUENCIA_COM_BURACO': [
      quebra('UPDATE eventos SET sequencia = sequencia + 1000 WHERE sequencia = 3'),
      quebra('UPDATE eventos SET sequencia = NULL WHERE sequencia = 1'),
      quebra('UPDATE sequencia_de_eventos SET ultima = ultima + 1'),
      quebra('UPDATE sequencia_de_eventos SET ultima = ultima - 1'),
    ],
    'EVENTOS.SEQUENCIA_REPETIDA': [
      guardada('uq_eventos_sequencia', 'UPDATE eventos SET sequencia = 3 WHERE sequencia = 4'),
    ],
    'EVENTOS.SEM_SEQUENCIA': [
      quebra(`UPDATE eventos SET sequencia = NULL, ocorrido_em = ${ANTIGO} WHERE sequencia = 2`),
    ],
    'EVENTOS.FORA_DE_ORDEM': [
      quebra(`UPDATE eventos SET agregado_versao = 99 WHERE id = '${liberacoes[0]}'`),
    ],
    'EVENTOS.FATO_REPETIDO': [
      guardada(
        'uq_eventos_agregado',
        `INSERT INTO eventos (id, ${COLUNAS_DO_EVENTO})
         SELECT 'outro', ${COLUNAS_DO_EVENTO} FROM eventos WHERE sequencia = 1`,
      ),
    ],
    'ENTREGAS.EVENTO_SEM_ENTREGA': [quebra(`DELETE FROM entregas WHERE id = ${segunda}`)],
    'ENTREGAS.EM_DOBRO': [
      guardada(
        'uq_entregas_evento_saga',
        `INSERT INTO entregas (evento_id, saga, status, tentativas, mortes, criada_em, concluida_em)
         SELECT evento_id, saga, status, tentativas, mortes, criada_em, concluida_em FROM entregas WHERE id = ${segunda}`,
      ),
    ],
    'ENTREGAS.PENDENTE_FORA_DA_FILA': [quebra(pendurar(segunda!)[0]!)],
    'ENTREGAS.NA_FILA_SEM_ESTAR_PENDENTE': [
      quebra(pendurar(segunda!)[1]!),
      guardada('fk', ...pendurar(segunda!), daFila(`entrega_id = ${NINGUEM}`)),
    ],
    'ENTREGAS.FILA_DE_OUTRO': [
      quebra(...pendurar(segunda!), daFila("chave = 'leito:0'")),
      quebra(...pendurar(segunda!), daFila("saga = 'outra.saga'")),
    ],
    'ENTREGAS.POSSE_PELA_METADE': [quebra(...pendurar(segunda!), daFila("dono = 'alguém'"))],
    'ENTREGAS.ESQUECIDA': [
      quebra(...pendurar(segunda!), daFila(`disponivel_em = ${ANTIGO}`)),
      quebra(
        ...pendurar(segunda!),
        daFila(`disponivel_em = ${ANTIGO}, dono = 'morto', dono_ate = ${ANTIGO}`),
      ),
    ],
    'ENTREGAS.PASSOU_A_FRENTE': [quebra(...pendurar(primeira!))],
    'ENTREGAS.CONCLUIDA_SEM_INSTANTE': [
      quebra(`UPDATE entregas SET concluida_em = NULL WHERE id = ${segunda}`),
      quebra(`UPDATE entregas SET status = 'MORTA', mortes = 1 WHERE id = ${segunda}`),
    ],
    'ENTREGAS.MORTE_SEM_EVENTO': [
      quebra(`UPDATE entregas SET mortes = 1 WHERE id = ${segunda}`),
      quebra(
        `UPDATE eventos SET tipo = 'plataforma.entrega-morta', agregado_tipo = 'entrega' WHERE sequencia = 1`,
      ),
    ],
    'ENTREGAS.MORTA_SEM_MORTE': [
      quebra(`UPDATE entregas SET status = 'MORTA', concluida_em = NULL WHERE id = ${segunda}`),
    ],
    'TAREFAS.VEZ_REPETIDA': [guardada('uq_tarefas_vezes', umaVez(ANTIGO, ANTIGO), umaVez(ANTIGO, ANTIGO))],
    'TAREFAS.FEITA_ANTES_DA_VEZ': [quebra(umaVez("'2020-01-01 00:00:05.000'", ANTIGO))],
    'IDEMPOTENCIA.SEM_RESPOSTA': [
      quebra("UPDATE chaves_de_idempotencia SET status = NULL WHERE chave = 'chave-de-teste'"),
    ],
    'IDEMPOTENCIA.REPETIDA': [
      guardada('uq_chaves_de_idempotencia', ...chaveDe('/v1/x/1').sql, ...chaveDe('/v1/x/1').sql),
    ],
  };
};
