import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AberturaDeSessao } from '../../src/modulos/acesso/persistencia/abrir-sessao.js';
import type { EntradaResposta } from '../../src/modulos/acesso/persistencia/entrada-resposta.js';
import type { AplicacaoDeTeste, Resposta } from '../apoio/aplicacao-de-teste.js';
import { PessoaDeTeste } from '../apoio/sessao-de-teste.js';
import { encerrarReplicas, iniciarReplicas } from '../apoio/replicas-de-teste.js';

const CORRIDAS = 1_000;
const PRAZO_MS = 120_000;

type Renovada = Pick<EntradaResposta, 'accessToken' | 'refreshToken'>;

/** Clients that race with themselves, thieves that race with their victims (G6.6), over two replicas. */
describe('muitas renovações ao mesmo tempo', () => {
  let replicas: [AplicacaoDeTeste, AplicacaoDeTeste];
  let ana: PessoaDeTeste;
  beforeAll(async () => {
    replicas = await iniciarReplicas();
    ana = await PessoaDeTeste.criar(replicas[0]);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => encerrarReplicas(replicas));

  /** As after a login, without the hash of a password for each. */
  const abrir = (): Promise<Renovada> =>
    replicas[0].unidade.executar((tx) =>
      replicas[0].app.get(AberturaDeSessao).abrir(tx, ana.id, { agente: null }),
    );
  const abrirMuitas = async (quantas: number): Promise<Renovada[]> => {
    const abertas: Renovada[] = [];
    for (let i = 0; i < quantas; i++) abertas.push(await abrir());
    return abertas;
  };
  const renovar = (refreshToken: string, i = 0): Promise<Resposta<Renovada>> =>
    replicas[i % 2]!.post<Renovada>('/v1/auth/refresh', { refreshToken });
  /** Stops both clocks where they are, or so much later: a slow machine is not a late client. */
  const pararRelogios = (adianteMs = 0): void => {
    const instante = new Date(replicas[0].relogio.agora().getTime() + adianteMs);
    for (const { relogio } of replicas) jest.spyOn(relogio, 'agora').mockReturnValue(instante);
  };
  const contar = (respostas: readonly Resposta<unknown>[]): Record<number, number> =>
    respostas.reduce<Record<number, number>>(
      (contagem, { status }) => ({ ...contagem, [status]: (contagem[status] ?? 0) + 1 }),
      {},
    );

  it(
    'deve dar dois pares a mil que apresentam o mesmo token, e a sessão seguir viva',
    async () => {
      pararRelogios();
      const { refreshToken } = await abrir();
      const respostas = await Promise.all(
        Array.from({ length: CORRIDAS }, (_, i) => renovar(refreshToken, i)),
      );

      expect(contar(respostas)).toEqual({ 200: 2, 409: CORRIDAS - 2 });
      const codigos = respostas.filter((r) => r.status === 409).map(({ corpo }) => corpo.error[0]!.codigo);
      expect(new Set(codigos)).toEqual(new Set(['ACESSO.RENOVACAO_REPETIDA']));
      const dados = respostas.filter((r) => r.status === 200).map(({ corpo }) => corpo.data);
      expect(new Set(dados.map((d) => d.refreshToken)).size).toBe(2);
      expect(contar(await Promise.all(dados.map((d) => renovar(d.refreshToken))))).toEqual({ 200: 2 });
    },
    PRAZO_MS,
  );

  it(
    'deve não perder nenhuma de quinhentas sessões renovadas duas vezes ao mesmo tempo, e terminar todas em que um token volta tarde',
    async () => {
      pararRelogios();
      const sessoes = await abrirMuitas(CORRIDAS / 2);
      const pares = await Promise.all(
        Array.from({ length: CORRIDAS }, (_, i) => renovar(sessoes[i >> 1]!.refreshToken, i)),
      );
      expect(contar(pares)).toEqual({ 200: CORRIDAS });
      const netos = await Promise.all(pares.map(({ corpo }, i) => renovar(corpo.data.refreshToken, i)));
      expect(contar(netos)).toEqual({ 200: CORRIDAS });

      pararRelogios(11_000);
      const voltas = await Promise.all(sessoes.map(({ refreshToken }, i) => renovar(refreshToken, i)));
      expect(contar(voltas)).toEqual({ 401: CORRIDAS / 2 });
      const depois = await Promise.all(netos.map(({ corpo }, i) => renovar(corpo.data.refreshToken, i)));
      expect(contar(depois)).toEqual({ 401: CORRIDAS });
      const motivos = new Set((await ana.motivos()).slice(-CORRIDAS / 2));
      expect(motivos).toEqual(new Set(['REUSO']));
    },
    PRAZO_MS,
  );

  it('deve tornar inútil em um segundo o que um ladrão obteve', async () => {
    const { refreshToken } = await abrir();
    const doLadrao = (await renovar(refreshToken)).corpo.data;
    pararRelogios(11_000);
    const inicio = performance.now();
    expect((await renovar(refreshToken, 1)).status).toBe(401);
    expect((await renovar(doLadrao.refreshToken)).status).toBe(401);
    const eu = await replicas[1].pedir('GET', '/v1/auth/eu', undefined, {
      authorization: `Bearer ${doLadrao.accessToken}`,
    });
    expect(eu.status).toBe(401);
    expect(performance.now() - inicio).toBeLessThan(1_000);
  });
});
