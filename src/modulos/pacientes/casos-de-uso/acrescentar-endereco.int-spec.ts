import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { AcrescentarEndereco, type DadosDoNovoEndereco } from './acrescentar-endereco.js';
import { CadastrarPaciente } from './cadastrar-paciente.js';

const CASA = {
  logradouro: 'Rua A',
  numero: '1',
  bairro: 'Centro',
  cidade: 'Recife',
  estado: 'PE',
  cep: '50010000',
} as const;

describe('AcrescentarEndereco', () => {
  let aplicacao: AplicacaoDeTeste;
  let pacienteId: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    const pessoa = { nome: 'Maria', dataNascimento: '1980-02-29', sexo: 'F' } as const;
    ({ id: pacienteId } = await aplicacao.app
      .get(CommandBus)
      .execute(new CadastrarPaciente(pessoa, SISTEMA)));
  });
  afterAll(() => aplicacao.encerrar());

  const acrescentar = (dados: DadosDoNovoEndereco, id = pacienteId) =>
    aplicacao.app.get(CommandBus).execute(new AcrescentarEndereco(id, dados, SISTEMA));
  const principais = async () =>
    (
      await aplicacao.consultar('SELECT numero FROM enderecos WHERE paciente_principal_id = ?', [pacienteId])
    ).map((l) => l.numero);

  it('deve fazer do primeiro o principal e dos outros só quando pedido', async () => {
    expect(await acrescentar(CASA)).toMatchObject({
      ...CASA,
      cep: '50010-000',
      complemento: null,
      principal: true,
    });
    expect(await acrescentar({ ...CASA, numero: '2' })).toMatchObject({ numero: '2', principal: false });
    expect(await principais()).toEqual(['1']);
    expect(await acrescentar({ ...CASA, numero: '3', principal: true })).toMatchObject({
      numero: '3',
      principal: true,
    });
    expect(await principais()).toEqual(['3']);
  });

  it('deve deixar um principal só quando vários o querem ser ao mesmo tempo', async () => {
    await Promise.all(
      ['4', '5', '6', '7'].map((numero) => acrescentar({ ...CASA, numero, principal: true })),
    );
    expect(await principais()).toHaveLength(1);
    expect(
      await aplicacao.consultar('SELECT id FROM enderecos WHERE paciente_id = ?', [pacienteId]),
    ).toHaveLength(7);
  });

  it('deve recusar um paciente que não existe', async () => {
    await esperaRecusaSemEscrita(aplicacao, ['enderecos'], 'PACIENTE.NAO_ENCONTRADO', () =>
      acrescentar(CASA, 999_999),
    );
  });
});
