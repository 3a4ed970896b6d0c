import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Avisos } from '../apoio/avisos.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { comoPapel } from '../apoio/papeis.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';
import { TIPOS_DE_NOTIFICACAO } from '../../src/modulos/notificacoes/dominio/tipos-de-notificacao.js';

interface Notificacao {
  id: number;
  tipo: string;
  status: string;
  referencia: string;
  destinatario: string;
  tentativas: number;
  acoes: string[];
}

let smtp: ServidorSmtp;
let app: AplicacaoDeTeste;
let leitoId: number;

beforeAll(async () => {
  smtp = await ServidorSmtp.iniciar();
  app = await AplicacaoDeTeste.iniciar({ MAIL_SERVER: '127.0.0.1', MAIL_PORT: String(smtp.porta) });
  const setor = await app.criar('/v1/setores', { nome: 'UTI Adulto' });
  leitoId = (await app.criar('/v1/leitos', { numero: '203-B', setorId: setor.id, tipo: 'UTI_ADULTO' })).id;
});

afterAll(async () => {
  await app.encerrar();
  await smtp.parar();
});

/** The bed leaves LIVRE and comes back, as it does after an obra. */
async function liberarOLeito(): Promise<void> {
  for (const [comando, corpo] of [
    ['bloquear', { motivo: 'obra' }],
    ['desbloquear'],
    ['iniciar-limpeza'],
    ['concluir-limpeza'],
  ] as const) {
    const { status } = await app.post(`/v1/leitos/${leitoId}/${comando}`, corpo ?? {});
    expect([comando, status]).toEqual([comando, 200]);
  }
}

const listar = (consulta: string) => app.get<Notificacao[]>(`/v1/notificacoes${consulta}`);

const ultimaDoLeito = (status: string): Promise<Notificacao> =>
  eventualmente(async () => {
    const { corpo } = await listar(`?tipo=leito-liberado&referencia=leito:${leitoId}`);
    expect(corpo.data[0]?.status).toBe(status);
    return corpo.data[0]!;
  });

describe('/v1/notificacoes', () => {
  it('deve estar vazia enquanto nenhum leito foi liberado, mesmo depois de cadastrado', async () => {
    const { status, corpo } = await listar('');
    expect([status, corpo.data, corpo.meta]).toEqual([200, [], { limite: 20, proximoCursor: null }]);
  });

  it('deve contar o aviso do leito liberado e como foi entregue, sem mostrar o endereço inteiro', async () => {
    await liberarOLeito();
    const aviso = await ultimaDoLeito('ENVIADA');
    expect(aviso).toEqual({
      id: aviso.id,
      tipo: 'leito-liberado',
      canal: 'EMAIL',
      destinatario: 'o***@hospital.local',
      referencia: `leito:${leitoId}`,
      status: 'ENVIADA',
      tentativas: 1,
      criadaEm: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/),
      proximaTentativaEm: null,
      enviadaEm: expect.stringMatching(/Z$/),
      messageId: expect.stringMatching(/^<notificacao-/),
      erro: null,
      acoes: [],
    });
    expect((await app.get(`/v1/notificacoes/${aviso.id}`)).corpo.data).toEqual(aviso);
    expect(smtp.recebidas).toHaveLength(1);
    expect(smtp.recebidas[0]).toMatchObject({
      assunto: 'Leito 203-B livre · UTI Adulto',
      para: ['operacao@hospital.local'],
    });
    expect(smtp.recebidas[0]?.texto).toContain('UTI Adulto');
  });

  it('deve deixar reenviar só a que está em falha definitiva', async () => {
    smtp.responder({ recusar: 550 });
    await liberarOLeito();
    const falhada = await ultimaDoLeito('FALHA_DEFINITIVA');
    expect(falhada).toMatchObject({ erro: 'SMTP_550', acoes: ['reenviar'], enviadaEm: null });

    const reenviada = await app.post<Notificacao>(`/v1/notificacoes/${falhada.id}/reenviar`);
    expect([reenviada.status, reenviada.corpo.data]).toMatchObject([
      200,
      { id: falhada.id, status: 'NA_FILA', tentativas: 0 },
    ]);
    await ultimaDoLeito('ENVIADA');

    const { status, corpo } = await app.post(`/v1/notificacoes/${falhada.id}/reenviar`);
    expect(status).toBe(409);
    expect(corpo.error).toEqual([
      {
        title: 'HttpConflictError',
        codigo: 'NOTIFICACAO.NAO_REENVIAVEL',
        message: `A notificação ${falhada.id} está enviada: só uma em falha definitiva pode ser reenviada.`,
      },
    ]);
  });

  it('deve dizer quando tentará de novo a que espera na fila', async () => {
    smtp.responder({ recusar: 451 });
    await liberarOLeito();
    const espera = await eventualmente(async () => {
      const aviso = await ultimaDoLeito('NA_FILA');
      expect(aviso).toMatchObject({
        erro: 'SMTP_451',
        proximaTentativaEm: expect.any(String),
        tentativas: 1,
      });
      return aviso as Notificacao & { proximaTentativaEm: string };
    });
    const emMs = Date.parse(espera.proximaTentativaEm) - app.relogio.agora().getTime();
    expect(emMs).toBeGreaterThan(50_000);
    expect(emMs).toBeLessThanOrEqual(72_000);
  });

  it('deve filtrar por tipo, situação e referência, e paginar da mais nova à mais antiga', async () => {
    const avisos = new Avisos(app);
    for (let i = 0; i < 3; i++) await avisos.incluir({ destinatario: 'sem arroba' });
    await eventualmente(async () =>
      expect((await listar('?status=FALHA_DEFINITIVA')).corpo.data).toHaveLength(3),
    );

    const todas = (await listar('?limite=100')).corpo.data;
    expect(todas.map(({ id }) => id)).toEqual(todas.map(({ id }) => id).sort((a, b) => b - a));
    expect(todas.every(({ tipo }) => (TIPOS_DE_NOTIFICACAO as readonly string[]).includes(tipo))).toBe(true);

    const paginas: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { corpo } = await listar(`?limite=2${cursor && `&cursor=${cursor}`}`);
      paginas.push(...corpo.data.map(({ id }) => id));
      cursor = corpo.meta.proximoCursor;
    }
    expect(paginas).toEqual(todas.map(({ id }) => id));
    expect((await listar('?tipo=entrega-morta')).corpo.data).toEqual([]);
    expect((await listar('?referencia=leito:999999')).corpo.data).toEqual([]);
  });

  it.each([
    '?tipo=outro',
    '?status=PERDIDA',
    '?referencia=leito',
    '?referencia=leito:0',
    '?limite=0',
    '?cursor=x',
    '?desconhecido=1',
  ])('deve recusar com 400 a consulta %s', async (consulta) => {
    const { status, corpo } = await listar(consulta);
    expect([status, corpo.error[0]?.title]).toEqual([400, 'HttpBadRequestError']);
  });

  it.each(['999999', '0', 'abc', '99999999999'])('deve responder 404 ao identificador %s', async (id) => {
    expect((await app.get(`/v1/notificacoes/${id}`)).status).toBe(404);
    expect((await app.post(`/v1/notificacoes/${id}/reenviar`)).status).toBe(404);
  });

  it('deve abrir a leitura à gestão e à auditoria, e o reenvio só à gestão', async () => {
    const { id } = (await listar('')).corpo.data[0]!;
    const status = async (
      metodo: string,
      caminho: string,
      papel: 'GESTAO' | 'AUDITOR' | 'MEDICO' | 'RECEPCAO',
    ) => (await app.pedir(metodo, caminho, undefined, comoPapel(app, papel))).status;
    for (const caminho of ['/v1/notificacoes', `/v1/notificacoes/${id}`]) {
      expect([await status('GET', caminho, 'GESTAO'), await status('GET', caminho, 'AUDITOR')]).toEqual([
        200, 200,
      ]);
      expect([await status('GET', caminho, 'MEDICO'), await status('GET', caminho, 'RECEPCAO')]).toEqual([
        403, 403,
      ]);
    }
    expect(await status('POST', '/v1/notificacoes/999999/reenviar', 'GESTAO')).toBe(404);
    expect(await status('POST', '/v1/notificacoes/999999/reenviar', 'AUDITOR')).toBe(403);
    expect((await app.pedir('GET', '/v1/notificacoes', undefined, { authorization: '' })).status).toBe(401);
  });
});
