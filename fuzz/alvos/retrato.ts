import type { Motor } from '../../ferramentas/apoio/base.js';
import type { Alvo } from './alvo.js';

/** What the platform writes of its own work, whatever it answers. */
const DA_PLATAFORMA = [
  'chaves_de_idempotencia',
  'sequencia_de_eventos',
  'entregas_prontas',
  'notificacoes_fila',
  'auditoria_selos',
  'auditoria_cadeia',
  'acessos_revogados',
  'limites_de_acesso',
  'auditoria',
];

/** A row for each turn of a scheduled task, written with what it did. */
const VEZES = 'tarefas_vezes';

/** One line for each table: how many rows, the last id, the sum of the versions. */
export type Retrato = Readonly<Record<string, string>>;

const COLUNAS: Readonly<Record<Motor, string>> = {
  sqlite: `SELECT m.name AS tabela, p.name AS coluna FROM sqlite_master m JOIN pragma_table_info(m.name) p
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'`,
  mysql: `SELECT TABLE_NAME AS tabela, COLUMN_NAME AS coluna FROM information_schema.COLUMNS
           WHERE TABLE_SCHEMA = DATABASE()`,
};

/** Changes whenever another connection has written. */
const SINAL: Readonly<Record<Motor, string>> = {
  sqlite: 'PRAGMA data_version',
  mysql:
    "SHOW GLOBAL STATUS WHERE Variable_name IN ('Innodb_rows_inserted','Innodb_rows_updated','Innodb_rows_deleted')",
};

/** Takes the cheapest picture of a whole database in which a row added, taken away or changed is seen. */
export class Fotografo {
  #sinal = '';
  #ultimo: Retrato = {};

  private constructor(
    private readonly alvo: Alvo,
    private readonly sql: string,
  ) {}

  static async de(alvo: Alvo): Promise<Fotografo> {
    const colunas = new Map<string, Set<string>>();
    for (const { tabela, coluna } of await alvo.consultar(COLUNAS[alvo.motor]))
      colunas.set(String(tabela), (colunas.get(String(tabela)) ?? new Set()).add(String(coluna)));
    const partes = [...colunas]
      .filter(([tabela]) => !DA_PLATAFORMA.includes(tabela))
      .map(([tabela, nomes]) => {
        const ultimo = nomes.has('id') && tabela !== 'eventos' ? 'MAX(id)' : '0';
        const versoes = nomes.has('versao') ? 'SUM(versao)' : '0';
        return `SELECT '${tabela}' AS tabela, COUNT(*) AS linhas, ${ultimo} AS ultimo, ${versoes} AS versoes FROM ${tabela}`;
      });
    return new Fotografo(alvo, partes.join(' UNION ALL '));
  }

  /** What this connection writes itself gives no sign. */
  esquecer(): void {
    this.#sinal = '';
  }

  /** The last picture again, when nothing at all was written since. */
  async fotografar(): Promise<Retrato> {
    const sinal = JSON.stringify(await this.alvo.consultar(SINAL[this.alvo.motor]));
    if (sinal !== this.#sinal) this.#ultimo = await this.#revelar();
    this.#sinal = sinal;
    return this.#ultimo;
  }

  async #revelar(): Promise<Retrato> {
    const linhas = await this.alvo.consultar(this.sql);
    return Object.fromEntries(
      linhas.map(({ tabela, linhas: n, ultimo, versoes }) => [
        String(tabela),
        `${Number(n)} linhas, último ${Number(ultimo)}, versões ${Number(versoes)}`,
      ]),
    );
  }
}

/** Whether a scheduled task ran in between: what changed may be its doing. */
export const houveVez = (antes: Retrato, depois: Retrato): boolean => antes[VEZES] !== depois[VEZES];

/** The tables whose line is not the same, but for the turns of scheduled tasks. */
export const mudancas = (antes: Retrato, depois: Retrato): string[] =>
  Object.keys({ ...antes, ...depois })
    .filter((tabela) => tabela !== VEZES && antes[tabela] !== depois[tabela])
    .map((tabela) => `${tabela}: ${antes[tabela] ?? 'não havia'} → ${depois[tabela] ?? 'não há'}`);
