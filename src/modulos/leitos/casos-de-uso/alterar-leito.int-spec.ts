import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaRecusa, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import { AlterarLeito } from './alterar-leito.js';

describe('alterar leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const comando = (id: number, dados = {}) => new AlterarLeito(id, dados, GESTORA);
  const periodos = (id: number, atributo: string) =>
    cenario.app.consultar(
      'SELECT inicio, fim FROM leitos_periodos WHERE leito_id = ? AND atributo = ? ORDER BY id',
      [id, atributo],
    );

  it('deve mudar só o que foi enviado, e não o estado', async () => {
    const id = await cenario.leito('EM_LIMPEZA', { numero: '300-A' });
    const leito = await cenario.executar(comando(id, { numero: '301-A', tipo: 'UTI_ADULTO' }));
    expect(leito).toMatchObject({
      numero: '301-A',
      tipo: 'UTI_ADULTO',
      status: 'EM_LIMPEZA',
      extra: false,
      planejado: true,
    });
  });

  it('deve lembrar desde quando e até quando o leito foi extra e planejado', async () => {
    const id = await cenario.leito();
    await cenario.executar(comando(id, { extra: true, planejado: false }));
    await cenario.executar(comando(id, { extra: false, numero: 'X-1' }));
    expect((await periodos(id, 'EXTRA')).map((p) => [p.inicio === null, p.fim === null])).toEqual([
      [false, false],
    ]);
    expect((await periodos(id, 'PLANEJADO')).map((p) => [p.inicio === null, p.fim === null])).toEqual([
      [true, false],
    ]);
    expect((await periodos(id, 'INSTALADO')).map((p) => [p.inicio === null, p.fim === null])).toEqual([
      [true, true],
    ]);
  });

  it('deve encerrar sem erro um período que só começaria no futuro', async () => {
    const id = await cenario.leito('LIVRE', { extra: true, instaladoDesde: '2190-01-01T00:00:00Z' });
    expect((await cenario.executar(comando(id, { extra: false }))).extra).toBe(false);
  });

  it('deve recusar, enquanto em uso, que deixe de ser extra o leito que não está instalado', async () => {
    const id = await cenario.leito('LIVRE', { extra: true, planejado: false, instalado: false });
    await esperaRecusa(cenario, 'LEITO.EXTRA_EM_USO', comando(id, { extra: false }));
    await cenario.comandar(id, 'desativar');
    await cenario.executar(comando(id, { extra: false }));
    expect(await cenario.comandar(id, 'reativar')).toMatchObject({ instalado: true });
  });

  it('deve deixar o leito pronto para o próximo comando', async () => {
    const id = await cenario.leito('EM_LIMPEZA');
    await cenario.executar(comando(id, { tipo: 'ISOLAMENTO' }));
    expect((await cenario.comandar(id, 'concluir-limpeza')).status).toBe('LIVRE');
  });

  it('deve recusar número repetido no setor e leito que não existe, sem escrever nada', async () => {
    await cenario.leito('LIVRE', { numero: '400-A' });
    const id = await cenario.leito('LIVRE', { numero: '400-B' });
    await esperaRecusa(cenario, 'LEITO.NUMERO_REPETIDO', comando(id, { numero: '400-a' }));
    await esperaRecusa(cenario, 'LEITO.NAO_ENCONTRADO', comando(999_999, { numero: '1' }));
  });
});
