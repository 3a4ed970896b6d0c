import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarMedico } from './cadastrar-medico.js';
import { InativarMedico } from './inativar-medico.js';
import { ReativarMedico } from './reativar-medico.js';

describe('ReativarMedico', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve devolver ao uso uma vez só, sem motivo de inativação', async () => {
    const comandos = aplicacao.app.get(CommandBus);
    const { id } = await comandos.execute(
      new CadastrarMedico({ nome: 'Ana', conselho: 'CRM', numeroConselho: '123', ufConselho: 'SP' }, SISTEMA),
    );
    await comandos.execute(new InativarMedico(id, { motivo: 'Engano.' }, SISTEMA));
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'medicos',
        inexistente: 'MEDICO.NAO_ENCONTRADO',
        repetida: 'MEDICO.JA_ATIVO',
        comando: (alvo) => new ReativarMedico(alvo, SISTEMA),
      },
      { ativo: true, motivoInativacao: null },
    );
  });
});
