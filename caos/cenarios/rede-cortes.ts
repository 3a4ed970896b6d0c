import { posseDe } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import { abrirPelaRede } from '../rede/abrir-pela-rede.js';
import { commitEngolido } from '../ruins/commit-engolido.js';
import { julgar } from '../veredito.js';

const CHANCE_POR_CONEXAO = 0.08;
const CHANCE_NO_COMMIT = 0.06;

export const redeCortes: Cenario = {
  codigo: 'rede-cortes',
  descricao: 'conexões com o banco cortadas ao acaso (RST), sob carga mista',
  motores: ['mysql'],
  ruins: [{ ...commitEngolido, soNoCheio: true }],
  ajustes: () => [posseDe(2)],
  async executar(palco) {
    const proxy = await abrirPelaRede(palco, { replicas: 2, variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 32, pacientes: 64 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 16, variedade: 0.15 });
    await carga.comecar();
    // A cut that falls by chance between a COMMIT and its answer is rare: some are helped.
    proxy.aoConfirmar(() => {
      if (!palco.sorteio.chance(CHANCE_NO_COMMIT)) return 'nenhum';
      return palco.sorteio.chance(0.5) ? 'antes' : 'depois';
    });
    // A slow machine has few commits to cut: the bad product gets time to lose one of the acknowledged.
    for (let vez = 0; vez < palco.tamanho(40, 600, 200); vez++) {
      await palco.pausa(30, 130);
      proxy.cortar(CHANCE_POR_CONEXAO);
    }
    await proxy.curar();
    await palco.pausa(500, 500);
    await carga.parar();
    palco.injetado.somar('conexões cortadas', proxy.contagem.cortadas);
    palco.injetado.somar('cortes num COMMIT', proxy.contagem.cortesAntes + proxy.contagem.cortesDepois);
    await julgar(palco, { semAvisos: true });
  },
};
