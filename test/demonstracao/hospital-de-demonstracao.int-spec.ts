import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { carregarEmMassa } from '../../src/banco/carga-em-massa.js';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import {
  hospitalDeDemonstracao,
  type PedidoDeDemonstracao,
} from '../../src/demonstracao/hospital/hospital-de-demonstracao.js';
import { VITRINE } from '../../src/demonstracao/vitrine.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { VencerPrazos } from '../../src/modulos/leitos/tarefas/vencer-prazos.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { type BancoDeTeste, criarBancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { conferencias } from '../../ferramentas/auditar/auditar-base.js';
import {
  DemonstracaoGravada,
  ID_DA_DEMONSTRACAO,
} from '../../src/plataforma/demonstracao/demonstracao-gravada.entity.js';
import { ESTRANHEZAS, estranhezasEm } from './auditoria.js';

/** So far ahead that nothing in it is due while the application starts, by the machine's clock. */
const AGORA = new Date('2046-06-13T17:23:45.678Z');
const HOJE = '2046-06-13';
const UM_ANO_ANTES = '2045-06-13T17:23:45.678Z';
const DIAS_DEPOIS = new Date('2046-06-16T17:00:00Z');

async function criarHospital(
  { ambiente }: BancoDeTeste,
  mudancas: Partial<PedidoDeDemonstracao>,
  depois: (fonte: DataSource) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const fonte = await abrirFonteDeDados(ambiente.banco, { entidades: ENTIDADES, migracoes: MIGRACOES });
  const pedido = { agora: AGORA, senhaHash: 'x', adminEmail: null, hospital: ambiente.hospital };
  const marca = { id: ID_DA_DEMONSTRACAO, criadaEm: AGORA, adiantadoMs: 0 };
  const lotes = hospitalDeDemonstracao({ ...pedido, ...mudancas });
  await carregarEmMassa(
    fonte,
    [{ entidade: DemonstracaoGravada, linhas: [marca] }, ...lotes],
    () => undefined,
  );
  await depois(fonte).finally(() => fonte.destroy());
}

/** What no hospital may break, and this one breaks. */
async function violados({ ambiente }: BancoDeTeste): Promise<unknown[]> {
  const achados: unknown[] = [];
  for await (const { invariante, conferida, registros } of conferencias(ambiente))
    if (!conferida || registros.length > 0) achados.push([invariante.codigo, registros.slice(0, 5)]);
  return achados;
}

/** Loaded once; the tests that go on with it come last, in order. */
describe('hospital de demonstração no banco', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    const banco = await criarBancoDeTeste();
    await criarHospital(banco, {});
    app = await AplicacaoDeTeste.sobre(banco);
    app.relogio.ajustar(AGORA);
    await app.entrar();
  }, 240_000);
  afterAll(() => app.encerrar());

  it('deve não violar o que vale em qualquer hospital', async () => {
    expect(await violados(app.banco)).toEqual([]);
  });

  it.each(Object.entries(ESTRANHEZAS))('deve não ter %s', async (_oQue, sql) => {
    expect(await app.consultar(`${sql} LIMIT 5`)).toEqual([]);
  });

  it.each(Object.entries(estranhezasEm(AGORA, HOJE)))('deve não ter %s', async (_oQue, [sql, parametros]) => {
    expect(await app.consultar(`${sql} LIMIT 5`, parametros)).toEqual([]);
  });

  it('deve ser coerente também sem limpeza de leitos e sem um dos acessos', async () => {
    const banco = await criarBancoDeTeste();
    const { fuso, horaDoCenso } = banco.ambiente.hospital;
    const hospital = {
      fuso,
      horaDoCenso,
      leitoExigeLimpeza: false,
      exigeSegundoFator: false,
      exigeTrocaDaSenhaInicial: false,
    };
    const pedido = { adminEmail: 'gestao@hospital.local', hospital, dias: 160 };
    await criarHospital(banco, pedido, async (fonte) => {
      for (const [oQue, sql] of Object.entries(ESTRANHEZAS))
        expect([oQue, await fonte.query(`${sql} LIMIT 5`)]).toEqual([oQue, []]);
      expect(await violados(banco)).toEqual([]);
    }).finally(() => banco.apagar());
  }, 120_000);

  it('deve não ter referência sem o que ela aponta', async () => {
    // The servers check each row as it is written.
    if (NO_MYSQL) return;
    expect(await app.consultar('PRAGMA foreign_key_check')).toEqual([]);
  });

  it.each([
    ['de agora', '/v1/leitos/mapa'],
    ['de um ano atrás', `/v1/leitos/mapa?em=${UM_ANO_ANTES}`],
  ])('deve mostrar o mapa %s, com quase todos os leitos ocupados', async (_quando, caminho) => {
    interface Ala {
      readonly leitos: { readonly status: string }[];
    }
    const { status, corpo } = await app.get<{ setores: Ala[] }>(caminho);
    expect(status).toBe(200);
    const leitos = corpo.data.setores.flatMap((ala) => ala.leitos);
    const ocupados = leitos.filter((leito) => leito.status === 'OCUPADO').length;
    expect([corpo.data.setores.length, ocupados > 70, ocupados < 125]).toEqual([8, true, true]);
  });

  it('deve numerar o que vem depois a partir do último', async () => {
    const [antes] = await app.consultar('SELECT MAX(id) AS n FROM setores');
    const { id } = await app.criar('/v1/setores', { nome: 'Hospital-dia' });
    expect(id).toBe(Number(antes!.n) + 1);
  });

  const { paciente, leito, internacao, lancamento, notificacao } = VITRINE;
  it.each([
    [
      'internar',
      201,
      '',
      { pacienteId: paciente.livre, medicoId: VITRINE.medico, leitoId: leito.livre, cidEntrada: 'J189' },
    ],
    [
      'transferir',
      200,
      `/${internacao.emCurso}/transferir`,
      { leitoId: leito.outroLivre, motivo: 'Mais perto do posto.' },
    ],
    ['dar alta a', 200, `/${internacao.emCurso}/alta`, { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO' }],
    ['registrar a saída de', 200, `/${internacao.comAltaClinica}/saida`, {}],
    ['desistir da previsão de', 200, `/${internacao.comAltaPrevista}/cancelar-previsao`, {}],
    ['admitir', 200, `/${internacao.solicitada}/admitir`, { leitoId: leito.maisUmLivre }],
    ['reabrir', 200, `/${internacao.encerrada}/reabrir`, { motivo: 'Alta do paciente errado.' }],
    ['cancelar', 200, `/${internacao.recente}/cancelar`, { motivo: 'Paciente errado.' }],
  ])('deve deixar %s quem está na vitrine', async (_verbo, status, caminho, corpo) => {
    const resposta = await app.post(`/v1/internacoes${caminho}`, corpo);
    expect([resposta.status, resposta.corpo.error]).toEqual([status, undefined]);
  });

  it('deve deixar emitir o rascunho, estornar o emitido e reenviar o aviso', async () => {
    const emitido = await app.post(`/v1/financeiro/lancamentos/${lancamento.rascunho}/emitir`);
    expect([emitido.status, emitido.corpo.data?.status]).toEqual([200, 'EMITIDO']);
    const motivo = 'Preço corrigido.';
    const estornado = await app.post(`/v1/financeiro/lancamentos/${lancamento.emitido}/estornar`, { motivo });
    expect([estornado.status, estornado.corpo.data?.status]).toEqual([200, 'ESTORNADO']);
    const reenviado = await app.post(`/v1/notificacoes/${notificacao.falhou}/reenviar`);
    expect(reenviado.status).toBe(200);
  });

  it('deve pôr em dia o que vence e o que se planejou', async () => {
    const vencer = () => app.unidade.executar((tx) => app.app.get(VencerPrazos).executar(tx));
    const pendentes = async () =>
      Number(
        (await app.consultar("SELECT COUNT(*) AS n FROM leitos_planos WHERE situacao = 'PENDENTE'"))[0]!.n,
      );
    const antes = await pendentes();
    app.relogio.ajustar(DIAS_DEPOIS);
    await vencer();
    const [reservado] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [
      VITRINE.leito.reservado,
    ]);
    expect([reservado!.status, await pendentes()]).toEqual(['LIVRE', antes - 1]);
    const atrasados = await app.consultar('SELECT id FROM leitos WHERE vence_em <= ?', [DIAS_DEPOIS]);
    expect(atrasados).toEqual([]);
  });

  it('deve seguir coerente depois de tudo isso', async () => {
    await eventualmente(async () => {
      for (const [oQue, sql] of Object.entries(ESTRANHEZAS))
        expect([oQue, await app.consultar(`${sql} LIMIT 5`)]).toEqual([oQue, []]);
      expect(await violados(app.banco)).toEqual([]);
    });
  });
});
