import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { comoPessoa } from '../apoio/pessoa-com-acesso.js';
import { retrato } from '../apoio/recusas.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';

interface Pedido {
  id: number;
  pacienteId: number;
  status: string;
  resposta: string | null;
}

const PEDIDOS = '/v1/privacidade/pedidos';

describe('privacidade', () => {
  let smtp: ServidorSmtp;
  let app: AplicacaoDeTeste;
  let ana: number;
  let bia: number;

  beforeAll(async () => {
    smtp = await ServidorSmtp.iniciar();
    app = await AplicacaoDeTeste.iniciar({ MAIL_SERVER: '127.0.0.1', MAIL_PORT: String(smtp.porta) });
    ana = await paciente('Ana Privada', 'ana@exemplo.org');
    bia = await paciente('Bia Reservada');
  }, 30_000);
  afterAll(async () => {
    await app.encerrar();
    await smtp.parar();
  });

  const paciente = async (nome: string, email?: string) =>
    (await app.criar('/v1/pacientes', { nome, dataNascimento: '1980-02-29', sexo: 'F', email })).id;
  const de = (pacienteId: number) => comoPessoa(app, ['PACIENTE'], { pacienteId });
  const recepcao = () => comoPessoa(app, ['RECEPCAO']);
  const abrir = async (quem: { authorization: string }, corpo: object) =>
    app.pedir<Pedido>('POST', PEDIDOS, corpo, quem);

  it('deve levar um pedido da pessoa à resposta, e avisá-la sem dizer qual', async () => {
    const aberto = await abrir(de(ana), { tipo: 'CORRECAO', descricao: 'Minha mãe se chama Quitéria.' });
    expect([aberto.status, aberto.corpo.data.pacienteId]).toEqual([201, ana]);
    const { id } = aberto.corpo.data;
    const endereco = `${PEDIDOS}/${id}`;
    expect(aberto.cabecalhos.get('location')).toBe(endereco);

    const corpo = { resposta: 'Corrigido: o nome da mãe agora é Quitéria.' };
    const atendido = await app.pedir<Pedido>('POST', `${endereco}/atender`, corpo, {
      ...recepcao(),
      'if-match': '"1"',
    });
    expect([atendido.status, atendido.corpo.data.status]).toEqual([200, 'ATENDIDO']);
    const visto = await app.pedir<Pedido>('GET', endereco, undefined, de(ana));
    expect([visto.status, visto.corpo.data.resposta]).toEqual([200, corpo.resposta]);

    await eventualmente(() => Promise.resolve(expect(smtp.recebidas).toHaveLength(1)));
    const [mensagem] = smtp.recebidas;
    expect(mensagem).toMatchObject({ para: ['ana@exemplo.org'], assunto: `Seu pedido ${id} foi respondido` });
    for (const parte of [mensagem!.html, mensagem!.texto, mensagem!.assunto])
      expect(parte).not.toMatch(/Quitéria|Ana Privada|CORRECAO|correção|Corrigido/i);
    const eventos = JSON.stringify(await app.consultar('SELECT dados FROM eventos'));
    expect(eventos).not.toMatch(/Quitéria|Ana Privada|ana@exemplo/);
  });

  it('deve esconder de uma pessoa os pedidos da outra, na lista e um a um', async () => {
    const { id } = (await abrir(recepcao(), { pacienteId: bia, tipo: 'ACESSO' })).corpo.data;
    expect((await app.pedir('GET', `${PEDIDOS}/${id}`, undefined, de(bia))).status).toBe(200);
    const alheio = await app.pedir('GET', `${PEDIDOS}/${id}`, undefined, de(ana));
    const inexistente = await app.pedir('GET', `${PEDIDOS}/999999`, undefined, de(ana));
    expect([alheio.status, inexistente.status]).toEqual([404, 404]);
    expect(alheio.corpo.error[0]!.message.replace(String(id), '999999')).toBe(
      inexistente.corpo.error[0]!.message,
    );
    for (const consulta of ['', `?pacienteId=${bia}`, '?status=ABERTO'])
      for (const pedido of (await app.pedir<Pedido[]>('GET', PEDIDOS + consulta, undefined, de(ana))).corpo
        .data)
        expect(pedido.pacienteId).toBe(ana);
  });

  it('deve recusar, sem gravar nada, o que não cabe a quem pede', async () => {
    const { id } = (await abrir(recepcao(), { pacienteId: ana, tipo: 'PORTABILIDADE' })).corpo.data;
    const antes = await retrato(app, 'pedidos_de_privacidade');
    const recusas: [string, object, { authorization: string }, number][] = [
      [PEDIDOS, { tipo: 'ACESSO', pacienteId: bia }, de(ana), 422],
      [PEDIDOS, { tipo: 'ACESSO' }, recepcao(), 422],
      [PEDIDOS, { tipo: 'ESQUECIMENTO' }, de(ana), 422],
      [PEDIDOS, { tipo: 'ACESSO', status: 'ATENDIDO' }, de(ana), 422],
      [PEDIDOS, { tipo: 'ACESSO', descricao: 'x'.repeat(2001) }, de(ana), 422],
      [PEDIDOS, { tipo: 'ACESSO' }, comoPessoa(app, ['PACIENTE']), 403],
      [PEDIDOS, { tipo: 'ACESSO', pacienteId: ana }, comoPessoa(app, ['MEDICO']), 403],
      [`${PEDIDOS}/${id}/atender`, { resposta: 'Sim.' }, recepcao(), 403],
      [`${PEDIDOS}/${id}/recusar`, { fundamento: 'Não.' }, recepcao(), 403],
      [`${PEDIDOS}/${id}/atender`, { resposta: 'Sim.' }, de(ana), 403],
      [`${PEDIDOS}/${id}/atender`, { resposta: 'Sim.' }, comoPessoa(app, ['AUDITOR']), 403],
      [`${PEDIDOS}/${id}/atender`, { resposta: ' ' }, comoPessoa(app, ['ADMIN']), 422],
      [`${PEDIDOS}/999999/atender`, { resposta: 'Sim.' }, comoPessoa(app, ['ADMIN']), 404],
    ];
    for (const [caminho, corpo, quem, status] of recusas)
      expect([caminho, corpo, (await app.pedir('POST', caminho, corpo, quem)).status]).toEqual([
        caminho,
        corpo,
        status,
      ]);
    expect(await retrato(app, 'pedidos_de_privacidade')).toEqual(antes);
  });

  it('deve ter um efeito só o mesmo pedido que chega várias vezes, mesmo ao mesmo tempo', async () => {
    const quem = { ...de(bia), 'idempotency-key': 'pedido-da-bia' };
    const respostas = await Promise.all(Array.from({ length: 5 }, () => abrir(quem, { tipo: 'ELIMINACAO' })));
    expect(
      new Set(respostas.map(({ status, corpo }) => `${status} ${corpo.data.id} ${corpo.data.status}`)).size,
    ).toBe(1);
    expect(respostas[0]!.corpo.data).toMatchObject({ status: 'RECUSADO', pacienteId: bia });
  });

  it('deve dizer a todos, sem token, que dados se tratam e a quem perguntar', async () => {
    const { status, corpo } = await app.pedir('GET', '/v1/publico/privacidade', undefined, {
      authorization: '',
    });
    expect(status).toBe(200);
    expect(corpo.data).toMatchObject({
      ...{ encarregado: 'privacidade@hospital.local', diasParaResponder: 15, anosDeGuarda: 20 },
      texto: expect.stringContaining('privacidade@hospital.local'),
    });
    expect(corpo.data.direitos).toHaveLength(7);
  });
});
