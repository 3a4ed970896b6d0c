import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarPaciente } from './cadastrar-paciente.js';
import { InativarPaciente } from './inativar-paciente.js';

describe('InativarPaciente', () => {
  let aplicacao: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(aplicacao);
  });
  afterAll(() => aplicacao.encerrar());

  it('deve tirar de uso uma vez só, guardando quando e por quê, sem apagar nada', async () => {
    const { id } = await aplicacao.app
      .get(CommandBus)
      .execute(new CadastrarPaciente({ nome: 'Maria', dataNascimento: '1980-02-29', sexo: 'F' }, SISTEMA));
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'pacientes',
        inexistente: 'PACIENTE.NAO_ENCONTRADO',
        repetida: 'PACIENTE.JA_INATIVO',
        comando: (alvo) => new InativarPaciente(alvo, { motivo: 'Cadastro repetido.' }, SISTEMA),
      },
      { ativo: false, motivoInativacao: 'Cadastro repetido.' },
    );
  });

  const inativar = (id: number) =>
    aplicacao.app.get(CommandBus).execute(new InativarPaciente(id, { motivo: 'Engano.' }, SISTEMA));

  it('deve recusar quem está internado, e aceitar depois da alta', async () => {
    aplicacao.relogio.ajustar(new Date('2026-06-10T12:00:00Z'));
    const { id, pacienteId } = await cenario.internar();
    await esperaRecusaSemEscrita(aplicacao, ['pacientes'], 'PACIENTE.INTERNADO', () => inativar(pacienteId));
    await aplicacao.post(`/v1/internacoes/${id}/alta`, { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' });
    expect(await inativar(pacienteId)).toMatchObject({ ativo: false });
  });

  it('deve recusar quem espera por um leito, e aceitar quando o pedido se encerra', async () => {
    const pacienteId = await cenario.paciente();
    const solicitacao = await aplicacao.criar('/v1/internacoes/solicitacoes', {
      pacienteId,
      medicoId: cenario.medicoId,
      cidEntrada: 'J189',
      tipoLeito: 'ENFERMARIA',
    });
    await esperaRecusaSemEscrita(aplicacao, ['pacientes'], 'PACIENTE.ESPERA_LEITO', () =>
      inativar(pacienteId),
    );
    const recusa = await aplicacao.post(`/v1/internacoes/solicitacoes/${solicitacao.id}/recusar`, {
      motivo: 'Sem indicação.',
    });
    expect(recusa.status).toBe(200);
    expect(await inativar(pacienteId)).toMatchObject({ ativo: false });
  });

  it('deve deixar acontecer uma das duas coisas, nunca as duas, quando disputa com uma internação', async () => {
    for (let vez = 0; vez < 8; vez++) {
      const pedido = await cenario.pedido();
      const [inativacao, internacao] = await Promise.allSettled([
        inativar(pedido.pacienteId),
        aplicacao.post('/v1/internacoes', pedido),
      ]);
      const internou = internacao.status === 'fulfilled' && internacao.value.status === 201;
      expect([inativacao.status === 'fulfilled', internou].sort()).toEqual([false, true]);
    }
  });
});
