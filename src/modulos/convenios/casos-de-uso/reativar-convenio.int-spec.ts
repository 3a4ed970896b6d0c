import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarConvenio } from './cadastrar-convenio.js';
import { InativarConvenio } from './inativar-convenio.js';
import { ReativarConvenio } from './reativar-convenio.js';

describe('ReativarConvenio', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve devolver ao uso uma vez só, sem motivo de inativação', async () => {
    const comandos = aplicacao.app.get(CommandBus);
    const { id } = await comandos.execute(
      new CadastrarConvenio({ nome: 'Serrana', tipoPlano: 'FAMILIAR' }, SISTEMA),
    );
    await comandos.execute(new InativarConvenio(id, { motivo: 'Engano.' }, SISTEMA));
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'convenios',
        inexistente: 'CONVENIO.NAO_ENCONTRADO',
        repetida: 'CONVENIO.JA_ATIVO',
        comando: (alvo) => new ReativarConvenio(alvo, SISTEMA),
      },
      { ativo: true, motivoInativacao: null },
    );
  });
});
