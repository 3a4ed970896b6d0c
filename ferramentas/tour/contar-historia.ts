import { setTimeout as esperar } from 'node:timers/promises';
import { type Cliente, type Pedido, type Resposta, ServidorMudo } from './cliente.js';
import { conferir } from './conferir.js';
import type { Lembrancas } from './lembrancas.js';
import type { Narrador } from './narrador.js';
import type { Capitulo, Espera, Passo } from './passo.js';
import { autorizado, cabecalhosDe, preencherPedido } from './pedido-do-passo.js';
import type { CapituloContado } from './resumo.js';

const PRAZO_DA_REACAO_MS = 15_000;
const MAIOR_INTERVALO_MS = 200;

export interface Cena {
  readonly cliente: Cliente;
  readonly narrador: Narrador;
  readonly lembrancas: Lembrancas;
  readonly pausar: () => Promise<void>;
}

/** Plays the chapters in order, up to the first answer that is not the expected one: false. */
export async function contarHistoria(historia: readonly Capitulo[], cena: Cena): Promise<boolean> {
  const { narrador, cliente, pausar } = cena;
  const contados: CapituloContado[] = [];
  for (const capitulo of historia) {
    if (contados.length > 0) await pausar();
    narrador.capitulo(contados.length + 1, capitulo);
    const contado = await contarCapitulo(capitulo, cena);
    if (contado === null) return false;
    contados.push(contado);
  }
  narrador.resumir(contados, cliente.api);
  return true;
}

async function contarCapitulo({ titulo, passos }: Capitulo, cena: Cena): Promise<CapituloContado | null> {
  let [certos, ms] = [0, 0];
  for (const passo of passos) {
    const desfecho = await contarPasso(passo, cena);
    if (desfecho === null) return null;
    ms += desfecho.ms;
    if (desfecho.dispensado) return { titulo, certos, ms, dispensados: passos.length - certos };
    certos += 1;
  }
  return { titulo, certos, ms, dispensados: 0 };
}

/** Null: the answer was not the expected one, and the narrator has said so. */
async function contarPasso(
  passo: Passo,
  { cliente, narrador, lembrancas }: Cena,
): Promise<{ ms: number; dispensado: boolean } | null> {
  const pedido = preencherPedido(passo, lembrancas);
  const espera = lembrancas.preencher({ ...passo.espera });
  narrador.pedido(passo.oQue, pedido);
  const inicio = performance.now();
  try {
    const { resposta, diferencas, vezes } = await pedirAte(
      () => pedirComQuemEntrou(cliente, pedido, lembrancas),
      { espera, prazoMs: passo.insiste ? PRAZO_DA_REACAO_MS : 0 },
    );
    const ms = performance.now() - inicio;
    if (diferencas.length === 0) diferencas.push(...lembrancas.guardar(passo.guarda ?? {}, resposta));
    if (diferencas.length === 0) {
      narrador.resposta(resposta, {
        mostra: passo.mostra,
        cabecalhos: cabecalhosDe(passo),
        reacao: passo.insiste ? { ms, vezes } : null,
      });
      return { ms, dispensado: false };
    }
    const { dispensa } = passo;
    if (dispensa && conferir(dispensa.resposta, resposta).length === 0) {
      narrador.dispensar(resposta, dispensa.porque);
      return { ms, dispensado: true };
    }
    narrador.falhar(resposta, diferencas, passo.dica);
  } catch (erro) {
    if (!(erro instanceof ServidorMudo)) throw erro;
    narrador.calar(erro.message);
  }
  return null;
}

/** Asks once; or, where there is time, until the answer is the expected one. */
async function pedirAte(
  pedir: () => Promise<Resposta>,
  { espera, prazoMs }: { espera: Espera; prazoMs: number },
): Promise<{ resposta: Resposta; diferencas: string[]; vezes: number }> {
  const fim = performance.now() + prazoMs;
  for (let [vezes, intervalo] = [1, 5]; ; vezes++, intervalo = Math.min(intervalo * 2, MAIOR_INTERVALO_MS)) {
    const resposta = await pedir();
    const diferencas = conferir(espera, resposta);
    if (diferencas.length === 0 || performance.now() >= fim) return { resposta, diferencas, vezes };
    await esperar(intervalo);
  }
}

/** Whoever reads slowly, or moved the clock, finds the token ended: they enter again, and go on where they were. */
async function pedirComQuemEntrou(
  cliente: Cliente,
  pedido: Pedido,
  lembrancas: Lembrancas,
): Promise<Resposta> {
  const resposta = await cliente.pedir(autorizado(pedido, lembrancas));
  if (resposta.status !== 401 || !lembrancas.tem('token')) return resposta;
  const entrada = await cliente.pedir({
    metodo: 'POST',
    caminho: '/v1/auth/login',
    corpo: lembrancas.preencher({ email: '{email}', senha: '{senha}' }),
  });
  return lembrancas.guardar({ token: 'accessToken' }, entrada).length > 0
    ? resposta
    : cliente.pedir(autorizado(pedido, lembrancas));
}
