import { expect } from '@jest/globals';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { EstadoDoLeito } from '../../src/modulos/leitos/dominio/estados-do-leito.js';
import { VencerPrazos } from '../../src/modulos/leitos/tarefas/vencer-prazos.js';
import type { Autor } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from './aplicacao-de-teste.js';
import { CenarioDeInternacao } from './cenario-de-internacao.js';
import { esperaRecusaSemEscrita } from './recusas.js';
import { pararRele } from './rele-parado.js';

export const GESTORA: Autor = { usuarioId: 1, papeis: ['GESTAO'] };

/** Everything a bed command may write. */
const TABELAS = [
  'setores',
  'leitos',
  'leitos_historico',
  'leitos_bloqueios',
  'leitos_periodos',
  'leitos_planos',
  'ocupacoes',
  'eventos',
  'entregas',
];

/** The commands that bring a new bed to a state. */
const CAMINHOS: Record<Exclude<EstadoDoLeito, 'OCUPADO'>, readonly string[]> = {
  LIVRE: [],
  RESERVADO: ['reservar'],
  AGUARDANDO_LIMPEZA: ['bloquear', 'desbloquear'],
  EM_LIMPEZA: ['bloquear', 'desbloquear', 'iniciar-limpeza'],
  BLOQUEADO: ['bloquear'],
  MANUTENCAO: ['manutencao'],
  DESATIVADO: ['desativar'],
};

/** A hospital whose reactions are stopped, with beds in any state a test asks for. */
export class CenarioDeLeitos {
  private constructor(
    readonly app: AplicacaoDeTeste,
    readonly internacoes: CenarioDeInternacao,
  ) {}

  static async montar(variaveis: Record<string, string> = {}): Promise<CenarioDeLeitos> {
    const app = await AplicacaoDeTeste.iniciar(variaveis);
    await pararRele(app);
    return new CenarioDeLeitos(app, await CenarioDeInternacao.montar(app));
  }

  encerrar(): Promise<void> {
    return this.app.encerrar();
  }

  get setorId(): number {
    return this.internacoes.setorId;
  }

  executar<T>(comando: Command<T>): Promise<T> {
    return this.app.app.get(CommandBus).execute(comando);
  }

  /** Time goes by; whoever is logged in enters again. */
  async passar(horas: number): Promise<void> {
    this.app.relogio.avancar(horas * 3_600_000);
    await this.app.entrar();
  }

  /** What the scheduled task does in one turn. */
  async vencerPrazos(): Promise<void> {
    const tarefa = this.app.app.get(VencerPrazos);
    let mais = true;
    while (mais) mais = await this.app.unidade.executar((tx) => tarefa.executar(tx));
  }

  /** `horas` from now. */
  daqui(horas: number): Date {
    return new Date(this.app.relogio.agora().getTime() + horas * 3_600_000);
  }

  /** A new bed in this state. */
  async leito(status: EstadoDoLeito = 'LIVRE', mais: Record<string, unknown> = {}): Promise<number> {
    const id = await this.internacoes.leito(mais);
    if (status === 'OCUPADO') await this.internacoes.internar({ leitoId: id });
    else for (const comando of CAMINHOS[status]) await this.comandar(id, comando);
    return id;
  }

  /** Over HTTP; anything but 200 is a failure of the test. */
  async comandar(
    id: number,
    comando: string,
    corpo: Record<string, unknown> = {},
  ): Promise<Record<string, unknown>> {
    const proprio =
      comando === 'reservar'
        ? { pacienteId: await this.internacoes.paciente() }
        : /^(bloquear|manutencao)$/.test(comando)
          ? { motivo: 'obra' }
          : {};
    const resposta = await this.app.post(`/v1/leitos/${id}/${comando}`, { ...proprio, ...corpo });
    if (resposta.status !== 200)
      throw new Error(`${comando}: ${resposta.status} ${JSON.stringify(resposta.corpo)}`);
    return resposta.corpo.data;
  }

  /** What the history tells of the bed: action and where it led to. */
  async historico(leitoId: number): Promise<unknown[]> {
    return (await this.linhas('leitos_historico', leitoId)).map(({ acao, para }) => [acao, para]);
  }

  linhas(tabela: string, leitoId: number) {
    return this.app.consultar(`SELECT * FROM ${tabela} WHERE leito_id = ? ORDER BY id`, [leitoId]);
  }

  /** What the bed told the other modules at this version, without the prefix. */
  async eventos(leitoId: number, versao: number): Promise<string[]> {
    const linhas = await this.app.consultar(
      "SELECT tipo FROM eventos WHERE agregado_tipo = 'leito' AND agregado_id = ? AND agregado_versao = ? ORDER BY id",
      [leitoId, versao],
    );
    return linhas.map(({ tipo }) => String(tipo).replace('leitos.', ''));
  }
}

/** The last transition of the bed is this one, at the version of its row, and it told these facts. */
export async function esperaTransicao(
  cenario: CenarioDeLeitos,
  leitoId: number,
  transicao: Record<string, unknown>,
  eventos: string[],
): Promise<void> {
  const [leito] = await cenario.app.consultar('SELECT status, versao FROM leitos WHERE id = ?', [leitoId]);
  const ultima = (await cenario.linhas('leitos_historico', leitoId)).at(-1);
  expect(ultima).toMatchObject({ ...transicao, versao: leito!.versao, autor_id: GESTORA.usuarioId });
  expect(leito!.status).toBe(transicao.para);
  expect(await cenario.eventos(leitoId, Number(leito!.versao))).toEqual(eventos);
}

/** The command is refused with this code, and nothing at all is written. */
export const esperaRecusa = (
  cenario: CenarioDeLeitos,
  codigo: string,
  comando: Command<unknown>,
): Promise<void> => esperaRecusaSemEscrita(cenario.app, TABELAS, codigo, () => cenario.executar(comando));

/** In each of these states the command is an illegal move. */
export async function esperaIlegalEm(
  cenario: CenarioDeLeitos,
  estados: readonly EstadoDoLeito[],
  comando: (leitoId: number) => Command<unknown>,
): Promise<void> {
  for (const estado of estados)
    await esperaRecusa(cenario, 'LEITO.TRANSICAO_INVALIDA', comando(await cenario.leito(estado)));
}
