import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarEspecialidade } from './cadastrar-especialidade.js';
import { InativarEspecialidade } from './inativar-especialidade.js';

describe('InativarEspecialidade', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve tirar de uso uma vez só, guardando quando e por quê, sem apagar nada', async () => {
    const { id } = await aplicacao.app
      .get(CommandBus)
      .execute(new CadastrarEspecialidade({ nome: 'Cardiologia' }, SISTEMA));
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'especialidades',
        inexistente: 'ESPECIALIDADE.NAO_ENCONTRADA',
        repetida: 'ESPECIALIDADE.JA_INATIVA',
        comando: (alvo) => new InativarEspecialidade(alvo, { motivo: 'Cadastro repetido.' }, SISTEMA),
      },
      { ativo: false, motivoInativacao: 'Cadastro repetido.' },
    );
  });
});
