import type { Linha } from '../../banco/dialeto.js';
import type { Leitura } from '../../banco/leitura.js';
import { Logico, Texto } from '../http/campos.js';
import { OrdemDaLista, Ordens } from '../http/ordem.js';
import { ConsultaDeLista, Filtros, Pagina, paginar } from '../http/pagina.js';
import { normalizarParaBusca } from '../identificadores/nome.js';

const coluna = (nome: string) => ({ coluna: nome, campo: nome });

/** What every register may be ordered by. */
const ORDENS = new Ordens(
  { nome: coluna('nome_busca'), criadoEm: coluna('criado_em'), id: coluna('id') },
  'nome',
);

/** What the list of every register accepts. */
export class ConsultaDeRegistros extends ConsultaDeLista {
  @Texto({
    max: 150,
    opcional: true,
    exemplo: 'maria',
    descricao: 'Começo do nome, com ou sem acentos, em qualquer caixa.',
  })
  nome?: string;

  @Logico({ opcional: true, naConsulta: true, descricao: 'Só os em uso (true) ou só os inativos (false).' })
  ativo?: boolean;

  @OrdemDaLista(ORDENS)
  ordem?: string;
}

export interface ListagemDeRegistros<T> {
  /** `SELECT …, nome_busca, criado_em … FROM tabela x …`, without WHERE. */
  readonly sql: string;
  /** Alias of the register's table in `sql`; the table has `nome_busca`, `criado_em` and `ativo`. */
  readonly apelido: string;
  readonly consulta: ConsultaDeRegistros;
  /** The register's own filters, besides name and `ativo`. */
  readonly filtros?: Filtros;
  /** Rows of one page to answers; may read their items. */
  readonly montar: (linhas: readonly Linha[]) => Promise<T[]>;
}

/** One page of a register, in the order asked for: by name, where none is. */
export async function listarRegistros<T>(
  leitura: Leitura,
  lista: ListagemDeRegistros<T>,
): Promise<Pagina<T>> {
  const { apelido, consulta, filtros = new Filtros() } = lista;
  const ordem = ORDENS.escolher(consulta.ordem);
  const prefixo = consulta.nome === undefined ? undefined : normalizarParaBusca(consulta.nome);
  const pagina = await paginar(leitura, {
    sql: lista.sql,
    id: `${apelido}.id`,
    filtros: filtros.igual(`${apelido}.ativo`, consulta.ativo).comecaCom(`${apelido}.nome_busca`, prefixo),
    ordem: { ...ordem, coluna: `${apelido}.${ordem.coluna}` },
    consulta,
    decodificar: (linha) => linha,
  });
  return new Pagina(await lista.montar(pagina.itens), pagina.limite, pagina.proximoCursor);
}
