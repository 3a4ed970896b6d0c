import { ADMIN } from '../ferramentas/apoio/base.js';
import { ClienteHttp } from '../ferramentas/apoio/cliente-http.js';
import { emParalelo } from '../ferramentas/aih/em-paralelo.js';
import type { Palco } from './palco.js';

/** Who and what the load works with. */
export interface HospitalDoCaos {
  readonly setorId: number;
  readonly medicoId: number;
  readonly convenioId: number;
  readonly leitos: readonly number[];
  readonly pacientes: readonly number[];
}

export interface TamanhoDoHospital {
  readonly leitos: number;
  readonly pacientes: number;
  /** Tells it from another on the same database. */
  readonly sufixo?: string;
}

/** A doctor's number is his alone. */
let proximoConselho = 0;

const AO_MESMO_TEMPO = 16;

/** Registers a hospital of this size through the first replica, before anything is injected. */
export async function montarHospital(
  palco: Palco,
  { leitos, pacientes, sufixo = '' }: TamanhoDoHospital,
): Promise<HospitalDoCaos> {
  const cliente = new ClienteHttp(palco.replicas[0]!.url);
  await cliente.entrar(ADMIN);
  const setorId = await cliente.criar('/v1/setores', { nome: `Clínica do caos${sufixo}` });
  const convenioId = await cliente.criar('/v1/convenios', {
    nome: `Saúde do Caos${sufixo}`,
    tipoPlano: 'EMPRESARIAL',
    diarias: [{ tipoLeito: 'ENFERMARIA', valor: 350.5 }],
  });
  const medicoId = await cliente.criar('/v1/medicos', {
    nome: 'Ana do Caos',
    conselho: 'CRM',
    numeroConselho: String(12_345 + proximoConselho++),
    ufConselho: 'SP',
  });
  const criarVarios = async (quantos: number, criar: (n: number) => Promise<number>): Promise<number[]> => {
    const ids: number[] = [];
    const numeros = Array.from({ length: quantos }, (_, n) => n);
    await emParalelo(numeros, AO_MESMO_TEMPO, async (n) => void (ids[n] = await criar(n)));
    return ids;
  };
  const hospital = {
    setorId,
    medicoId,
    convenioId,
    leitos: await criarVarios(leitos, (n) =>
      cliente.criar('/v1/leitos', { numero: `C${n}`, setorId, tipo: 'ENFERMARIA' }),
    ),
    pacientes: await criarVarios(pacientes, (n) =>
      cliente.criar('/v1/pacientes', {
        nome: `Paciente Fictício ${n}`,
        dataNascimento: '1980-01-01',
        sexo: 'F',
        convenioId,
      }),
    ),
  };
  cliente.encerrar();
  return hospital;
}
