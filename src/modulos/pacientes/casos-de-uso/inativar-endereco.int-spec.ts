import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { pacienteComEnderecos, principaisDe } from '../../../../test/apoio/enderecos-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { InativarEndereco } from './inativar-endereco.js';

const TABELAS = ['enderecos', 'pacientes'];

describe('InativarEndereco', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const inativar = (pacienteId: number, id: number) =>
    aplicacao.app
      .get(CommandBus)
      .execute(new InativarEndereco(pacienteId, id, { motivo: 'Mudou-se.' }, SISTEMA));

  it('deve tirar de uso os outros antes do principal, e o principal por último, sem apagar', async () => {
    const { pacienteId, ids } = await pacienteComEnderecos(aplicacao, '1', '2');
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ENDERECO.PRINCIPAL', () =>
      inativar(pacienteId, ids[0]!),
    );
    const fora = { ativo: false, motivoInativacao: 'Mudou-se.', principal: false, versao: 2 };
    expect(await inativar(pacienteId, ids[1]!)).toMatchObject(fora);
    expect(await principaisDe(aplicacao, pacienteId)).toEqual(['1']);
    expect(await inativar(pacienteId, ids[0]!)).toMatchObject(fora);
    expect(await principaisDe(aplicacao, pacienteId)).toEqual([]);
    expect(
      await aplicacao.consultar('SELECT id FROM enderecos WHERE paciente_id = ?', [pacienteId]),
    ).toHaveLength(2);
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ENDERECO.JA_INATIVO', () =>
      inativar(pacienteId, ids[0]!),
    );
  });

  it('deve manter um principal quando os dois endereços saem juntos', async () => {
    for (let vez = 0; vez < 5; vez++) {
      const { pacienteId, ids } = await pacienteComEnderecos(aplicacao, '1', '2');
      await Promise.allSettled(ids.map((id) => inativar(pacienteId, id)));
      const emUso = await aplicacao.consultar(
        'SELECT id FROM enderecos WHERE paciente_id = ? AND ativo = 1',
        [pacienteId],
      );
      expect(await principaisDe(aplicacao, pacienteId)).toHaveLength(emUso.length);
    }
  });

  it('deve recusar um endereço de outro paciente', async () => {
    const dela = await pacienteComEnderecos(aplicacao, '1');
    const dele = await pacienteComEnderecos(aplicacao, '2');
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ENDERECO.NAO_ENCONTRADO', () =>
      inativar(dela.pacienteId, dele.ids[0]!),
    );
  });
});
