import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaMudarUso } from '../../../../test/apoio/inativacao.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarMedico } from './cadastrar-medico.js';
import { InativarMedico } from './inativar-medico.js';

describe('InativarMedico', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  it('deve tirar de uso uma vez só, guardando quando e por quê, sem apagar nada', async () => {
    const { id } = await aplicacao.app
      .get(CommandBus)
      .execute(
        new CadastrarMedico(
          { nome: 'Ana', conselho: 'CRM', numeroConselho: '123', ufConselho: 'SP' },
          SISTEMA,
        ),
      );
    await esperaMudarUso(
      aplicacao,
      id,
      {
        tabela: 'medicos',
        inexistente: 'MEDICO.NAO_ENCONTRADO',
        repetida: 'MEDICO.JA_INATIVO',
        comando: (alvo) => new InativarMedico(alvo, { motivo: 'Cadastro repetido.' }, SISTEMA),
      },
      { ativo: false, motivoInativacao: 'Cadastro repetido.' },
    );
  });
});
