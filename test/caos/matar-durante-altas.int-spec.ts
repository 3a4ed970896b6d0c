import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { abrirFonteDeDados } from '../../src/banco/fonte-de-dados.js';
import { ENTIDADES, MIGRACOES } from '../../src/esquema.js';
import { type BancoDeTeste, criarBancoDeTeste } from '../apoio/banco-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { ProcessoDoPlantao } from '../apoio/processo-do-plantao.js';

const MORTES = 22;
const ALTAS_POR_VIDA = 12;
const SEMENTE = 20_260_601;

/** Deterministic draw, so that a failing run can be told again (the machine's own pace aside). */
function sorteador(semente: number): () => number {
  let estado = semente;
  return () => {
    estado = (estado * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return estado / 4_294_967_296;
  };
}

describe('kill -9 durante altas', () => {
  let banco: BancoDeTeste;
  let processo: ProcessoDoPlantao;

  beforeAll(async () => {
    banco = await criarBancoDeTeste();
    // The bed is freed by the discharge itself: more events per discharge, more instants to die in.
    processo = await ProcessoDoPlantao.preparar(banco.ambiente, { LEITO_EXIGE_LIMPEZA: 'false' });
  });
  afterAll(async () => {
    await processo.matar();
    await banco.apagar();
  });

  const criar = async (caminho: string, corpo: unknown): Promise<number> => {
    const resposta = await processo.pedir('POST', caminho, corpo);
    if (!resposta) throw new Error(processo.recusas.at(-1) ?? caminho);
    return (resposta.data as { id: number }).id;
  };

  async function internarTodos(quantos: number): Promise<number[]> {
    const setorId = await criar('/v1/setores', { nome: 'Clínica' });
    const convenioId = await criar('/v1/convenios', {
      nome: 'Saúde Teste',
      tipoPlano: 'EMPRESARIAL',
      diarias: [{ tipoLeito: 'ENFERMARIA', valor: 350.5 }],
    });
    const medicoId = await criar('/v1/medicos', {
      nome: 'Ana Teste',
      conselho: 'CRM',
      numeroConselho: '12345',
      ufConselho: 'SP',
    });
    const internar = async (n: number): Promise<number> => {
      const leitoId = await criar('/v1/leitos', { numero: `L${n}`, setorId, tipo: 'ENFERMARIA' });
      const pacienteId = await criar('/v1/pacientes', {
        nome: `Paciente Fictício ${n}`,
        dataNascimento: '1980-01-01',
        sexo: 'F',
      });
      return criar('/v1/internacoes', { pacienteId, medicoId, leitoId, convenioId, cidEntrada: 'J189' });
    };
    const internacoes: number[] = [];
    for (let n = 0; n < quantos; n += 8)
      internacoes.push(
        ...(await Promise.all(Array.from({ length: Math.min(8, quantos - n) }, (_, i) => internar(n + i)))),
      );
    return internacoes;
  }

  it(`deve ter, após ${MORTES} mortes, uma conta por alta e um aviso por leito liberado, sem falta nem sobra`, async () => {
    const sorteio = sorteador(SEMENTE);
    await processo.ligar();
    await processo.entrar();
    const pendentes = await internarTodos(MORTES * ALTAS_POR_VIDA);
    const confirmadas = new Set<number>();
    const alta = async (id: number): Promise<void> => {
      const resposta = await processo.pedir('POST', `/v1/internacoes/${id}/alta`, {
        cidSaida: 'J189',
        motivoSaida: 'ALTA_MELHORADO',
      });
      if (resposta) confirmadas.add(id);
    };
    let mortes = 0;
    for (; mortes < MORTES; mortes++) {
      const lote = pendentes.splice(0, ALTAS_POR_VIDA);
      const respostas = lote.map(alta);
      const emVoo = Promise.all(respostas);
      // One life in three dies at any instant; the others once the first discharge was answered, so that
      // a slow machine does not turn the test into kills before the first statement.
      const esperaUma = mortes % 3 > 0;
      if (esperaUma) await Promise.race(respostas);
      await new Promise((resolver) => setTimeout(resolver, sorteio() * (esperaUma ? 40 : 120)));
      await processo.matar();
      await emVoo;
      await processo.ligar();
    }

    const fonte = await abrirFonteDeDados(banco.ambiente.banco, {
      entidades: ENTIDADES,
      migracoes: MIGRACOES,
    });
    const contar = async (sql: string): Promise<number> =>
      Number(((await fonte.query(sql)) as { n: unknown }[])[0]!.n);
    try {
      await eventualmente(
        async () => expect(await contar('SELECT COUNT(*) AS n FROM entregas_prontas')).toBe(0),
        60_000,
      );
      const encerradas = await contar("SELECT COUNT(*) AS n FROM internacoes WHERE status = 'ENCERRADA'");
      const liberados = await contar(
        "SELECT COUNT(*) AS n FROM eventos WHERE tipo = 'leitos.leito-liberado'",
      );

      expect(mortes).toBe(MORTES);
      expect(encerradas).toBeGreaterThanOrEqual(confirmadas.size);
      expect(confirmadas.size).toBeGreaterThan(MORTES);
      for (const id of confirmadas)
        expect(
          await contar(`SELECT COUNT(*) AS n FROM internacoes WHERE id = ${id} AND status = 'ENCERRADA'`),
        ).toBe(1);
      expect(liberados).toBe(encerradas);
      // One active bill for each closed stay, and for nothing else.
      expect(await contar("SELECT COUNT(*) AS n FROM lancamentos WHERE ativo = 1 AND tipo = 'FINAL'")).toBe(
        encerradas,
      );
      expect(
        await contar(
          `SELECT COUNT(*) AS n FROM internacoes i WHERE i.status = 'ENCERRADA'
                AND (SELECT COUNT(*) FROM lancamentos l WHERE l.origem = CONCAT('internacao:', i.id) AND l.ativo = 1) <> 1`,
        ),
      ).toBe(0);
      // One notice for each LeitoLiberado.
      expect(
        await contar(
          `SELECT COUNT(*) AS n FROM eventos e WHERE e.tipo = 'leitos.leito-liberado'
                AND (SELECT COUNT(*) FROM notificacoes n WHERE n.tipo = 'leito-liberado' AND n.ocorrencia = e.id) <> 1`,
        ),
      ).toBe(0);
      // Stays, occupancies and beds agree.
      expect(
        await contar(
          'SELECT COUNT(*) AS n FROM ocupacoes o JOIN internacoes i ON i.id = o.internacao_id WHERE o.fim IS NULL AND i.saida IS NOT NULL',
        ),
      ).toBe(0);
      expect(
        await contar(
          `SELECT COUNT(*) AS n FROM leitos l WHERE (l.status = 'OCUPADO') <> EXISTS (SELECT 1 FROM ocupacoes o WHERE o.leito_aberto_id = l.id)`,
        ),
      ).toBe(0);
      expect(await contar("SELECT COUNT(*) AS n FROM entregas WHERE status <> 'CONCLUIDA'")).toBe(0);
    } finally {
      await fonte.destroy();
    }
  }, 240_000);
});
