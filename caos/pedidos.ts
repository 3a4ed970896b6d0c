import type { Pedido } from '../ferramentas/apoio/cliente-http.js';
import type { Efeito } from './diario.js';
import type { HospitalDoCaos } from './hospital.js';

/** A request and the effect that it has when it is acknowledged. */
export interface Comando {
  readonly pedido: Pedido;
  readonly efeito?: Efeito;
}

export const INTERNADO = 'internacoes.paciente-internado';
export const TRANSFERIDO = 'internacoes.paciente-transferido';
export const ALTA = 'internacoes.alta-concedida';

const postar = (caminho: string, corpo: unknown = {}): Pedido => ({ metodo: 'POST', caminho, corpo });

export const obter = (caminho: string): Pedido => ({ metodo: 'GET', caminho });

export const internar = (
  { medicoId, convenioId }: HospitalDoCaos,
  pacienteId: number,
  leitoId: number,
): Comando => ({
  pedido: postar('/v1/internacoes', { pacienteId, medicoId, leitoId, convenioId, cidEntrada: 'J189' }),
  efeito: { evento: INTERNADO, agregado: null },
});

export const transferir = (internacaoId: number, leitoId: number): Comando => ({
  pedido: postar(`/v1/internacoes/${internacaoId}/transferir`, { leitoId, motivo: 'Perto do posto.' }),
  efeito: { evento: TRANSFERIDO, agregado: `internacao:${internacaoId}` },
});

export const darAlta = (internacaoId: number): Comando => ({
  pedido: postar(`/v1/internacoes/${internacaoId}/alta`, { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO' }),
  efeito: { evento: ALTA, agregado: `internacao:${internacaoId}` },
});

/** Nothing of its own refuses a second one of the same name. */
export const cadastrarPaciente = (nome: string): Comando => ({
  pedido: postar('/v1/pacientes', { nome, dataNascimento: '1980-01-01', sexo: 'F' }),
});

/** A command of a bed, as `iniciar-limpeza`. */
export const comandarLeito = (leitoId: number, acao: string, corpo: unknown = {}): Comando => ({
  pedido: postar(`/v1/leitos/${leitoId}/${acao}`, corpo),
});

/** A command of a stay, as `prever-alta`. */
export const comandarEstadia = (internacaoId: number, acao: string, corpo: unknown = {}): Comando => ({
  pedido: postar(`/v1/internacoes/${internacaoId}/${acao}`, corpo),
});

/** The same command, which may be sent twice and has its effect once. */
export const comChave = ({ pedido, efeito }: Comando, chave: string): Comando => ({
  pedido: { ...pedido, cabecalhos: { ...pedido.cabecalhos, 'idempotency-key': chave } },
  ...(efeito ? { efeito } : {}),
});
