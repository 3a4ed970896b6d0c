import { dependencias, type Passo } from '../passos/passo.js';

/** Tries a shorter sequence: true when its last step still fails. */
export type Tentar = (passos: readonly Passo[]) => Promise<boolean>;

/** The steps without which this one cannot be written. */
export function necessarios(passos: readonly Passo[], alvo: Passo): Passo[] {
  const porNumero = new Map(passos.map((passo) => [passo.numero, passo]));
  const achados = new Set<number>();
  const procurar = (passo: Passo): void => {
    if (achados.has(passo.numero)) return;
    achados.add(passo.numero);
    for (const numero of dependencias(passo)) {
      const anterior = porNumero.get(numero);
      if (anterior) procurar(anterior);
    }
  };
  procurar(alvo);
  return passos.filter(({ numero }) => achados.has(numero));
}

/**
 * A shorter sequence that fails in the same way, by delta debugging: first what the last step needs to be written,
 * then that and whatever touched the same records, then whatever changed anything, then all; and from the first of these that fails, pieces are
 * taken away for as long as `tentativas` last. Null: not even the whole sequence fails again.
 */
export async function reduzir(
  passos: readonly Passo[],
  tentar: Tentar,
  { tentativas = 30, mudaram = new Set() }: { tentativas?: number; mudaram?: ReadonlySet<number> } = {},
): Promise<readonly Passo[] | null> {
  const ultimo = passos.at(-1)!;
  const minimos = necessarios(passos, ultimo);
  const vizinhos = comVizinhos(passos, minimos);
  let restam = tentativas;
  const falha = async (candidatos: readonly Passo[]): Promise<boolean> => {
    restam -= 1;
    return tentar(candidatos);
  };
  let atual: readonly Passo[] | null = null;
  for (const candidatos of [minimos, vizinhos, comMudancas(passos, mudaram), passos]) {
    if (!(await falha(candidatos))) continue;
    atual = candidatos;
    break;
  }
  if (!atual) return null;
  for (
    let tamanho = Math.ceil((atual.length - 1) / 2);
    tamanho >= 1 && restam > 0;
    tamanho = Math.floor(tamanho / 2)
  )
    for (let i = 0; i < atual.length - 1 && restam > 0;) {
      const sem: readonly Passo[] = semOrfaos([...atual.slice(0, i), ...atual.slice(i + tamanho)], ultimo);
      if (sem.includes(ultimo) && (await falha(sem))) atual = sem;
      else i += tamanho;
    }
  return atual;
}

/** Those that changed something, and the last. */
function comMudancas(passos: readonly Passo[], mudaram: ReadonlySet<number>): Passo[] {
  const ficam = passos.filter((passo) => mudaram.has(passo.numero) || passo === passos.at(-1));
  const todos = new Set(ficam.flatMap((passo) => necessarios(passos, passo)));
  return passos.filter((passo) => todos.has(passo));
}

/** Those that name a record that one of these made. */
function comVizinhos(passos: readonly Passo[], minimos: readonly Passo[]): Passo[] {
  const nucleo = new Set(minimos.map(({ numero }) => numero));
  const tocam = passos.filter((passo) => dependencias(passo).some((numero) => nucleo.has(numero)));
  const todos = new Set([...minimos, ...tocam].flatMap((passo) => necessarios(passos, passo)));
  return passos.filter((passo) => todos.has(passo));
}

/** Without those that refer to what is no longer there; the last one stays out too when it does. */
function semOrfaos(passos: readonly Passo[], ultimo: Passo): Passo[] {
  const ha = new Set<number>();
  const ficam: Passo[] = [];
  for (const passo of [...passos.filter((p) => p !== ultimo), ultimo])
    if (dependencias(passo).every((numero) => ha.has(numero))) {
      ha.add(passo.numero);
      ficam.push(passo);
    }
  return ficam;
}
