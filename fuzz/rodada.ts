import { isDeepStrictEqual } from 'node:util';
import type { Palco } from './alvos/palco.js';
import type { Executor } from './alvos/executor.js';
import { type Achado, agrupar } from './corrida/achados.js';
import type { Cobertura } from './corrida/cobertura.js';
import { correr } from './corrida/corrida.js';
import { enviarCrus } from './corrida/enviar-crus.js';
import { rajadas } from './corrida/rajada.js';
import { documentoGuardado, lerDocumento } from './documento/documento.js';
import type { Falha } from './oraculos/juiz.js';
import { PARTICULARIDADES } from './particularidades.js';
import type { Passo } from './passos/passo.js';
import { guardarRegressao } from './reducao/regressao.js';
import { reduzir } from './reducao/reduzir.js';
import { reproduz } from './reducao/reproduzir.js';
import type { Escrever } from './relatorio.js';

export interface ResultadoDaRodada {
  readonly achados: readonly Achado[];
  readonly cobertura: Cobertura;
  readonly pedidos: number;
  readonly porSegundo: number;
  /** Requests with nothing against them. */
  readonly limpos: number;
  readonly passos: readonly Passo[];
  readonly mudaram: ReadonlySet<number>;
}

export interface OpcoesDaRodada {
  readonly semente: number;
  readonly pedidos: number;
  readonly so: RegExp;
  readonly continuar: () => boolean;
}

const AVISO_A_CADA = 1_000;

/** The whole hunt on a fresh product: the sequence, the raw bytes, and what goes many at once. */
export async function rodada(
  palco: Palco,
  escrever: Escrever,
  opcoes: OpcoesDaRodada,
): Promise<ResultadoDaRodada> {
  const documento = lerDocumento(documentoGuardado());
  return palco.montar(async (executores) => {
    const lider = executores[0]!;
    await conferirDocumento(lider);
    const inicio = performance.now();
    const { passos, falhas, cobertura, acervo, mudaram } = await correr(documento, executores, {
      ...PARTICULARIDADES,
      ...opcoes,
      aoAndar: (feitos, vistas) => {
        if (feitos % AVISO_A_CADA === 0)
          escrever(`  ${feitos} pedidos, ${agrupar(vistas).length} achados, ${segundos(inicio)} s`);
        return opcoes.continuar();
      },
    });
    const duracao = segundos(inicio);
    const crus = await enviarCrus(lider);
    const todas: Falha[] = [
      ...falhas,
      ...crus.falhas,
      ...(await rajadas(documento, lider, { cobertura, acervo }, { ...PARTICULARIDADES, ...opcoes })),
    ];
    const sujos = new Set(todas.map(({ passo }) => `${passo.operacao} ${passo.numero}`)).size;
    const pedidos = passos.length + crus.feitos;
    return {
      achados: agrupar(todas),
      cobertura,
      pedidos,
      porSegundo: Math.round(passos.length / Math.max(duracao, 1)),
      limpos: pedidos - sujos,
      passos,
      mudaram,
    };
  });
}

/** What is asked is what the running product says of itself. */
async function conferirDocumento({ cliente }: Executor): Promise<void> {
  const { texto } = await cliente.enviar({
    metodo: 'GET',
    caminho: '/docs-json',
    cabecalhos: {},
    corpo: undefined,
  });
  if (!isDeepStrictEqual(JSON.parse(texto), documentoGuardado()))
    throw new Error('O /docs-json do produto não é o openapi.json do repositório: rode `npm run gerar`.');
}

/** A finding that is not reduced in this many tries is kept as short as it got. */
const TENTATIVAS = 24;
const PRAZO_POR_ACHADO_MS = 60_000;
/** What takes longer than this to repeat is not worth repeating many times. */
const MAIOR_TENTATIVA = 3_000;

/** Shortens each finding of the sequence and keeps it as a regression. */
export async function guardarAchados(
  palco: Palco,
  escrever: Escrever,
  { achados, passos, mudaram }: Pick<ResultadoDaRodada, 'achados' | 'passos' | 'mudaram'>,
  continuar: () => boolean,
): Promise<void> {
  const documento = lerDocumento(documentoGuardado());
  for (const { chave, falha } of achados) {
    const ate = passos.findIndex((passo) => passo === falha.passo);
    if (ate === -1 || !continuar()) continue;
    const daqui = falha.oraculo === 'motores-iguais' ? palco.motores : palco.motores.slice(0, 1);
    const motores =
      falha.motor === undefined ? daqui : palco.motores.filter((motor) => motor === falha.motor);
    const { tolerancias } = PARTICULARIDADES;
    const limite = performance.now() + PRAZO_POR_ACHADO_MS;
    const curtos = await reduzir(
      passos.slice(0, ate + 1),
      async (candidatos) =>
        continuar() &&
        performance.now() < limite &&
        candidatos.length <= MAIOR_TENTATIVA &&
        reproduz(palco, documento, candidatos, { oraculo: falha.oraculo, motores, tolerancias }),
      { tentativas: TENTATIVAS, mudaram },
    );
    escrever(
      curtos
        ? `  ${chave}: ${curtos.length} pedidos, em ${await guardarRegressao(falha, curtos)}`
        : `  ${chave}: não se repetiu em menos pedidos; a mesma semente o repete inteiro`,
    );
  }
}

export const segundos = (desde: number): number => Math.round((performance.now() - desde) / 1_000);
