import { ADMIN_ID } from '../apoio/administrador.js';
import { DIARIA_EM_CENTAVOS, type Estadia, type PlanoDaCarga } from './plano.js';
import { colunas, contar, contarVarios, instante, type Linha, type Tabela } from './tabela.js';

const DA_ENCERRADA = 7;
const DA_ABERTA = 2;
/** Of the others only the events are missing: they are half of the bytes, and nothing reads old ones. */
const ESTADIAS_COM_EVENTOS = 2_000_000;

/** What happened in each stay, as the product would have told it, and what came of it: all of it long delivered. */
export function eventos(plano: PlanoDaCarga): Tabela[] {
  const { encerradas, abertas } = plano.pedido;
  const recentes = recentesDe(plano);
  const recente = (i: number): Estadia => plano.encerrada(encerradas - recentes + i);
  return [
    {
      nome: 'eventos',
      colunas: colunas(
        `id, tipo, versao, agregado_tipo, agregado_id, agregado_versao, ocorrido_em, autor_id, correlacao_id, dados,
         sequencia`,
      ),
      quantas: ultimaSequencia(plano),
      *linhas() {
        yield* contarVarios(recentes, (i) => daEncerrada(recente(i), i * DA_ENCERRADA));
        const antes = recentes * DA_ENCERRADA;
        yield* contarVarios(abertas, (i) => daAberta(plano.aberta(i), antes + i * DA_ABERTA));
      },
    },
    {
      nome: 'entregas',
      colunas: colunas('evento_id, saga, status, tentativas, mortes, criada_em, concluida_em'),
      quantas: 3 * recentes + abertas,
      *linhas() {
        yield* contarVarios(recentes, (i) => {
          const { id, entrada, saida, livreEm } = recente(i);
          return [
            entrega(id, 1, entrada, 'financeiro.abrir-conta-ao-internar'),
            entrega(id, 3, saida, 'financeiro.fechar-conta-ao-conceder-alta'),
            entrega(id, 6, livreEm, 'notificacoes.avisar-leito-liberado'),
          ];
        });
        yield* contarVarios(abertas, (i) => {
          const { id, entrada } = plano.aberta(i);
          return [entrega(id, 1, entrada, 'financeiro.abrir-conta-ao-internar')];
        });
      },
    },
    {
      nome: 'notificacoes',
      colunas: colunas(
        `tipo, canal, destinatario, referencia, ocorrencia, status, dados, tentativas, criada_em, devida_em,
         enviada_em, message_id, versao`,
      ),
      quantas: recentes,
      linhas: () =>
        contar(recentes, (i) => {
          const { id, leitoId, setorId, livreEm } = recente(i);
          const em = instante(livreEm);
          const ocorrencia = idDoEvento(id, 6, livreEm);
          const para = ['leito-liberado', 'EMAIL', 'operacao@hospital.local', `leito:${leitoId}`];
          const dados = JSON.stringify({ leitoId, setorId, em: iso(livreEm) });
          return [...para, ocorrencia, 'ENVIADA', dados, 1, em, em, em, `<carga-${id}@plantao>`, 3];
        }),
    },
  ];
}

/** What the counter of the numbered events must say. */
export const ultimaSequencia = (plano: PlanoDaCarga): number =>
  recentesDe(plano) * DA_ENCERRADA + plano.pedido.abertas * DA_ABERTA;

const recentesDe = ({ pedido }: PlanoDaCarga): number => Math.min(pedido.encerradas, ESTADIAS_COM_EVENTOS);

interface Fato {
  readonly tipo: string;
  readonly agregado: readonly [tipo: string, id: number, versao: number];
  readonly em: number;
  readonly autorId: number | null;
  readonly dados: Readonly<Record<string, string | number>>;
}

function daAberta(e: Estadia, antes: number): Linha[] {
  const { id: internacaoId, leitoId, setorId, pacienteId, entrada } = e;
  const em = iso(entrada);
  return emLinhas(e.id, antes, [
    doLeito(e, 'leito-ocupado', 0, entrada, { leitoId, setorId, em, internacaoId }),
    daInternacao(e, 'paciente-internado', 1, entrada, { internacaoId, pacienteId, em, leitoId }),
  ]);
}

function daEncerrada(e: Estadia, antes: number): Linha[] {
  const { id, leitoId, setorId, pacienteId, convenioId, entrada, saida, limpezaEm, livreEm } = e;
  const [internacaoId, entrou, saiu] = [id, iso(entrada), iso(saida)];
  const valorCentavos = e.diarias * DIARIA_EM_CENTAVOS;
  const conta = { lancamentoId: id, contaId: id, internacaoId, valorCentavos, pacienteId, convenioId };
  const limpeza = { leitoId, setorId, em: iso(limpezaEm), de: 'AGUARDANDO_LIMPEZA', para: 'EM_LIMPEZA' };
  return emLinhas(e.id, antes, [
    doLeito(e, 'leito-ocupado', 0, entrada, { leitoId, setorId, em: entrou, internacaoId }),
    daInternacao(e, 'paciente-internado', 1, entrada, { internacaoId, pacienteId, em: entrou, leitoId }),
    doLeito(e, 'leito-desocupado', 1, saida, { leitoId, setorId, em: saiu, internacaoId }),
    daInternacao(e, 'alta-concedida', 2, saida, { internacaoId, pacienteId, em: saiu, leitoId }),
    {
      tipo: 'financeiro.lancamento-gerado',
      agregado: ['lancamento', id, 1],
      em: saida,
      autorId: null,
      dados: Object.assign(conta, { status: 'EMITIDO' }),
    },
    doLeito(e, 'leito-mudou-de-estado', 2, limpezaEm, limpeza),
    doLeito(e, 'leito-liberado', 3, livreEm, { leitoId, setorId, em: iso(livreEm) }),
  ]);
}

const doLeito = (e: Estadia, tipo: string, ordem: number, em: number, dados: Fato['dados']): Fato => ({
  tipo: `leitos.${tipo}`,
  agregado: ['leito', e.leitoId, 4 * e.vez + 2 + ordem],
  em,
  autorId: ADMIN_ID,
  dados,
});

const daInternacao = (e: Estadia, tipo: string, versao: number, em: number, dados: Fato['dados']): Fato => ({
  tipo: `internacoes.${tipo}`,
  agregado: ['internacao', e.id, versao],
  em,
  autorId: ADMIN_ID,
  dados,
});

const emLinhas = (estadiaId: number, antes: number, fatos: readonly Fato[]): Linha[] =>
  fatos.map(({ tipo, agregado: [agregado, id, versao], em, autorId, dados }, qual) => {
    const evento = idDoEvento(estadiaId, qual, em);
    const texto = JSON.stringify(dados);
    const sequencia = antes + qual + 1;
    return [evento, tipo, 1, agregado, id, versao, instante(em), autorId, evento, texto, sequencia];
  });

const entrega = (estadiaId: number, qual: number, em: number, saga: string): Linha => {
  const quando = instante(em);
  return [idDoEvento(estadiaId, qual, em), saga, 'CONCLUIDA', 1, 0, quando, quando];
};

/** A UUID v7 of the instant; the stay and which of its events stand where chance would. */
function idDoEvento(estadiaId: number, qual: number, em: number): string {
  const ms = em.toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${qual.toString(16).padStart(3, '0')}-8000-${estadiaId.toString(16).padStart(12, '0')}`;
}

const iso = (ms: number): string => new Date(ms).toISOString();
