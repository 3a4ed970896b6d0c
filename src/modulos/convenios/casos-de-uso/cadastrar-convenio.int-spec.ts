import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { esperaRecusaSemEscrita, retrato } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { LeituraDeConvenios } from '../contrato/leitura-de-convenios.js';
import { CadastrarConvenio, type DadosDoConvenio } from './cadastrar-convenio.js';

const COMPLETO: DadosDoConvenio = {
  nome: 'Saúde Serrana',
  tipoPlano: 'EMPRESARIAL',
  registroAns: '418374',
  cnpj: '12ABC34501DE35',
  prazoPagamentoDias: 45,
  vigenciaInicio: '2026-01-01',
  vigenciaFim: '2026-12-31',
  diarias: [
    { tipoLeito: 'UTI_ADULTO', valor: 1999.99 },
    { tipoLeito: 'ENFERMARIA', valor: 0 },
  ],
};

describe('CadastrarConvenio', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await cadastrar(COMPLETO);
  });
  afterAll(() => aplicacao.encerrar());

  const cadastrar = (dados: DadosDoConvenio) =>
    aplicacao.app.get(CommandBus).execute(new CadastrarConvenio(dados, SISTEMA));

  it('deve responder o cadastro inteiro e gravar os preços em centavos', async () => {
    const convenio = await cadastrar({ ...COMPLETO, nome: 'Outro', registroAns: null, cnpj: null });
    expect(convenio).toMatchObject({
      nome: 'Outro',
      tipoPlano: 'EMPRESARIAL',
      registroAns: null,
      cnpj: null,
      prazoPagamentoDias: 45,
      vigenciaInicio: '2026-01-01',
      vigenciaFim: '2026-12-31',
      diarias: [
        { tipoLeito: 'ENFERMARIA', valor: 0 },
        { tipoLeito: 'UTI_ADULTO', valor: 1999.99 },
      ],
      ativo: true,
    });
    expect(await aplicacao.app.get(LeituraDeConvenios).condicoes(convenio.id)).toEqual({
      prazoPagamentoDias: 45,
      vigenciaInicio: '2026-01-01',
      vigenciaFim: '2026-12-31',
      diarias: { ENFERMARIA: 0, UTI_ADULTO: 199999 },
    });
  });

  it('deve aceitar vários convênios sem registro e sem CNPJ, e dar 30 dias a quem não diz o prazo', async () => {
    for (const nome of ['Um', 'Dois'])
      expect(await cadastrar({ nome, tipoPlano: 'FAMILIAR' })).toMatchObject({
        prazoPagamentoDias: 30,
        diarias: [],
      });
  });

  it.each([
    ['CONVENIO.REGISTRO_ANS_REPETIDO', { nome: 'Novo', registroAns: '418374' }],
    ['CONVENIO.CNPJ_REPETIDO', { nome: 'Novo', cnpj: '12ABC34501DE35' }],
    [
      'CONVENIO.VIGENCIA_INVERTIDA',
      { nome: 'Novo', vigenciaInicio: '2026-01-02', vigenciaFim: '2026-01-01' },
    ],
  ])('deve recusar por %s sem gravar nada', async (codigo, repetido) => {
    await esperaRecusaSemEscrita(aplicacao, ['convenios', 'convenios_diarias'], codigo, () =>
      cadastrar({ tipoPlano: 'FAMILIAR', diarias: [{ tipoLeito: 'ISOLAMENTO', valor: 1 }], ...repetido }),
    );
  });

  it('deve aceitar dois planos com o mesmo nome', async () => {
    const { nome } = COMPLETO;
    expect(await cadastrar({ nome, tipoPlano: 'INDIVIDUAL' })).toMatchObject({
      nome,
      tipoPlano: 'INDIVIDUAL',
    });
  });

  it('deve dar o registro da ANS a um só quando dois o pedem juntos', async () => {
    const [antes] = await retrato(aplicacao, 'convenios');
    const juntos = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        cadastrar({ nome: 'Disputado', tipoPlano: 'FAMILIAR', registroAns: '326305' }),
      ),
    );
    expect(
      juntos
        .map((r) => (r.status === 'fulfilled' ? 'criado' : (r.reason as { codigo: string }).codigo))
        .sort(),
    ).toEqual([...Array.from({ length: 4 }, () => 'CONVENIO.REGISTRO_ANS_REPETIDO'), 'criado']);
    expect((await retrato(aplicacao, 'convenios'))[0]).toHaveLength((antes as unknown[]).length + 1);
  });
});
