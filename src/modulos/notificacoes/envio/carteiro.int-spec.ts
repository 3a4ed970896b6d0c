import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { Avisos } from '../../../../test/apoio/avisos.js';
import { Correio, FalhaDeEnvio, type MensagemDeCorreio } from '../../../plataforma/correio/correio.js';
import { Registrador } from '../../../plataforma/observabilidade/registrador.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Emails } from '../emails/emails.js';
import { NotificacoesNoBanco } from '../persistencia/notificacoes-no-banco.js';
import { Carteiro } from './carteiro.js';
import { EnviadorDeNotificacoes } from './enviador-de-notificacoes.js';
import { FilaDeEnvio, POSSE_MS } from './fila-de-envio.js';
import { SinalDeEnvio } from './sinal-de-envio.js';

const DONO = 'este-teste';

/** A mail server that runs whatever the test asks while the message is on its way. */
class CorreioDeTeste extends Correio {
  readonly entregues: MensagemDeCorreio[] = [];

  constructor(
    private readonly noCaminho: (mensagem: MensagemDeCorreio) => Promise<unknown> = () => Promise.resolve(),
  ) {
    super();
  }

  protected override async entregar(mensagem: MensagemDeCorreio): Promise<void> {
    await this.noCaminho(mensagem);
    this.entregues.push(mensagem);
  }
}

let app: AplicacaoDeTeste;
let avisos: Avisos;

beforeAll(async () => {
  app = await AplicacaoDeTeste.iniciar();
  avisos = new Avisos(app);
  // The sender of the application stays out of the way.
  await app.app.get(EnviadorDeNotificacoes).beforeApplicationShutdown();
});

afterAll(() => app.encerrar());

const carteiroCom = (correio: Correio, emails: Emails = app.app.get(Emails)): Carteiro =>
  new Carteiro(
    app.app.get(UnidadeDeTrabalho),
    app.app.get(NotificacoesNoBanco),
    app.app.get(FilaDeEnvio),
    emails,
    correio,
    app.app.get(Relogio),
    app.app.get(Registrador),
  );

const tomarDe = (id: number): Promise<number> =>
  app.unidade.executar((tx) =>
    tx.executar('UPDATE notificacoes_fila SET dono = ? WHERE notificacao_id = ?', ['outro', id]),
  );

describe('carteiro', () => {
  it('deve enviar fora de qualquer transação, com a notificação já marcada como em envio', async () => {
    const id = await avisos.incluir({ dono: DONO });
    const vistas: unknown[] = [];
    const correio = new CorreioDeTeste(async () => vistas.push((await avisos.ler(id)).status));
    await carteiroCom(correio).entregar({ id, dono: DONO });
    expect(vistas).toEqual(['ENVIANDO']);
    expect(await avisos.ler(id)).toMatchObject({ status: 'ENVIADA', tentativas: 1 });
    expect(await avisos.naFila(id)).toEqual([]);
  });

  it('deve deixar em paz o que outro já tomou', async () => {
    const id = await avisos.incluir({ dono: 'outro' });
    const antes = [await avisos.ler(id), await avisos.naFila(id)];
    const correio = new CorreioDeTeste();
    await carteiroCom(correio).entregar({ id, dono: DONO });
    expect(correio.entregues).toEqual([]);
    expect([await avisos.ler(id), await avisos.naFila(id)]).toEqual(antes);
  });

  it.each([
    ['depois de entregar', () => Promise.resolve()],
    ['depois de uma falha', () => Promise.reject(new FalhaDeEnvio(true, 'SMTP_550'))],
  ])('deve calar o resultado se outro a tomou no caminho, %s', async (_caso, desfecho) => {
    const id = await avisos.incluir({ dono: DONO });
    await carteiroCom(new CorreioDeTeste(() => tomarDe(id).then(desfecho))).entregar({ id, dono: DONO });
    expect(await avisos.ler(id)).toMatchObject({
      status: 'ENVIANDO',
      tentativas: 1,
      enviada_em: null,
      erro: null,
    });
    expect(await avisos.naFila(id)).toMatchObject([{ dono: 'outro' }]);
    expect(await avisos.falhasAnunciadas(id)).toEqual([]);
  });

  it('deve devolver à fila o que não conseguiu compor, sem rejeitar', async () => {
    const id = await avisos.incluir({ dono: DONO });
    const quebrados = Object.assign(Object.create(app.app.get(Emails)) as Emails, {
      validadeMs: () => null,
      compor: () => Promise.reject(new TypeError('modelo quebrado')),
    });
    await carteiroCom(new CorreioDeTeste(), quebrados).entregar({ id, dono: DONO });
    expect(await avisos.ler(id)).toMatchObject({ status: 'NA_FILA', tentativas: 1, erro: 'FALHA_INTERNA' });
    expect(await avisos.naFila(id)).toMatchObject([{ dono: null, dono_ate: null }]);
  });
});

describe('fila de envio', () => {
  it('deve manter a posse enquanto o batimento a renova', async () => {
    const fila = app.app.get(FilaDeEnvio);
    await app.unidade.executar((tx) => tx.executar('DELETE FROM notificacoes_fila'));
    const id = await avisos.incluir();
    const posses = await fila.tomar(5);
    expect(posses.map((posse) => posse.id)).toEqual([id]);
    app.relogio.avancar(POSSE_MS - 10_000);
    await fila.renovar(posses);
    app.relogio.avancar(POSSE_MS - 10_000);
    expect(await fila.tomar(5)).toEqual([]);
    app.relogio.avancar(20_000);
    expect((await fila.tomar(5)).map((posse) => posse.id)).toEqual([id]);
  });
});

describe('parada do enviador', () => {
  it('deve terminar o que está a caminho e não tomar mais nada', async () => {
    await app.unidade.executar((tx) => tx.executar('DELETE FROM notificacoes_fila'));
    let soltar: () => void = () => undefined;
    const portao = new Promise<void>((resolver) => (soltar = resolver));
    let saiu: () => void = () => undefined;
    const aCaminho = new Promise<void>((resolver) => (saiu = resolver));
    const correio = new CorreioDeTeste(() => (saiu(), portao));
    const enviador = new EnviadorDeNotificacoes(
      true,
      app.app.get(FilaDeEnvio),
      carteiroCom(correio),
      new SinalDeEnvio(),
      app.app.get(Registrador),
    );
    const primeira = await avisos.incluir();
    await enviador.onApplicationBootstrap();
    await aCaminho;

    const parada = enviador.beforeApplicationShutdown();
    const segunda = await avisos.incluir();
    soltar();
    await parada;
    expect(await avisos.ler(primeira)).toMatchObject({ status: 'ENVIADA' });
    expect(await avisos.ler(segunda)).toMatchObject({ status: 'NA_FILA', tentativas: 0 });
    expect(await avisos.naFila(segunda)).toMatchObject([{ dono: null }]);
  });
});
