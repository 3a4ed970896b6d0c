import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { AlterarPaciente, type AlteracaoDoPaciente } from './alterar-paciente.js';

describe('AlterarPaciente, diante de outros cadastros e de internações', () => {
  let aplicacao: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    aplicacao.relogio.ajustar(new Date('2026-06-10T12:00:00Z'));
    cenario = await CenarioDeInternacao.montar(aplicacao);
  });
  afterAll(() => aplicacao.encerrar());

  const alterar = (id: number, dados: AlteracaoDoPaciente) =>
    aplicacao.app.get(CommandBus).execute(new AlterarPaciente(id, dados, SISTEMA));

  it('deve avisar de quem passou a se parecer, só quando a alteração toca no que se compara', async () => {
    const pessoa = { nome: 'Lia', dataNascimento: '1970-01-01', sexo: 'F' };
    const { id: outra } = await aplicacao.criar('/v1/pacientes', pessoa);
    const { id } = await aplicacao.criar('/v1/pacientes', { ...pessoa, nome: 'Léa' });
    expect((await alterar(id, { nome: 'LIA' })).avisos).toMatchObject([
      { codigo: 'PACIENTE.POSSIVEL_HOMONIMO', pacienteId: outra },
    ]);
    expect((await alterar(id, { email: 'lia@exemplo.com.br' })).avisos).toEqual([]);
    expect((await alterar(id, { dataNascimento: '1970-01-02' })).avisos).toEqual([]);
  });

  it('deve recusar um nascimento depois da primeira internação, no dia do hospital', async () => {
    // 23:30 of the 9th in São Paulo.
    const { id, pacienteId } = await cenario.internar({ admitidaEm: '2026-06-10T02:30:00Z' });
    await esperaRecusaSemEscrita(aplicacao, ['pacientes'], 'PACIENTE.NASCIMENTO_DEPOIS_DA_INTERNACAO', () =>
      alterar(pacienteId, { nome: 'RN', dataNascimento: '2026-06-10' }),
    );
    expect(await alterar(pacienteId, { dataNascimento: '2026-06-09' })).toMatchObject({
      dataNascimento: '2026-06-09',
    });
    await aplicacao.post(`/v1/internacoes/${id}/alta`, { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' });
    await esperaRecusaSemEscrita(aplicacao, ['pacientes'], 'PACIENTE.NASCIMENTO_DEPOIS_DA_INTERNACAO', () =>
      alterar(pacienteId, { dataNascimento: '2026-06-10' }),
    );
  });
});
