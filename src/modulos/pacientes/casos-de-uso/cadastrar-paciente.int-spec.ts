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

  it('deve avisar do possível homônimo, com os ids, e cadastrar assim mesmo', async () => {
    const gemeos = { nome: 'José Souza', dataNascimento: '1990-10-10', sexo: 'M' } as const;
    const um = await cadastrar(gemeos);
    const dois = await cadastrar({ ...gemeos, nome: ' JOSE  souza' });
    const tres = await cadastrar(gemeos);
    expect([um.avisos, dois.avisos[0]?.ids, tres.avisos]).toEqual([
      [],
      [um.id],
      [
        {
          codigo: 'PACIENTE.POSSIVEL_HOMONIMO',
          mensagem: expect.not.stringContaining('José'),
          ids: [um.id, dois.id],
        },
      ],
    ]);
    expect((await cadastrar({ ...gemeos, dataNascimento: '1990-10-11' })).avisos).toEqual([]);
  });

  it.each([
    ['PACIENTE.CPF_REPETIDO', () => ({ cpf: '52998224725' })],
    ['PACIENTE.CNS_REPETIDO', () => ({ cns: '700000000000005' })],
    ['CONVENIO.NAO_ENCONTRADO', () => ({ convenioId: 999_999 })],
    ['CONVENIO.INATIVO', () => ({ convenioId: convenioInativo })],
    ['PACIENTE.CARTEIRA_SEM_CONVENIO', () => ({ numeroCarteira: '1' })],
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
