import { describe, expect, it } from '@jest/globals';
import { Endereco } from './endereco.entity.js';
import { Paciente, type CadastroDePaciente } from './paciente.entity.js';

const HOJE = '2026-06-01';
const ANTES = new Date('2026-06-01T12:00:00Z');
const DEPOIS = new Date('2026-06-02T12:00:00Z');
const MARIA: CadastroDePaciente = { nome: 'Maria  CONCEIÇÃO', dataNascimento: '1980-02-29', sexo: 'F' };
const cadastrar = (mais: Partial<CadastroDePaciente> = {}) =>
  Paciente.cadastrar({ ...MARIA, ...mais }, HOJE, ANTES);

describe('Paciente', () => {
  it('deve nascer ativo, com os opcionais vazios', () => {
    expect(cadastrar()).toEqual({
      ...MARIA,
      nomeBusca: 'maria conceicao',
      cpf: null,
      cns: null,
      email: null,
      telefone: null,
      nomeMae: null,
      nomeMaeBusca: null,
      nomeSocial: null,
      contatoNome: null,
      contatoTelefone: null,
      convenioId: null,
      numeroCarteira: null,
      validadeCarteira: null,
      ativo: true,
      inativadoEm: null,
      motivoInativacao: null,
      criadoEm: ANTES,
      atualizadoEm: ANTES,
      versao: 1,
    });
  });

  it('deve manter o que falta e limpar o que vem nulo', () => {
    const inicial = {
      cpf: '52998224725',
      nomeMae: 'ignorada',
      contatoEmergencia: { nome: 'João', telefone: '+5511987654321' },
    };
    const paciente = cadastrar(inicial);
    paciente.alterar({ cpf: null, nome: 'Maria', nomeMae: undefined }, HOJE, DEPOIS);
    expect(paciente).toEqual({
      ...cadastrar(inicial),
      cpf: null,
      nome: 'Maria',
      nomeBusca: 'maria',
      atualizadoEm: DEPOIS,
      versao: 2,
    });
    paciente.alterar({ contatoEmergencia: null }, HOJE, DEPOIS);
    expect(paciente).toMatchObject({ contatoNome: null, contatoTelefone: null, nomeMae: 'ignorada' });
  });

  it.each([
    [{ convenioId: 2 }, { convenioId: 2, numeroCarteira: null, validadeCarteira: null }],
    [{ convenioId: null }, { convenioId: null, numeroCarteira: null, validadeCarteira: null }],
    [
      { convenioId: 2, validadeCarteira: '2027-01-01' },
      { convenioId: 2, numeroCarteira: null, validadeCarteira: '2027-01-01' },
    ],
    [
      { convenioId: 2, numeroCarteira: 'B' },
      { convenioId: 2, numeroCarteira: 'B' },
    ],
    [{ convenioId: 1 }, { convenioId: 1, numeroCarteira: 'A' }],
    [{ numeroCarteira: null }, { convenioId: 1, numeroCarteira: null }],
    [{ validadeCarteira: null }, { convenioId: 1, numeroCarteira: 'A', validadeCarteira: null }],
    [{ nome: 'X' }, { convenioId: 1, numeroCarteira: 'A', validadeCarteira: '2026-12-31' }],
  ])('deve deixar a carteira coerente com o convênio ao receber %j', (mudancas, resultado) => {
    const paciente = cadastrar({ convenioId: 1, numeroCarteira: 'A', validadeCarteira: '2026-12-31' });
    paciente.alterar(mudancas, HOJE, DEPOIS);
    expect(paciente).toMatchObject(resultado);
  });

  it.each([
    ['numeroCarteira', { numeroCarteira: 'A' }],
    ['validadeCarteira', { validadeCarteira: '2026-12-31' }],
  ])('deve recusar %s sem convênio', (campo, carteira) => {
    const recusa = expect.objectContaining({ codigo: 'PACIENTE.CARTEIRA_SEM_CONVENIO', campo });
    expect(() => cadastrar(carteira)).toThrow(recusa);
    expect(() =>
      cadastrar({ convenioId: 1 }).alterar({ convenioId: null, ...carteira }, HOJE, DEPOIS),
    ).toThrow(recusa);
  });

  it('deve julgar o nascimento só quando ele vem', () => {
    expect(() => cadastrar({ dataNascimento: '2026-06-02' })).toThrow(
      expect.objectContaining({ codigo: 'PACIENTE.NASCIMENTO_NO_FUTURO' }),
    );
    const antigo = Paciente.cadastrar({ ...MARIA, dataNascimento: '1896-01-01' }, HOJE, ANTES);
    expect(() => antigo.alterar({ nome: 'Outra' }, '2030-01-01', DEPOIS)).not.toThrow();
    expect(() => antigo.alterar({ dataNascimento: '1896-01-01' }, '2030-01-01', DEPOIS)).toThrow(
      expect.objectContaining({ codigo: 'PACIENTE.IDADE_IMPOSSIVEL' }),
    );
  });
});

describe('nome da mãe', () => {
  it.each([
    ['Joana  da SILVA', 'joana da silva'],
    ['Ignorada', null],
    [' NÃO INFORMADA ', null],
    [null, null],
  ])('deve comparar %j como %j', (nomeMae, busca) => {
    expect(cadastrar({ nomeMae })).toMatchObject({ nomeMae, nomeMaeBusca: busca });
  });
});

describe('Endereco', () => {
  const CASA = {
    logradouro: 'Rua A',
    numero: 'S/N',
    bairro: 'Centro',
    cidade: 'Recife',
    estado: 'PE',
    cep: '50010000',
  } as const;

  it('deve reconhecer o mesmo lugar e estranhar qualquer diferença', () => {
    const endereco = Endereco.registrar(1, CASA, true, ANTES);
    expect(endereco).toMatchObject({ pacienteId: 1, pacientePrincipalId: 1, complemento: null });
    expect(Endereco.registrar(1, CASA, false, ANTES).pacientePrincipalId).toBeNull();
    expect(endereco.ehO({ ...CASA, complemento: null })).toBe(true);
    for (const outro of [
      { numero: '1' },
      { complemento: 'Fundos' },
      { cep: '50010001' },
      { cidade: 'recife' },
    ])
      expect(endereco.ehO({ ...CASA, ...outro })).toBe(false);
  });

  it('deve deixar de ser o principal ao sair de uso, e só voltar a ser quando pedido', () => {
    const endereco = Endereco.registrar(1, CASA, true, ANTES);
    endereco.inativar('Mudou-se.', DEPOIS);
    const fora = { ativo: false, inativadoEm: DEPOIS, motivoInativacao: 'Mudou-se.', versao: 2 };
    expect(endereco).toMatchObject({ ...fora, pacientePrincipalId: null, atualizadoEm: DEPOIS });
    expect(() => endereco.tornarPrincipal()).toThrow(
      expect.objectContaining({ codigo: 'ENDERECO.INATIVO', tipo: 'conflito' }),
    );
    expect(() => endereco.inativar('De novo.', DEPOIS)).toThrow(
      expect.objectContaining({ codigo: 'ENDERECO.JA_INATIVO' }),
    );
    endereco.reativar(DEPOIS);
    expect(endereco).toMatchObject({ ativo: true, inativadoEm: null, motivoInativacao: null, versao: 3 });
    expect(endereco.principal).toBe(false);
    expect(() => endereco.reativar(DEPOIS)).toThrow(expect.objectContaining({ codigo: 'ENDERECO.JA_ATIVO' }));
  });
});
