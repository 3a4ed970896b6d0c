import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { chaveDosSelos } from '../../src/plataforma/auditoria/elo.js';
import { Selador } from '../../src/plataforma/auditoria/selador.js';
import { ChaveTrocada, Selagem } from '../../src/plataforma/auditoria/selagem.js';
import { verificarCadeia } from '../../src/plataforma/auditoria/verificar-cadeia.js';
import { Registrador } from '../../src/plataforma/observabilidade/registrador.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { INSERIR, linha, refazerTrilha } from './trilha.js';

const PERTO = new Date('2026-06-01T12:05:00Z');

describe('selagem da auditoria', () => {
  let app: AplicacaoDeTeste;
  let selagem: Selagem;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await app.app.get(Selador).beforeApplicationShutdown();
    selagem = app.app.get(Selagem);
  });
  afterAll(() => app.encerrar());
  beforeEach(() => refazerTrilha(app, 10));

  const chave = () => chaveDosSelos(app.banco.ambiente.auditoriaSegredo);
  const verificar = () =>
    verificarCadeia((sql, valores = []) => app.consultar(sql, [...valores]), chave(), { agora: PERTO });
  const ordem = async () =>
    (await app.consultar('SELECT registro_id FROM auditoria_selos ORDER BY sequencia')).map((s) =>
      Number(s.registro_id),
    );
  const chegar = (id: number) => app.unidade.executar((tx) => tx.executar(INSERIR, linha(id)));

  it('deve ligar cada linha à anterior, por ordem de id', async () => {
    expect(await selagem.selar(0)).toEqual({ selados: 10, ate: 20, cheio: false });
    expect(await ordem()).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20]);
    expect(await selagem.selar(0)).toEqual({ selados: 0, ate: 0, cheio: false });
    expect(await verificar()).toMatchObject({ violacao: null, conferidos: 10 });
  });

  it('deve selar depois a linha de id menor que foi confirmada tarde, e não a perder', async () => {
    await selagem.selar(0);
    await chegar(7);
    expect((await selagem.selar(20)).selados).toBe(0);
    expect((await selagem.selar(0)).selados).toBe(1);
    expect(await ordem()).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 7]);
    expect((await verificar()).violacao).toBeNull();
  });

  it('deve só avançar o marco quando nada fica por selar, e nunca recuá-lo', async () => {
    const marco = async () => Number((await app.consultar('SELECT marco FROM auditoria_cadeia'))[0]!.marco);
    await refazerTrilha(app, 600);
    expect((await selagem.selar(0, 1_200)).cheio).toBe(true);
    expect(await marco()).toBe(0);
    expect(await selagem.selar(0, 1_200)).toMatchObject({ selados: 88, cheio: false });
    expect(await marco()).toBe(1_200);
    await selagem.selar(0, 3);
    expect(await marco()).toBe(1_200);
  });

  it('deve denunciar a linha inserida abaixo do marco, que ninguém mais sela', async () => {
    await selagem.selar(0, 20);
    await chegar(7);
    expect((await selagem.selar(0)).selados).toBe(0);
    expect((await verificar()).violacao).toMatchObject({ registroId: 7 });
  });

  it('deve fazer uma só cadeia, sem falta nem repetição, quando muitos selam juntos', async () => {
    await refazerTrilha(app, 60);
    const chegadas = Array.from({ length: 30 }, (_, n) => chegar(1_000 + n * 3));
    await Promise.all([...Array.from({ length: 8 }, () => selagem.selar(0)), ...chegadas]);
    await selagem.selar(0);
    expect(await verificar()).toMatchObject({ violacao: null, conferidos: 90 });
  });

  it('deve recusar continuar a cadeia com outra chave', async () => {
    await selagem.selar(0);
    await chegar(22);
    const outra = new Selagem(app.unidade, chaveDosSelos('outra chave, com mais de 32 caracteres'));
    await expect(outra.selar(0)).rejects.toBeInstanceOf(ChaveTrocada);
    expect(await ordem()).toHaveLength(10);
    const outraVez = await verificarCadeia(
      (sql, valores = []) => app.consultar(sql, [...valores]),
      chaveDosSelos('outra chave, com mais de 32 caracteres'),
      { agora: PERTO },
    );
    expect(outraVez.violacao?.oQue).toMatch(/selada com outra chave/);
  });
});

describe('processo que sela a auditoria', () => {
  it('deve selar sozinho o que foi gravado, acabar o que falta quando para, e dizer onde a cadeia acaba', async () => {
    const app = await AplicacaoDeTeste.iniciar();
    try {
      await app.criar('/v1/setores', { nome: 'Selado' });
      const faltam = async () =>
        Number(
          (
            await app.consultar(
              'SELECT COUNT(*) AS n FROM auditoria a LEFT JOIN auditoria_selos s ON s.registro_id = a.id WHERE s.sequencia IS NULL',
            )
          )[0]!.n,
        );
      await eventualmente(async () => expect(await faltam()).toBe(0));
      await app.criar('/v1/setores', { nome: 'No fim' });
      const registro = jest.spyOn(app.app.get(Registrador), 'informe');
      await app.app.get(Selador).beforeApplicationShutdown();
      expect(await faltam()).toBe(0);
      const { sequencia, hash } = await app.app.get(Selagem).cabeca();
      expect(registro).toHaveBeenCalledWith('âncora da auditoria', { ancora: `${sequencia}:${hash}` });
    } finally {
      await app.encerrar();
    }
  });
});
