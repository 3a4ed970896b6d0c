import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErroDeBanco } from '../../src/banco/erros-de-banco.js';
import { Leitura } from '../../src/banco/leitura.js';
import { Registrador } from '../../src/plataforma/observabilidade/registrador.js';
import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { capturarLog } from '../apoio/log-capturado.js';
import { comoPapel } from '../apoio/papeis.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';
import { Documento } from '../exemplos/documento.js';
import { Canarios } from './canarios/canarios.js';
import { Coleta, lugares, quebrarBanco, vazamentos } from './canarios/lugares.js';
import { type Pedido, pedidosDe } from './canarios/pedidos.js';

/** Streams that do not end, and what moves the clock of all the others. */
const FORA = /fluxo|\/relogio\//;

describe('canários plantados em todas as operações', () => {
  const canarios = new Canarios();
  const coleta = new Coleta();
  const status = new Map<number, number>();
  let smtp: ServidorSmtp;
  let soltarLog: () => void;
  let app: AplicacaoDeTeste;
  let documento: Documento;

  beforeAll(async () => {
    smtp = await ServidorSmtp.iniciar();
    soltarLog = capturarLog(coleta.log);
    app = await AplicacaoDeTeste.iniciar({
      ...{
        MAIL_SERVER: '127.0.0.1',
        MAIL_PORT: String(smtp.porta),
        LOG_LEVEL: 'trace',
        METRICAS_ABERTAS: 'true',
      },
      ...{ URL_PUBLICA: 'https://plantao.hospital.local' },
    });
    documento = await Documento.ler(app);
    const cenario = await CenarioDeInternacao.montar(app);
    for (let i = 0; i < 3; i++) await cenario.internar();
    await cenario.leito();
    await cenario.convenio();
  }, 60_000);
  afterAll(async () => {
    soltarLog();
    await app.encerrar();
    await smtp.parar();
  });

  const operacoes = () => documento.operacoes.filter(({ caminho }) => !FORA.test(caminho));

  async function enviar({ metodo, caminho, cabecalhos, corpo }: Pedido): Promise<void> {
    const { 'x-papel': papel = 'ADMIN', ...outros } = cabecalhos;
    const resposta = await fetch(`${app.url}${caminho}`, {
      method: metodo,
      redirect: 'manual',
      headers: {
        ...(corpo === undefined ? {} : { 'content-type': 'application/json' }),
        ...comoPapel(app, papel as Papel),
        ...outros,
      },
      ...(corpo === undefined ? {} : { body: corpo }),
    });
    const texto = await resposta.text();
    status.set(resposta.status, (status.get(resposta.status) ?? 0) + 1);
    coleta.correlacoes.push(resposta.headers.get('x-correlation-id') ?? '');
    if (resposta.status >= 400) coleta.recusas.push(`${metodo} ${resposta.status} ${texto}`);
  }

  it('deve nenhum aparecer em log, recusa, evento, entrega, e-mail, métrica, auditoria ou chave', async () => {
    for (const operacao of operacoes())
      for (const pedido of pedidosDe(documento, operacao, canarios)) await enviar(pedido);
    // The database, too, fails: with what drivers say, which quotes the values.
    const falhas = [
      () => new Error(`Duplicate entry '${canarios.proximo('cpf')}'\n  for key ${canarios.proximo('nome')}`),
      () => new ErroDeBanco('conexao', undefined, new Error(`near "${canarios.proximo('clinico')}"`)),
    ];
    const leitura = app.app.get(Leitura);
    for (const falha of falhas) {
      const consertar = quebrarBanco(app, falha);
      const { consultar } = leitura;
      leitura.consultar = () => Promise.reject(falha());
      for (const operacao of operacoes()) await enviar(pedidosDe(documento, operacao, canarios)[0]!);
      leitura.consultar = consultar;
      consertar();
    }
    await eventualmente(async () =>
      expect(await app.consultar('SELECT notificacao_id FROM notificacoes_fila')).toEqual([]),
    );

    expect(canarios.todos.filter(({ valor }) => !canarios.usados.has(valor))).toEqual([]);
    for (const esperado of [200, 201, 400, 401, 403, 404, 409, 412, 413, 415, 422, 500, 503])
      expect([esperado, (status.get(esperado) ?? 0) > 0]).toEqual([esperado, true]);
    const onde = await lugares(app, coleta, smtp);
    expect(coleta.log.length).toBeGreaterThan(operacoes().length * 10);
    expect(smtp.recebidas.length).toBeGreaterThan(0);
    expect(vazamentos(canarios, onde)).toEqual([]);
  }, 240_000);

  it('deve cada um ser visto onde quer que alguém o deixe: o exame não é cego', async () => {
    const { valor } = canarios.todos[0]!;
    const nome = canarios.todos.find(({ especie }) => especie === 'nome')!.valor;
    app.app.get(Registrador).informe('vazou', { motivo: `paciente ${nome}` });
    coleta.recusas.push(`{"message":"O CPF ${valor} já existe."}`);
    await app.unidade.executar(async (tx) => {
      await tx.executar('UPDATE eventos SET dados = ? WHERE sequencia = 1', [JSON.stringify({ nome })]);
      await tx.executar('UPDATE notificacoes SET dados = ?', [JSON.stringify({ cpf: valor })]);
      await tx.executar('UPDATE auditoria SET campos = ? WHERE id = 1', [nome]);
      await tx.executar('UPDATE chaves_de_idempotencia SET resposta = ?', [nome]);
    });
    const vistos = vazamentos(canarios, await lugares(app, coleta, smtp)).map((v) => v.split(' em ')[0]);
    expect(vistos).toEqual(
      expect.arrayContaining([
        'log: nome',
        'recusas: cpf',
        'eventos: nome',
        'notificacoes: cpf',
        'auditoria: nome',
        'chaves de idempotência: nome',
      ]),
    );
  });
});
