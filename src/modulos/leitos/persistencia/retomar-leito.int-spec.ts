import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaTransicao } from '../../../../test/apoio/cenario-de-leitos.js';
import { dia, esperaRecusaDeOcupacao, OcupacaoDeTeste } from '../../../../test/apoio/ocupacao-de-teste.js';
import { instante } from '../../../banco/dialeto.js';

describe('retomar o leito', () => {
  let cenario: CenarioDeLeitos;
  let ocupacoes: OcupacaoDeTeste;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
    ocupacoes = await OcupacaoDeTeste.montar(cenario);
  });
  afterAll(() => cenario.encerrar());

  /** A stay that was in the bed from the 4th to the 8th. */
  async function saida(leitoId: number): Promise<number> {
    const internacaoId = await ocupacoes.ocupar(leitoId, dia(4));
    await ocupacoes.desocupar(internacaoId, dia(8));
    return internacaoId;
  }
  const esperaRecusa = (internacaoId: number, codigo = 'INTERNACAO.LEITO_INDISPONIVEL') =>
    esperaRecusaDeOcupacao(cenario, codigo, () => ocupacoes.retomar(internacaoId));

  const DEPOIS_DA_SAIDA = {
    AGUARDANDO_LIMPEZA: [],
    EM_LIMPEZA: ['iniciar-limpeza'],
    LIVRE: ['iniciar-limpeza', 'concluir-limpeza'],
  };

  it.each(Object.entries(DEPOIS_DA_SAIDA))(
    'deve continuar, de um leito %s, o trecho como se não tivesse acabado',
    async (de, comandos) => {
      const id = await cenario.leito();
      const internacaoId = await saida(id);
      for (const comando of comandos) await cenario.comandar(id, comando);
      const antes = ocupacoes.agora;
      expect(await ocupacoes.retomar(internacaoId)).toEqual({ leitoId: id });
      await esperaTransicao(
        cenario,
        id,
        { de, para: 'OCUPADO', acao: 'retomar', motivo: 'alta por engano' },
        ['leito-ocupado'],
      );
      const historico = (await cenario.linhas('leitos_historico', id)).at(-1)!;
      expect(instante(historico.em).getTime()).toBeGreaterThanOrEqual(antes.getTime());
      expect(await cenario.linhas('ocupacoes', id)).toMatchObject([
        { internacao_id: internacaoId, fim: null, leito_aberto_id: id, internacao_aberta_id: internacaoId },
      ]);
      const [leito] = await cenario.app.consultar('SELECT desde FROM leitos WHERE id = ?', [id]);
      expect(instante(leito!.desde)).toEqual(dia(4));
      await ocupacoes.desocupar(internacaoId, dia(9));
    },
  );

  it('deve voltar ao último leito de uma estadia que passou por vários', async () => {
    const [a, b] = [await cenario.leito(), await cenario.leito()];
    const internacaoId = await ocupacoes.ocupar(a, dia(4));
    await ocupacoes.transferir(internacaoId, b, dia(4));
    await ocupacoes.desocupar(internacaoId, dia(4));
    expect(await ocupacoes.retomar(internacaoId)).toEqual({ leitoId: b });
    expect(await ocupacoes.status(a)).toBe('AGUARDANDO_LIMPEZA');
  });

  it('deve aceitar o leito reservado para o mesmo paciente, e recusar o reservado para outro', async () => {
    const [meu, alheio, deQuemVier] = [await cenario.leito(), await cenario.leito(), await cenario.leito()];
    const sairam = [];
    for (const id of [meu, alheio, deQuemVier]) {
      sairam.push(await saida(id));
      await ocupacoes.limpar(id, dia(8));
    }
    await cenario.comandar(meu, 'reservar', { pacienteId: ocupacoes.pacienteId });
    await cenario.comandar(alheio, 'reservar');
    await cenario.app.post(`/v1/leitos/${deQuemVier}/reservar`);
    await ocupacoes.retomar(sairam[0]!);
    expect(await ocupacoes.status(meu)).toBe('OCUPADO');
    await esperaRecusa(sairam[1]!);
    await esperaRecusa(sairam[2]!);
    await cenario.passar(3);
    await ocupacoes.retomar(sairam[1]!);
  });

  it('deve recusar o leito que outro ocupa, ou ocupou desde a saída, mesmo por um instante', async () => {
    const [ocupado, passou] = [await cenario.leito(), await cenario.leito()];
    const [a, b] = [await saida(ocupado), await saida(passou)];
    for (const id of [ocupado, passou]) await ocupacoes.limpar(id, dia(8));
    await ocupacoes.ocupar(ocupado, dia(9));
    await esperaRecusa(a, 'INTERNACAO.LEITO_OCUPADO');
    await ocupacoes.registrar({ leitoId: passou, inicio: dia(9), fim: dia(9) });
    await esperaRecusa(b);
  });

  it('deve recusar o leito usado ou bloqueado por um instante, na hora mesma da saída', async () => {
    const [usado, bloqueado] = [await cenario.leito(), await cenario.leito()];
    const [a, b] = [await saida(usado), await saida(bloqueado)];
    await ocupacoes.registrar({ leitoId: usado, inicio: dia(8), fim: dia(8) });
    await esperaRecusa(a);
    await cenario.comandar(bloqueado, 'bloquear', { em: dia(8) });
    await cenario.comandar(bloqueado, 'desbloquear', { em: dia(8) });
    await esperaRecusa(b);
  });

  it('deve recusar o leito bloqueado ou desativado, agora ou desde a saída', async () => {
    const ids = [await cenario.leito(), await cenario.leito(), await cenario.leito(), await cenario.leito()];
    const [bloqueado, foiBloqueado, desativado, foiDesativado] = ids as [number, number, number, number];
    const sairam = [];
    for (const id of ids) {
      sairam.push(await saida(id));
      await ocupacoes.limpar(id, dia(8));
    }
    await cenario.comandar(bloqueado, 'bloquear', { em: dia(9) });
    await cenario.comandar(foiBloqueado, 'bloquear', { em: dia(9), ate: dia(10) });
    await cenario.comandar(desativado, 'desativar', { em: dia(9) });
    await cenario.comandar(foiDesativado, 'desativar', { em: dia(9) });
    await cenario.comandar(foiDesativado, 'reativar', { em: dia(10) });
    for (const internacaoId of sairam) await esperaRecusa(internacaoId);
  });

  it('deve recusar quem nunca teve leito, e quem ainda está nele', async () => {
    await esperaRecusa(await ocupacoes.estadia(), 'INTERNACAO.SEM_LEITO');
    await esperaRecusa(await ocupacoes.ocupar(await cenario.leito()), 'INTERNACAO.SEM_LEITO');
  });

  it('deve dar o leito a um só, quando um volta e outro entra ao mesmo tempo', async () => {
    const id = await cenario.leito();
    const internacaoId = await saida(id);
    await ocupacoes.limpar(id, dia(8));
    const outra = await ocupacoes.estadia();
    const respostas = await Promise.allSettled([
      ocupacoes.retomar(internacaoId),
      ocupacoes.ocupar(id, ocupacoes.agora, outra),
    ]);
    expect(respostas.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
  });
});
