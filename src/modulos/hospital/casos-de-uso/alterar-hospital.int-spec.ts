import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { retrato } from '../../../../test/apoio/recusas.js';
import { SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { PoliticasDoHospital } from '../contrato/politicas-do-hospital.js';
import type { DadosDoHospital } from '../dados-do-hospital.js';
import { AlterarHospital } from './alterar-hospital.js';

describe('AlterarHospital', () => {
  let aplicacao: AplicacaoDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => aplicacao.encerrar());

  const alterar = (dados: DadosDoHospital) =>
    aplicacao.app.get(CommandBus).execute(new AlterarHospital(dados, SISTEMA));
  const politicas = () => aplicacao.app.get(PoliticasDoHospital).atuais();

  it('deve gravar o que mudou, manter o resto e valer na hora neste processo', async () => {
    const antes = await politicas();
    const resposta = await alterar({ horaDaVirada: 10, classeDaDiaria: 'MAIOR' });
    expect(resposta).toMatchObject({
      horaDaVirada: 10,
      classeDaDiaria: 'MAIOR',
      reservaHoras: antes.reservaHoras,
    });
    expect(await politicas()).toEqual({ ...antes, horaDaVirada: 10, classeDaDiaria: 'MAIOR' });
  });

  it('deve substituir a tabela de preços inteira, em centavos, e só quando enviada', async () => {
    await alterar({
      diarias: [
        { tipoLeito: 'ENFERMARIA', valor: 350.55 },
        { tipoLeito: 'UTI_ADULTO', valor: 0 },
      ],
    });
    expect((await politicas()).diariasParticular).toEqual({ ENFERMARIA: 35055, UTI_ADULTO: 0 });
    await alterar({ horaDaVirada: 11 });
    expect((await politicas()).diariasParticular).toEqual({ ENFERMARIA: 35055, UTI_ADULTO: 0 });
    const resposta = await alterar({ diarias: [{ tipoLeito: 'APARTAMENTO', valor: 1.1 }] });
    expect(resposta.diarias).toEqual([{ tipoLeito: 'APARTAMENTO', valor: 1.1 }]);
    await alterar({ diarias: [] });
    expect((await politicas()).diariasParticular).toEqual({});
  });

  it('deve desfazer tudo quando a tabela de preços é recusada pelo banco', async () => {
    const antes = await retrato(aplicacao, 'hospital', 'hospital_diarias');
    const repetida = { tipoLeito: 'PEDIATRICO', valor: 10 } as const;
    await expect(alterar({ horaDaVirada: 1, diarias: [repetida, repetida] })).rejects.toMatchObject({
      natureza: 'chave_duplicada',
    });
    expect(await retrato(aplicacao, 'hospital', 'hospital_diarias')).toEqual(antes);
    expect((await politicas()).horaDaVirada).not.toBe(1);
  });

  it('deve somar mudanças concorrentes de campos diferentes, sem perder nenhuma', async () => {
    const { horaDoCenso } = await politicas();
    await Promise.all([
      alterar({ reservaHoras: 5 }),
      alterar({ reaberturaHoras: 48 }),
      alterar({ toleranciaMinutos: 15 }),
    ]);
    expect(await politicas()).toMatchObject({
      reservaHoras: 5,
      reaberturaHoras: 48,
      toleranciaMinutos: 15,
      horaDoCenso,
    });
  });
});
