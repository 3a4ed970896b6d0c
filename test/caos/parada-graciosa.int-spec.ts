import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BancoDeTeste, criarBancoDeTeste } from '../apoio/banco-de-teste.js';
import { ProcessoDoPlantao } from '../apoio/processo-do-plantao.js';

describe('Parada graciosa', () => {
  let banco: BancoDeTeste;
  let processo: ProcessoDoPlantao;

  beforeAll(async () => {
    banco = await criarBancoDeTeste();
    processo = await ProcessoDoPlantao.preparar(banco.ambiente);
  });
  afterAll(async () => {
    await processo.matar();
    await banco.apagar();
  });

  it('deve terminar o que está em curso, sair com código 0 e continuar de onde parou', async () => {
    await processo.ligar();
    await processo.entrar();
    const emCurso = Array.from({ length: 12 }, (_, n) =>
      processo.pedir('POST', '/v1/setores', { nome: `Setor ${n}` }),
    );
    await new Promise((resolver) => setTimeout(resolver, 15));
    const codigo = await processo.parar();
    const respostas = await Promise.all(emCurso);
    expect(codigo).toBe(0);
    expect(processo.recusas).toEqual([]);

    await processo.ligar();
    await processo.entrar();
    const lista = await processo.pedir('GET', '/v1/setores?limite=100');
    const nomes = (lista!.data as { nome: string }[]).map((s) => s.nome);
    const aceitos = respostas.filter((r) => r !== null).map((r) => (r.data as { nome: string }).nome);
    expect(aceitos.length).toBeGreaterThan(0);
    expect(nomes).toEqual(expect.arrayContaining(aceitos));
  });
});
