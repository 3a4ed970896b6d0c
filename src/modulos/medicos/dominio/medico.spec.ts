import { describe, expect, it } from '@jest/globals';
import { Medico, RegistroDoMedico } from './medico.entity.js';

const ANTES = new Date('2026-06-01T12:00:00Z');
const DEPOIS = new Date('2026-06-02T12:00:00Z');

describe('Medico', () => {
  it('deve nascer ativo, com os opcionais vazios', () => {
    expect(Medico.cadastrar({ nome: 'José ÁVILA', cpf: undefined }, ANTES)).toEqual({
      nome: 'José ÁVILA',
      nomeBusca: 'jose avila',
      cpf: null,
      email: null,
      telefone: null,
      horarioAtendimento: null,
      biografia: null,
      ativo: true,
      inativadoEm: null,
      motivoInativacao: null,
      criadoEm: ANTES,
      atualizadoEm: ANTES,
      versao: 1,
    });
  });

  it('deve manter o que falta e limpar o que vem nulo', () => {
    const medico = Medico.cadastrar(
      { nome: 'Ana', cpf: '52998224725', email: 'a@b.c', horarioAtendimento: 'NOITE' },
      ANTES,
    );
    medico.alterar({ email: null, horarioAtendimento: 'INTEGRAL', cpf: undefined }, DEPOIS);
    expect(medico).toMatchObject({
      nome: 'Ana',
      cpf: '52998224725',
      email: null,
      horarioAtendimento: 'INTEGRAL',
      versao: 2,
      atualizadoEm: DEPOIS,
    });
  });
});

describe('RegistroDoMedico', () => {
  const inscricao = { conselho: 'CRM', numeroConselho: '123456', ufConselho: 'SP' } as const;

  it('deve marcar o principal com o id do médico, e só ele', () => {
    expect(RegistroDoMedico.inscrever(7, inscricao, true, ANTES)).toMatchObject({
      medicoId: 7,
      medicoPrincipalId: 7,
      conselho: 'CRM',
      numero: '123456',
      uf: 'SP',
    });
    expect(RegistroDoMedico.inscrever(7, inscricao, false, ANTES).medicoPrincipalId).toBeNull();
  });

  it.each([
    [{ conselho: 'CRM', numeroConselho: '12345678', ufConselho: 'SP' }],
    [{ conselho: 'CRM', numeroConselho: '123ENF', ufConselho: 'SP' }],
    [{ conselho: 'COREN', numeroConselho: '123MED', ufConselho: 'SP' }],
    [{ conselho: 'CRP', numeroConselho: '25123', ufConselho: 'SP' }],
    [{ conselho: 'CRM', numeroConselho: '0', ufConselho: 'SP' }],
  ] as const)('deve recusar %j', (errada) => {
    expect(() => RegistroDoMedico.inscrever(7, errada, true, ANTES)).toThrow(
      expect.objectContaining({
        codigo: 'MEDICO.NUMERO_DO_CONSELHO_INVALIDO',
        campo: 'numeroConselho',
        tipo: 'invalido',
      }),
    );
  });

  it('deve corrigir só as partes dadas, e julgar o conjunto', () => {
    const registro = RegistroDoMedico.inscrever(7, inscricao, true, ANTES);
    registro.corrigir({ ufConselho: 'RJ', conselho: undefined });
    expect(registro).toMatchObject({ conselho: 'CRM', numero: '123456', uf: 'RJ', medicoPrincipalId: 7 });
    registro.corrigir({ conselho: 'COREN', numeroConselho: '99ENF' });
    expect(() => registro.corrigir({ conselho: 'CRM' })).toThrow('CRM');
    expect(registro).toMatchObject({ conselho: 'COREN', numero: '99ENF', uf: 'RJ' });
  });
});
