import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { EstadoDoLeito } from '../../src/modulos/leitos/dominio/estados-do-leito.js';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { esperaRecusa, type Porque, recusa } from './recusa.js';

type Corpo = Record<string, unknown>;

const ENTRADA = '2026-03-10T10:00:00.000Z';
const ALTA = { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' };
const INDISPONIVEL: Porque = [409, 'INTERNACAO.LEITO_INDISPONIVEL', 'leitoId'];
const ILEGAL: Porque = [409, 'INTERNACAO.TRANSICAO_INVALIDA', null];
const ANTES: Porque = [422, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', 'em'];
const campoInvalido = (campo: string): Porque => [422, 'PLATAFORMA.CAMPO_INVALIDO', campo];

describe('transferência, recusada', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const internar = () => cenario.internacoes.internar({ admitidaEm: ENTRADA });
  const esperaFicarOndeEsta = (id: number, corpo: Corpo, porque: Porque) =>
    esperaRecusa(
      cenario.app,
      { caminho: `/v1/internacoes/${id}/transferir`, corpo: { motivo: 'Mudança de cuidado.', ...corpo } },
      recusa(porque),
    );

  it.each<[EstadoDoLeito, Porque]>([
    ['OCUPADO', [409, 'INTERNACAO.LEITO_OCUPADO', 'leitoId']],
    ['RESERVADO', INDISPONIVEL],
    ['AGUARDANDO_LIMPEZA', INDISPONIVEL],
    ['EM_LIMPEZA', INDISPONIVEL],
    ['BLOQUEADO', INDISPONIVEL],
    ['MANUTENCAO', INDISPONIVEL],
    ['DESATIVADO', INDISPONIVEL],
  ])('deve recusar o leito de destino em %s', async (estado, porque) => {
    const leitoId = await cenario.leito(estado);
    await esperaFicarOndeEsta((await internar()).id, { leitoId }, porque);
  });

  it('deve recusar o mesmo leito, um que não existe e um de observação', async () => {
    const { id, leitoId } = await internar();
    const observacao = await cenario.leito('LIVRE', { classe: 'OBSERVACAO' });
    await esperaFicarOndeEsta(id, { leitoId }, [409, 'INTERNACAO.MESMO_LEITO', 'leitoId']);
    await esperaFicarOndeEsta(id, { leitoId: 999_999 }, [422, 'LEITO.NAO_ENCONTRADO', 'leitoId']);
    await esperaFicarOndeEsta(id, { leitoId: observacao }, INDISPONIVEL);
  });

  it('deve recusar um instante futuro, ou anterior à entrada ou ao último movimento', async () => {
    const { id } = await internar();
    const leitoId = await cenario.leito();
    await esperaFicarOndeEsta(id, { leitoId, em: '2199-01-01T00:00:00Z' }, [
      422,
      'INTERNACAO.DATA_NO_FUTURO',
      'em',
    ]);
    await esperaFicarOndeEsta(id, { leitoId, em: '2026-03-10T09:59:59.999Z' }, ANTES);
    await cenario.internacoes.comandar(id, 'transferir', {
      ...{ leitoId: await cenario.leito(), motivo: 'Cuidado', em: '2026-03-12T10:00:00Z' },
    });
    await esperaFicarOndeEsta(id, { leitoId, em: '2026-03-12T09:59:59.999Z' }, ANTES);
  });

  it('deve recusar sem motivo, com motivo vazio ou com campo que não há', async () => {
    const { id } = await internar();
    const leitoId = await cenario.leito();
    await esperaFicarOndeEsta(id, { leitoId, motivo: undefined }, campoInvalido('motivo'));
    await esperaFicarOndeEsta(id, { leitoId, motivo: ' \t\n ' }, campoInvalido('motivo'));
    await esperaFicarOndeEsta(id, {}, campoInvalido('leitoId'));
    await esperaFicarOndeEsta(id, { leitoId, deLeitoId: 1 }, [
      422,
      'PLATAFORMA.CAMPO_DESCONHECIDO',
      'deLeitoId',
    ]);
  });

  it('deve recusar depois da alta clínica, da alta e do cancelamento, e a quem só espera', async () => {
    const leitoId = await cenario.leito();
    for (const [comando, corpo] of [
      ['alta-clinica', ALTA],
      ['alta', ALTA],
      ['cancelar', { motivo: 'Engano.' }],
    ] as const) {
      const { id } = await internar();
      await cenario.internacoes.comandar(id, comando, corpo);
      await esperaFicarOndeEsta(id, { leitoId }, ILEGAL);
    }
    await esperaFicarOndeEsta((await cenario.internacoes.solicitar()).id, { leitoId }, ILEGAL);
    await esperaFicarOndeEsta(999_999, { leitoId }, [404, 'INTERNACAO.NAO_ENCONTRADA', null]);
  });
});
