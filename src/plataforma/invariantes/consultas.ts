import type { MaquinaDeEstados } from '../dominio/maquina-de-estados.js';

/** Later than anything that may happen; what is still open ends then. */
export const SEMPRE = "'9999-12-31'";

/**
 * The later of any two of `periodos` (`id, grupo, inicio, fim`) of one group that share time, in one pass: it begins
 * before all that began earlier are over. Periods that touch share nothing; one of no length shares its instant with
 * what has it strictly inside. `classes`: only those of different `classe` count.
 */
export function sobrepostos(periodos: string, { classes = false } = {}): string {
  const fim = `COALESCE(p.fim, ${SEMPRE})`;
  const ate = (oQue: string): string =>
    `MAX(${oQue}) OVER (PARTITION BY p.grupo ORDER BY p.inicio, ${fim}, p.id
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  if (!classes)
    return `SELECT s.id FROM (SELECT p.id, p.inicio, ${ate(fim)} AS ate FROM (${periodos}) p) s WHERE s.ate > s.inicio`;
  const daClasse = (n: number): string => ate(`CASE p.classe WHEN ${n} THEN ${fim} END`);
  return `SELECT s.id FROM (SELECT p.id, p.inicio, p.classe, ${daClasse(0)} AS ate_0, ${daClasse(1)} AS ate_1
                              FROM (${periodos}) p) s
           WHERE CASE s.classe WHEN 0 THEN s.ate_1 ELSE s.ate_0 END > s.inicio`;
}

/** The ids of which one side has a fact (`id, fato`) more often than the other. */
export const desencontros = (umLado: string, outroLado: string): string =>
  `SELECT d.id FROM (SELECT a.id, a.fato, 1 AS n FROM (${umLado}) a
                      UNION ALL SELECT b.id, b.fato, -1 AS n FROM (${outroLado}) b) d
    GROUP BY d.id, d.fato HAVING SUM(d.n) <> 0`;

/** SQL that is true of a step (`acao` from `de` to `para`) that the machine does not have. */
export function foraDaMaquina(
  { transicoes }: MaquinaDeEstados<string, string>,
  { de, acao, para }: { readonly de: string; readonly acao?: string; readonly para: string },
): string {
  const passos = transicoes.map((t) => `'${t.de} ${acao ? `${t.acao} ` : ''}${t.para}'`);
  return `CONCAT(${de}, ' ', ${acao ? `${acao}, ' ', ` : ''}${para}) NOT IN (${[...new Set(passos)].join(', ')})`;
}

interface Passos {
  readonly tabela: string;
  /** The column that tells whose steps they are. */
  readonly dono: string;
  readonly ordem: string;
  readonly de: string;
  readonly para: string;
}

/** The steps of one owner that are not counted from 1 on, or do not begin where the one before ended. */
export const foraDaSequencia = ({ tabela, dono, ordem, de, para }: Passos): string =>
  `SELECT p.id FROM (SELECT id, ${ordem} AS ordem, ${de} AS de,
             LAG(${para}) OVER (PARTITION BY ${dono} ORDER BY ${ordem}) AS antes,
             ROW_NUMBER() OVER (PARTITION BY ${dono} ORDER BY ${ordem}) AS n FROM ${tabela}) p
   WHERE p.n <> p.ordem OR COALESCE(p.antes, '-') <> COALESCE(p.de, '-')`;

/** A column that tells who did something, without a foreign key, and what the rows of its table are called. */
type Autoria = readonly [registro: string, tabela: string, coluna: string];

/** What was done by a user who does not exist. */
export const deNinguem = (autorias: readonly Autoria[]): string =>
  autorias
    .map(
      ([registro, tabela, coluna]) =>
        `SELECT CONCAT('${registro}:', t.id) AS id FROM ${tabela} t LEFT JOIN usuarios u ON u.id = t.${coluna}
          WHERE t.${coluna} IS NOT NULL AND u.id IS NULL`,
    )
    .join(' UNION ALL ');

/** The keys of idempotency whose answer told of a record (`endereço -> tabela`) that does not exist. */
export const chavesSemEfeito = (enderecos: Readonly<Record<string, string>>): string =>
  Object.entries(enderecos)
    .map(([endereco, tabela]) => {
      const id = `CAST(SUBSTR(c.local, ${endereco.length + 2}) AS SIGNED)`;
      return `SELECT c.id FROM chaves_de_idempotencia c LEFT JOIN ${tabela} t ON t.id = ${id}
               WHERE c.status = 201 AND c.local = CONCAT('${endereco}/', ${id}) AND t.id IS NULL`;
    })
    .join(' UNION ALL ');
