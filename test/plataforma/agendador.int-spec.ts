import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import type { Transacao } from '../../src/banco/transacao.js';
import { Agendador } from '../../src/plataforma/agendador/agendador.js';
import type { Tarefa } from '../../src/plataforma/agendador/tarefa-agendada.js';
import { Registrador } from '../../src/plataforma/observabilidade/registrador.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';

const HORA = 3_600_000;

/** Writes one row each time it runs, in the transaction it is given. */
class Batida implements Tarefa {
  vezes: Date[] = [];
  falhas = 0;
  restam = 0;

  constructor(readonly nome: string) {}

  async executar(tx: Transacao, vez: Date): Promise<boolean> {
    await tx.executar(
      'INSERT INTO correio_local (message_id, para, assunto, html, texto, recebida_em) VALUES (?, ?, ?, ?, ?, ?)',
      [
        `${this.nome}-${vez.toISOString()}-${this.vezes.length}-${Math.random()}`,
        'x@hospital.local',
        this.nome,
        '',
        '',
        vez,
      ],
    );
    if (this.falhas-- > 0) throw new Error('falha planejada');
    this.vezes.push(vez);
    return this.restam-- > 0;
  }
}

describe('agendador', () => {
  let app: AplicacaoDeTeste;
  let numero = 0;
  let batida: Batida;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'true', LOG_LEVEL: 'silent' });
  });
  afterAll(() => app.encerrar());
  beforeEach(() => {
    batida = new Batida(`teste.batida-${++numero}`);
  });

  /** As in a process of its own: same database, its own memory; it does not start by itself. */
  const agendador = (): Agendador => {
    const novo = new Agendador(
      false,
      app.app.get(DiscoveryService),
      app.unidade,
      app.relogio,
      app.app.get(Registrador),
    );
    novo.incluir({ nome: batida.nome, cadaMs: HORA }, batida);
    return novo;
  };
  const linhas = (): Promise<unknown[]> =>
    app.consultar('SELECT id FROM correio_local WHERE assunto = ?', [batida.nome]);
  const feitas = (): Promise<unknown[]> =>
    app.consultar('SELECT id FROM tarefas_vezes WHERE tarefa = ?', [batida.nome]);

  it('deve rodar cada vez uma só vez, por mais réplicas que haja', async () => {
    const replicas = [agendador(), agendador(), agendador(), agendador()];
    await Promise.all(replicas.map((r) => r.rodar()));
    await Promise.all(replicas.map((r) => r.rodar()));
    expect(batida.vezes).toHaveLength(1);

    app.relogio.avancar(HORA);
    await Promise.all(replicas.map((r) => r.rodar()));
    expect(batida.vezes).toHaveLength(2);
    expect(batida.vezes[1]!.getTime() - batida.vezes[0]!.getTime()).toBe(HORA);
    expect([await linhas(), await feitas()].map((l) => l.length)).toEqual([2, 2]);
  });

  it('deve compensar com uma só as vezes perdidas enquanto nada rodava', async () => {
    await agendador().rodar();
    app.relogio.avancar(5 * HORA);
    await agendador().rodar();
    expect(batida.vezes).toHaveLength(2);
  });

  it('deve desfazer a vez que falha e tentá-la de novo, mais tarde', async () => {
    batida.falhas = 1;
    const um = agendador();
    await um.rodar();
    expect([await linhas(), await feitas()]).toEqual([[], []]);
    await um.rodar();
    expect(batida.vezes).toEqual([]);
    app.relogio.avancar(5_000);
    await um.rodar();
    expect(batida.vezes).toHaveLength(1);
    expect([await linhas(), await feitas()].map((l) => l.length)).toEqual([1, 1]);
  });

  it('deve seguir enquanto houver mais a fazer', async () => {
    batida.restam = 3;
    await agendador().rodar();
    expect(await linhas()).toHaveLength(4);
  });

  it('deve esquecer as vezes antigas e recusar duas tarefas do mesmo nome', async () => {
    const um = agendador();
    for (let i = 0; i < 30; i++) {
      await um.rodar();
      app.relogio.avancar(HORA);
    }
    expect(await feitas()).toHaveLength(3);
    expect(() => um.incluir({ nome: batida.nome, cadaMs: HORA }, batida)).toThrow(batida.nome);
  });
});
