import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HISTORIA } from '../../ferramentas/tour/historia.js';
import { lacunasDe } from '../../ferramentas/tour/lembrancas.js';

const passos = HISTORIA.flatMap((capitulo) => capitulo.passos);

/** What the document describes, each operation as a pattern of method and path. */
const operacoes = (): RegExp[] => {
  const arquivo = readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8');
  const { paths } = JSON.parse(arquivo) as { paths: Record<string, object> };
  return Object.entries(paths).flatMap(([caminho, metodos]) =>
    Object.keys(metodos).map(
      (metodo) => new RegExp(`^${metodo} ${caminho.replaceAll(/\{\w+\}/g, '[^/]+')}$`, 'i'),
    ),
  );
};

describe('história do tour', () => {
  it('deve usar só o que um passo anterior guardou', () => {
    const guardados = new Set(['marca', 'inscricao', 'email', 'senha']);
    const semOrigem: string[] = [];
    for (const { guarda = {}, mostra: _, ...passo } of passos) {
      semOrigem.push(...lacunasDe(passo).filter((nome) => !guardados.has(nome)));
      Object.keys(guarda).forEach((nome) => guardados.add(nome));
    }
    expect(semOrigem).toEqual([]);
  });

  it('deve pedir só o que a API tem', () => {
    // The mailbox is a page, and the metrics are read by machines: neither is in the document.
    const existentes = [...operacoes(), /^GET \/(correio|metricas)$/];
    const pedidos = passos.map(({ pedido }) => pedido.replace(/\?.*/, ''));
    expect(pedidos.filter((pedido) => !existentes.some((operacao) => operacao.test(pedido)))).toEqual([]);
  });

  it('deve ter, em cada capítulo, um título só seu e uma frase que diz por que importa', () => {
    const titulos = HISTORIA.map(({ titulo }) => titulo);
    expect(new Set(titulos).size).toBe(titulos.length);
    const fora = HISTORIA.filter(({ frase }) => !/^\p{Lu}.{60,220}\.?\)?\.$/u.test(frase));
    expect(fora.map(({ titulo }) => titulo)).toEqual([]);
  });

  it('deve dizer o que espera de tudo o que faz', () => {
    const mudos = passos.filter(
      ({ espera, mostra }) => espera.status < 400 && mostra === undefined && espera.data === undefined,
    );
    expect(mudos.map(({ oQue }) => oQue)).toEqual([]);
  });
});
