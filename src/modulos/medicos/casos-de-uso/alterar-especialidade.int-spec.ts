import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { AlterarEspecialidade } from './alterar-especialidade.js';

describe('AlterarEspecialidade', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const renomear = (id: number, nome?: string) =>
    aplicacao.app.get(CommandBus).execute(new AlterarEspecialidade(id, { nome }, SISTEMA));

  it('deve renomear, e manter o nome quando nada veio', async () => {
    expect(await renomear(1, 'Clínica Médica')).toMatchObject({ id: 1, nome: 'Clínica Médica' });
    expect(await renomear(1)).toMatchObject({ id: 1, nome: 'Clínica Médica' });
    const [linha] = await aplicacao.consultar('SELECT nome_busca, versao FROM especialidades WHERE id = 1');
    expect(linha).toEqual({ nome_busca: 'clinica medica', versao: 2 });
  });

  it('deve recusar nome repetido ou especialidade que não existe, sem gravar nada', async () => {
    await esperaRecusaSemEscrita(aplicacao, ['especialidades'], 'ESPECIALIDADE.NOME_REPETIDO', () =>
      renomear(2, 'pediatria'),
    );
    await esperaRecusaSemEscrita(aplicacao, ['especialidades'], 'ESPECIALIDADE.NAO_ENCONTRADA', () =>
      renomear(999_999, 'Nova'),
    );
  });
});
