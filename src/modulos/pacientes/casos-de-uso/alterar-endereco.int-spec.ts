import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { pacienteComEnderecos, principaisDe } from '../../../../test/apoio/enderecos-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { AlterarEndereco, type AlteracaoDoEndereco } from './alterar-endereco.js';

const TABELAS = ['enderecos', 'pacientes'];

describe('AlterarEndereco', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const alterar = (pacienteId: number, id: number, dados: AlteracaoDoEndereco) =>
    aplicacao.app.get(CommandBus).execute(new AlterarEndereco(pacienteId, id, dados, SISTEMA));

  it('deve corrigir só o que veio, limpar com null e contar como mudança do paciente', async () => {
    const { pacienteId, ids } = await pacienteComEnderecos(aplicacao, '1');
    const versao = async () =>
      (await aplicacao.consultar('SELECT versao FROM pacientes WHERE id = ?', [pacienteId]))[0]!.versao;
    const antes = Number(await versao());
    const mudado = await alterar(pacienteId, ids[0]!, { complemento: 'Fundos', numero: '1-A' });
    expect(mudado).toMatchObject({ numero: '1-A', complemento: 'Fundos', principal: true, versao: 2 });
    expect(await alterar(pacienteId, ids[0]!, { complemento: null })).toMatchObject({
      numero: '1-A',
      complemento: null,
    });
    expect(Number(await versao())).toBe(antes + 2);
  });

  it('deve tomar o lugar do principal anterior, e deixar um só quando vários o querem juntos', async () => {
    const { pacienteId, ids } = await pacienteComEnderecos(aplicacao, '1', '2', '3', '4');
    expect(await alterar(pacienteId, ids[1]!, { principal: true })).toMatchObject({ principal: true });
    expect(await principaisDe(aplicacao, pacienteId)).toEqual(['2']);
    expect(await alterar(pacienteId, ids[1]!, { principal: true })).toMatchObject({ principal: true });
    await Promise.all(ids.map((id) => alterar(pacienteId, id, { principal: true })));
    expect(await principaisDe(aplicacao, pacienteId)).toHaveLength(1);
  });

  it('deve recusar sem gravar nada o que deixaria o paciente sem principal', async () => {
    const { pacienteId, ids } = await pacienteComEnderecos(aplicacao, '1', '2');
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ENDERECO.PRINCIPAL', () =>
      alterar(pacienteId, ids[0]!, { numero: '9', principal: false }),
    );
    await aplicacao.post(`/v1/pacientes/${pacienteId}/enderecos/${ids[1]}/inativar`, { motivo: 'Mudou.' });
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ENDERECO.INATIVO', () =>
      alterar(pacienteId, ids[1]!, { principal: true }),
    );
  });

  it('deve recusar um endereço que não existe, ou de outro paciente', async () => {
    const dela = await pacienteComEnderecos(aplicacao, '1');
    const dele = await pacienteComEnderecos(aplicacao, '2');
    for (const id of [dele.ids[0]!, 999_999])
      await esperaRecusaSemEscrita(aplicacao, TABELAS, 'ENDERECO.NAO_ENCONTRADO', () =>
        alterar(dela.pacienteId, id, { principal: true }),
      );
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'PACIENTE.NAO_ENCONTRADO', () =>
      alterar(999_999, dela.ids[0]!, { principal: true }),
    );
  });
});
