import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PAPEIS, type Papel } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';

describe('/v1/hospital', () => {
  let aplicacao: AplicacaoDeTeste;
  let gestao: { authorization: string };
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    gestao = comoPapel(aplicacao, 'GESTAO');
  });
  afterAll(() => aplicacao.encerrar());

  const DE_TODOS = {
    fuso: 'America/Sao_Paulo',
    horaDoCenso: 24,
    horaDaVirada: 12,
    toleranciaMinutos: 0,
    classeDaDiaria: 'NOITE',
    leitoExigeLimpeza: true,
    reservaHoras: 2,
    reaberturaHoras: 24,
    prazoParticularDias: 30,
    diarias: [],
    versao: 1,
  };
  const DA_ENTRADA = {
    tentativasAteBloquear: 10,
    exigeSegundoFator: false,
    exigeTrocaDaSenhaInicial: false,
    sessaoInatividadeMinutos: 30,
    sessaoMaximaHoras: 12,
  };
  const vistoPor = (...papeis: Papel[]) =>
    aplicacao.pedir('GET', '/v1/hospital', undefined, comoPapel(aplicacao, ...papeis));

  it('deve mostrar as políticas a qualquer pessoa autenticada, e a mais ninguém', async () => {
    const { status, corpo } = await vistoPor('PACIENTE');
    expect([status, corpo.data]).toEqual([200, DE_TODOS]);
    expect(
      (await aplicacao.pedir('GET', '/v1/hospital', undefined, { authorization: 'Bearer x' })).status,
    ).toBe(401);
  });

  it('deve mostrar as da entrada só a quem administra ou audita o hospital', async () => {
    const veem: readonly Papel[] = ['ADMIN', 'GESTAO', 'AUDITOR'];
    for (const papel of PAPEIS) {
      const { corpo } = await vistoPor(papel);
      expect([papel, corpo.data]).toEqual([
        papel,
        veem.includes(papel) ? { ...DE_TODOS, ...DA_ENTRADA } : DE_TODOS,
      ]);
    }
    expect((await vistoPor('PACIENTE', 'GESTAO')).corpo.data).toMatchObject(DA_ENTRADA);
  });

  it('deve deixar só a gestão alterar', async () => {
    const mudanca = { horaDaVirada: 13, diarias: [{ tipoLeito: 'ENFERMARIA', valor: 420.9 }] };
    for (const papel of ['MEDICO', 'ENFERMAGEM', 'RECEPCAO', 'FATURAMENTO', 'AUDITOR'] as const)
      expect(
        (await aplicacao.pedir('PATCH', '/v1/hospital', mudanca, comoPapel(aplicacao, papel))).status,
      ).toBe(403);
    const { status, corpo } = await aplicacao.pedir('PATCH', '/v1/hospital', mudanca, gestao);
    expect([status, corpo.data]).toMatchObject([200, mudanca]);
    expect((await aplicacao.pedir('GET', '/v1/hospital', undefined, gestao)).corpo.data).toMatchObject(
      mudanca,
    );
  });

  it.each([
    [{ horaDoCenso: 0 }, 'horaDoCenso'],
    [{ horaDaVirada: 24 }, 'horaDaVirada'],
    [{ toleranciaMinutos: -1 }, 'toleranciaMinutos'],
    [{ classeDaDiaria: 'TARDE' }, 'classeDaDiaria'],
    [{ leitoExigeLimpeza: null }, 'leitoExigeLimpeza'],
    [{ reservaHoras: 0 }, 'reservaHoras'],
    [{ tentativasAteBloquear: 2 }, 'tentativasAteBloquear'],
    [{ tentativasAteBloquear: 11 }, 'tentativasAteBloquear'],
    [{ exigeSegundoFator: 'sim' }, 'exigeSegundoFator'],
    [{ exigeTrocaDaSenhaInicial: null }, 'exigeTrocaDaSenhaInicial'],
    [{ prazoParticularDias: 366 }, 'prazoParticularDias'],
    [{ fuso: 'America/Atlantida' }, 'fuso'],
    [{ diarias: [{ tipoLeito: 'REDE', valor: 1 }] }, 'diarias[0].tipoLeito'],
    [{ diarias: [{ tipoLeito: 'UTI_ADULTO', valor: -1 }] }, 'diarias[0].valor'],
    [{ diarias: [{ tipoLeito: 'UTI_ADULTO', valor: 1.005 }] }, 'diarias[0].valor'],
    [
      {
        diarias: [
          { tipoLeito: 'UTI_ADULTO', valor: 1 },
          { tipoLeito: 'UTI_ADULTO', valor: 2 },
        ],
      },
      'diarias',
    ],
    [{ diarias: [null] }, 'diarias[0]'],
    [{ apelido: 'x' }, 'apelido'],
  ])('deve recusar %j apontando o campo', async (mudanca, campo) => {
    const antes = (await aplicacao.pedir('GET', '/v1/hospital', undefined, gestao)).corpo.data;
    const { status, corpo } = await aplicacao.pedir('PATCH', '/v1/hospital', mudanca, gestao);
    expect([status, corpo.error[0]?.campo]).toEqual([422, campo]);
    expect((await aplicacao.pedir('GET', '/v1/hospital', undefined, gestao)).corpo.data).toEqual(antes);
  });
});
