import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaRecusa, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import { CadastrarLeito, type DadosDoLeito } from './cadastrar-leito.js';

describe('cadastrar leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (mais: Partial<DadosDoLeito> = {}) =>
    new CadastrarLeito({ numero: '101-A', setorId: cenario.setorId, tipo: 'ENFERMARIA', ...mais }, GESTORA);
  const periodos = async (id: number) => (await cenario.linhas('leitos_periodos', id)).map((p) => p.atributo);

  it('deve cadastrar um leito livre, com os padrões, sem história e sem evento', async () => {
    const leito = await cenario.executar(comando({ numero: '102-A' }));
    expect(leito).toMatchObject({
      ...{
        numero: '102-A',
        status: 'LIVRE',
        classe: 'INTERNACAO',
        extra: false,
        maca: false,
        planejado: true,
      },
      ...{ instalado: true, instaladoDesde: null, manutencaoPlanejada: false },
    });
    expect([...leito.acoes].sort()).toEqual(['bloquear', 'desativar', 'manutencao', 'reservar']);
    expect(await cenario.linhas('leitos_historico', leito.id)).toEqual([]);
    expect(await cenario.eventos(leito.id, 1)).toEqual([]);
    expect(await periodos(leito.id)).toEqual(['PLANEJADO', 'INSTALADO']);
  });

  it('deve começar DESATIVADO o leito só planejado', async () => {
    const { id, status, acoes } = await cenario.executar(comando({ numero: 'P1', instalado: false }));
    expect([status, acoes, await periodos(id)]).toEqual(['DESATIVADO', ['reativar'], ['PLANEJADO']]);
  });

  it('deve começar LIVRE o leito extra que não está instalado', async () => {
    const { id, status, instalado } = await cenario.executar(
      comando({ numero: 'X1', extra: true, planejado: false, instalado: false }),
    );
    expect([status, instalado, await periodos(id)]).toEqual(['LIVRE', false, ['EXTRA']]);
  });

  it('deve guardar extra, maca, classe e a data de instalação', async () => {
    const instaladoDesde = new Date('2026-01-01T03:00:00Z');
    const leito = await cenario.executar(
      comando({
        numero: 'M1',
        extra: true,
        maca: true,
        planejado: false,
        classe: 'OBSERVACAO',
        instaladoDesde,
      }),
    );
    expect(leito).toMatchObject({
      extra: true,
      maca: true,
      planejado: false,
      classe: 'OBSERVACAO',
      instaladoDesde: instaladoDesde.toISOString(),
      desde: instaladoDesde.toISOString(),
    });
    expect(await periodos(leito.id)).toEqual(['EXTRA', 'MACA', 'INSTALADO']);
  });

  it('deve recusar número repetido no setor, em qualquer caixa, e aceitá-lo em outro', async () => {
    await cenario.executar(comando({ numero: '200-A' }));
    await esperaRecusa(cenario, 'LEITO.NUMERO_REPETIDO', comando({ numero: '200-a' }));
    const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Outro setor' });
    expect((await cenario.executar(comando({ numero: '200-A', setorId }))).setorId).toBe(setorId);
  });

  it('deve recusar setor que não existe ou inativo, e data de instalação contraditória', async () => {
    const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Ala fechada' });
    await cenario.app.post(`/v1/setores/${setorId}/inativar`, { motivo: 'fechada' });
    await esperaRecusa(cenario, 'SETOR.NAO_ENCONTRADO', comando({ setorId: 999_999 }));
    await esperaRecusa(cenario, 'SETOR.INATIVO', comando({ setorId }));
    await esperaRecusa(
      cenario,
      'LEITO.INSTALACAO_CONTRADITORIA',
      comando({ instalado: false, instaladoDesde: new Date('2026-01-01T03:00:00Z') }),
    );
  });
});
