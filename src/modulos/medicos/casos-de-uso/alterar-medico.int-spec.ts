import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { AlterarMedico, type AlteracaoDoMedico } from './alterar-medico.js';
import { CadastrarMedico } from './cadastrar-medico.js';
import { InativarEspecialidade } from './inativar-especialidade.js';
import type { MedicoResposta } from './obter-medico.js';

const TABELAS = ['medicos', 'medicos_registros', 'medicos_especialidades'];

describe('AlterarMedico', () => {
  let aplicacao: AplicacaoDeTeste;
  let medico: MedicoResposta;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    const comandos = aplicacao.app.get(CommandBus);
    await comandos.execute(
      new CadastrarMedico(
        { nome: 'Vizinha', conselho: 'CRM', numeroConselho: '1', ufConselho: 'SP', cpf: '11144477735' },
        SISTEMA,
      ),
    );
    medico = await comandos.execute(
      new CadastrarMedico(
        {
          nome: 'Ana',
          conselho: 'CRM',
          numeroConselho: '2',
          ufConselho: 'SP',
          cpf: '52998224725',
          email: 'a@b.c',
          especialidadeIds: [1, 2],
        },
        SISTEMA,
      ),
    );
  });
  afterAll(() => aplicacao.encerrar());

  const alterar = (dados: AlteracaoDoMedico, id = medico.id) =>
    aplicacao.app.get(CommandBus).execute(new AlterarMedico(id, dados, SISTEMA));

  it('deve mudar só o que veio, limpar com null e corrigir a inscrição principal', async () => {
    const resposta = await alterar({ email: null, ufConselho: 'RJ', horarioAtendimento: 'MANHA' });
    expect(resposta).toMatchObject({
      nome: 'Ana',
      cpf: '529.982.247-25',
      email: null,
      horarioAtendimento: 'MANHA',
      numeroConselho: '2',
      ufConselho: 'RJ',
      especialidadeIds: [1, 2],
    });
    expect(resposta.registros).toEqual([{ ...medico.registros[0], ufConselho: 'RJ' }]);
  });

  it('deve avisar de quem passou a ter o mesmo nome', async () => {
    expect((await alterar({ nome: 'VIZINHA' })).avisos).toMatchObject([
      { codigo: 'MEDICO.POSSIVEL_HOMONIMO', medicoId: expect.any(Number) },
    ]);
    expect((await alterar({ biografia: 'Clínica.' })).avisos).toEqual([]);
    expect((await alterar({ nome: 'Ana' })).avisos).toEqual([]);
  });

  it('deve substituir as especialidades, mantendo a inativa que o médico já tinha', async () => {
    await aplicacao.app
      .get(CommandBus)
      .execute(new InativarEspecialidade(2, { motivo: 'Fora de uso.' }, SISTEMA));
    expect((await alterar({ especialidadeIds: [3, 2] })).especialidadeIds).toEqual([2, 3]);
    expect((await alterar({ especialidadeIds: null })).especialidadeIds).toEqual([]);
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ESPECIALIDADE.INATIVA', () =>
      alterar({ especialidadeIds: [2] }),
    );
  });

  it.each([
    ['MEDICO.CPF_REPETIDO', { cpf: '11144477735' }],
    ['MEDICO.REGISTRO_REPETIDO', { numeroConselho: '1', ufConselho: 'SP' as const }],
    ['MEDICO.NUMERO_DO_CONSELHO_INVALIDO', { numeroConselho: '123456789' }],
    ['ESPECIALIDADE.NAO_ENCONTRADA', { especialidadeIds: [999_999] }],
  ])('deve recusar por %s sem gravar nada', async (codigo, errado) => {
    await esperaRecusaSemEscrita(aplicacao, TABELAS, codigo, () => alterar({ nome: 'Outra', ...errado }));
  });

  it('deve recusar um médico que não existe', async () => {
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'MEDICO.NAO_ENCONTRADO', () =>
      alterar({ nome: 'Ninguém' }, 999_999),
    );
  });
});
