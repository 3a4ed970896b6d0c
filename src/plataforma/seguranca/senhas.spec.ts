import { performance } from 'node:perf_hooks';
import { describe, expect, it } from '@jest/globals';
import type { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { Senhas } from './senhas.js';

const senhas = new Senhas();
const mediana = (valores: number[]): number => valores.sort((a, b) => a - b)[Math.floor(valores.length / 2)]!;

describe('senhas', () => {
  it('deve gerar argon2id com os parâmetros fixados e um sal por senha', async () => {
    const [um, outro] = [await senhas.gerar('uma senha'), await senhas.gerar('uma senha')];

    expect(um).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]+\$[\w+/]+$/);
    expect(um.length).toBeLessThanOrEqual(255);
    expect(outro).not.toBe(um);
  });

  it('deve conferir a senha certa e recusar as demais', async () => {
    const guardada = await senhas.gerar('Senha com Ç e 🏥');

    expect(await senhas.confere('Senha com Ç e 🏥', guardada)).toBe(true);
    for (const errada of ['senha com ç e 🏥', 'Senha com Ç e 🏥 ', 'Senha com C e 🏥', ''])
      expect(await senhas.confere(errada, guardada)).toBe(false);
  });

  it('deve aceitar a mesma senha com os acentos compostos de outro modo', async () => {
    const guardada = await senhas.gerar('coração'.normalize('NFD'));

    expect(await senhas.confere('coração'.normalize('NFC'), guardada)).toBe(true);
  });

  it('deve levar, para quem não existe, o tempo de uma senha errada, e nunca aceitar', async () => {
    const guardada = await senhas.gerar('uma senha');
    const medir = async (hash: string | null): Promise<number> => {
      const inicio = performance.now();
      expect(await senhas.confere('outra senha', hash)).toBe(false);
      return performance.now() - inicio;
    };
    const [conhecido, desconhecido]: [number[], number[]] = [[], []];
    for (let i = 0; i < 15; i++) {
      conhecido.push(await medir(guardada));
      desconhecido.push(await medir(null));
    }

    const razao = mediana(desconhecido) / mediana(conhecido);
    expect(razao).toBeGreaterThan(0.5);
    expect(razao).toBeLessThan(2);
  });

  it('deve dizer de qual é a senha, sem a confundir com a de ninguém', async () => {
    const [uma, outra] = [await senhas.gerar('uma senha'), await senhas.gerar('outra senha')];
    expect(await senhas.qual('uma senha', [uma, outra])).toBe(0);
    expect(await senhas.qual('outra senha', [uma, outra])).toBe(1);
    expect(await senhas.qual('outra senha', [null, outra])).toBe(1);
    expect(await senhas.qual('nenhuma', [uma, outra])).toBe(-1);
    expect(await senhas.qual('nenhuma', [null, null])).toBe(-1);
  });

  it('deve conferir todas numa vez só: cheia a fila, quem já começou não é recusado no meio', async () => {
    const lote = new Senhas();
    await lote.confere('aquecer', null);
    const duas = lote.qual('errada', [null, null]);
    const resto = Array.from({ length: 65 }, () => lote.confere('errada', null));
    expect(await duas).toBe(-1);
    await Promise.all(resto);
  });

  it('deve recusar com 429 o que passa de duas em curso e 64 na fila', async () => {
    const lote = new Senhas();
    await lote.confere('aquecer', null);
    const resultados = await Promise.allSettled(Array.from({ length: 80 }, () => lote.gerar('uma senha')));
    const recusas = resultados.flatMap((r) => (r.status === 'rejected' ? [r.reason as ErroDeDominio] : []));

    expect(recusas).toHaveLength(80 - 2 - 64);
    expect(recusas[0]).toMatchObject({ tipo: 'excesso', codigo: 'ACESSO.OCUPADO' });
  });
});
