import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarEspecialidade } from './cadastrar-especialidade.js';
import { ListarEspecialidades } from './listar-especialidades.js';

describe('CadastrarEspecialidade', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const cadastrar = (nome: string) =>
    aplicacao.app.get(CommandBus).execute(new CadastrarEspecialidade({ nome }, SISTEMA));

  it('deve começar com as dez especialidades do produto, em ordem alfabética', async () => {
    const { itens } = await aplicacao.app.get(QueryBus).execute(new ListarEspecialidades({ limite: 20 }));
    expect(itens.map((e) => e.nome)).toEqual([
      'Clínica Geral',
      'Dermatologia',
      'Fisioterapia',
      'Ginecologia',
      'Nutrição',
      'Odontologia',
      'Ortopedia',
      'Pediatria',
      'Psicologia',
      'Psiquiatria',
    ]);
  });

  it('deve cadastrar outra, ativa', async () => {
    expect(await cadastrar('Cardiologia')).toMatchObject({ id: 11, nome: 'Cardiologia', ativo: true });
  });

  it('deve recusar o mesmo nome escrito de outro jeito, sem gravar nada', async () => {
    await esperaRecusaSemEscrita(aplicacao, ['especialidades'], 'ESPECIALIDADE.NOME_REPETIDO', () =>
      cadastrar('NUTRICAO'),
    );
  });
});
