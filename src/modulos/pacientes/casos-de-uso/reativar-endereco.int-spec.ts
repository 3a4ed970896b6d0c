import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { pacienteComEnderecos, principaisDe } from '../../../../test/apoio/enderecos-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { InativarEndereco } from './inativar-endereco.js';
import { ReativarEndereco } from './reativar-endereco.js';

const TABELAS = ['enderecos', 'pacientes'];

describe('ReativarEndereco', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const inativar = (pacienteId: number, id: number) =>
    aplicacao.app
      .get(CommandBus)
      .execute(new InativarEndereco(pacienteId, id, { motivo: 'Engano.' }, SISTEMA));
  const reativar = (pacienteId: number, id: number) =>
    aplicacao.app.get(CommandBus).execute(new ReativarEndereco(pacienteId, id, SISTEMA));

  it('deve voltar como o principal só quando não há outro em uso', async () => {
    const { pacienteId, ids } = await pacienteComEnderecos(aplicacao, '1', '2');
    await inativar(pacienteId, ids[1]!);
    await inativar(pacienteId, ids[0]!);
    const emUso = { ativo: true, inativadoEm: null, motivoInativacao: null };
    expect(await reativar(pacienteId, ids[1]!)).toMatchObject({ ...emUso, principal: true });
    expect(await reativar(pacienteId, ids[0]!)).toMatchObject({ ...emUso, principal: false });
    expect(await principaisDe(aplicacao, pacienteId)).toEqual(['2']);
  });

  it('deve recusar o que está em uso e o que não existe, sem gravar nada', async () => {
    const { pacienteId, ids } = await pacienteComEnderecos(aplicacao, '1');
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ENDERECO.JA_ATIVO', () =>
      reativar(pacienteId, ids[0]!),
    );
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ENDERECO.NAO_ENCONTRADO', () =>
      reativar(pacienteId, 999_999),
    );
  });
});
