import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarConvenio } from './cadastrar-convenio.js';
import { InativarConvenio } from './inativar-convenio.js';

describe('InativarConvenio', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve tirar de uso uma vez só, guardando quando e por quê, sem apagar nada', async () => {
    const { id } = await aplicacao.app
      .get(CommandBus)
      .execute(new CadastrarConvenio({ nome: 'Serrana', tipoPlano: 'FAMILIAR' }, SISTEMA));
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'convenios',
        inexistente: 'CONVENIO.NAO_ENCONTRADO',
        repetida: 'CONVENIO.JA_INATIVO',
        comando: (alvo) => new InativarConvenio(alvo, { motivo: 'Cadastro repetido.' }, SISTEMA),
      },
      { ativo: false, motivoInativacao: 'Cadastro repetido.' },
    );
  });
});
