import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { PoliticasDoHospital } from '../contrato/politicas-do-hospital.js';
import { PoliticasGuardadas } from './politicas-guardadas.js';

describe('PoliticasGuardadas', () => {
  let aplicacao: AplicacaoDeTeste;
  let politicas: PoliticasGuardadas;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar({
      HOSPITAL_FUSO: 'America/Manaus',
      HOSPITAL_HORA_CENSO: '7',
      LEITO_EXIGE_LIMPEZA: 'false',
      EXIGE_SEGUNDO_FATOR: 'true',
      EXIGE_TROCA_DA_SENHA_INICIAL: 'true',
    });
    politicas = aplicacao.app.get(PoliticasGuardadas);
  });
  beforeEach(async () => {
    await mudarPorFora(12);
    politicas.esquecer();
  });
  afterAll(() => aplicacao.encerrar());

  /** As another replica would. */
  const mudarPorFora = (hora: number) =>
    aplicacao.unidade.executar((tx) =>
      tx.executar('UPDATE hospital SET hora_da_virada = ? WHERE id = 1', [hora]),
    );
  const virada = async () => (await politicas.atuais()).horaDaVirada;

  it('deve oferecer o contrato com o que o ambiente e os padrões semearam', async () => {
    expect(await aplicacao.app.get(PoliticasDoHospital).atuais()).toEqual({
      fuso: 'America/Manaus',
      horaDoCenso: 7,
      horaDaVirada: 12,
      toleranciaMinutos: 0,
      classeDaDiaria: 'NOITE',
      leitoExigeLimpeza: false,
      tentativasAteBloquear: 10,
      exigeSegundoFator: true,
      exigeTrocaDaSenhaInicial: true,
      reservaHoras: 2,
      reaberturaHoras: 24,
      prazoParticularDias: 30,
      sessaoInatividadeMinutos: 30,
      sessaoMaximaHoras: 12,
      diariasParticular: {},
    });
  });

  it('deve guardar a leitura por até 5 s e então ler de novo', async () => {
    expect(await virada()).toBe(12);
    await mudarPorFora(9);
    aplicacao.relogio.avancar(3_000);
    expect(await virada()).toBe(12);
    aplicacao.relogio.avancar(2_000);
    expect(await virada()).toBe(9);
  });

  it('deve ler de novo quando o relógio anda para trás', async () => {
    expect(await virada()).toBe(12);
    await mudarPorFora(8);
    aplicacao.relogio.avancar(-6_000);
    expect(await virada()).toBe(8);
  });

  it('deve descartar uma leitura que uma mudança ultrapassou', async () => {
    const emCurso = politicas.atuais();
    politicas.esquecer();
    await emCurso;
    await mudarPorFora(6);
    expect(await virada()).toBe(6);
  });
});
