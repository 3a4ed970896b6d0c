import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaTransicao } from '../../../../test/apoio/cenario-de-leitos.js';
import { dia, esperaRecusaDeOcupacao, OcupacaoDeTeste } from '../../../../test/apoio/ocupacao-de-teste.js';
import { instante } from '../../../banco/dialeto.js';

describe('ocupação de leitos', () => {
  let cenario: CenarioDeLeitos;
  let ocupacoes: OcupacaoDeTeste;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    ocupacoes = await OcupacaoDeTeste.montar(cenario);
  });
  afterAll(() => cenario.encerrar());

  describe('desocupar', () => {
    it('deve fechar a ocupação e mandar o leito à limpeza', async () => {
      const id = await cenario.leito();
      const internacaoId = await ocupacoes.ocupar(id, dia(4));
      expect(await ocupacoes.desocupar(internacaoId, dia(8))).toEqual({ leitoId: id });
      await esperaTransicao(cenario, id, { de: 'OCUPADO', para: 'AGUARDANDO_LIMPEZA', acao: 'desocupar' }, [
        'leito-desocupado',
      ]);
      const [linha] = await cenario.linhas('ocupacoes', id);
      expect([instante(linha!.fim), linha!.leito_aberto_id, linha!.internacao_aberta_id]).toEqual([
        dia(8),
        null,
        null,
      ]);
    });

    it('deve liberar de uma vez onde a limpeza não é exigida, com os dois fatos na mesma versão', async () => {
      const id = await cenario.leito();
      const internacaoId = await ocupacoes.ocupar(id, dia(4));
      await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: false });
      await ocupacoes.desocupar(internacaoId, dia(8));
      await cenario.app.pedir('PATCH', '/v1/hospital', { leitoExigeLimpeza: true });
      await esperaTransicao(cenario, id, { de: 'OCUPADO', para: 'LIVRE', acao: 'desocupar' }, [
        'leito-desocupado',
        'leito-liberado',
      ]);
    });

    it('deve recusar a saída anterior à entrada, no futuro, e de quem não está em leito algum', async () => {
      const id = await cenario.leito();
      const internacaoId = await ocupacoes.ocupar(id, dia(4));
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', () =>
        ocupacoes.desocupar(internacaoId, new Date(dia(4).getTime() - 1)),
      );
      await esperaRecusaDeOcupacao(cenario, 'LEITO.EM_NO_FUTURO', () =>
        ocupacoes.desocupar(internacaoId, new Date('2190-01-01T00:00:00Z')),
      );
      const semLeito = await ocupacoes.estadia();
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.SEM_LEITO', () => ocupacoes.desocupar(semLeito));
      await ocupacoes.desocupar(internacaoId, dia(4));
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.SEM_LEITO', () => ocupacoes.desocupar(internacaoId));
    });
  });

  describe('transferir', () => {
    it('deve fechar um trecho e abrir o outro no mesmo instante, e lembrar o motivo', async () => {
      const [de, para] = [await cenario.leito(), await cenario.leito('LIVRE', { tipo: 'UTI_ADULTO' })];
      const internacaoId = await ocupacoes.ocupar(de, dia(4));
      expect(await ocupacoes.transferir(internacaoId, para, dia(6))).toEqual({ deLeitoId: de });
      await esperaTransicao(
        cenario,
        de,
        { para: 'AGUARDANDO_LIMPEZA', acao: 'desocupar', motivo: 'cuidado' },
        ['leito-desocupado'],
      );
      await esperaTransicao(cenario, para, { para: 'OCUPADO', acao: 'ocupar', motivo: 'cuidado' }, [
        'leito-ocupado',
      ]);
      const trechos = await ocupacoes.contrato.trechos(internacaoId);
      expect(trechos).toMatchObject([
        { leitoId: de, tipo: 'ENFERMARIA', inicio: dia(4), fim: dia(6), setorId: cenario.setorId },
        { leitoId: para, tipo: 'UTI_ADULTO', inicio: dia(6), fim: null },
      ]);
    });

    it('deve responder em cada trecho o tipo que o leito tinha quando ele começou', async () => {
      const [de, para] = [await cenario.leito(), await cenario.leito()];
      const internacaoId = await ocupacoes.ocupar(de, dia(4));
      await cenario.app.pedir('PATCH', `/v1/leitos/${de}`, { tipo: 'APARTAMENTO' });
      await cenario.app.pedir('PATCH', `/v1/leitos/${para}`, { tipo: 'UTI_ADULTO' });
      await ocupacoes.transferir(internacaoId, para, dia(6));
      expect((await ocupacoes.contrato.trechos(internacaoId)).map((t) => t.tipo)).toEqual([
        'ENFERMARIA',
        'UTI_ADULTO',
      ]);
    });

    it('deve recusar o mesmo leito, um que não existe, um ocupado, o passado e o indisponível, sem escrever nada', async () => {
      const [de, livre, ocupado, bloqueado] = [
        await cenario.leito(),
        await cenario.leito(),
        await cenario.leito('OCUPADO'),
        await cenario.leito('BLOQUEADO'),
      ];
      const internacaoId = await ocupacoes.ocupar(de, dia(4));
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.MESMO_LEITO', () =>
        ocupacoes.transferir(internacaoId, de),
      );
      await esperaRecusaDeOcupacao(cenario, 'LEITO.NAO_ENCONTRADO', () =>
        ocupacoes.transferir(internacaoId, 999_999),
      );
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_OCUPADO', () =>
        ocupacoes.transferir(internacaoId, ocupado),
      );
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.LEITO_INDISPONIVEL', () =>
        ocupacoes.transferir(internacaoId, bloqueado),
      );
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', () =>
        ocupacoes.transferir(internacaoId, livre, dia(3)),
      );
      const semLeito = await ocupacoes.estadia();
      await esperaRecusaDeOcupacao(cenario, 'INTERNACAO.SEM_LEITO', () =>
        ocupacoes.transferir(semLeito, livre),
      );
    });

    it('deve deixar voltar ao leito de onde saiu, depois de limpo, e listar os trechos em ordem', async () => {
      const [a, b] = [await cenario.leito(), await cenario.leito()];
      const internacaoId = await ocupacoes.ocupar(a, dia(4));
      await ocupacoes.transferir(internacaoId, b, dia(5));
      await ocupacoes.limpar(a, dia(5, 1));
      await ocupacoes.transferir(internacaoId, a, dia(6));
      await ocupacoes.desocupar(internacaoId, dia(7));
      expect(
        (await ocupacoes.contrato.trechos(internacaoId)).map((t) => [t.leitoId, t.inicio, t.fim]),
      ).toEqual([
        [a, dia(4), dia(5)],
        [b, dia(5), dia(6)],
        [a, dia(6), dia(7)],
      ]);
    });

    it('deve sobreviver a transferências cruzadas ao mesmo tempo, sem leito com dois pacientes', async () => {
      const [a, b, c] = [await cenario.leito(), await cenario.leito(), await cenario.leito()];
      const [deA, deB] = [await ocupacoes.ocupar(a), await ocupacoes.ocupar(b)];
      const respostas = await Promise.allSettled([
        ocupacoes.transferir(deA, b),
        ocupacoes.transferir(deB, a),
        ocupacoes.transferir(deA, c),
        ocupacoes.transferir(deB, c),
      ]);
      expect(respostas.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
      const abertas = await cenario.app.consultar(
        'SELECT leito_aberto_id FROM ocupacoes WHERE internacao_aberta_id IN (?, ?)',
        [deA, deB],
      );
      expect(new Set(abertas.map((o) => o.leito_aberto_id)).size).toBe(2);
    });
  });
});
