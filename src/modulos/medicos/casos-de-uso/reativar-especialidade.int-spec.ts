import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarEspecialidade } from './cadastrar-especialidade.js';
import { InativarEspecialidade } from './inativar-especialidade.js';
import { ReativarEspecialidade } from './reativar-especialidade.js';

describe('ReativarEspecialidade', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve devolver ao uso uma vez só, sem motivo de inativação', async () => {
    const comandos = aplicacao.app.get(CommandBus);
    const { id } = await comandos.execute(new CadastrarEspecialidade({ nome: 'Cardiologia' }, SISTEMA));
    await comandos.execute(new InativarEspecialidade(id, { motivo: 'Engano.' }, SISTEMA));
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'especialidades',
        inexistente: 'ESPECIALIDADE.NAO_ENCONTRADA',
        repetida: 'ESPECIALIDADE.JA_ATIVA',
        comando: (alvo) => new ReativarEspecialidade(alvo, SISTEMA),
      },
      { ativo: true, motivoInativacao: null },
    );
  });
});
