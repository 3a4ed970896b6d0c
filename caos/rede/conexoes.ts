import { setTimeout as esperar } from 'node:timers/promises';
import type { ClienteHttp } from '../../ferramentas/apoio/cliente-http.js';
import type { Palco } from '../palco.js';

/** Of units of work and of reads, 20 each by default. */
const LUGARES_DOS_POOLS = 40;
/** More than the places of a pool: one that was lost is missed. */
const DE_UMA_VEZ = 60;
const PRAZO_MS = 10_000;

/** Nothing was left open at the server, no place of a pool was lost: everybody is answered at the same time. */
export async function conferirConexoes(
  { base, achados, medido }: Palco,
  cliente: ClienteHttp,
): Promise<void> {
  const inicio = performance.now();
  const respostas = await Promise.all(
    Array.from({ length: DE_UMA_VEZ }, (_, n) =>
      cliente.pedir(
        n % 2 === 0
          ? { metodo: 'GET', caminho: '/v1/leitos?limite=5' }
          : { metodo: 'POST', caminho: '/v1/setores', corpo: { nome: `Setor da volta ${n}` } },
      ),
    ),
  );
  const ms = performance.now() - inicio;
  const recusas = respostas.filter(({ status }) => status >= 300);
  if (recusas.length > 0 || ms > PRAZO_MS)
    achados.anotar(
      'VAZAMENTO: o pool não voltou a ter todos os lugares',
      `${recusas.length} recusas, ${ms} ms`,
    );
  const contar = async (sql: string): Promise<number> => Number((await base.consultar(sql))[0]!.n);
  const conexoes = (): Promise<number> =>
    contar(
      'SELECT COUNT(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()',
    );
  const transacoes = (): Promise<number> =>
    contar(`SELECT COUNT(*) AS n FROM information_schema.innodb_trx t
      JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
      WHERE p.db = DATABASE() AND t.trx_started < NOW() - INTERVAL 5 SECOND`);
  while (performance.now() - inicio < PRAZO_MS && (await conexoes()) > LUGARES_DOS_POOLS) await esperar(200);
  const [abertas, esquecidas] = [await conexoes(), await transacoes()];
  medido.push(`${abertas} conexões no fim`);
  if (abertas > LUGARES_DOS_POOLS)
    achados.anotar('VAZAMENTO: conexões demais no servidor de banco', `${abertas} de ${LUGARES_DOS_POOLS}`);
  if (esquecidas > 0) achados.anotar('VAZAMENTO: transações esquecidas abertas', String(esquecidas));
}
