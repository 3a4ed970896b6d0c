import { parentPort } from 'node:worker_threads';
import { Conexao, escreverPedido } from './conexao.js';
import type { Amostra } from './amostra.js';
import type { PedidoDeCarga } from './gerador.js';

const QUEIXAS = 3;

/** What one run keeps while it lasts. */
class Anotacoes {
  readonly latencias: number[] = [];
  falhas = 0;
  readonly queixas: string[] = [];

  falhar(queixa: string): void {
    this.falhas += 1;
    if (this.queixas.length < QUEIXAS) this.queixas.push(queixa.slice(0, 300));
  }
}

async function rodar(plano: PedidoDeCarga): Promise<Amostra> {
  const bytes = plano.pedidos.map((pedido) => escreverPedido(pedido, plano.token));
  const conexoes = Array.from({ length: plano.conexoes }, () => new Conexao(plano.porta));
  const anotacoes = new Anotacoes();
  const inicio = performance.now();
  const usados = plano.taxa
    ? await compassar(plano, bytes, conexoes, plano.taxa, anotacoes)
    : await insistir(plano, bytes, conexoes, anotacoes);
  const segundos = (performance.now() - inicio) / 1000;
  for (const conexao of conexoes) conexao.fechar();
  const { falhas, queixas } = anotacoes;
  return { latencias: Float64Array.from(anotacoes.latencias).sort(), segundos, falhas, queixas, usados };
}

/** Closed loop: each connection asks again as soon as it is answered. */
async function insistir(
  plano: PedidoDeCarga,
  bytes: readonly Buffer[],
  conexoes: readonly Conexao[],
  anotacoes: Anotacoes,
): Promise<number> {
  const fim = performance.now() + plano.segundos * 1000;
  let proximo = 0;
  await Promise.all(
    conexoes.map(async (conexao) => {
      while (performance.now() < fim && (plano.repetir || proximo < bytes.length)) {
        const qual = proximo++ % bytes.length;
        if (!(await pedir(conexao, bytes[qual]!, performance.now(), anotacoes))) return;
      }
    }),
  );
  return Math.min(proximo, bytes.length);
}

/** Open loop: so many a second, whatever the answers take; one that finds no free connection waits, and it counts. */
async function compassar(
  plano: PedidoDeCarga,
  bytes: readonly Buffer[],
  conexoes: readonly Conexao[],
  taxa: number,
  anotacoes: Anotacoes,
): Promise<number> {
  const total = Math.min(bytes.length, Math.round(plano.segundos * taxa));
  const inicio = performance.now();
  let proximo = 0;
  await Promise.all(
    conexoes.map(async (conexao) => {
      while (proximo < total) {
        const qual = proximo++;
        const devido = inicio + (qual / taxa) * 1000;
        const falta = devido - performance.now();
        if (falta > 0) await new Promise((resolver) => setTimeout(resolver, falta));
        if (!(await pedir(conexao, bytes[qual]!, devido, anotacoes))) return;
      }
    }),
  );
  return total;
}

/** False when the connection serves no more. */
async function pedir(conexao: Conexao, bytes: Buffer, desde: number, anotacoes: Anotacoes): Promise<boolean> {
  try {
    const { status, corpo } = await conexao.pedir(bytes);
    anotacoes.latencias.push(performance.now() - desde);
    if (status < 200 || status > 299) anotacoes.falhar(`${status} ${corpo}`);
    return true;
  } catch (erro) {
    anotacoes.falhar(String(erro));
    return false;
  }
}

parentPort?.on('message', (plano: PedidoDeCarga) => {
  void rodar(plano).then((amostra) => parentPort?.postMessage(amostra));
});
