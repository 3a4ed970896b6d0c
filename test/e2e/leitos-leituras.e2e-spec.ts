import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransicaoDoLeitoResposta } from '../../src/modulos/leitos/casos-de-uso/listar-historico-do-leito.js';
import type { MapaResposta } from '../../src/modulos/leitos/mapa-resposta.js';
import type { LeitoResposta } from '../../src/modulos/leitos/casos-de-uso/obter-leito.js';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { dia } from '../apoio/ocupacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

describe('leituras dos leitos', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const pedir = <T>(caminho: string) => cenario.app.get<T>(caminho);
  const recusa = async (caminho: string) => {
    const { status, corpo } = await pedir(caminho);
    return [status, corpo.error[0]!.codigo, corpo.error[0]!.campo];
  };

  describe('GET /v1/leitos', () => {
    it('deve filtrar por classe, extra, maca e começo do número', async () => {
      const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Dos filtros' });
      const extra = await cenario.leito('LIVRE', { setorId, numero: 'Ág-1', extra: true });
      const maca = await cenario.leito('LIVRE', { setorId, numero: 'AG%2', maca: true });
      const outro = await cenario.leito('LIVRE', { setorId, numero: 'B-1', classe: 'OBSERVACAO' });
      const listar = async (filtro: string) =>
        (await pedir<LeitoResposta[]>(`/v1/leitos?setorId=${setorId}&${filtro}`)).corpo.data.map((l) => l.id);
      expect(await listar('classe=OBSERVACAO')).toEqual([outro]);
      expect(await listar('extra=true')).toEqual([extra]);
      expect(await listar('maca=false')).toEqual([extra, outro]);
      expect(await listar('numero=aG')).toEqual([extra, maca]);
      expect(await listar(`numero=${encodeURIComponent('ag%')}`)).toEqual([maca]);
      expect(await listar('numero=ag&maca=true&classe=OBSERVACAO')).toEqual([]);
      expect(await recusa('/v1/leitos?extra=sim')).toEqual([400, 'PLATAFORMA.CAMPO_INVALIDO', 'extra']);
    });

    it.each([
      ['id', 'UTI_ADULTO', ['C', 'A', 'b', 'a']],
      ['-id', 'UTI_NEONATAL', ['a', 'b', 'A', 'C']],
      ['numero', 'UTI_PEDIATRICA', ['A', 'a', 'b', 'C']],
      ['-numero', 'PSIQUIATRICO', ['C', 'b', 'a', 'A']],
    ])('deve ordenar por %s, de página em página', async (ordem, tipo, esperados) => {
      for (const numero of ['C', 'A', 'b', 'a']) {
        const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Da ordem' });
        await cenario.leito('LIVRE', { setorId, numero, tipo });
      }
      const lidos: string[] = [];
      for (let cursor = ''; lidos.length < 4;) {
        const caminho = `/v1/leitos?tipo=${tipo}&limite=1&ordem=${ordem}${cursor}`;
        const { corpo } = await pedir<LeitoResposta[]>(caminho);
        lidos.push(...corpo.data.map((l) => l.numero));
        cursor = `&cursor=${corpo.meta.proximoCursor}`;
      }
      expect(lidos).toEqual(esperados);
    });

    it('deve recusar uma ordem que não há, e o cursor de outra', async () => {
      await cenario.leito();
      await cenario.leito();
      expect(await recusa('/v1/leitos?ordem=tipo')).toEqual([400, 'PLATAFORMA.CAMPO_INVALIDO', 'ordem']);
      const { meta } = (await pedir('/v1/leitos?limite=1&ordem=numero')).corpo;
      expect(await recusa(`/v1/leitos?ordem=-numero&cursor=${meta.proximoCursor}`)).toEqual([
        ...[400, 'PLATAFORMA.CURSOR_INVALIDO', 'cursor'],
      ]);
    });

    it('deve trazer a versão do leito, que aumenta a cada mudança', async () => {
      const id = await cenario.leito();
      const versao = async () => (await pedir<LeitoResposta>(`/v1/leitos/${id}`)).corpo.data.versao;
      const antes = await versao();
      await cenario.comandar(id, 'bloquear');
      expect([antes, await versao()]).toEqual([1, 2]);
    });
  });

  describe('GET /v1/leitos/{id}/historico', () => {
    const listar = async (id: number, consulta = '') =>
      (await pedir<TransicaoDoLeitoResposta[]>(`/v1/leitos/${id}/historico?${consulta}`)).corpo;

    it('deve contar as transições, da última à primeira, em páginas', async () => {
      const id = await cenario.leito();
      await cenario.comandar(id, 'bloquear', { em: dia(1), motivo: 'infiltração' });
      await cenario.comandar(id, 'desbloquear', { em: dia(2) });
      await cenario.comandar(id, 'iniciar-limpeza', { em: dia(3) });
      const { data, meta } = await listar(id, 'limite=2');
      expect(data.map((t) => [t.versao, t.de, t.para])).toEqual([
        [4, 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA'],
        [3, 'BLOQUEADO', 'AGUARDANDO_LIMPEZA'],
      ]);
      const resto = await listar(id, `limite=2&cursor=${meta.proximoCursor}`);
      expect([resto.data, resto.meta.proximoCursor]).toEqual([
        [
          {
            ...{ versao: 2, de: 'LIVRE', para: 'BLOQUEADO', acao: 'bloquear' },
            ...{
              em: dia(1).toISOString(),
              ate: null,
              registradoEm: expect.any(String),
              motivo: 'infiltração',
            },
            autorId: expect.any(Number),
          },
        ],
        null,
      ]);
    });

    it('deve filtrar pelo instante em que aconteceu', async () => {
      const id = await cenario.leito();
      await cenario.comandar(id, 'bloquear', { em: dia(1) });
      await cenario.comandar(id, 'desbloquear', { em: dia(2) });
      await cenario.comandar(id, 'iniciar-limpeza', { em: dia(3) });
      const acoes = async (consulta: string) => (await listar(id, consulta)).data.map((t) => t.acao);
      expect(await acoes(`desde=${dia(2).toISOString()}`)).toEqual(['iniciar-limpeza', 'desbloquear']);
      expect(await acoes(`ate=${dia(2).toISOString()}`)).toEqual(['desbloquear', 'bloquear']);
      expect(await acoes(`desde=${dia(4).toISOString()}`)).toEqual([]);
      expect(await recusa(`/v1/leitos/${id}/historico?desde=ontem`)).toEqual([
        ...[400, 'PLATAFORMA.CAMPO_INVALIDO', 'desde'],
      ]);
    });

    it('deve calar sobre quem passou pelo leito', async () => {
      const id = await cenario.leito();
      const internacao = await cenario.internacoes.internar({ leitoId: id });
      const motivo = 'Piora clínica';
      const leitoId = await cenario.leito();
      await cenario.app.post(`/v1/internacoes/${internacao.id}/transferir`, { leitoId, motivo });
      for (const leito of [id, leitoId]) {
        const { data } = await listar(leito);
        expect(data.map((t) => t.motivo)).toEqual(data.map(() => null));
        expect(JSON.stringify(data)).not.toMatch(/paciente|internacao|Piora/i);
      }
    });

    it('deve responder 404 ao leito que não existe, e fechar a porta ao paciente', async () => {
      expect(await recusa('/v1/leitos/999999/historico')).toEqual([404, 'LEITO.NAO_ENCONTRADO', undefined]);
      const doPaciente = comoPapel(cenario.app, 'PACIENTE');
      const { status } = await cenario.app.pedir('GET', '/v1/leitos/1/historico', undefined, doPaciente);
      expect(status).toBe(403);
    });
  });

  describe('GET /v1/leitos/mapa?em=', () => {
    it('deve mostrar o leito como estava, e recusar o futuro e o que não é instante', async () => {
      const id = await cenario.leito();
      await cenario.comandar(id, 'bloquear', { em: dia(1) });
      await cenario.comandar(id, 'desbloquear', { em: dia(3) });
      const { data } = (await pedir<MapaResposta>(`/v1/leitos/mapa?em=${dia(2).toISOString()}`)).corpo;
      expect(data.em).toBe(dia(2).toISOString());
      expect(data.setores.flatMap((s) => s.leitos).find((l) => l.id === id)).toMatchObject({
        status: 'BLOQUEADO',
        desde: dia(1).toISOString(),
      });
      const em = 'em=2190-01-01T00:00:00Z';
      expect(await recusa(`/v1/leitos/mapa?${em}`)).toEqual([400, 'LEITO.EM_NO_FUTURO', 'em']);
      expect(await recusa('/v1/leitos/mapa?em=ontem')).toEqual([400, 'PLATAFORMA.CAMPO_INVALIDO', 'em']);
    });
  });
});
