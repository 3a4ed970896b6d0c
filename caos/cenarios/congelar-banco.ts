import { setTimeout as esperar } from 'node:timers/promises';
import { esperasCurtas } from '../ajustes.js';
import { CargaDeTrabalho } from '../carga-de-trabalho.js';
import type { Cenario } from '../cenario.js';
import { montarHospital } from '../hospital.js';
import type { Palco } from '../palco.js';
import { INTERNADO } from '../pedidos.js';
import { semPrazo } from '../ruins/sem-prazo.js';
import { julgar, segundos } from '../veredito.js';
import { medirVolta } from './volta.js';

/** Longer than the unit of work waits (10 s): every request in course must have been answered before the thaw. */
const SONO_MS = 13_000;
/** The deadline of a unit of work, and something for a machine that has other things to do. */
const RESPOSTA_MAXIMA_MS = 12_500;
const VOLTA_MAXIMA_MS = 5_000;

export const congelarBanco: Cenario = {
  codigo: 'congelar-banco',
  descricao: 'o banco aceita e não responde: 503 no prazo, vivo mas não pronto, e de volta sem nova partida',
  motores: ['mysql'],
  // In the short run rede-banco-mudo tries the same fault.
  ruins: [{ ...semPrazo, soNoCheio: true }],
  ajustes: (curto) => (curto ? esperasCurtas : []),
  async executar(palco) {
    await palco.abrir({ replicas: 2, variaveis: { LEITO_EXIGE_LIMPEZA: 'false' } });
    const hospital = await montarHospital(palco, { leitos: 32, pacientes: 64 });
    const carga = new CargaDeTrabalho(palco, hospital, { plantonistas: 16, respiroMs: 10 });
    palco.aoFechar(() => palco.servidor.descongelar());
    await carga.comecar();
    let pior = 0;
    for (let vez = 0; vez < palco.tamanho(1, 4); vez++) {
      await palco.pausa(500, 1_500);
      palco.servidor.congelar();
      palco.injetado.somar('congelamentos do banco');
      await Promise.all([esperar(SONO_MS), esperar(4_000).then(() => conferirSaude(palco))]);
      palco.servidor.descongelar();
      pior = Math.max(pior, await medirVolta(carga.operador, INTERNADO));
      await conferirPronta(palco);
    }
    await carga.parar();
    const { maisLenta } = carga.operador;
    palco.medido.push(
      `resposta mais lenta ${segundos(maisLenta)}`,
      `de volta em ${segundos(pior)}, no pior caso`,
    );
    if (maisLenta > RESPOSTA_MAXIMA_MS)
      palco.achados.anotar('DEMORA: resposta além do prazo', segundos(maisLenta));
    if (pior > VOLTA_MAXIMA_MS)
      palco.achados.anotar('DEMORA: o produto não voltou com o banco', segundos(pior));
    await julgar(palco);
  },
};

/** While the database sleeps: alive, and not ready. */
async function conferirSaude({ replicas, achados }: Palco): Promise<void> {
  for (const { url } of replicas) {
    const viva = await statusDe(`${url}/saude/viva`);
    if (viva !== 200) achados.anotar(`SAÚDE: /saude/viva respondeu ${viva} com o banco parado`);
    const pronta = await statusDe(`${url}/saude/pronta`);
    if (pronta !== 503) achados.anotar(`SAÚDE: /saude/pronta respondeu ${pronta} com o banco parado`);
  }
}

async function conferirPronta({ replicas, achados }: Palco): Promise<void> {
  const limite = performance.now() + VOLTA_MAXIMA_MS;
  for (const { url } of replicas) {
    while ((await statusDe(`${url}/saude/pronta`)) !== 200) {
      if (performance.now() > limite) return achados.anotar('SAÚDE: /saude/pronta não voltou com o banco');
      await esperar(50);
    }
  }
}

/** 0 when nobody answered in five seconds. */
async function statusDe(url: string): Promise<number> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status;
  } catch {
    return 0;
  }
}
