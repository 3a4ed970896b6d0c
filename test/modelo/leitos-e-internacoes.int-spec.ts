import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { mapaSemPrazos } from '../apoio/mapa-sem-prazos.js';
import { type Comando, type Historia, historias } from './comandos.js';
import { HospitalReal } from './hospital-real.js';
import { exigirInvariantes } from './invariantes.js';
import { desdeEm, estadoEm } from './leito-do-modelo.js';
import { Modelo } from './modelo.js';

/** The same stories each time; more of them: `MODELO_HISTORIAS=1000`; others: `MODELO_SEMENTE=$RANDOM`. */
const QUANTAS = Number(process.env.MODELO_HISTORIAS ?? 25);
const TAMANHO = Number(process.env.MODELO_TAMANHO ?? 40);
const SEMENTE = Number(process.env.MODELO_SEMENTE ?? 20_261_122);

describe.each([true, false])(
  'qualquer história de leitos e internações, se o leito exige limpeza: %s',
  (exigeLimpeza) => {
    let cenario: CenarioDeLeitos;

    beforeAll(async () => {
      cenario = await CenarioDeLeitos.montar({ LEITO_EXIGE_LIMPEZA: String(exigeLimpeza) });
      await HospitalReal.parar(cenario);
    });
    afterAll(() => cenario.encerrar());

    it('deve ser contada pelo produto como pelo modelo, sem quebrar nenhum invariante', async () => {
      await fc.assert(
        fc.asyncProperty(historias(TAMANHO), (historia) => viver(cenario, historia, exigeLimpeza)),
        { numRuns: QUANTAS, seed: SEMENTE },
      );
    }, 3_600_000);
  },
);

async function viver(
  cenario: CenarioDeLeitos,
  { leitos, comandos }: Historia,
  exigeLimpeza: boolean,
): Promise<void> {
  const real = await HospitalReal.abrir(cenario, leitos);
  const modelo = new Modelo(leitos, exigeLimpeza);
  const vivida: string[] = [];
  const viverUm = async (generico: Comando): Promise<void> => {
    const comando = modelo.apontar(generico);
    const esperadas = modelo.fazer(comando);
    const obtida = await real.fazer(comando);
    vivida.push(`${JSON.stringify(comando)} -> ${obtida ?? 'feito'}`);
    // Of several reasons to refuse, the product tells one.
    if (obtida === null ? esperadas.size > 0 : !esperadas.has(obtida))
      throw new Error(`${obtida ?? 'feito'}, em vez de ${[...esperadas].join(' ou ') || 'feito'}`);
    const mapa = await real.mapa();
    expect(await real.retrato(mapa)).toEqual(modelo.retrato());
    expect(await real.mapa(modelo.agora)).toEqual({
      em: real.instante(modelo.agora),
      ...mapaSemPrazos(mapa),
    });
  };
  try {
    for (const comando of comandos) await viverUm(comando);
    await exigirMemoria(real, modelo);
    await viverUm({ acao: 'reagir-aos-eventos' });
    const liberacoes = modelo.leitos.map((leito) => leito.liberacoes);
    await exigirInvariantes(cenario.app, real.leitos, liberacoes);
  } catch (erro) {
    throw new Error(`${(erro as Error).message}\n\n${leitos.join(', ')}\n${vivida.join('\n')}\n`, {
      cause: erro,
    });
  }
}

/** What the beds were at each past hour is what is now known of it. */
async function exigirMemoria(real: HospitalReal, modelo: Modelo): Promise<void> {
  for (let hora = modelo.agora; hora >= Math.max(-6, modelo.agora - 20); hora -= 2)
    expect([
      hora,
      real.leitosDe(await real.mapa(hora)).map((l) => [l.status, real.emHoras(l.desde)]),
    ]).toEqual([hora, modelo.leitos.map((leito) => [estadoEm(leito, hora), desdeEm(leito, hora)])]);
}
