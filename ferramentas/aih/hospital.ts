import type { ClienteDaApi } from './cliente-da-api.js';
import type { LeitoPlanejado } from './plano.js';
import type { Grupo } from './registro-aih.js';
import { DIARIAS, SETORES, type TipoLeito } from './setores.js';

/** A planned bed that now exists in the server. */
export interface LeitoCriado extends LeitoPlanejado {
  id: number;
}

/** The registers of one run, all under its prefix, so that it can be run again on the same database. */
export interface Hospital {
  prefixo: string;
  convenioId: number;
  medicoId: number;
  leitos: LeitoCriado[];
}

/** Creates the convênio, the doctor, the setores that have stays and their beds. */
export async function criarHospital(
  api: ClienteDaApi,
  leitos: readonly LeitoPlanejado[],
  inicioMs: number,
): Promise<Hospital> {
  const prefixo = `AIH-${inicioMs.toString(36).toUpperCase()}`;
  const criar = async (rota: string, corpo: object): Promise<number> =>
    (await api.post<{ id: number }>(rota, corpo)).id;

  const convenioId = await criar('/v1/convenios', {
    nome: `${prefixo} Convênio sintético`,
    tipoPlano: 'EMPRESARIAL',
    diarias: tiposUsados(leitos).map((tipoLeito) => ({ tipoLeito, valor: DIARIAS[tipoLeito] })),
  });
  const medicoId = await criar('/v1/medicos', {
    nome: `Médica Sintética (${prefixo})`,
    conselho: 'CRM',
    // 7 digits that differ from one run to the next.
    numeroConselho: String(1_000_000 + (inicioMs % 9_000_000)),
    ufConselho: 'RS',
  });
  const criados: LeitoCriado[] = [];
  for (const [grupo, doGrupo] of porGrupo(leitos)) {
    const { nome, andar, tipoLeito } = SETORES[grupo];
    const setorId = await criar('/v1/setores', {
      nome: `${prefixo} ${nome}`,
      andar,
      capacidade: doGrupo.length,
    });
    for (const leito of doGrupo) {
      const numero = `${prefixo.slice('AIH-'.length)}-${leito.numero}`;
      criados.push({ ...leito, id: await criar('/v1/leitos', { numero, setorId, tipo: tipoLeito }) });
    }
  }
  return { prefixo, convenioId, medicoId, leitos: criados };
}

function tiposUsados(leitos: readonly LeitoPlanejado[]): TipoLeito[] {
  return [...new Set(leitos.map((leito) => SETORES[leito.grupo].tipoLeito))];
}

function porGrupo(leitos: readonly LeitoPlanejado[]): Map<Grupo, LeitoPlanejado[]> {
  const grupos = new Map<Grupo, LeitoPlanejado[]>();
  for (const leito of leitos) grupos.set(leito.grupo, [...(grupos.get(leito.grupo) ?? []), leito]);
  return grupos;
}
