import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instante } from '../../../banco/dialeto.js';
import {
  CenarioDeLeitos,
  esperaIlegalEm,
  esperaRecusa,
  esperaTransicao,
  GESTORA,
} from '../../../../test/apoio/cenario-de-leitos.js';
import { inserirBloqueio } from '../persistencia/movimentos-no-banco.js';
import { ReativarLeito } from './reativar-leito.js';

describe('reativar leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new ReativarLeito(id, dados, GESTORA);
  const instalacoes = (id: number) =>
    cenario.app.consultar(
      "SELECT inicio, fim FROM leitos_periodos WHERE leito_id = ? AND atributo = 'INSTALADO' ORDER BY id",
      [id],
    );

  it('deve voltar a LIVRE e abrir um novo período de instalado', async () => {
    const id = await cenario.leito('DESATIVADO');
    const { status, instaladoDesde } = await cenario.executar(comando(id));
    expect([status, instaladoDesde]).toEqual(['LIVRE', null]);
    await esperaTransicao(cenario, id, { de: 'DESATIVADO', para: 'LIVRE', acao: 'reativar' }, [
      'leito-liberado',
    ]);
    expect((await instalacoes(id)).map((p) => [p.inicio === null, p.fim === null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('deve instalar, no instante informado, um leito que só estava planejado', async () => {
    const id = await cenario.leito('LIVRE', { instalado: false });
    const em = new Date('2026-05-01T10:00:00Z');
    const { status, instalado, instaladoDesde, desde } = await cenario.executar(comando(id, { em }));
    expect([status, instalado, instaladoDesde, desde]).toEqual([
      'LIVRE',
      true,
      em.toISOString(),
      em.toISOString(),
    ]);
    const [periodo] = await instalacoes(id);
    expect([instante(periodo!.inicio), periodo!.fim]).toEqual([em, null]);
  });

  it('deve recusar enquanto o setor estiver inativo', async () => {
    const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Ala velha' });
    const id = await cenario.leito('DESATIVADO', { setorId });
    await cenario.app.post(`/v1/setores/${setorId}/inativar`, { motivo: 'fechada' });
    await esperaRecusa(cenario, 'SETOR.INATIVO', comando(id));
  });

  it('deve recusar uma desativação sobre um bloqueio registrado', async () => {
    const id = await cenario.leito();
    const [desativado, inicio, meio, fim] = [3, 4, 6, 8].map((d) => new Date(Date.UTC(2026, 3, d)));
    await cenario.comandar(id, 'desativar', { em: desativado });
    await cenario.app.unidade.executar((tx) =>
      inserirBloqueio(tx, id, {
        ...{ tipo: 'BLOQUEIO', motivo: 'obra', inicio: inicio!, fim: fim!, fimPrevisto: null },
        ...{ registradoEm: fim!, autorId: null },
      }),
    );
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id, { em: meio }));
    await esperaRecusa(cenario, 'LEITO.PERIODO_SOBREPOSTO', comando(id));
    expect((await cenario.executar(comando(id, { em: inicio }))).status).toBe('LIVRE');
  });

  it('deve recusar em qualquer outro estado, sem escrever nada', async () => {
    await esperaIlegalEm(
      cenario,
      ['LIVRE', 'RESERVADO', 'OCUPADO', 'AGUARDANDO_LIMPEZA', 'EM_LIMPEZA', 'BLOQUEADO', 'MANUTENCAO'],
      comando,
    );
  });
});
