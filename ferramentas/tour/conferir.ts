import type { Resposta } from './cliente.js';
import { lerRecusa } from './destaque.js';
import type { Espera, Json } from './passo.js';

/** In what an answer differs from what was expected of it; nothing, when it does not. */
export function conferir(espera: Espera, resposta: Resposta): string[] {
  const { status, data, quantos, codigo, cabecalhos = {}, texto } = espera;
  const diferencas = compararValor('status', status, resposta.status);
  if (data !== undefined) diferencas.push(...compararValor('data', data, resposta.data));
  if (quantos !== undefined)
    diferencas.push(...compararValor('itens em data', quantos, tamanho(resposta.data)));
  if (codigo !== undefined) diferencas.push(...compararValor('código', codigo, lerRecusa(resposta)?.codigo));
  for (const [nome, valor] of Object.entries(cabecalhos))
    diferencas.push(...compararValor(nome, valor, resposta.cabecalhos.get(nome)));
  if (texto !== undefined && !resposta.texto.includes(texto))
    diferencas.push(`o corpo não contém "${texto}"`);
  return diferencas;
}

function compararValor(onde: string, esperado: Json, veio: Json | undefined): string[] {
  if (Array.isArray(esperado)) {
    const itens = Array.isArray(veio) ? (veio as Json[]) : [];
    return (esperado as Json[])
      .filter((item) => !itens.some((outro) => compararValor(onde, item, outro).length === 0))
      .map((item) => `${onde} não tem ${JSON.stringify(item)}`);
  }
  if (typeof esperado === 'object' && esperado !== null) {
    const campos = typeof veio === 'object' && veio !== null ? (veio as Record<string, Json>) : {};
    return Object.entries(esperado).flatMap(([campo, valor]) =>
      compararValor(`${onde}.${campo}`, valor, campos[campo]),
    );
  }
  return esperado === veio ? [] : [`${onde}: esperava ${escrito(esperado)}, veio ${escrito(veio)}`];
}

const escrito = (valor: Json | undefined): string =>
  valor === undefined || valor === null ? 'nada' : JSON.stringify(valor);

const tamanho = (data: Json | undefined): number => (Array.isArray(data) ? data.length : 0);
