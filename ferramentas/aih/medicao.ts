import { setTimeout as esperar } from 'node:timers/promises';
import type { ClienteDaApi } from './cliente-da-api.js';
import { emParalelo } from './em-paralelo.js';
import { ErroDeUso } from './erro-de-uso.js';
import { pacientesDia, type Esperado } from './esperado.js';
import type { LeitoCriado } from './hospital.js';

/** What the API shows; the last four come from the reactions to each discharge. */
export interface Medido extends Esperado {
  lancamentosAtivos: number;
  altasComUmLancamento: number;
  avisos: number;
  leitosComAvisosCertos: number;
}

interface Internacao {
  id: number;
  status: string;
  admitidaEm: string;
  saidaEm?: string | null;
  motivoSaida?: string | null;
}

const INTERVALO_MS = 500;
const PARALELO = 8;

/**
 * Reads the result back, stay by stay and bed by bed. Bills and notices come from reactions to the
 * discharges: those still missing are asked for again until they are there or `esperaMs` is over.
 */
export async function medir(
  api: ClienteDaApi,
  internacaoIds: readonly number[],
  leitos: readonly LeitoCriado[],
  esperaMs: number,
): Promise<Medido> {
  const internacoes = await buscarTodos(internacaoIds, (id) => api.get<Internacao>(`/v1/internacoes/${id}`));
  const altas = internacoes.filter(({ status }) => status === 'ENCERRADA');
  const prazo = Date.now() + esperaMs;
  const lancamentos = await aguardar(
    altas,
    ({ id }) => api.listar<{ valor: number }>(`/v1/financeiro/lancamentos?origem=internacao:${id}`),
    (encontrados) => encontrados.length > 0,
    prazo,
  );
  const avisos = await aguardar(
    leitos,
    ({ id }) => api.listar<object>(`/v1/notificacoes?tipo=leito-liberado&referencia=leito:${id}`),
    (encontrados, leito) => encontrados.length >= vezesLiberado(leito),
    prazo,
  );
  const contas = [...lancamentos.values()];
  return {
    internacoes: internacoes.length,
    altas: altas.length,
    abertas: internacoes.filter(({ status }) => status === 'INTERNADA').length,
    obitos: altas.filter(({ motivoSaida }) => motivoSaida === 'OBITO').length,
    pacientesDia: somar(altas, (alta) => pacientesDia(new Date(alta.admitidaEm), saidaDe(alta))),
    faturadoCentavos: somar(contas.flat(), ({ valor }) => Math.round(valor * 100)),
    lancamentosAtivos: contas.flat().length,
    altasComUmLancamento: contas.filter((daAlta) => daAlta.length === 1).length,
    avisos: somar([...avisos.values()], (doLeito) => doLeito.length),
    leitosComAvisosCertos: leitos.filter((leito) => avisos.get(leito)?.length === vezesLiberado(leito))
      .length,
  };
}

/** How many times the bed became LIVRE after a discharge. */
export function vezesLiberado(leito: Pick<LeitoCriado, 'estadias'>): number {
  return leito.estadias.filter(({ horarios }) => horarios.saida !== undefined).length;
}

async function buscarTodos<C, V>(itens: readonly C[], buscar: (item: C) => Promise<V>): Promise<V[]> {
  const valores: V[] = [];
  await emParalelo(itens, PARALELO, async (item) => {
    valores.push(await buscar(item));
  });
  return valores;
}

async function aguardar<C, V>(
  itens: readonly C[],
  buscar: (item: C) => Promise<V>,
  pronto: (valor: V, item: C) => boolean,
  prazo: number,
): Promise<Map<C, V>> {
  const valores = new Map<C, V>();
  let faltam: readonly C[] = itens;
  for (;;) {
    await emParalelo(faltam, PARALELO, async (item) => {
      valores.set(item, await buscar(item));
    });
    faltam = faltam.filter((item) => !pronto(valores.get(item)!, item));
    if (faltam.length === 0 || Date.now() >= prazo) return valores;
    await esperar(INTERVALO_MS);
  }
}

function saidaDe({ id, saidaEm }: Internacao): Date {
  if (!saidaEm) throw new ErroDeUso(`A internação ${id} está ENCERRADA e a API não informa saidaEm.`);
  return new Date(saidaEm);
}

function somar<T>(itens: readonly T[], valor: (item: T) => number): number {
  return itens.reduce((total, item) => total + valor(item), 0);
}
