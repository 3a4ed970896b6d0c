export type Corpo = Record<string, unknown>;

/** A copy of `corpo` with this value at `campo` (`nome`, `endereco.cep`, `diarias[0].valor`); undefined takes it away. */
export function comValor(corpo: Corpo, campo: string, valor: unknown): Corpo {
  const copia = structuredClone(corpo);
  const passos = campo.split(/\.|\[|\]\.?/).filter((passo) => passo !== '');
  const ultimo = passos.pop()!;
  let onde = copia;
  for (const passo of passos) onde = (onde[passo] ??= {}) as Corpo;
  Object.defineProperty(onde, ultimo, { value: valor, enumerable: true, configurable: true, writable: true });
  return copia;
}

/** Bodies that are accepted as they are, without what must be unique. */
export const CADASTROS = {
  pacientes: {
    ...{ nome: 'Rita Lemos', dataNascimento: '1990-01-01', sexo: 'F' },
    contatoEmergencia: { nome: 'Ivo Lemos', telefone: '(11) 98765-4321' },
    endereco: {
      ...{ logradouro: 'Rua das Flores', numero: 'S/N', bairro: 'Centro', cidade: 'Manaus' },
      ...{ estado: 'AM', cep: '69005-010' },
    },
  },
  medicos: { nome: 'Ivo Prado', conselho: 'CRM', numeroConselho: '54321', ufConselho: 'AM' },
  convenios: { nome: 'Saúde Serrana', tipoPlano: 'FAMILIAR' },
  usuarios: {
    nome: 'Ana Souza',
    email: 'ana@hospital.local',
    senha: 'uma frase longa',
    papeis: ['RECEPCAO'],
  },
  setores: { nome: 'Clínica médica' },
  especialidades: { nome: 'Cardiologia' },
} as const satisfies Record<string, Corpo>;

export type Cadastro = keyof typeof CADASTROS;

/** A request that is accepted, on records made for it. */
export type Preparo = () => Promise<{ readonly caminho: string; readonly corpo: Corpo }>;
