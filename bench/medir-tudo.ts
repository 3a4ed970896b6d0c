import { gravarResultado, type Medida } from '../ferramentas/apoio/resultado.js';
import type { Contexto } from './apoio/contexto.js';
import { medirContraOPiso } from './medidas/contra-o-piso.js';
import { medirCrescimento } from './medidas/crescimento.js';
import { medirNoSqlite } from './medidas/no-sqlite.js';
import { medirReacao } from './medidas/reacao.js';
import { medirTamanho } from './medidas/tamanho.js';
import { type NomeDaSecao, SECOES } from './opcoes.js';

interface Parte {
  readonly secoes: readonly NomeDaSecao[];
  readonly precisaDoServidor: boolean;
  readonly medir: (contexto: Contexto, pedidas: readonly NomeDaSecao[]) => Promise<Medida[]>;
}

const PARTES: readonly Parte[] = [
  { secoes: ['leituras', 'escritas'], precisaDoServidor: true, medir: medirContraOPiso },
  { secoes: ['sqlite'], precisaDoServidor: false, medir: medirNoSqlite },
  { secoes: ['reacao'], precisaDoServidor: true, medir: medirReacao },
  { secoes: ['crescimento'], precisaDoServidor: true, medir: medirCrescimento },
  { secoes: ['tamanho'], precisaDoServidor: false, medir: medirTamanho },
];

/** Every part that was asked for; answers the exit code: 1 when a goal was missed, or a part could not be measured. */
export async function medirTudo(contexto: Contexto, argumentos: readonly string[]): Promise<number> {
  const { opcoes, temServidor } = contexto;
  const inicio = performance.now();
  const medidas: Medida[] = [];
  let falhou = false;
  if (temServidor) await contexto.servidor();
  else console.log('Não há MariaDB nem MySQL nesta máquina: só se mede o que usa o SQLite.');
  for (const { secoes, precisaDoServidor, medir } of PARTES) {
    const pedidas = secoes.filter((secao) => opcoes.secoes.includes(secao));
    if (pedidas.length === 0 || (precisaDoServidor && !temServidor)) continue;
    const marca = contexto.faxina.quantas;
    try {
      medidas.push(...(await medir(contexto, pedidas)));
    } catch (erro) {
      if (contexto.interrompido) return 130;
      // What the other parts measured is worth its time: this one is left, with all that it opened.
      falhou = true;
      console.error(`\n✗ Não foi possível medir ${pedidas.join(' e ')}: ${String(erro)}\n`);
      await contexto.faxina.fazer(marca);
    }
  }
  mostrarMedidas(medidas);
  if (!falhou && temServidor && !opcoes.curto && opcoes.secoes.length === SECOES.length)
    gravarResultado({
      comando: 'bench',
      linhaDeComando: ['npm run bench', ...(argumentos.length > 0 ? ['--', ...argumentos] : [])].join(' '),
      semente: opcoes.semente,
      banco: `${await contexto.versaoDoServidor()}${opcoes.semFsync ? ', sem fsync,' : ''} e SQLite`,
      duracaoS: Math.round((performance.now() - inicio) / 1000),
      medidas,
    });
  return falhou || medidas.some(({ atingida }) => atingida === false) ? 1 : 0;
}

function mostrarMedidas(medidas: readonly Medida[]): void {
  console.log('\nResultado');
  for (const { nome, meta, valor, atingida } of medidas) {
    const sinal = atingida === undefined ? ' ' : atingida ? '✓' : '✗';
    console.log(`${sinal} ${nome}${meta ? ` (meta ${meta})` : ''}: ${valor}`);
  }
}
