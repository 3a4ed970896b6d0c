import type { ClienteDaApi } from './cliente-da-api.js';
import { emParalelo } from './em-paralelo.js';
import { FalhaDaApi } from './falha-da-api.js';
import type { Hospital, LeitoCriado } from './hospital.js';
import { pacienteSintetico } from './pacientes-sinteticos.js';
import type { Estadia } from './plano.js';

/**
 * Admits and discharges every stay, and answers the ids of the stays. Beds go in parallel; the events of
 * one bed go in order of time, for an admission is open-ended until its discharge arrives.
 */
export async function reproduzirInternacoes(
  api: ClienteDaApi,
  hospital: Hospital,
  paralelo: number,
  aoTerminarUma: () => void,
): Promise<number[]> {
  const ids: number[] = [];
  await emParalelo(hospital.leitos, paralelo, async (leito, parar) => {
    for (const estadia of leito.estadias) {
      if (parar.aborted) return;
      ids.push(await nomearRegistro(estadia, () => reproduzir(api, hospital, leito, estadia)));
      aoTerminarUma();
    }
  });
  return ids;
}

async function reproduzir(
  api: ClienteDaApi,
  { prefixo, medicoId, convenioId }: Hospital,
  leito: LeitoCriado,
  { registro, horarios }: Estadia,
): Promise<number> {
  const paciente = await api.post<{ id: number }>('/v1/pacientes', pacienteSintetico(registro, prefixo));
  const { id } = await api.post<{ id: number }>('/v1/internacoes', {
    pacienteId: paciente.id,
    medicoId,
    leitoId: leito.id,
    cidEntrada: registro.cid,
    carater: registro.carater,
    convenioId,
    observacao: `Registro ${registro.numero} do arquivo de AIH; horários sintéticos.`,
    admitidaEm: horarios.admitidaEm,
  });
  if (registro.saida !== undefined && horarios.saida !== undefined) {
    await api.post(`/v1/internacoes/${id}/alta`, {
      cidSaida: registro.cid,
      motivoSaida: registro.saida.motivo,
      medicoId,
      em: horarios.saida.em,
    });
    await limpar(api, leito.id, horarios.saida);
  }
  return id;
}

async function limpar(
  api: ClienteDaApi,
  leitoId: number,
  { limpezaIniciadaEm, limpezaConcluidaEm }: NonNullable<Estadia['horarios']['saida']>,
): Promise<void> {
  try {
    await api.post(`/v1/leitos/${leitoId}/iniciar-limpeza`, { em: limpezaIniciadaEm });
  } catch (erro) {
    // A hospital that requires no cleaning has freed the bed at the discharge.
    if (erro instanceof FalhaDaApi && erro.status === 409 && (await estaLivre(api, leitoId))) return;
    throw erro;
  }
  await api.post(`/v1/leitos/${leitoId}/concluir-limpeza`, { em: limpezaConcluidaEm });
}

async function estaLivre(api: ClienteDaApi, leitoId: number): Promise<boolean> {
  return (await api.get<{ status: string }>(`/v1/leitos/${leitoId}`)).status === 'LIVRE';
}

/** Says at which record of the file the server refused. */
async function nomearRegistro<T>({ registro }: Estadia, fazer: () => Promise<T>): Promise<T> {
  try {
    return await fazer();
  } catch (erro) {
    if (!(erro instanceof FalhaDaApi)) throw erro;
    throw new FalhaDaApi(erro.status, `Registro ${registro.numero}: ${erro.message}`);
  }
}
