import { inteiro } from '../../../banco/dialeto.js';
import type { Leitura } from '../../../banco/leitura.js';
import { MAXIMO_DE_AVISOS } from '../../../plataforma/registros/aviso.js';
import type { Paciente } from '../dominio/paciente.entity.js';

/** What two records of one person have in common. */
export type Comparaveis = Pick<Paciente, 'id' | 'nomeBusca' | 'nomeMaeBusca' | 'dataNascimento' | 'telefone'>;

export interface Repetido {
  readonly codigo: string;
  readonly mensagem: string;
  readonly pacienteId: number;
}

interface Criterio {
  readonly codigo: string;
  readonly mensagem: string;
  readonly onde: string;
  readonly valores: (paciente: Comparaveis) => readonly (string | null)[];
}

/** The strongest first; each has its index. */
const CRITERIOS: readonly Criterio[] = [
  {
    codigo: 'PACIENTE.POSSIVEL_HOMONIMO',
    mensagem:
      'Outro paciente tem o mesmo nome e a mesma data de nascimento. Confira se não é a mesma pessoa.',
    onde: 'data_nascimento = ? AND nome_busca = ?',
    valores: (paciente) => [paciente.dataNascimento, paciente.nomeBusca],
  },
  {
    codigo: 'PACIENTE.MESMA_MAE',
    mensagem: 'Outro paciente tem a mesma mãe e a mesma data de nascimento. Confira se não é a mesma pessoa.',
    onde: 'data_nascimento = ? AND nome_mae_busca = ?',
    valores: (paciente) => [paciente.dataNascimento, paciente.nomeMaeBusca],
  },
  {
    codigo: 'PACIENTE.MESMO_TELEFONE',
    mensagem: 'Outro paciente tem o mesmo telefone. Confira se não é a mesma pessoa.',
    onde: 'telefone = ?',
    valores: (paciente) => [paciente.telefone],
  },
];

/**
 * Other patients in use who may be the same person, each once, by what they share most. A hint for people:
 * twins share a mother, a family a telephone.
 */
export async function procurarRepetidos(leitura: Leitura, paciente: Comparaveis): Promise<Repetido[]> {
  const achados = new Map<number, Repetido>();
  for (const { codigo, mensagem, onde, valores } of CRITERIOS) {
    const parametros = valores(paciente);
    if (parametros.includes(null)) continue;
    const linhas = await leitura.consultar(
      `SELECT id FROM pacientes WHERE ${onde} AND ativo = ? AND id <> ? ORDER BY id LIMIT ${MAXIMO_DE_AVISOS}`,
      [...parametros, true, paciente.id],
    );
    for (const pacienteId of linhas.map((l) => inteiro(l.id)))
      if (!achados.has(pacienteId)) achados.set(pacienteId, { codigo, mensagem, pacienteId });
  }
  return [...achados.values()].slice(0, MAXIMO_DE_AVISOS);
}
