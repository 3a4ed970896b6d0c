import { expect } from '@jest/globals';
import { type Command, CommandBus } from '@nestjs/cqrs';
import type { InternacaoResposta } from '../../src/modulos/internacoes/casos-de-uso/obter-internacao.js';
import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';
import { retrato } from './recusas.js';

type Com<T> = Readonly<Partial<T>>;

interface PedidoDeInternacao {
  readonly pacienteId: number;
  readonly medicoId: number;
  readonly leitoId: number;
  readonly cidEntrada: string;
  readonly admitidaEm: string;
  readonly convenioId: number | null;
}

/** A ward with a doctor, to which a test adds beds, patients and stays through the API. */
export class CenarioDeInternacao {
  #proximo = 1;

  private constructor(
    readonly app: AplicacaoDeTeste,
    readonly setorId: number,
    readonly medicoId: number,
  ) {}

  static async montar(app: AplicacaoDeTeste): Promise<CenarioDeInternacao> {
    const setor = await app.criar('/v1/setores', { nome: 'Clínica médica' });
    const medico = await app.criar('/v1/medicos', MEDICO);
    return new CenarioDeInternacao(app, setor.id, medico.id);
  }

  async leito(mais: Record<string, unknown> = {}): Promise<number> {
    const numero = `L-${this.#proximo++}`;
    return (
      await this.app.criar('/v1/leitos', { numero, setorId: this.setorId, tipo: 'ENFERMARIA', ...mais })
    ).id;
  }

  async paciente(): Promise<number> {
    const nome = `Paciente de Teste ${this.#proximo++}`;
    return (await this.app.criar('/v1/pacientes', { nome, dataNascimento: '1980-02-29', sexo: 'F' })).id;
  }

  async convenio(): Promise<number> {
    return (
      await this.app.criar('/v1/convenios', { nome: `Plano ${this.#proximo++}`, tipoPlano: 'FAMILIAR' })
    ).id;
  }

  async outroMedico(): Promise<number> {
    return (
      await this.app.criar('/v1/medicos', { ...MEDICO, numeroConselho: String(1000 + this.#proximo++) })
    ).id;
  }

  /** A body that is accepted, on a new patient and a new bed unless told otherwise. */
  async pedido(mais: Com<PedidoDeInternacao> = {}) {
    const pacienteId = mais.pacienteId ?? (await this.paciente());
    const leitoId = mais.leitoId ?? (await this.leito());
    return { medicoId: this.medicoId, cidEntrada: 'J189', ...mais, pacienteId, leitoId };
  }

  async internar(mais: Com<PedidoDeInternacao> = {}): Promise<InternacaoResposta> {
    return this.app.criar<InternacaoResposta>('/v1/internacoes', await this.pedido(mais));
  }

  /** A new patient, unless told otherwise, waits for a bed. */
  async solicitar(mais: Record<string, unknown> = {}): Promise<InternacaoResposta> {
    const pacienteId = mais.pacienteId ?? (await this.paciente());
    const pedido = {
      medicoId: this.medicoId,
      cidEntrada: 'J189',
      tipoLeito: 'ENFERMARIA',
      ...mais,
      pacienteId,
    };
    return this.app.criar<InternacaoResposta>('/v1/internacoes/solicitacoes', pedido);
  }

  /** A command on a stay that must be accepted; answers the stay. */
  async comandar(id: number, comando: string, corpo: unknown = {}): Promise<InternacaoResposta> {
    const caminho = `/v1/internacoes/${id}/${comando}`;
    const { status, corpo: resposta } = await this.app.post<InternacaoResposta>(caminho, corpo);
    if (status !== 200) throw new Error(`${caminho}: ${status} ${JSON.stringify(resposta)}`);
    return resposta.data;
  }

  /** The kinds of movement of a stay, in order. */
  async movimentos(id: number): Promise<unknown[]> {
    const linhas = await this.app.consultar(
      'SELECT tipo FROM internacoes_movimentacoes WHERE internacao_id = ? ORDER BY ordem',
      [id],
    );
    return linhas.map(({ tipo }) => tipo);
  }

  /** The events that a stay told, in order, each with what it says. */
  async eventos(id: number): Promise<[tipo: string, dados: Record<string, unknown>][]> {
    const linhas = await this.app.consultar(
      "SELECT tipo, dados FROM eventos WHERE agregado_tipo = 'internacao' AND agregado_id = ? ORDER BY agregado_versao, id",
      [id],
    );
    return linhas.map((l) => [String(l.tipo), JSON.parse(String(l.dados)) as Record<string, unknown>]);
  }

  /** The command, as its route would execute it. */
  executar<R>(comando: Command<R>): Promise<R> {
    return this.app.app.get(CommandBus).execute(comando);
  }

  /** What a refused command must leave as it was. Rows that the relay touches by itself are only counted. */
  async retrato(): Promise<unknown> {
    const contar = async (sql: string) => (await this.app.consultar(sql))[0];
    return {
      linhas: await retrato(this.app, 'internacoes', 'internacoes_movimentacoes', 'ocupacoes', 'leitos'),
      eventos: await contar(`SELECT COUNT(*) AS n FROM eventos e WHERE ${DESTA_HISTORIA}`),
      entregas: await contar(
        `SELECT COUNT(*) AS n FROM entregas n JOIN eventos e ON e.id = n.evento_id WHERE ${DESTA_HISTORIA}`,
      ),
    };
  }
}

/** The command must fail with this domain error and write nothing. */
export async function esperaRecusaDoComando(
  cenario: CenarioDeInternacao,
  comando: Command<unknown>,
  erro: object,
): Promise<void> {
  const antes = await cenario.retrato();
  await expect(cenario.executar(comando)).rejects.toMatchObject(erro);
  expect(await cenario.retrato()).toEqual(antes);
}

const MEDICO = { nome: 'Dra. Helena Prado', conselho: 'CRM', numeroConselho: '12345', ufConselho: 'SP' };

/** Reactions to earlier events may still be writing others. */
const DESTA_HISTORIA = "(e.tipo LIKE 'internacoes.%' OR e.tipo LIKE 'leitos.%')";
