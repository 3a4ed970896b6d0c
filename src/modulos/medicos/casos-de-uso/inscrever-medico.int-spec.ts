import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { CadastrarMedico } from './cadastrar-medico.js';
import { type DadosDaInscricao, InscreverMedico } from './inscrever-medico.js';

const TABELAS = ['medicos', 'medicos_registros'];
const SP = { conselho: 'CRM', numeroConselho: '10', ufConselho: 'SP' } as const;
const RJ = { conselho: 'CRM', numeroConselho: '520010', ufConselho: 'RJ' } as const;

describe('InscreverMedico', () => {
  let aplicacao: AplicacaoDeTeste;
  let id: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    ({ id } = await aplicacao.app
      .get(CommandBus)
      .execute(new CadastrarMedico({ nome: 'Ana', ...SP }, SISTEMA)));
  });
  afterAll(() => aplicacao.encerrar());

  const inscrever = (dados: DadosDaInscricao, medicoId = id) =>
    aplicacao.app.get(CommandBus).execute(new InscreverMedico(medicoId, dados, SISTEMA));

  it('deve acrescentar uma inscrição sem mexer na principal', async () => {
    expect(await inscrever(RJ)).toMatchObject({
      ...SP,
      registros: [
        { ...SP, principal: true },
        { ...RJ, principal: false },
      ],
    });
  });

  it('deve trocar a principal quando pedido, e continuar com uma só', async () => {
    const MG = { ...RJ, ufConselho: 'MG' } as const;
    const resposta = await inscrever({ ...MG, principal: true });
    expect(resposta).toMatchObject(MG);
    expect(resposta.registros.map((r) => [r.ufConselho, r.principal])).toEqual([
      ['MG', true],
      ['SP', false],
      ['RJ', false],
    ]);
  });

  it('deve recusar repetida, malformada ou de ninguém, sem gravar nada', async () => {
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'MEDICO.REGISTRO_REPETIDO', () =>
      inscrever({ ...SP, principal: true }),
    );
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'MEDICO.NUMERO_DO_CONSELHO_INVALIDO', () =>
      inscrever({ ...SP, numeroConselho: 'X1' }),
    );
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'MEDICO.NAO_ENCONTRADO', () =>
      inscrever({ ...SP, ufConselho: 'BA' }, 999_999),
    );
  });
});
