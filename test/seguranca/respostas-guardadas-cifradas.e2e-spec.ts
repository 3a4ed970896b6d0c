import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Cofre } from '../../src/plataforma/seguranca/cofre.js';
import {
  guardarResposta,
  type PedidoUnico,
  reservarChave,
} from '../../src/plataforma/http/idempotencia/respostas-guardadas.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

const SEGREDO = 'segredo-da-primeira-chave-com-mais-de-32-letras';
const DADOS = {
  nome: 'Zulmira Cifrada Xavante',
  cpf: '52998224725',
  dataNascimento: '1971-02-03',
  sexo: 'F',
  alergias: ['dipirona-cifrada'],
};

describe('respostas que se guardam para uma Idempotency-Key', () => {
  let app: AplicacaoDeTeste;
  let numero = 0;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ JWT_SECRET: SEGREDO });
  });
  afterAll(() => app.encerrar());

  const guardadas = () => app.consultar('SELECT * FROM chaves_de_idempotencia ORDER BY id');
  const criar = (chave: string, mais: object = {}) =>
    app.pedir('POST', '/v1/pacientes', { ...DADOS, ...mais }, { 'idempotency-key': chave });
  /** As a row would be that was sealed with another JWT_SECRET, or that somebody moved. */
  const trocarResposta = (chave: string, resposta: string | null) =>
    app.unidade.executar((tx) =>
      tx.executar('UPDATE chaves_de_idempotencia SET resposta = ? WHERE chave = ?', [resposta, chave]),
    );
  const contar = async () => Number((await app.consultar('SELECT COUNT(*) AS n FROM pacientes'))[0]!.n);

  it('deve guardar cifrado o que respondeu, e respondê-lo de novo igual', async () => {
    const primeira = await criar('cifra-1');
    expect(primeira.status).toBe(201);
    const [linha] = await guardadas();
    expect(String(linha!.resposta)).toMatch(/^v1\.[\w-]{8}\.[\w-]+$/);
    const tudo = JSON.stringify(await guardadas());
    for (const valor of [DADOS.nome, DADOS.cpf, DADOS.alergias[0]!, '1971-02-03'])
      expect(tudo).not.toContain(valor);
    const segunda = await criar('cifra-1');
    expect([segunda.status, segunda.corpo]).toEqual([201, primeira.corpo]);
  });

  it('deve dizer que não pode mais ler a resposta, sem repetir o efeito, quando a chave do servidor mudou', async () => {
    const outroCofre = new Cofre({ jwtSegredo: 'segredo-da-segunda-chave-com-mais-de-32-letras' });
    await criar('cifra-2', { cpf: null });
    const antes = await contar();
    const deOutraLinha = String((await guardadas())[0]!.resposta);
    for (const resposta of [outroCofre.selar('{"data":{}}', 'x'), deOutraLinha]) {
      await trocarResposta('cifra-2', resposta);
      const repetida = await criar('cifra-2', { cpf: null });
      expect([repetida.status, repetida.corpo.error[0]!.codigo]).toEqual([
        409,
        'PLATAFORMA.RESPOSTA_ILEGIVEL',
      ]);
    }
    expect(await contar()).toBe(antes);
  });

  it('deve ler o que a versão anterior guardou às claras', async () => {
    const primeira = await criar('cifra-3', { cpf: null });
    await trocarResposta('cifra-3', JSON.stringify(primeira.corpo));
    expect((await criar('cifra-3', { cpf: null })).corpo).toEqual(primeira.corpo);
  });

  it('deve guardar inteira uma resposta de centenas de linhas, e a que não tem corpo', async () => {
    const cofre = new Cofre({ jwtSegredo: SEGREDO });
    const linhas = Array.from({ length: 1500 }, (_, i) => ({
      id: i,
      descricao: `Diária ${i}`,
      valor: i / 7,
    }));
    for (const corpo of [{ data: { linhas } }, undefined]) {
      const pedido: PedidoUnico = {
        ...{ usuarioId: 1, rota: '/v1/x', impressao: 'i' },
        chave: `longa-${++numero}`,
      };
      const agora = app.relogio.agora();
      await app.unidade.executar(async (tx) => {
        expect(await reservarChave(tx, cofre, pedido, agora)).toBeNull();
        await guardarResposta(tx, cofre, pedido, { status: 200, corpo, local: null, etag: null });
      });
      const relida = await app.unidade.executar((tx) => reservarChave(tx, cofre, pedido, agora));
      expect(relida).toEqual({ status: 200, corpo, local: null, etag: null });
    }
  });

  it('deve não guardar o documento que alguém pôs no endereço', async () => {
    const caminho = `/v1/pacientes/${DADOS.cpf}/enderecos`;
    const resposta = await app.pedir('POST', caminho, {}, { 'idempotency-key': 'cifra-9' });
    expect(resposta.status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(await guardadas())).not.toContain(DADOS.cpf);
  });
});
