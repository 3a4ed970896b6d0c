import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { LeituraDeMedicos } from '../contrato/leitura-de-medicos.js';
import { CadastrarMedico, type DadosDoMedico } from './cadastrar-medico.js';
import { InativarEspecialidade } from './inativar-especialidade.js';
import { InativarMedico } from './inativar-medico.js';

const TABELAS = ['medicos', 'medicos_registros', 'medicos_especialidades'];
const ANA = {
  nome: 'Ana Moreira',
  conselho: 'CRM',
  numeroConselho: '123456',
  ufConselho: 'SP',
  cpf: '52998224725',
} as const;
const BIA = { nome: 'Bia', conselho: 'CRM', numeroConselho: '777', ufConselho: 'SP' } as const;

describe('CadastrarMedico', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const cadastrar = (dados: DadosDoMedico) =>
    aplicacao.app.get(CommandBus).execute(new CadastrarMedico(dados, SISTEMA));

  it('deve responder o cadastro inteiro, com a inscrição principal e as especialidades sem repetição', async () => {
    const medico = await cadastrar({
      ...ANA,
      especialidadeIds: [5, 1, 5],
      horarioAtendimento: 'PLANTAO_12H',
      biografia: 'Clínica.',
    });
    const inscricao = { conselho: 'CRM', numeroConselho: '123456', ufConselho: 'SP' };
    expect(medico).toMatchObject({
      nome: 'Ana Moreira',
      ...inscricao,
      registros: [{ ...inscricao, principal: true }],
      cpf: '529.982.247-25',
      email: null,
      telefone: null,
      horarioAtendimento: 'PLANTAO_12H',
      biografia: 'Clínica.',
      especialidadeIds: [1, 5],
      especialidades: [
        { id: 1, nome: 'Clínica Geral' },
        { id: 5, nome: 'Pediatria' },
      ],
      ativo: true,
    });
  });

  it('deve avisar do homônimo em uso, e cadastrar assim mesmo', async () => {
    const caio = { nome: 'Caio Lemos', conselho: 'CRM', ufConselho: 'MG' } as const;
    const um = await cadastrar({ ...caio, numeroConselho: '501' });
    const dois = await cadastrar({ ...caio, nome: 'CAIO  lemos', numeroConselho: '502' });
    expect([um.avisos, dois.avisos]).toMatchObject([
      [],
      [{ codigo: 'MEDICO.POSSIVEL_HOMONIMO', medicoId: um.id }],
    ]);
    for (const { id } of [um, dois])
      await aplicacao.app.get(CommandBus).execute(new InativarMedico(id, { motivo: 'Saiu.' }, SISTEMA));
    expect((await cadastrar({ ...caio, numeroConselho: '503' })).avisos).toEqual([]);
  });

  it('deve aceitar o mesmo número em outro conselho ou outra UF, e quem não tem CPF', async () => {
    expect(await cadastrar({ ...ANA, cpf: null, ufConselho: 'RJ' })).toMatchObject({
      cpf: null,
      ufConselho: 'RJ',
    });
    expect(await cadastrar({ ...ANA, cpf: null, conselho: 'COREN' })).toMatchObject({ conselho: 'COREN' });
  });

  it.each([
    ['MEDICO.REGISTRO_REPETIDO', { ...ANA, cpf: null }],
    ['MEDICO.CPF_REPETIDO', { ...BIA, cpf: ANA.cpf }],
    ['MEDICO.NUMERO_DO_CONSELHO_INVALIDO', { ...BIA, numeroConselho: '12ENF' }],
    ['ESPECIALIDADE.NAO_ENCONTRADA', { ...BIA, especialidadeIds: [1, 999_999] }],
  ])('deve recusar por %s sem gravar nada', async (codigo, dados) => {
    await esperaRecusaSemEscrita(aplicacao, TABELAS, codigo, () => cadastrar(dados));
  });

  it('deve recusar uma especialidade inativa', async () => {
    await aplicacao.app
      .get(CommandBus)
      .execute(new InativarEspecialidade(10, { motivo: 'Fora de uso.' }, SISTEMA));
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ESPECIALIDADE.INATIVA', () =>
      cadastrar({ ...BIA, especialidadeIds: [10] }),
    );
  });

  it('deve dar a inscrição a um só quando dois a pedem juntos', async () => {
    const juntos = await Promise.allSettled(
      Array.from({ length: 4 }, () => cadastrar({ ...BIA, numeroConselho: '4321' })),
    );
    expect(juntos.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(await aplicacao.consultar("SELECT m.id FROM medicos m WHERE m.nome = 'Bia'")).toHaveLength(1);
  });

  it('deve responder pelo contrato se o médico existe e está ativo', async () => {
    const { id } = await cadastrar({ ...BIA, numeroConselho: '5555' });
    const medicos = aplicacao.app.get(LeituraDeMedicos);
    await expect(medicos.exigirAtivo(id, 'medicoId')).resolves.toBeUndefined();
    await aplicacao.app.get(CommandBus).execute(new InativarMedico(id, { motivo: 'Saiu.' }, SISTEMA));
    await expect(medicos.exigirAtivo(id, 'medicoId')).rejects.toMatchObject({
      codigo: 'MEDICO.INATIVO',
      tipo: 'invalido',
      campo: 'medicoId',
    });
    await expect(medicos.exigirAtivo(999_999, 'x')).rejects.toMatchObject({
      codigo: 'MEDICO.NAO_ENCONTRADO',
      tipo: 'invalido',
      campo: 'x',
    });
  });
});
