import type { DadosPostais } from '../../modulos/pacientes/dominio/endereco.entity.js';
import type { Sorteio } from './sorteio.js';

// prettier-ignore
const LOGRADOUROS = [
  'Rua das Acácias', 'Rua dos Ipês', 'Rua das Palmeiras', 'Rua das Hortênsias', 'Rua dos Girassóis', 'Rua do Riacho',
  'Rua da Pedra Branca', 'Rua do Sabiá', 'Rua do Bem-te-vi', 'Rua das Camélias', 'Avenida dos Jatobás',
  'Avenida das Figueiras', 'Rua dos Cajueiros', 'Rua da Serra', 'Travessa do Moinho', 'Rua da Estação Velha',
  'Rua das Magnólias', 'Alameda dos Manacás', 'Rua do Campo Alegre', 'Avenida Beira-Córrego', 'Rua da Cachoeirinha',
  'Rua dos Lírios', 'Rua do Tucano', 'Travessa das Violetas', 'Rua das Quaresmeiras', 'Rua do Engenho',
] as const;

// prettier-ignore
const BAIRROS = [
  'Jardim das Flores', 'Vila Aurora', 'Parque dos Pássaros', 'Centro', 'Alto da Colina', 'Vila Operária',
  'Jardim Primavera', 'Morada do Sol', 'Chácara Boa Vista', 'Vila Nova', 'Recanto Verde', 'Jardim do Lago',
] as const;

/** Towns that are on no map, and the beginning of their CEPs. */
const CIDADES = [
  { cidade: 'Santa Aurora da Serra', cep: '18990' },
  { cidade: 'Santa Aurora da Serra', cep: '18991' },
  { cidade: 'Santa Aurora da Serra', cep: '18992' },
  { cidade: 'Ribeirão das Garças', cep: '18995' },
  { cidade: 'Porto do Jequitibá', cep: '18997' },
] as const;

/** A place that does not exist. */
export function sortearEndereco(sorteio: Sorteio): DadosPostais {
  const { cidade, cep } = sorteio.um(CIDADES);
  return {
    logradouro: sorteio.um(LOGRADOUROS),
    numero: String(sorteio.inteiro(2, 1980)),
    complemento: sorteio.chance(0.25) ? `Apto. ${sorteio.inteiro(1, 12)}${sorteio.inteiro(1, 4)}` : null,
    bairro: sorteio.um(BAIRROS),
    cidade,
    estado: 'SP',
    cep: cep + sorteio.digitos(3),
  };
}
