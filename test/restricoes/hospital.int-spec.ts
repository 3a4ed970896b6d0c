import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const INSTANTE = new Date('2026-06-01T12:00:00Z');

const HOSPITAL = {
  id: 1,
  fuso: 'America/Sao_Paulo',
  hora_do_censo: 24,
  hora_da_virada: 12,
  tolerancia_minutos: 0,
  classe_da_diaria: 'NOITE',
  leito_exige_limpeza: true,
  reserva_horas: 2,
  reabertura_horas: 24,
  prazo_particular_dias: 30,
  tentativas_ate_bloquear: 10,
  exige_segundo_fator: false,
  exige_troca_da_senha_inicial: false,
  criado_em: INSTANTE,
  atualizado_em: INSTANTE,
  versao: 1,
};
const DIARIA = { hospital_id: 1, tipo_leito: 'ENFERMARIA', valor: 100 };

describe('Restrições de hospital', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await inserirLinha(aplicacao, 'hospital_diarias', DIARIA);
    await aplicacao.unidade.executar(async (tx) => {
      await tx.executar('DELETE FROM hospital_diarias');
      await tx.executar('DELETE FROM hospital');
    });
  });
  afterAll(() => aplicacao.encerrar());

  it.each([
    ['ck_hospital_unico', { id: 2 }],
    ['ck_hospital_hora_do_censo', { hora_do_censo: 0 }],
    ['ck_hospital_hora_do_censo', { hora_do_censo: 25 }],
    ['ck_hospital_hora_da_virada', { hora_da_virada: 24 }],
    ['ck_hospital_tolerancia', { tolerancia_minutos: -1 }],
    ['ck_hospital_classe_da_diaria', { classe_da_diaria: 'TARDE' }],
    ['ck_hospital_reserva', { reserva_horas: 0 }],
    ['ck_hospital_reabertura', { reabertura_horas: 721 }],
    ['ck_hospital_prazo_particular', { prazo_particular_dias: 366 }],
    ['ck_hospital_tentativas', { tentativas_ate_bloquear: 2 }],
    ['ck_hospital_tentativas', { tentativas_ate_bloquear: 11 }],
    ['ck_hospital_sessao_inatividade', { sessao_inatividade_minutos: 4 }],
    ['ck_hospital_sessao_inatividade', { sessao_inatividade_minutos: 721 }],
    ['ck_hospital_sessao_maxima', { sessao_maxima_horas: 0 }],
    ['ck_hospital_sessao_maxima', { sessao_maxima_horas: 169 }],
  ])('deve recusar por %s', async (restricao, errado) => {
    await esperaRecusaDoBanco(aplicacao, ['hospital', { ...HOSPITAL, ...errado }], 'verificacao', restricao);
  });

  it('deve guardar a tabela de preços do hospital que existe, um preço por tipo, nunca negativo', async () => {
    await esperaRecusaDoBanco(aplicacao, ['hospital_diarias', DIARIA], 'referencia_inexistente');
    await inserirLinha(aplicacao, 'hospital', HOSPITAL);
    await inserirLinha(aplicacao, 'hospital_diarias', DIARIA);
    await esperaRecusaDoBanco(
      aplicacao,
      ['hospital_diarias', DIARIA],
      'chave_duplicada',
      'uq_hospital_diarias_tipo',
    );
    const outra = { ...DIARIA, tipo_leito: 'APARTAMENTO' };
    await esperaRecusaDoBanco(
      aplicacao,
      ['hospital_diarias', { ...outra, valor: -1 }],
      'verificacao',
      'ck_hospital_diarias_valor',
    );
    await esperaRecusaDoBanco(
      aplicacao,
      ['hospital_diarias', { ...outra, tipo_leito: 'REDE' }],
      'verificacao',
      'ck_hospital_diarias_tipo',
    );
  });
});
