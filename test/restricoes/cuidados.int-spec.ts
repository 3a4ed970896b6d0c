import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Parametro } from '../../src/banco/dialeto.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { esperaRecusaDoBanco, inserirLinha } from '../apoio/recusas.js';

const DESDE = new Date('2026-06-01T10:00:00.000Z');
const MEIO = new Date('2026-06-01T10:30:00.000Z');
const ATE = new Date('2026-06-01T11:00:00.000Z');

describe('restrições do banco: cuidados', () => {
  let app: AplicacaoDeTeste;
  let emergencia: Record<string, Parametro>;
  let setorId: number;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    const cenario = await CenarioDeInternacao.montar(app);
    setorId = cenario.setorId;
    emergencia = {
      usuario_id: 1,
      paciente_id: await cenario.paciente(),
      origem: 'EMERGENCIA',
      motivo: 'Parada cardíaca no corredor.',
      desde: DESDE,
      ate: ATE,
    };
    await inserirLinha(app, 'vinculos_de_cuidado', emergencia);
    await inserirLinha(app, 'usuarios_setores', { usuario_id: 1, setor_id: setorId });
  });

  afterAll(() => app.encerrar());

  it.each<[string, Record<string, Parametro>]>([
    ['ck_vinculos_de_cuidado_origem', { origem: 'CURIOSIDADE' }],
    ['ck_vinculos_de_cuidado_periodo', { desde: ATE, ate: DESDE }],
    ['ck_vinculos_de_cuidado_fim', { encerrado_em: MEIO }],
    ['ck_vinculos_de_cuidado_motivo', { motivo: null }],
    ['ck_vinculos_de_cuidado_motivo', { motivo: 'curto' }],
    ['ck_vinculos_de_cuidado_revisao', { revisado_em: ATE }],
    ['ck_vinculos_de_cuidado_revisor', { revisado_em: ATE, revisor_id: 1, parecer: 'JUSTIFICADO' }],
  ])('deve manter %s', async (restricao, mudanca) => {
    const linha = { ...emergencia, ...mudanca };
    await esperaRecusaDoBanco(app, ['vinculos_de_cuidado', linha], 'verificacao', restricao);
  });

  it('deve recusar vínculos de quem não existe, e o mesmo setor duas vezes', async () => {
    for (const coluna of ['usuario_id', 'paciente_id'])
      await esperaRecusaDoBanco(
        app,
        ['vinculos_de_cuidado', { ...emergencia, [coluna]: 999_999 }],
        'referencia_inexistente',
      );
    await esperaRecusaDoBanco(
      app,
      ['usuarios_setores', { usuario_id: 1, setor_id: setorId }],
      'chave_duplicada',
      'uq_usuarios_setores',
    );
    expect(await app.consultar('SELECT id FROM vinculos_de_cuidado')).toHaveLength(1);
  });
});
