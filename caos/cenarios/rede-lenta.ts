import { setTimeout as esperar } from 'node:timers/promises';
import { posseDe } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import { abrirPelaRede } from '../rede/abrir-pela-rede.js';
import { pressaDemais } from '../rede/ruins.js';
import { julgar } from '../veredito.js';

/** Each way. */
const [ATRASO_MS, VARIACAO_MS] = [50, 150];
/** What is under way began before the network was slow; a busy machine takes a while to finish a first thing. */
const PACIENCIA_S = { produto: 20, ruim: 3 };

export const redeLenta: Cenario = {
  codigo: 'rede-lenta',
  descricao: 'o que vai ao banco e o que volta dele leva de 50 a 200 ms, sob carga mista',
  motores: ['mysql'],
  motoresNoCurto: [],
  ruins: [pressaDemais],
  ajustes: () => [posseDe(5)],
  async executar(palco) {
    const proxy = await abrirPelaRede(palco, { replicas: 2, variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 24, pacientes: 48 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 12, variedade: 0.2 });
    await carga.comecar();
    proxy.atrasar(ATRASO_MS, VARIACAO_MS);
    const segundos = palco.tamanho(4, 60);
    palco.injetado.somar('segundos de lentidão', segundos);
    const antes = palco.diario.totais.feitos;
    const paciencia = palco.tamanho(PACIENCIA_S.produto, PACIENCIA_S.produto, PACIENCIA_S.ruim);
    const parado = (): boolean => palco.diario.totais.feitos === antes;
    await esperar(segundos * 1_000);
    for (let vez = 0; vez < paciencia && parado(); vez++) await esperar(1_000);
    if (parado()) palco.achados.anotar('PARADO: nada foi feito na rede lenta');
    await proxy.curar();
    await carga.parar();
    await julgar(palco, { semAvisos: true });
  },
};
