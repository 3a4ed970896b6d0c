import { gravarResultado, type Medida } from '../ferramentas/apoio/resultado.js';
import type { Contexto } from './apoio/contexto.js';
import { medirContraOPiso } from './medidas/contra-o-piso.js';
import { medirCrescimento } from './medidas/crescimento.js';
import { medirNoSqlite } from './medidas/no-sqlite.js';
import { medirReacao } from './medidas/reacao.js';
import { medirTamanho } from './medidas/tamanho.js';
import { SECOES } from './opcoes.js';

/** Every part that was asked for; answers the exit code: 1 when a goal was missed. */
export async function medirTudo(contexto: Contexto, argumentos: readonly string[]): Promise<number> {
  const { opcoes } = contexto;
  const inicio = performance.now();
  const medidas: Medida[] = [];
  const quer = (secao: (typeof SECOES)[number]): boolean => opcoes.secoes.includes(secao);
  const partes = (['leituras', 'escritas'] as const).filter(quer);
  if (!contexto.temServidor)
    console.log('Não há MariaDB nem MySQL nesta máquina: só se mede o que usa o SQLite.');
  else if (partes.length > 0) medidas.push(...(await medirContraOPiso(contexto, partes)));
  if (quer('sqlite')) medidas.push(...(await medirNoSqlite(contexto)));
  if (contexto.temServidor && quer('reacao')) medidas.push(...(await medirReacao(contexto)));
  if (contexto.temServidor && quer('crescimento')) medidas.push(...(await medirCrescimento(contexto)));
  if (quer('tamanho')) medidas.push(...(await medirTamanho(contexto)));
  mostrarMedidas(medidas);
  const inteiro = !opcoes.curto && opcoes.secoes.length === SECOES.length;
  if (inteiro)
    gravarResultado({
      comando: 'bench',
      linhaDeComando: ['npm run bench', ...(argumentos.length > 0 ? ['--', ...argumentos] : [])].join(' '),
      semente: opcoes.semente,
      banco: opcoes.semFsync ? 'MariaDB sem fsync e SQLite' : 'MariaDB e SQLite',
      duracaoS: Math.round((performance.now() - inicio) / 1000),
      medidas,
    });
  return medidas.some(({ atingida }) => atingida === false) ? 1 : 0;
}

function mostrarMedidas(medidas: readonly Medida[]): void {
  console.log('\nResultado');
  for (const { nome, meta, valor, atingida } of medidas) {
    const sinal = atingida === undefined ? ' ' : atingida ? '✓' : '✗';
    console.log(`${sinal} ${nome}${meta ? ` (meta ${meta})` : ''}: ${valor}`);
  }
}
