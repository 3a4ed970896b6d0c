import { DIARIA_EM_CENTAVOS, type Estadia, type PlanoDaCarga } from './plano.js';
import { colunas, contar, dia, instante, type Tabela } from './tabela.js';

const DIA_MS = 86_400_000;
const PRAZO_DIAS = 30;

/** The bill of every stay that is over, and the open account of every other. */
export function contas(plano: PlanoDaCarga): Tabela[] {
  const { encerradas, abertas } = plano.pedido;
  const valor = ({ diarias }: Estadia): number => diarias * DIARIA_EM_CENTAVOS;
  return [
    {
      nome: 'contas',
      colunas: colunas('id, internacao_id, status, abertura, fechamento, versao, criado_em, atualizado_em'),
      quantas: encerradas + abertas,
      *linhas() {
        yield* contar(encerradas, (i) => {
          const { id, entrada, saida } = plano.encerrada(i);
          const [abertura, fechamento] = [instante(entrada), instante(saida)];
          return [id, id, 'FECHADA', abertura, fechamento, 2, abertura, fechamento];
        });
        yield* contar(abertas, (i) => {
          const { id, entrada } = plano.aberta(i);
          const abertura = instante(entrada);
          return [id, id, 'ABERTA', abertura, null, 1, abertura, abertura];
        });
      },
    },
    {
      nome: 'lancamentos',
      colunas: colunas(
        `id, conta_id, origem, tipo, parte, ativo, status, convenio_id, paciente_id, valor, emissao, vencimento,
         versao, criado_em, atualizado_em`,
      ),
      quantas: encerradas,
      linhas: () =>
        contar(encerradas, (i) => {
          const e = plano.encerrada(i);
          const em = instante(e.saida);
          return [
            ...[e.id, e.id, `internacao:${e.id}`, 'FINAL', 1, 1, 'EMITIDO', e.convenioId, e.pacienteId],
            ...[valor(e), dia(e.saida), dia(diaUtil(e.saida + PRAZO_DIAS * DIA_MS)), 1, em, em],
          ];
        }),
    },
    {
      nome: 'lancamentos_linhas',
      colunas: colunas(
        'lancamento_id, ordem, tipo, descricao, data, quantidade, preco_unitario, fator, valor, sem_preco',
      ),
      quantas: encerradas,
      linhas: () =>
        contar(encerradas, (i) => {
          const e = plano.encerrada(i);
          const diaria = ['DIARIA', 'Diária de enfermaria', dia(e.entrada), e.diarias, DIARIA_EM_CENTAVOS];
          return [e.id, 1, ...diaria, 10_000, valor(e), 0];
        }),
    },
    {
      nome: 'lancamentos_historico',
      colunas: colunas('lancamento_id, versao, acao, para, valor, em'),
      quantas: encerradas,
      linhas: () =>
        contar(encerradas, (i) => {
          const e = plano.encerrada(i);
          return [e.id, 1, 'criar', 'EMITIDO', valor(e), instante(e.saida)];
        }),
    },
  ];
}

/** Saturdays and Sundays are moved to Monday; holidays are left alone. */
function diaUtil(ms: number): number {
  const noDomingo = new Date(ms).getUTCDay();
  return ms + (noDomingo === 6 ? 2 : noDomingo === 0 ? 1 : 0) * DIA_MS;
}
