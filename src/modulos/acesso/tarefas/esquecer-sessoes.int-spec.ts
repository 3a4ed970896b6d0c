import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { inserirLinha } from '../../../../test/apoio/recusas.js';
import { PessoaDeTeste } from '../../../../test/apoio/sessao-de-teste.js';
import { inteiro } from '../../../banco/dialeto.js';
import { EsquecerSessoes } from './esquecer-sessoes.tarefa.js';

const HORA = 3_600_000;
const DIA = 24 * HORA;

describe('esquecer sessões', () => {
  let app: AplicacaoDeTeste;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  const rodar = () =>
    app.unidade.executar((tx) => app.app.get(EsquecerSessoes).executar(tx, app.relogio.agora()));
  const quantos = async (tabela: string) =>
    inteiro((await app.consultar(`SELECT COUNT(*) AS n FROM ${tabela}`))[0]!.n);
  const restam = async () => [
    await quantos('sessoes'),
    await quantos('tokens_de_renovacao'),
    await quantos('acessos_revogados'),
  ];

  it('deve guardar os tokens um dia depois de terminada a sessão, e o resto trinta', async () => {
    const ana = await PessoaDeTeste.criar(app);
    const { refreshToken } = await ana.entrar();
    await ana.renovar(refreshToken);
    await app.post('/v1/auth/logout');
    expect(await restam()).toEqual([2, 3, 1]);
    app.relogio.avancar(20 * HORA);
    await rodar();
    expect(await restam()).toEqual([2, 3, 1]);

    app.relogio.avancar(2 * DIA);
    expect(await rodar()).toBe(false);
    expect(await restam()).toEqual([2, 0, 1]);
    app.relogio.avancar(29 * DIA);
    await rodar();
    expect(await restam()).toEqual([0, 0, 0]);
  });

  it('deve guardar os tokens de uma sessão que ainda se renova, para reconhecer o que volta', async () => {
    const agora = app.relogio.agora();
    const em = (horas: number) => new Date(agora.getTime() + horas * HORA);
    const sessaoId = await inserirLinha(app, 'sessoes', {
      ...{ usuario_id: 1, criada_em: em(-100), renovada_em: agora, expira_em: em(50) },
    });
    await inserirLinha(app, 'tokens_de_renovacao', {
      ...{ sessao_id: sessaoId, hash: 'x', criado_em: em(-100), expira_em: em(-99), usado_em: em(-99) },
      irmao_emitido: false,
    });
    await rodar();
    expect(await restam()).toEqual([1, 1, 0]);
  });

  it('deve ir aos poucos, e dizer que há mais', async () => {
    const em = new Date(app.relogio.agora().getTime() - 31 * DIA);
    const linhas = Array.from({ length: 501 }, (_, i) => [1, i + 1, em]);
    const lugares = linhas.map(() => '(?, ?, ?)').join(', ');
    await app.unidade.executar((tx) =>
      tx.executar(
        `INSERT INTO acessos_revogados (usuario_id, sessao_id, em) VALUES ${lugares}`,
        linhas.flat(),
      ),
    );
    expect(await rodar()).toBe(true);
    expect(await quantos('acessos_revogados')).toBe(1);
    expect(await rodar()).toBe(false);
    expect(await quantos('acessos_revogados')).toBe(0);
  });
});
