import fc from 'fast-check';

/**
 * What a story is made of, as plain data. Hours are relative to the moment the command is given (null: not said).
 * Patients, beds and stays are told by their place in the story; a generated command tells instead a place among
 * those that fit it best, from which `Modelo.apontar` finds the one meant.
 */
export type Comando =
  | { acao: 'esperar'; horas: number }
  | { acao: 'rodar-tarefas' | 'reagir-aos-eventos' }
  | { acao: AcaoSimples; leito: number; em: number | null }
  | { acao: 'reservar'; leito: number; para: Destinatario; em: number | null; expira: number | null }
  | { acao: 'reservar-para-pedido'; leito: number; estadia: number; em: number | null }
  | { acao: 'bloquear' | 'manutencao'; leito: number; em: number | null; ate: number | null }
  | { acao: 'solicitar'; paciente: number; em: number | null }
  | { acao: 'internar'; paciente: number; leito: number; em: number | null }
  | { acao: 'registrar-passado'; paciente: number; em: number; trechos: readonly TrechoContado[] }
  | { acao: 'admitir' | 'transferir'; estadia: number; leito: number; em: number | null }
  | { acao: 'alta' | 'alta-clinica'; estadia: number; em: number | null; corte: boolean }
  | { acao: 'saida'; estadia: number; em: number | null }
  | { acao: 'prever-alta'; estadia: number; para: number }
  | { acao: 'cancelar-previsao' | 'recusar' | 'cancelar' | 'reabrir'; estadia: number };

export type Acao = Comando['acao'];
export type ComandoDe<A extends Acao> = Extract<Comando, { acao: A }>;

export type AcaoSimples =
  | 'cancelar-reserva'
  | 'iniciar-limpeza'
  | 'concluir-limpeza'
  | 'desbloquear'
  | 'concluir-manutencao'
  | 'desativar'
  | 'reativar';

/** A patient, or null: whoever comes. */
type Destinatario = number | null;

interface TrechoContado {
  readonly leito: number;
  readonly horas: number;
}

/** Kinds of bed of a story: `recente` was installed a few hours before it; `extra` never was. */
export const TIPOS = ['comum', 'recente', 'extra', 'planejado', 'observacao'] as const;
export type Tipo = (typeof TIPOS)[number];

export interface Historia {
  readonly leitos: readonly Tipo[];
  readonly comandos: readonly Comando[];
}

export const LEITOS = 3;
export const PACIENTES = 2;

const vezes = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });
const quaseSempre = <T>(valor: T, peso: number, senao: fc.Arbitrary<T>) =>
  fc.oneof(vezes(peso, fc.constant(valor)), vezes(1, senao));

const leito = quaseSempre(0, 1, fc.nat(LEITOS - 1));
const estadia = quaseSempre(0, 2, fc.nat(2));
const paciente = fc.nat(PACIENTES - 1);
const ha = (horas: number) => fc.integer({ min: -horas, max: 0 });
const em = fc.oneof(vezes(6, fc.constant(null)), vezes(4, ha(8)), vezes(1, fc.constant(1)));
/** What is told of the future is a plan. */
const planejavel = fc.oneof(vezes(6, fc.constant(null)), vezes(4, ha(8)), vezes(2, fc.nat(4)));
const prazo = quaseSempre<number | null>(null, 1, fc.integer({ min: -6, max: 8 }));
const corte = quaseSempre(false, 9, fc.constant(true));
const trechos = fc.array(fc.record({ leito: fc.nat(LEITOS - 1), horas: fc.nat(4) }), {
  minLength: 1,
  maxLength: 2,
});

const comando = (acao: Acao, resto: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ acao: fc.constant(acao), ...resto }) as fc.Arbitrary<Comando>;

/** Each command, and how often it comes beside the others. */
const COMANDOS = fc.oneof(
  vezes(8, comando('esperar', { horas: fc.integer({ min: 1, max: 5 }) })),
  vezes(3, comando('rodar-tarefas')),
  vezes(4, comando('reagir-aos-eventos')),
  vezes(3, comando('reservar', { leito, para: fc.option(paciente), em: planejavel, expira: prazo })),
  vezes(2, comando('reservar-para-pedido', { leito, estadia, em: planejavel })),
  vezes(1, comando('cancelar-reserva', { leito, em })),
  vezes(4, comando('iniciar-limpeza', { leito, em })),
  vezes(4, comando('concluir-limpeza', { leito, em })),
  vezes(3, comando('bloquear', { leito, em: planejavel, ate: prazo })),
  vezes(2, comando('desbloquear', { leito, em })),
  vezes(3, comando('manutencao', { leito, em: planejavel, ate: prazo })),
  vezes(2, comando('concluir-manutencao', { leito, em })),
  vezes(1, comando('desativar', { leito, em })),
  vezes(2, comando('reativar', { leito, em })),
  vezes(2, comando('solicitar', { paciente, em })),
  vezes(8, comando('internar', { paciente, leito, em })),
  vezes(4, comando('registrar-passado', { paciente, em: ha(12), trechos })),
  vezes(2, comando('admitir', { estadia, leito, em })),
  vezes(1, comando('recusar', { estadia })),
  vezes(4, comando('transferir', { estadia, leito, em })),
  vezes(2, comando('prever-alta', { estadia, para: fc.integer({ min: -1, max: 6 }) })),
  vezes(1, comando('cancelar-previsao', { estadia })),
  vezes(2, comando('alta-clinica', { estadia, em, corte })),
  vezes(2, comando('saida', { estadia, em })),
  vezes(5, comando('alta', { estadia, em, corte })),
  vezes(2, comando('cancelar', { estadia })),
  vezes(5, comando('reabrir', { estadia })),
);

/** Stories of up to `tamanho` commands, legal and illegal; the beds are mostly ordinary ones. */
export const historias = (tamanho: number): fc.Arbitrary<Historia> =>
  fc.record({
    leitos: fc.array(quaseSempre<Tipo>('comum', 3, fc.constantFrom(...TIPOS)), {
      minLength: LEITOS,
      maxLength: LEITOS,
    }),
    comandos: fc.array(COMANDOS, { minLength: 1, maxLength: tamanho, size: 'max' }),
  });
