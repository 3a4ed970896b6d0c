import type { ServidorDeTeste } from '#scripts/servidor-de-teste.mjs';
import type { Motor } from '../ferramentas/apoio/base.js';
import type { Cenario, VarianteRuim } from './cenario.js';
import type { Opcoes } from './opcoes.js';
import { Palco } from './palco.js';
import { noPrazo } from './prazo.js';

/** One scenario on one engine, on the product or on a known-bad version of it. */
export interface Rodada {
  readonly cenario: Cenario;
  readonly motor: Motor;
  readonly ruim: VarianteRuim | null;
}

export type Veredito = 'passou' | 'falhou' | 'apanhada' | 'nao-apanhada' | 'quebrou' | 'pulado';

export interface Resultado {
  readonly rodada: Rodada;
  readonly veredito: Veredito;
  readonly semente: number;
  readonly injetado: string;
  readonly medido: readonly string[];
  readonly confirmados: number;
  readonly incertos: number;
  readonly achados: readonly string[];
  /** Why it broke or was left out; of a caught variant, what caught it. */
  readonly motivo: string | null;
  readonly duracaoMs: number;
}

/** The stages that are open now, for whoever has to leave in a hurry. */
export const abertos = new Set<Palco>();

/**
 * Every round that these scenarios ask for, those on known-bad products included; in the short run each of these
 * on one engine.
 */
export function rodadasDe(
  cenarios: readonly Cenario[],
  {
    motores,
    semRuins,
    soRuins,
    curto,
  }: Pick<Opcoes, 'semRuins' | 'soRuins' | 'curto'> & {
    motores: readonly Motor[];
  },
): Rodada[] {
  return cenarios.flatMap((cenario) => {
    const seus = (curto ? cenario.motoresNoCurto : undefined) ?? cenario.motores;
    const dele = seus.filter((motor) => motores.includes(motor));
    const boas = soRuins ? [] : dele.map((motor): Rodada => ({ cenario, motor, ruim: null }));
    if (semRuins) return boas;
    const ruins = cenario.ruins
      .filter(({ soNoCheio = false }) => !(curto && soNoCheio))
      .flatMap((ruim) => {
        const onde = (ruim.motores ?? cenario.motores.slice(0, 1)).filter((motor) => dele.includes(motor));
        return onde.slice(0, curto ? 1 : onde.length).map((motor): Rodada => ({ cenario, motor, ruim }));
      });
    return [...boas, ...ruins];
  });
}

/** A round on a known-bad product is as small as in the short run. */
const PRAZO_DA_RODADA_MIN = { curto: 4, cheio: 15 };
/** Requests in course end long before. */
const PRAZO_DO_FECHO_MIN = 1;

/** Chance may spare a known-bad product once: it is tried so often, each time with another seed. */
const TENTATIVAS_DO_RUIM = 3;
const ENTRE_SEMENTES = 1_000;

interface Condicoes {
  readonly semente: number;
  readonly curto: boolean;
  readonly servidor?: ServidorDeTeste;
}

/** Runs it and judges it, within a deadline; never throws. */
export async function rodar(rodada: Rodada, condicoes: Condicoes): Promise<Resultado> {
  for (let tentativa = 1; ; tentativa++) {
    const semente = condicoes.semente + (tentativa - 1) * ENTRE_SEMENTES;
    const resultado = await rodarUmaVez(rodada, { ...condicoes, semente });
    if (resultado.veredito !== 'nao-apanhada' || tentativa === TENTATIVAS_DO_RUIM)
      return tentativa === 1
        ? resultado
        : { ...resultado, medido: [...resultado.medido, `${tentativa} tentativas`] };
  }
}

async function rodarUmaVez(rodada: Rodada, { semente, curto, servidor }: Condicoes): Promise<Resultado> {
  const { cenario, motor, ruim } = rodada;
  const inicio = performance.now();
  const minutos = curto || ruim ? PRAZO_DA_RODADA_MIN.curto : PRAZO_DA_RODADA_MIN.cheio;
  const trocas = [...(cenario.ajustes?.(curto || ruim !== null) ?? []), ...(ruim?.trocas ?? [])];
  const palco = new Palco({
    motor,
    semente,
    curto,
    ruim: ruim !== null,
    trocas,
    servidor: motor === 'mysql' ? servidor : undefined,
    prepararBase: ruim?.preparar?.bind(ruim),
  });
  abertos.add(palco);
  let erro: Error | null = null;
  let pulado: string | null = null;
  try {
    const fim = await noPrazo(cenario.executar(palco), minutos, 'a rodada não acabou');
    pulado = fim?.pulado ?? null;
  } catch (falha) {
    erro = comoErro(falha);
  }
  try {
    await noPrazo(palco.fechar(), PRAZO_DO_FECHO_MIN, 'a rodada não foi desfeita');
  } catch (falha) {
    erro ??= comoErro(falha);
  }
  abertos.delete(palco);
  const achados = palco.achados.textos;
  const apanhada = ruim && achados.find((achado) => ruim.apanhadaPor.test(achado));
  const { feitos, incertos } = palco.diario.totais;
  return {
    rodada,
    veredito: julgarRodada({ erro, pulado, ruim, apanhada, achados }),
    semente,
    injetado: palco.injetado.toString(),
    medido: palco.medido,
    confirmados: feitos,
    incertos,
    achados,
    motivo: erro ? (erro.stack ?? erro.message) : (pulado ?? apanhada ?? null),
    duracaoMs: performance.now() - inicio,
  };
}

const comoErro = (falha: unknown): Error => (falha instanceof Error ? falha : new Error(String(falha)));

function julgarRodada(fim: {
  erro: Error | null;
  pulado: string | null;
  ruim: VarianteRuim | null;
  apanhada: string | null | undefined;
  achados: readonly string[];
}): Veredito {
  if (fim.erro) return 'quebrou';
  if (fim.pulado !== null) return 'pulado';
  if (fim.ruim) return fim.apanhada ? 'apanhada' : 'nao-apanhada';
  return fim.achados.length === 0 ? 'passou' : 'falhou';
}
