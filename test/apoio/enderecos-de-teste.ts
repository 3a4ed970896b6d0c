import type { AplicacaoDeTeste } from './aplicacao-de-teste.js';

export const CASA = {
  logradouro: 'Rua A',
  numero: '1',
  bairro: 'Centro',
  cidade: 'Recife',
  estado: 'PE',
  cep: '50010000',
} as const;

/** A patient with addresses of these numbers, the first one the main; answers his id and theirs. */
export async function pacienteComEnderecos(
  aplicacao: AplicacaoDeTeste,
  ...numeros: string[]
): Promise<{ pacienteId: number; ids: number[] }> {
  const pessoa = { nome: 'Maria', dataNascimento: '1980-02-29', sexo: 'F' };
  const { id: pacienteId } = await aplicacao.criar('/v1/pacientes', pessoa);
  const ids: number[] = [];
  for (const numero of numeros)
    ids.push((await aplicacao.criar(`/v1/pacientes/${pacienteId}/enderecos`, { ...CASA, numero })).id);
  return { pacienteId, ids };
}

/** The numbers of the patient's main addresses: one, or none. */
export async function principaisDe(aplicacao: AplicacaoDeTeste, pacienteId: number): Promise<unknown[]> {
  const linhas = await aplicacao.consultar(
    'SELECT numero FROM enderecos WHERE paciente_principal_id = ? AND ativo = 1',
    [pacienteId],
  );
  return linhas.map((l) => l.numero);
}
