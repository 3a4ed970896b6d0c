import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InvarianteResposta } from '../../src/plataforma/invariantes/listar-invariantes.js';
import { PAPEIS } from '../../src/plataforma/seguranca/autor.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { comoPapel } from '../apoio/papeis.js';
import { pararRele } from '../apoio/rele-parado.js';

const CAMINHO = '/v1/invariantes';

describe(CAMINHO, () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const auditar = async (consulta = ''): Promise<InvarianteResposta[]> => {
    const { status, corpo } = await app.get<InvarianteResposta[]>(`${CAMINHO}?${consulta}`);
    expect(status).toBe(200);
    return corpo.data;
  };
  const executar = (sql: string, ...parametros: number[]) =>
    app.unidade.executar((tx) => tx.executar(sql, parametros));
  const achadosDe = async (codigo: string) =>
    (await auditar(`codigo=${codigo}`)).map(({ conferida, violacoes, exemplos }) => [
      conferida,
      violacoes,
      exemplos,
    ]);

  it('deve mostrar cada invariante conferido, em ordem, numa página só', async () => {
    const { corpo } = await app.get<InvarianteResposta[]>(CAMINHO);
    const codigos = corpo.data.map(({ codigo }) => codigo);
    expect(codigos).toEqual([...codigos].sort());
    expect(codigos.length).toBeGreaterThan(80);
    expect(corpo.meta).toEqual({ limite: codigos.length, proximoCursor: null });
    for (const invariante of corpo.data)
      expect(invariante).toEqual({
        ...{ codigo: expect.stringMatching(/^[A-Z]+\.[A-Z_]+$/), descricao: expect.stringMatching(/\.$/) },
        ...{ fonte: expect.any(String), conferida: true, violacoes: 0, haMais: false, exemplos: [] },
        duracaoMs: expect.any(Number),
      });
  });

  it('deve acusar uma violação enquanto ela dura, pelo identificador', async () => {
    const id = await cenario.leito();
    const codigo = 'LEITOS.OCUPADO_SEM_OCUPACAO';
    await executar("UPDATE leitos SET status = 'OCUPADO' WHERE id = ?", id);
    expect(await achadosDe(codigo)).toEqual([[true, 1, [`leito:${id}`]]]);
    const violados = await auditar('violadas=true');
    expect(violados.map((invariante) => invariante.codigo)).toContain(codigo);
    expect(violados.every(({ violacoes }) => violacoes !== 0)).toBe(true);

    await executar("UPDATE leitos SET status = 'LIVRE' WHERE id = ?", id);
    expect(await achadosDe(codigo)).toEqual([[true, 0, []]]);
    expect(await auditar('violadas=true')).toEqual([]);
  });

  it('deve esperar pela reação que ainda virá, e acusar a falta do que devia a que morreu', async () => {
    const { id } = await cenario.internar();
    await cenario.comandar(id, 'alta', { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO' });
    expect(await auditar('violadas=true')).toEqual([]);

    const doEvento = `evento_id IN (SELECT id FROM eventos WHERE agregado_tipo = 'internacao' AND agregado_id = ?)`;
    await executar(
      `DELETE FROM entregas_prontas WHERE entrega_id IN (SELECT id FROM entregas WHERE ${doEvento})`,
      id,
    );
    await executar(`UPDATE entregas SET status = 'MORTA', mortes = 1 WHERE ${doEvento}`, id);
    for (const codigo of ['FINANCEIRO.ENCERRADA_SEM_UM_FINAL', 'FINANCEIRO.CONTA_QUE_NAO_ACOMPANHA'])
      expect(await achadosDe(codigo)).toEqual([[true, 1, [`internacao:${id}`]]]);
  });

  it('deve acusar a entrega que ninguém faz e o evento que ninguém numera, passado o prazo', async () => {
    const atrasados = async () =>
      Promise.all(
        ['ENTREGAS.ESQUECIDA', 'EVENTOS.SEM_SEQUENCIA'].map(
          async (c) => (await auditar(`codigo=${c}`))[0]!.violacoes,
        ),
      );
    await cenario.internar();
    expect(await atrasados()).toEqual([0, 0]);
    app.relogio.avancar(11 * 60_000);
    // A token lasts ten minutes.
    await app.entrar();
    expect(await atrasados()).toEqual([expect.any(Number), expect.any(Number)]);
    expect((await atrasados()).every((violacoes) => violacoes! > 0)).toBe(true);
  });

  it('deve responder vazio a um código que não há, e recusar um filtro que não entende', async () => {
    expect(await auditar('codigo=LEITOS.INVENTADO')).toEqual([]);
    expect((await app.get(`${CAMINHO}?violadas=talvez`)).status).toBe(400);
    expect((await app.get(`${CAMINHO}?outro=1`)).status).toBe(400);
  });

  it('deve ser só de quem administra ou audita', async () => {
    for (const papel of PAPEIS) {
      const { status } = await app.pedir('GET', `${CAMINHO}?codigo=X`, undefined, comoPapel(app, papel));
      expect([papel, status]).toEqual([papel, ['ADMIN', 'AUDITOR'].includes(papel) ? 200 : 403]);
    }
    expect((await app.pedir('GET', CAMINHO, undefined, { authorization: '' })).status).toBe(401);
  });
});
