import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { LeituraDeConvenios } from '../contrato/leitura-de-convenios.js';

describe('LeituraDeConvenios', () => {
  let aplicacao: AplicacaoDeTeste;
  let id: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    const vigencia = { vigenciaInicio: '2026-06-01', vigenciaFim: '2026-06-30' };
    ({ id } = await aplicacao.criar('/v1/convenios', {
      nome: 'Serrana',
      tipoPlano: 'FAMILIAR',
      ...vigencia,
    }));
  });
  afterAll(() => aplicacao.encerrar());

  const exigir = (naData: string, convenioId = id) =>
    aplicacao.app.get(LeituraDeConvenios).exigirVigente(convenioId, naData);
  const codigo = (valor: string) => ({ codigo: valor, campo: 'convenioId', tipo: 'invalido' });

  it.each(['2026-06-01', '2026-06-15', '2026-06-30'])('deve aceitar %s, dentro da vigência', async (dia) => {
    await expect(exigir(dia)).resolves.toBeUndefined();
  });

  it.each(['2026-05-31', '2026-07-01'])('deve recusar %s, fora da vigência', async (dia) => {
    await expect(exigir(dia)).rejects.toMatchObject(codigo('CONVENIO.FORA_DA_VIGENCIA'));
  });

  it('deve recusar o que não existe e o inativo, qualquer que seja o dia', async () => {
    await expect(exigir('2026-06-15', 999_999)).rejects.toMatchObject(codigo('CONVENIO.NAO_ENCONTRADO'));
    await aplicacao.post(`/v1/convenios/${id}/inativar`, { motivo: 'Acabou.' });
    await expect(exigir('2026-06-15')).rejects.toMatchObject(codigo('CONVENIO.INATIVO'));
  });
});
