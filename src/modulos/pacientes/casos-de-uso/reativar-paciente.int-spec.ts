import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarPaciente } from './cadastrar-paciente.js';
import { InativarPaciente } from './inativar-paciente.js';
import { ReativarPaciente } from './reativar-paciente.js';

describe('ReativarPaciente', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve devolver ao uso uma vez só, sem motivo de inativação', async () => {
    const comandos = aplicacao.app.get(CommandBus);
    const { id } = await comandos.execute(
      new CadastrarPaciente({ nome: 'Maria', dataNascimento: '1980-02-29', sexo: 'F' }, SISTEMA),
    );
    await comandos.execute(new InativarPaciente(id, { motivo: 'Engano.' }, SISTEMA));
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'pacientes',
        inexistente: 'PACIENTE.NAO_ENCONTRADO',
        repetida: 'PACIENTE.JA_ATIVO',
        comando: (alvo) => new ReativarPaciente(alvo, SISTEMA),
      },
      { ativo: true, motivoInativacao: null },
    );
  });
});
