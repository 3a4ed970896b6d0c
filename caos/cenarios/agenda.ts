import { setTimeout as esperar } from 'node:timers/promises';
import { ADMIN } from '../../ferramentas/apoio/base.js';
import { ClienteHttp } from '../../ferramentas/apoio/cliente-http.js';
import type { Ajuste, Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import { Relogios } from '../relogios.js';
import type { Palco } from '../palco.js';
import { vezIgnorada } from '../ruins/vez-ignorada.js';
import { julgar, sossegar } from '../veredito.js';

const LIBERADO = 'leitos.leito-liberado';
const HORAS_DE_SALTO = 3;

/** Each run of a task leaves a row, in the transaction of the run: what the product does not keep, the test counts. */
const contarExecucoes: Ajuste = {
  motivo: 'cada execução de tarefa deixa uma linha numa tabela do teste, para que se possam contar',
  arquivo: 'src/plataforma/agendador/agendador.js',
  de: '(await this.#tomarVez(tx, { nome, cadaMs }, vez)) && tarefa.executar(tx, vez)',
  para: `(await this.#tomarVez(tx, { nome, cadaMs }, vez)) &&
                (await tx.executar('INSERT INTO caos_execucoes (tarefa, vez) VALUES (?, ?)', [nome, vez.getTime()])) > 0 &&
                tarefa.executar(tx, vez)`,
};

const vezMaisCurta: Ajuste = {
  motivo: 'os prazos dos leitos são olhados a cada segundo, e não a cada 5: mais vezes em menos tempo',
  arquivo: 'src/modulos/leitos/tarefas/vencer-prazos.js',
  de: "nome: 'leitos.vencer-prazos', cadaMs: 5_000",
  para: "nome: 'leitos.vencer-prazos', cadaMs: 1_000",
};

export const agenda: Cenario = {
  codigo: 'agenda',
  descricao:
    'tarefas agendadas com várias réplicas, uma morta de vez em quando, horas de atraso e o relógio aos saltos',
  motores: ['mysql', 'sqlite'],
  motoresNoCurto: ['mysql'],
  ruins: [vezIgnorada],
  ajustes: () => [contarExecucoes, vezMaisCurta],
  async executar(palco) {
    await palco.abrir({ replicas: palco.tamanho(2, 3), variaveis: { RELOGIO_MOVEL: 'true' } });
    await palco.base.consultar('CREATE TABLE caos_execucoes (tarefa VARCHAR(80), vez BIGINT)');
    await morrerEntreVezes(palco);
    for (let salto = 0; salto < palco.tamanho(1, 10); salto++) await saltar(palco, salto);
    await conferirExecucoes(palco);
    await julgar(palco);
  },
};

/** A replica dies and comes back while the others go on by the clock; at the end nobody is up for some turns. */
async function morrerEntreVezes(palco: Palco): Promise<void> {
  for (let morte = 0; morte < palco.tamanho(1, 30); morte++) {
    await palco.pausa(500, 1_500);
    const replica = palco.sorteio.um(palco.replicas);
    await replica.matar();
    palco.injetado.somar('mortes');
    await replica.ligar();
  }
  await Promise.all(palco.replicas.map((replica) => replica.matar()));
  palco.injetado.somar('paradas de todas');
  await esperar(3_000);
  await palco.reerguer();
}

/** Reservations run out while the clock of every replica jumps: the many turns missed are made up for by one. */
async function saltar(palco: Palco, salto: number): Promise<void> {
  const { leitos } = await reservar(palco, salto);
  const antes = await ultimaVez(palco);
  await new Relogios(palco).avancar(HORAS_DE_SALTO * 60);
  palco.injetado.somar(`saltos de ${HORAS_DE_SALTO} h`);
  const limite = performance.now() + 15_000;
  while ((await livres(palco, leitos)) < leitos.length) {
    if (performance.now() > limite) return palco.achados.anotar('AGENDA: prazo vencido e não cumprido');
    await esperar(100);
  }
  await sossegar(palco);
  const meio = antes + (HORAS_DE_SALTO * 3_600_000) / 2;
  const [noVao] = await palco.base.consultar(
    "SELECT COUNT(*) AS n FROM caos_execucoes WHERE tarefa = 'leitos.vencer-prazos' AND vez BETWEEN ? AND ?",
    [antes + 60_000, meio],
  );
  if (Number(noVao!.n) > 0) palco.achados.anotar('AGENDA: vez perdida executada depois, uma a uma');
  const contados = await palco.base.consultar(
    `SELECT agregado_id, COUNT(*) AS n FROM eventos WHERE tipo = ? AND agregado_tipo = 'leito'
        AND agregado_id IN (${leitos.join(', ')}) GROUP BY agregado_id`,
    [LIBERADO],
  );
  if (contados.length !== leitos.length || contados.some(({ n }) => Number(n) !== 1))
    palco.achados.anotar('AGENDA: reserva vencida sem exatamente um LeitoLiberado', JSON.stringify(contados));
}

async function reservar(palco: Palco, salto: number): Promise<{ leitos: readonly number[] }> {
  const hospital = await montarHospital(palco, { leitos: 6, pacientes: 6, sufixo: `-${salto}` });
  const cliente = await entrar(palco.replicas[0]!.url);
  for (const [n, leitoId] of hospital.leitos.entries())
    await cliente.obter({
      metodo: 'POST',
      caminho: `/v1/leitos/${leitoId}/reservar`,
      corpo: { pacienteId: hospital.pacientes[n] },
    });
  cliente.encerrar();
  return hospital;
}

async function entrar(url: string): Promise<ClienteHttp> {
  const cliente = new ClienteHttp(url);
  await cliente.entrar(ADMIN);
  return cliente;
}

async function livres(palco: Palco, leitos: readonly number[]): Promise<number> {
  const [linha] = await palco.base.consultar(
    `SELECT COUNT(*) AS n FROM leitos WHERE status = 'LIVRE' AND id IN (${leitos.join(', ')})`,
  );
  return Number(linha!.n);
}

async function ultimaVez({ base }: Palco): Promise<number> {
  const [linha] = await base.consultar(
    "SELECT COALESCE(MAX(vez), 0) AS vez FROM caos_execucoes WHERE tarefa = 'leitos.vencer-prazos'",
  );
  return Number(linha!.vez);
}

async function conferirExecucoes({ base, achados, medido }: Palco): Promise<void> {
  const linhas = await base.consultar(
    'SELECT tarefa, vez, COUNT(*) AS n FROM caos_execucoes GROUP BY tarefa, vez',
  );
  medido.push(`${linhas.length} vezes de tarefas`);
  for (const { tarefa, vez, n } of linhas)
    if (Number(n) > 1)
      achados.anotar(
        `AGENDA: ${String(tarefa)} rodou mais de uma vez na mesma vez`,
        `${String(vez)}: ${String(n)}`,
      );
}
