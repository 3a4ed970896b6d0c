import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { RAIZ } from '#scripts/preparar.mjs';

/** One line of docs/medidas.md. */
export interface Medida {
  /** What was measured, in Portuguese, as a person would ask it. */
  readonly nome: string;
  /** What was wanted, in words; absent: a figure without a goal. */
  readonly meta?: string;
  /** What came out, with its unit, as it will be read. */
  readonly valor: string;
  /** Absent where there is no goal. */
  readonly atingida?: boolean;
}

/** What a command measured, and on what: the source of docs/medidas.md. */
export interface Resultado {
  readonly comando: 'bench' | 'caos' | 'fuzz';
  /** As typed, so that anyone may type it again. */
  readonly linhaDeComando: string;
  readonly semente: number | null;
  readonly commit: string;
  readonly nucleos: number;
  readonly node: string;
  readonly banco: string;
  readonly duracaoS: number;
  readonly medidas: readonly Medida[];
}

/** The commit of what runs, read when the run begins: during it another may be made. */
const COMMIT = commitDaqui();

/** Writes `<comando>/resultado.json`. `npm run gerar` makes the page of it. */
export function gravarResultado(resultado: Omit<Resultado, 'commit' | 'nucleos' | 'node'>): void {
  const completo: Resultado = {
    ...resultado,
    commit: COMMIT,
    nucleos: availableParallelism(),
    node: process.version,
  };
  writeFileSync(join(RAIZ, resultado.comando, 'resultado.json'), `${JSON.stringify(completo, null, 2)}\n`);
}

/** What other runs have just written does not make the code another. */
function commitDaqui(): string {
  const commit = git('log', '-1', '--format=%h');
  if (commit === '') return 'desconhecido';
  return git('status', '--porcelain', '--', ':!*/resultado.json') === '' ? commit : `${commit} com mudanças`;
}

function git(...argumentos: string[]): string {
  return spawnSync('git', argumentos, { cwd: RAIZ, encoding: 'utf8' }).stdout?.trim() ?? '';
}
