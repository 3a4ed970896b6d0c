import { setTimeout as esperar } from 'node:timers/promises';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import type { Palco } from '../palco.js';
import { julgar } from '../veredito.js';

export const matarProcesso: Cenario = {
  codigo: 'matar-processo',
  descricao: 'kill -9 em instantes sorteados, sob carga de altas',
  motores: ['sqlite', 'mysql'],
  ruins: [],
  async executar(palco) {
    await palco.abrir({ replicas: 3, variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 32, pacientes: 96 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 16, variedade: 0.1 });
    await carga.comecar();
    const mortes = palco.tamanho(12, 150) / palco.replicas.length;
    await Promise.all(palco.replicas.map((_, n) => matarVezes(palco, n, mortes)));
    await esperar(200);
    await carga.parar();
    await julgar(palco);
  },
};

/** Kills one replica again and again, each time some instants after it was ready; the others live on. */
async function matarVezes(palco: Palco, qual: number, vezes: number): Promise<void> {
  const replica = palco.replicas[qual]!;
  for (let morte = 0; morte < vezes; morte++) {
    await palco.pausa(50, 400);
    await replica.matar();
    palco.injetado.somar('mortes');
    await replica.ligar();
  }
}
