import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PAPEIS } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste, type Resposta } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { comoPapel } from '../apoio/papeis.js';
import { comoPessoa } from '../apoio/pessoa-com-acesso.js';

interface Item {
  readonly id: number;
  readonly em: string;
  readonly usuarioId: number;
  readonly acao: string;
  readonly registro: string;
  readonly pacienteId: number;
  readonly campos: string[];
  readonly selado: boolean;
}

describe('consulta da auditoria', () => {
  let app: AplicacaoDeTeste;
  let internacao: { id: number; pacienteId: number };

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    internacao = await (await CenarioDeInternacao.montar(app)).internar();
    await app.post(`/v1/internacoes/${internacao.id}/alta`, {
      cidSaida: 'J18.9',
      motivoSaida: 'ALTA_MELHORADO',
    });
  });
  afterAll(() => app.encerrar());

  const listar = async (consulta: string): Promise<Item[]> => {
    const { status, corpo } = await app.get<Item[]>(`/v1/auditoria?${consulta}`);
    expect(status).toBe(200);
    return corpo.data;
  };

  it('deve achar por registro, paciente, ação, pessoa e instante, do mais novo ao mais antigo', async () => {
    const [alta, criacao, ...outras] = await listar(`registro=internacao:${internacao.id}`);
    expect(outras).toEqual([]);
    expect(alta).toMatchObject({
      acao: 'internacoes.alta',
      operacao: 'POST /v1/internacoes/:id/alta',
      registro: `internacao:${internacao.id}`,
      pacienteId: internacao.pacienteId,
      usuarioId: 1,
      campos: ['cidSaida', 'motivoSaida'],
      origem: '127.0.0.1',
    });
    expect(criacao!.acao).toBe('internacoes.criar');
    const doPaciente = await listar(`pacienteId=${internacao.pacienteId}&ordem=em`);
    expect(doPaciente.slice(0, 3).map(({ acao }) => acao)).toEqual([
      'pacientes.criar',
      'internacoes.criar',
      'internacoes.alta',
    ]);
    expect((await listar('acao=internacoes.alta')).map(({ id }) => id)).toEqual([alta!.id]);
    const depois = await listar(`usuarioId=1&de=${alta!.em}&ordem=em`);
    expect(depois[0]!.id).toBe(alta!.id);
    expect((await listar(`usuarioId=1&ate=${criacao!.em}`)).map(({ id }) => id)).not.toContain(criacao!.id);
    expect(await listar('usuarioId=999999')).toEqual([]);
  });

  it('deve paginar sem perder nem repetir, enquanto a trilha cresce', async () => {
    const vistos: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { corpo }: Resposta<Item[]> = await app.get<Item[]>(
        `/v1/auditoria?ordem=em&limite=3${cursor && `&cursor=${cursor}`}`,
      );
      vistos.push(...corpo.data.map(({ id }) => id));
      cursor = vistos.length < 30 ? corpo.meta.proximoCursor : null;
    }
    expect(new Set(vistos).size).toBe(vistos.length);
    expect(vistos).toEqual([...vistos].sort((a, b) => a - b));
  });

  it('deve registrar também quem consulta, e o que procurava', async () => {
    await listar(`pacienteId=${internacao.pacienteId}&acao=x.y`);
    const [consulta] = await listar('acao=auditoria.consultar');
    expect(consulta).toMatchObject({ pacienteId: internacao.pacienteId, campos: ['pacienteId', 'acao'] });
  });

  it('deve dizer quando uma linha passa a ser da cadeia, e onde ela acaba', async () => {
    await eventualmente(async () => {
      const [alta] = await listar('acao=internacoes.alta');
      expect(alta!.selado).toBe(true);
    });
    const { corpo } = await app.get<{ sequencia: number; hash: string; ancora: string }>(
      '/v1/auditoria/selo',
    );
    expect(corpo.data.ancora).toBe(`${corpo.data.sequencia}:${corpo.data.hash}`);
    expect(corpo.data.sequencia).toBeGreaterThan(0);
  });

  it('deve ser só de AUDITOR e ADMIN', async () => {
    for (const caminho of ['/v1/auditoria', '/v1/auditoria/selo'])
      for (const papel of PAPEIS) {
        const { status } = await app.pedir('GET', caminho, undefined, comoPapel(app, papel));
        expect([papel, status]).toEqual([papel, papel === 'AUDITOR' || papel === 'ADMIN' ? 200 : 403]);
      }
  });

  it.each(['registro=internacao', 'registro=internacao:0', 'usuarioId=x', 'de=ontem', 'ordem=id', 'nada=1'])(
    'deve recusar %s',
    async (consulta) => {
      expect((await app.get(`/v1/auditoria?${consulta}`)).status).toBe(400);
    },
  );

  it('deve mostrar ao paciente quem viu ou mudou o que é dele, e a mais ninguém o que é de outro', async () => {
    const caminho = `/v1/pacientes/${internacao.pacienteId}/acessos`;
    const proprio = comoPessoa(app, ['PACIENTE'], { pacienteId: internacao.pacienteId });
    const { status, corpo } = await app.pedir<{ acao: string; nome: string; papeis: string[] }[]>(
      'GET',
      caminho,
      undefined,
      proprio,
    );
    expect(status).toBe(200);
    expect(corpo.data.map(({ acao }) => acao)).toEqual(
      expect.arrayContaining(['internacoes.alta', 'internacoes.criar', 'pacientes.criar']),
    );
    expect(corpo.data.find(({ acao }) => acao === 'internacoes.alta')).toMatchObject({
      usuarioId: 1,
      papeis: ['ADMIN'],
    });
    const outro = comoPessoa(app, ['PACIENTE'], { pacienteId: internacao.pacienteId + 1 });
    expect((await app.pedir('GET', caminho, undefined, outro)).status).toBe(404);
    for (const papel of ['MEDICO', 'RECEPCAO', 'ENFERMAGEM', 'FATURAMENTO', 'GESTAO'] as const)
      expect((await app.pedir('GET', caminho, undefined, comoPapel(app, papel))).status).toBe(403);
    expect((await app.pedir('GET', caminho, undefined, comoPapel(app, 'AUDITOR'))).status).toBe(200);
    expect((await app.get('/v1/pacientes/999999/acessos')).status).toBe(404);
  });

  it('deve não responder quando o próprio acesso à trilha não pode ser registrado', async () => {
    await app.unidade.executar((tx) => tx.executar('ALTER TABLE auditoria RENAME COLUMN campos TO fora'));
    try {
      expect((await app.get('/v1/auditoria/selo')).status).toBe(200);
      const { status } = await app.get(`/v1/pacientes/${internacao.pacienteId}/acessos`);
      expect(status).toBe(503);
    } finally {
      await app.unidade.executar((tx) => tx.executar('ALTER TABLE auditoria RENAME COLUMN fora TO campos'));
    }
  });
});
