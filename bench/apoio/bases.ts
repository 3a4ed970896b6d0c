import { randomBytes } from 'node:crypto';
import { iniciarServidor, type ServidorDeTeste } from '#scripts/servidor-de-teste.mjs';
import { type Base, criarBaseMysql, criarBaseSqlite } from '../../ferramentas/apoio/base.js';
import { carregar } from '../carga/carregar.js';
import type { PlanoDaCarga } from '../carga/plano.js';
import { ligarProduto } from './lado.js';

/** As a hospital's server runs: a commit is on the disk when it is answered, and the data fit in memory. */
const DURAVEL = [
  '--innodb-flush-log-at-trx-commit=1',
  '--innodb-flush-method=O_DIRECT',
  '--innodb-log-file-size=1G',
];
/** For comparison: nobody waits for the disk. */
const SEM_ESPERAR_O_DISCO = ['--innodb-flush-log-at-trx-commit=2', '--innodb-flush-method=nosync'];

/** A private server for the measures; its general log is at hand, and off. */
export const iniciarServidorDeMedida = (semFsync: boolean): Promise<ServidorDeTeste> =>
  iniciarServidor([
    ...(semFsync ? SEM_ESPERAR_O_DISCO : DURAVEL),
    '--innodb-buffer-pool-size=2G',
    '--loose-local-infile=ON',
    '--log-output=TABLE',
  ]);

export interface BaseCarregada extends Base {
  readonly plano: PlanoDaCarga;
}

/** An empty database, or without a server an embedded one; its secret is known, so that tokens can be signed. */
export async function criarBase(servidor: ServidorDeTeste | null): Promise<Base> {
  const base = servidor ? await criarBaseMysql(servidor) : criarBaseSqlite();
  return { ...base, variaveis: { JWT_SECRET: randomBytes(32).toString('hex'), ...base.variaveis } };
}

/** Leaves it as the product does after its first start, and fills it. */
export async function encher(
  base: Base,
  plano: PlanoDaCarga,
  aoGravar: (linhas: number, total: number) => void,
): Promise<void> {
  const produto = await ligarProduto(base, 'tudo');
  await produto.parar();
  await carregar(base, plano, aoGravar);
}
