import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { CadastrarPaciente, type DadosDoPaciente } from './cadastrar-paciente.js';

const TABELAS = ['pacientes', 'pacientes_alergias', 'enderecos', 'eventos'];
const MARIA: DadosDoPaciente = { nome: 'Maria da Silva', dataNascimento: '1980-02-29', sexo: 'F' };
const CASA = {
  logradouro: 'Rua A',
  numero: 'S/N',
  bairro: 'Centro',
  cidade: 'Recife',
  estado: 'PE',
  cep: '50010000',
} as const;

describe('CadastrarPaciente', () => {
  let aplicacao: AplicacaoDeTeste;
  let convenioId: number;
  let convenioInativo: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    ({ id: convenioId } = await aplicacao.criar('/v1/convenios', { nome: 'Serrana', tipoPlano: 'FAMILIAR' }));
    ({ id: convenioInativo } = await aplicacao.criar('/v1/convenios', {
      nome: 'Antigo',
      tipoPlano: 'FAMILIAR',
    }));
    await aplicacao.post(`/v1/convenios/${convenioInativo}/inativar`, { motivo: 'Acabou.' });
  });
  afterAll(() => aplicacao.encerrar());

  const cadastrar = (dados: DadosDoPaciente) =>
    aplicacao.app.get(CommandBus).execute(new CadastrarPaciente(dados, { usuarioId: 7, papeis: [] }));

  it('deve responder o cadastro inteiro', async () => {
    const completo: DadosDoPaciente = {
      ...MARIA,
      cpf: '52998224725',
      cns: '700000000000005',
      email: 'maria@exemplo.com.br',
      telefone: '+5511987654321',
      nomeMae: 'ignorada',
      nomeSocial: 'Mar',
      alergias: ['Dipirona', 'dipirona', 'Látex'],
      contatoEmergencia: { nome: 'João', telefone: '+5511912345678' },
      convenioId,
      numeroCarteira: '0012',
      validadeCarteira: '2026-12-31',
      endereco: CASA,
    };
    expect(await cadastrar(completo)).toMatchObject({
      ...completo,
      cpf: '529.982.247-25',
      cns: '700 0000 0000 0005',
      alergias: ['Dipirona', 'Látex'],
      endereco: { ...CASA, cep: '50010-000', complemento: null, principal: true },
      ativo: true,
      avisos: [],
    });
    expect(await aplicacao.consultar('SELECT DISTINCT incluida_por FROM pacientes_alergias')).toEqual([
      { incluida_por: 7 },
    ]);
  });

  it('deve aceitar quem não tem CPF nem CNS, quantos forem', async () => {
    const nomes = ['Recém-nascido de Ana', 'John Smith', 'Desconhecido 1'];
    for (const nome of nomes)
      expect(await cadastrar({ nome, dataNascimento: '2020-01-01', sexo: 'OUTRO' })).toMatchObject({
        cpf: null,
        cns: null,
        endereco: null,
        contatoEmergencia: null,
        avisos: [],
      });
  });

  it('deve avisar de quem se parece, só entre os em uso, pelo que têm mais em comum', async () => {
    const jose = { nome: 'José Souza', dataNascimento: '1990-10-10', sexo: 'M' } as const;
    const um = await cadastrar({ ...jose, nomeMae: 'Ana Souza', telefone: '+5511912340001' });
    const homonimo = await cadastrar({ ...jose, nome: ' JOSE  souza' });
    const gemeo = await cadastrar({ ...jose, nome: 'João Souza', nomeMae: 'ANA  SOUZA' });
    const vizinho = await cadastrar({ ...MARIA, nome: 'Rui', telefone: '+5511912340001' });
    const todos = await cadastrar({ ...jose, nomeMae: 'Ana Souza', telefone: '+5511912340001' });
    const avisos = (paciente: { avisos: { codigo: string; pacienteId: number }[] }) =>
      paciente.avisos.map((a) => [a.codigo, a.pacienteId]);
    expect([um, homonimo, gemeo, vizinho, todos].map(avisos)).toEqual([
      [],
      [['PACIENTE.POSSIVEL_HOMONIMO', um.id]],
      [['PACIENTE.MESMA_MAE', um.id]],
      [['PACIENTE.MESMO_TELEFONE', um.id]],
      [
        ['PACIENTE.POSSIVEL_HOMONIMO', um.id],
        ['PACIENTE.POSSIVEL_HOMONIMO', homonimo.id],
        ['PACIENTE.MESMA_MAE', gemeo.id],
        ['PACIENTE.MESMO_TELEFONE', vizinho.id],
      ],
    ]);
    expect(JSON.stringify(todos.avisos)).not.toMatch(/jos|souza|ana /i);
    for (const { id } of [um, homonimo, gemeo])
      await aplicacao.post(`/v1/pacientes/${id}/inativar`, { motivo: 'Repetido.' });
    expect(avisos(await cadastrar(jose))).toEqual([['PACIENTE.POSSIVEL_HOMONIMO', todos.id]]);
  });

  it('deve avisar de até cinco, e de nenhum quando a mãe é ignorada', async () => {
    const rn = { nome: 'RN', dataNascimento: '2020-05-05', sexo: 'F', nomeMae: 'Ignorada' } as const;
    const vistos: number[] = [];
    for (let n = 0; n < 7; n++) vistos.push((await cadastrar(rn)).avisos.length);
    expect(vistos).toEqual([0, 1, 2, 3, 4, 5, 5]);
    expect((await cadastrar({ ...rn, nome: 'Outra' })).avisos).toEqual([]);
  });

  it.each([
    ['PACIENTE.CPF_REPETIDO', () => ({ cpf: '52998224725' })],
    ['PACIENTE.CNS_REPETIDO', () => ({ cns: '700000000000005' })],
    ['CONVENIO.NAO_ENCONTRADO', () => ({ convenioId: 999_999 })],
    ['CONVENIO.INATIVO', () => ({ convenioId: convenioInativo })],
    ['PACIENTE.CARTEIRA_SEM_CONVENIO', () => ({ numeroCarteira: '1' })],
    ['PACIENTE.CARTEIRA_SEM_CONVENIO', () => ({ validadeCarteira: '2026-12-31' })],
    ['PACIENTE.IDADE_IMPOSSIVEL', () => ({ dataNascimento: '1850-01-01' })],
  ])('deve recusar por %s sem gravar nada e sem repetir documento na frase', async (codigo, errado) => {
    const dados = { ...MARIA, alergias: ['Pólen'], endereco: CASA, ...errado() };
    await esperaRecusaSemEscrita(aplicacao, TABELAS, codigo, () => cadastrar(dados));
    await expect(cadastrar(dados)).rejects.toMatchObject({
      message: expect.not.stringMatching(/529982|7000000/),
    });
  });

  it('deve contar o dia no fuso do hospital: às 23h30 de São Paulo ainda não é amanhã', async () => {
    aplicacao.relogio.ajustar(new Date('2026-06-11T02:30:00Z'));
    expect(await cadastrar({ ...MARIA, nome: 'RN de Ana', dataNascimento: '2026-06-10' })).toMatchObject({
      dataNascimento: '2026-06-10',
    });
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'PACIENTE.NASCIMENTO_NO_FUTURO', () =>
      cadastrar({ ...MARIA, dataNascimento: '2026-06-11' }),
    );
  });

  it('deve dar o CPF a um só quando vários o pedem juntos', async () => {
    const juntos = await Promise.allSettled(
      Array.from({ length: 5 }, () => cadastrar({ ...MARIA, cpf: '11144477735' })),
    );
    expect(juntos.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(await aplicacao.consultar("SELECT id FROM pacientes WHERE cpf = '11144477735'")).toHaveLength(1);
  });
});
