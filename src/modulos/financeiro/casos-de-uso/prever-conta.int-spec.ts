import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { local } from '../../../../test/apoio/estadia.js';
import { fecharConta } from '../../../../test/apoio/fechar-conta.js';
import { HospitalDeTeste } from '../../../../test/apoio/hospital-de-teste.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { CancelarConta } from './cancelar-conta.js';
import { PreverConta } from './prever-conta.js';

const ENTRADA = local('07/06 10:00');
const SAIDA = local('10/06 09:00');

/** The vector of DOMINIO §4: ward on 7 June, ICU on the 9th at 15:00. Now is the 10th, 10:00. */
describe('PreverConta', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  let convenioId: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    aplicacao.relogio.ajustar(local('10/06 10:00'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
    convenioId = await hospital.convenio({ ENFERMARIA: 100, UTI_ADULTO: 1_000 });
  });
  afterAll(() => aplicacao.encerrar());

  const prever = (internacaoId: number, em?: Date) =>
    aplicacao.app.get(QueryBus).execute(new PreverConta({ internacaoId, ...(em ? { em } : {}) }));

  async function internada(convenio = convenioId): Promise<number> {
    const id = await hospital.internar('ENFERMARIA', { admitidaEm: ENTRADA, convenioId: convenio });
    await hospital.transferir(id, 'UTI_ADULTO', local('09/06 15:00'));
    return id;
  }
  const resumo = async (internacaoId: number, em?: Date) => {
    const { linhas, valor, vencimentoPrevisto } = await prever(internacaoId, em);
    return [linhas.map((l) => `${l.quantidade} ${l.descricao}`), valor, vencimentoPrevisto];
  };
  const [ENFERMARIA, UTI] = ['Diária de enfermaria', 'Diária de UTI adulto'];

  it('deve mostrar a conta como se o paciente saísse em qualquer instante, passado ou futuro', async () => {
    const id = await internada();
    expect([
      await resumo(id),
      await resumo(id, ENTRADA),
      await resumo(id, local('09/06 11:59:59.999')),
      await resumo(id, local('09/06 14:59')),
      await resumo(id, local('09/06 15:00')),
      await resumo(id, local('12/06 13:00')),
    ]).toEqual([
      [[`2 ${ENFERMARIA}`, `1 ${UTI}`], 1_200, '2026-07-10'],
      [[`1 ${ENFERMARIA}`], 100, '2026-07-07'],
      [[`2 ${ENFERMARIA}`], 200, '2026-07-09'],
      [[`3 ${ENFERMARIA}`], 300, '2026-07-09'],
      [[`2 ${ENFERMARIA}`, `1 ${UTI}`], 1_200, '2026-07-09'],
      // 12 June + 30 days is a Sunday.
      [[`2 ${ENFERMARIA}`, `4 ${UTI}`], 4_200, '2026-07-13'],
    ]);
  });

  it('deve prever na saída exatamente o que a alta cobra', async () => {
    const id = await internada();
    const previa = await prever(id, SAIDA);
    await hospital.darAlta(id, SAIDA);
    const antesDeCobrar = await prever(id);
    await fecharConta(aplicacao, id);
    const final = await prever(id);
    const doMesmo = { lancamentoId: final.lancamentoId, status: 'FECHADA' };
    expect([
      { ...previa, ...doMesmo },
      { ...antesDeCobrar, ...doMesmo },
    ]).toEqual([final, final]);
    // As if he had left a day before: a hypothesis, by the prices of now.
    expect(await prever(id, local('09/06 09:00'))).toMatchObject({ lancamentoId: null, valor: 200 });
  });

  it('deve mostrar, de um rascunho, o que seria emitido pelos preços de agora', async () => {
    const incompleto = await hospital.convenio({ ENFERMARIA: 100 });
    const id = await internada(incompleto);
    await hospital.darAlta(id, SAIDA);
    const lancamentoId = await fecharConta(aplicacao, id);
    expect(await prever(id)).toMatchObject({ lancamentoId, valor: 200, semPreco: true });
    await aplicacao.pedir('PATCH', `/v1/convenios/${incompleto}`, {
      diarias: [
        { tipoLeito: 'ENFERMARIA', valor: 100 },
        { tipoLeito: 'UTI_ADULTO', valor: 900 },
      ],
    });
    expect(await prever(id)).toMatchObject({ lancamentoId, valor: 1_100, semPreco: false });
  });

  it('deve recusar um instante fora da estadia', async () => {
    const id = await internada();
    await expect(prever(id, new Date(ENTRADA.getTime() - 1))).rejects.toMatchObject({
      ...{ codigo: 'CONTA.EM_ANTES_DA_ENTRADA', tipo: 'regra_violada', campo: 'em' },
    });
    await hospital.darAlta(id, SAIDA);
    await expect(prever(id, new Date(SAIDA.getTime() + 1))).rejects.toMatchObject({
      ...{ codigo: 'CONTA.EM_DEPOIS_DA_SAIDA', tipo: 'regra_violada', campo: 'em' },
    });
  });

  it('deve não ter conta a mostrar da internação que não existe ou foi cancelada', async () => {
    const id = await internada();
    await aplicacao.app.get(CommandBus).execute(new CancelarConta(id, ENTRADA, null));
    for (const internacaoId of [id, 999_999])
      await expect(prever(internacaoId)).rejects.toMatchObject({
        ...{ tipo: 'nao_encontrado', codigo: 'INTERNACAO.SEM_CONTA' },
      });
  });
});
