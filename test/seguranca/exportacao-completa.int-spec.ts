import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { inteiro } from '../../src/banco/dialeto.js';
import { AcervoDoTitular } from '../../src/plataforma/privacidade/acervo-do-titular.js';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { comoPessoa } from '../apoio/pessoa-com-acesso.js';
import { Pessoa } from '../apoio/pessoas.js';
import { type CenarioAuditado, montarCenarioAuditado } from '../invariantes/cenario-auditado.js';

interface Ligacao {
  readonly de: string;
  readonly coluna: string;
  readonly para: string;
}

type Documento = { geradoEm: string; fonte: string; pacienteId: number } & Record<string, { id: number }[]>;

/** What a column is called that tells whose a row is, where no foreign key does. */
const DE_PESSOA = /paciente|usuario_id|destinatario/;

/** Tables whose rows are everybody's: who is led to one is not led to what else refers to it. */
const DE_TODOS = new Set(['leitos']);

describe('exportação dos dados de uma pessoa', () => {
  let cenario: CenarioAuditado;
  let app: AplicacaoDeTeste;
  let ligacoes: Ligacao[];
  let acervo: AcervoDoTitular;

  beforeAll(async () => {
    cenario = await montarCenarioAuditado();
    app = cenario.app;
    acervo = app.app.get(AcervoDoTitular);
    ligacoes = await lerLigacoes(app);
  }, 120_000);
  afterAll(() => app.encerrar());

  const exportar = async (pacienteId: number): Promise<Documento> =>
    (await app.pedir<Documento>('GET', `/v1/pacientes/${pacienteId}/exportacao`)).corpo.data;
  const exportadas = () => new Set(acervo.partes.map(({ tabela }) => tabela));

  /** Every table from which a row of `pacientes` can be reached. */
  function fecho(): Set<string> {
    const alcancadas = new Set(['pacientes']);
    for (let antes = 0; antes < alcancadas.size;) {
      antes = alcancadas.size;
      for (const { de, para } of ligacoes) if (alcancadas.has(para)) alcancadas.add(de);
    }
    return alcancadas;
  }

  it('deve decidir sobre toda tabela que leva a um paciente: exportada, ou fora por um motivo', async () => {
    const { entityMetadatas } = app.app.get(DataSource);
    const pelaColuna = entityMetadatas
      .filter(({ columns }) => columns.some(({ databaseName }) => DE_PESSOA.test(databaseName)))
      .map(({ tableName }) => tableName);
    const todas = new Set([...fecho(), ...pelaColuna]);
    expect(todas.size).toBeGreaterThan(15);
    const semDecisao = [...todas].filter((t) => !exportadas().has(t) && !(t in acervo.fora));
    // A new table with a patient in it: say in its module (`dadosDoTitular`) how it is exported, or why it is not.
    expect(semDecisao).toEqual([]);
    expect(Object.keys(acervo.fora).filter((t) => exportadas().has(t) || !todas.has(t))).toEqual([]);
    for (const motivo of Object.values(acervo.fora)) expect(motivo).toMatch(/\S{3}/);
  });

  it('deve decidir sobre toda coluna do que se exporta: vai, ou fica por um motivo', () => {
    const { entityMetadatas } = app.app.get(DataSource);
    const faltas = acervo.partes
      .filter(({ referencia }) => !referencia)
      .flatMap(({ tabela, campos, omitidos = {} }) => {
        const { columns } = entityMetadatas.find(({ tableName }) => tableName === tabela)!;
        const ditas = new Set([
          ...Object.keys(campos),
          ...Object.keys(omitidos),
          ...referenciaAoDono(tabela),
        ]);
        return columns
          .map(({ databaseName }) => databaseName)
          .filter((c) => !ditas.delete(c))
          .map((c) => `${tabela}.${c}`);
      });
    expect(faltas).toEqual([]);
  });

  it('deve nunca levar senha, resumo, segredo ou token', () => {
    const levadas = acervo.partes.flatMap(({ tabela, campos }) =>
      Object.keys(campos).map((c) => `${tabela}.${c}`),
    );
    expect(levadas.filter((c) => /senha|hash|segredo|token|codigo_|selad/.test(c))).toEqual([]);
  });

  it('deve trazer de cada tabela tantas linhas quantas o fecho das chaves estrangeiras alcança', async () => {
    let linhas = 0;
    for (const pacienteId of Object.values(cenario.paciente)) {
      const documento = await exportar(pacienteId);
      const alcancadas = await linhasDoFecho(pacienteId);
      for (const tabela of exportadas()) {
        const esperadas = alcancadas.get(tabela);
        if (esperadas === undefined) continue;
        const trazidas = acervo.partes
          .filter((p) => p.tabela === tabela)
          .flatMap(({ nome }) => documento[nome]!.map(({ id }) => id));
        expect([tabela, trazidas.sort((a, b) => a - b)]).toEqual([
          tabela,
          [...esperadas].sort((a, b) => a - b),
        ]);
        linhas += trazidas.length;
      }
    }
    expect(linhas).toBeGreaterThan(50);
  });

  it('deve dizer cada linha uma vez só', async () => {
    const partes = acervo.partes.filter(({ referencia }) => !referencia);
    for (const pacienteId of Object.values(cenario.paciente)) {
      const documento = await exportar(pacienteId);
      const linhas = partes.flatMap(({ tabela, nome }) =>
        documento[nome]!.map(({ id }) => `${tabela} ${id}`),
      );
      expect(linhas.filter((linha, i) => linhas.indexOf(linha) !== i)).toEqual([]);
    }
  });

  it('deve sair como um arquivo em JSON, com instantes em RFC 3339', async () => {
    const pacienteId = cenario.paciente.encerrada;
    const resposta = await app.pedir<Documento>('GET', `/v1/pacientes/${pacienteId}/exportacao`);
    expect(resposta.status).toBe(200);
    expect(resposta.cabecalhos.get('content-disposition')).toBe(
      `attachment; filename="plantao-paciente-${pacienteId}.json"`,
    );
    expect(resposta.cabecalhos.get('content-type')).toMatch(/^application\/json/);
    const { data } = resposta.corpo;
    expect(data).toMatchObject({ fonte: 'Plantão', pacienteId });
    expect(data.geradoEm).toMatch(RFC_3339);
    for (const texto of instantesEm(data)) expect(texto).toMatch(RFC_3339);
    expect(data.lancamentos).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: cenario.lancamento.final, valor: expect.any(Number) }),
      ]),
    );
  });

  it('deve ficar registrada, uma vez cada, com quem e de quem, e constar da seguinte', async () => {
    const pacienteId = cenario.paciente.semPreco;
    const registros = () =>
      app.consultar(
        "SELECT usuario_id, paciente_id, registro_id FROM auditoria WHERE acao = 'privacidade.exportar'",
      );
    const antes = (await registros()).length;
    await exportar(pacienteId);
    expect((await registros()).slice(antes)).toEqual([
      { usuario_id: 1, paciente_id: pacienteId, registro_id: pacienteId },
    ]);
    const { registrosDeAcesso } = await exportar(pacienteId);
    expect(registrosDeAcesso).toContainEqual(
      expect.objectContaining({
        acao: 'privacidade.exportar',
        usuarioId: 1,
        usuarioNome: expect.any(String),
      }),
    );
  });

  it('deve não trazer nada de outra pessoa', async () => {
    const texto = JSON.stringify(await exportar(cenario.paciente.encerrada));
    const outras = await app.consultar('SELECT id, nome FROM pacientes WHERE id <> ?', [
      cenario.paciente.encerrada,
    ]);
    expect(outras.filter(({ nome }) => texto.includes(`"${String(nome)}"`))).toEqual([]);
  });

  it('deve não trazer de quem também trabalha no hospital nada de quem ele atendeu', async () => {
    const [proprio, outro] = [cenario.paciente.semPreco, cenario.paciente.aberta];
    await app.unidade.executar((tx) =>
      tx.executar('UPDATE usuarios SET paciente_id = NULL WHERE paciente_id = ?', [proprio]),
    );
    const medica = await Pessoa.criar(app, ['MEDICO', 'PACIENTE'], { pacienteId: proprio });
    const emergencia = { pacienteId: outro, motivo: 'Overdose no saguão de entrada.' };
    expect((await medica.post('/v1/acessos-de-emergencia', emergencia)).status).toBe(201);
    const { data } = (await medica.get<Documento>(`/v1/pacientes/${proprio}/exportacao`)).corpo;
    expect(JSON.stringify(data)).not.toContain('Overdose');
    expect(data.cuidadosPrestados).toEqual([expect.not.objectContaining({ pacienteId: expect.anything() })]);
    expect(data.atosNoSistema).toContainEqual(
      expect.objectContaining({ acao: 'acessos-de-emergencia.criar' }),
    );
    const dosOutros = Object.values(data)
      .flat()
      .filter((l) => (l as { pacienteId?: unknown }).pacienteId === outro);
    expect(dosOutros).toEqual([]);
  });

  it('deve responder 404 do que não existe, 403 a quem não é o paciente nem o administrador', async () => {
    const pedir = (id: number, cabecalhos: Record<string, string> = {}) =>
      app.pedir('GET', `/v1/pacientes/${id}/exportacao`, undefined, cabecalhos);
    expect((await pedir(999_999)).status).toBe(404);
    for (const papel of ['RECEPCAO', 'MEDICO', 'ENFERMAGEM', 'GESTAO', 'FATURAMENTO', 'AUDITOR'] as const)
      expect((await pedir(cenario.paciente.aberta, comoPessoa(app, [papel]))).status).toBe(403);
    const propria = comoPessoa(app, ['PACIENTE'], { pacienteId: cenario.paciente.aberta });
    expect((await pedir(cenario.paciente.aberta, propria)).status).toBe(200);
  });

  it('deve trazer milhares de linhas, página por página', async () => {
    const pacienteId = cenario.paciente.cancelada;
    const alergias = 2_000;
    await app.unidade.executar(async (tx) => {
      for (let i = 0; i < alergias; i++)
        await tx.executar(
          'INSERT INTO pacientes_alergias (paciente_id, descricao, descricao_ativa, incluida_em) VALUES (?, ?, ?, ?)',
          [pacienteId, `Alergia ${i}`, `alergia ${i}`, new Date('2026-06-01T12:00:00Z')],
        );
    });
    const documento = await exportar(pacienteId);
    expect(new Set(documento.alergias!.map(({ id }) => id)).size).toBe(alergias);
    let maior = 0;
    const parte = acervo.partes.find(({ nome }) => nome === 'alergias')!;
    for await (const linhas of acervo.ler(parte, pacienteId)) maior = Math.max(maior, linhas.length);
    expect(maior).toBeLessThanOrEqual(500);
  });

  /** The columns by which the rows of a table are found to be the person's. */
  const referenciaAoDono = (tabela: string): string[] =>
    ligacoes.filter(({ de, para }) => de === tabela && para === 'pacientes').map(({ coluna }) => coluna);

  /** The ids of the rows that lead to this patient, by the foreign keys alone. */
  async function linhasDoFecho(pacienteId: number): Promise<Map<string, Set<number>>> {
    const ids = new Map([['pacientes', new Set([pacienteId])]]);
    const seguir = (tabela: string) => exportadas().has(tabela) && !DE_TODOS.has(tabela);
    for (let cresceu = true; cresceu;) {
      cresceu = false;
      for (const { de, coluna, para } of ligacoes) {
        if (!exportadas().has(de) || !seguir(para) || !ids.get(para)?.size) continue;
        const donos = [...ids.get(para)!];
        const achadas = await app.consultar(
          `SELECT id FROM ${de} WHERE ${coluna} IN (${donos.map(() => '?').join(', ')})`,
          donos,
        );
        const conhecidas = ids.get(de) ?? new Set<number>();
        const antes = conhecidas.size;
        for (const { id } of achadas) conhecidas.add(inteiro(id));
        ids.set(de, conhecidas);
        if (conhecidas.size > antes) cresceu = true;
      }
    }
    for (const tabela of exportadas())
      if (!ids.has(tabela) && fecho().has(tabela)) ids.set(tabela, new Set());
    return ids;
  }
});

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const instantesEm = (valor: unknown): string[] =>
  typeof valor === 'string'
    ? /^\d{4}-\d\d-\d\d[T ]/.test(valor)
      ? [valor]
      : []
    : typeof valor === 'object' && valor !== null
      ? Object.values(valor).flatMap(instantesEm)
      : [];

/** The foreign keys of the schema as the database has it. */
async function lerLigacoes(app: AplicacaoDeTeste): Promise<Ligacao[]> {
  const fonte = app.app.get(DataSource);
  const runner = fonte.createQueryRunner();
  try {
    const nomes = fonte.entityMetadatas.map(({ tableName }) => tableName);
    const tabelas = await runner.getTables(nomes);
    return tabelas.flatMap(({ name, foreignKeys }) =>
      foreignKeys.map(({ columnNames, referencedTableName }) => ({
        de: semBanco(name),
        coluna: columnNames[0]!,
        para: semBanco(referencedTableName),
      })),
    );
  } finally {
    await runner.release();
  }
}

const semBanco = (nome: string): string => nome.split('.').at(-1)!;
