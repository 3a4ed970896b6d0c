import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { AlterarConvenio, type AlteracaoDoConvenio } from './alterar-convenio.js';
import { CadastrarConvenio } from './cadastrar-convenio.js';
import { ObterConvenioHandler, type ConvenioResposta } from './obter-convenio.js';

describe('AlterarConvenio', () => {
  let aplicacao: AplicacaoDeTeste;
  let convenio: ConvenioResposta;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    const comandos = aplicacao.app.get(CommandBus);
    await comandos.execute(
      new CadastrarConvenio(
        { nome: 'Vizinho', tipoPlano: 'FAMILIAR', registroAns: '326305', cnpj: '11222333000181' },
        SISTEMA,
      ),
    );
    convenio = await comandos.execute(
      new CadastrarConvenio(
        {
          nome: 'Serrana',
          tipoPlano: 'FAMILIAR',
          registroAns: '418374',
          cnpj: '12ABC34501DE35',
          diarias: [{ tipoLeito: 'ENFERMARIA', valor: 300 }],
        },
        SISTEMA,
      ),
    );
  });
  afterAll(() => aplicacao.encerrar());

  const alterar = (dados: AlteracaoDoConvenio, id = convenio.id) =>
    aplicacao.app.get(CommandBus).execute(new AlterarConvenio(id, dados, SISTEMA));
  const atual = () => aplicacao.app.get(ObterConvenioHandler).execute({ id: convenio.id } as never);

  it('deve mudar só o que veio, limpar com null e substituir a tabela de preços', async () => {
    const resposta = await alterar({ prazoPagamentoDias: 60, cnpj: null });
    expect(resposta).toMatchObject({
      ...convenio,
      prazoPagamentoDias: 60,
      cnpj: null,
      atualizadoEm: expect.any(Date),
      versao: 2,
    });
    const trocada = await alterar({ diarias: [{ tipoLeito: 'APARTAMENTO', valor: 500.1 }] });
    expect(trocada.diarias).toEqual([{ tipoLeito: 'APARTAMENTO', valor: 500.1 }]);
    expect((await alterar({ diarias: null })).diarias).toEqual([]);
    expect(await atual()).toMatchObject({
      prazoPagamentoDias: 60,
      cnpj: null,
      nome: 'Serrana',
      registroAns: '418374',
    });
  });

  it('deve aceitar o nome de outro convênio', async () => {
    expect(await alterar({ nome: 'VIZINHO' })).toMatchObject({ nome: 'VIZINHO' });
  });

  it.each([
    ['CONVENIO.REGISTRO_ANS_REPETIDO', { registroAns: '326305' }],
    ['CONVENIO.CNPJ_REPETIDO', { cnpj: '11222333000181' }],
  ])('deve recusar por %s sem gravar nada', async (codigo, repetido) => {
    await esperaRecusaSemEscrita(aplicacao, ['convenios', 'convenios_diarias'], codigo, () =>
      alterar({ prazoPagamentoDias: 5, diarias: [], ...repetido }),
    );
  });

  it('deve recusar um convênio que não existe', async () => {
    await esperaRecusaSemEscrita(aplicacao, ['convenios'], 'CONVENIO.NAO_ENCONTRADO', () =>
      alterar({ nome: 'Ninguém' }, 999_999),
    );
  });

  it('deve somar mudanças concorrentes de campos diferentes', async () => {
    await Promise.all([
      alterar({ prazoPagamentoDias: 10 }),
      alterar({ registroAns: null }),
      alterar({ tipoPlano: 'INDIVIDUAL' }),
    ]);
    expect(await atual()).toMatchObject({
      prazoPagamentoDias: 10,
      registroAns: null,
      tipoPlano: 'INDIVIDUAL',
    });
  });
});
