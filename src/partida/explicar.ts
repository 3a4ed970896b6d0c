import type { Ambiente } from '../config/ambiente.js';
import { explicarArmazenamento } from './explicar-armazenamento.js';
import { explicarInstalacao } from './explicar-instalacao.js';
import { explicarServidor } from './explicar-servidor.js';
import { Impedimento } from './impedimento.js';
import { origemDoErro } from './origem-do-erro.js';

/** Errors that come with a message for the person at the terminal. */
const JA_EXPLICADOS: readonly string[] = [Impedimento.name, 'AmbienteInvalido', 'PastaEmUso'];

/**
 * Why the process could not start, in Portuguese: what is wrong, where, what to do next. `ambiente` is null when
 * the configuration itself could not be read. The stack is shown to whoever asks for it, with LOG_LEVEL=debug.
 */
export function explicar(erro: unknown, ambiente: Ambiente | null): string {
  const pilha = ambiente && detalhado(ambiente) && erro instanceof Error ? `\n\n${erro.stack ?? ''}` : '';
  return `${frase(erro, ambiente)}${pilha}`;
}

/** Whoever runs the product wants to see its inside. */
export const detalhado = ({ nivelDeLog }: Ambiente): boolean => ['debug', 'trace'].includes(nivelDeLog);

function frase(erro: unknown, ambiente: Ambiente | null): string {
  if (erro instanceof Error && JA_EXPLICADOS.includes(erro.name)) return erro.message;
  const origem = origemDoErro(erro);
  return (
    explicarInstalacao(origem) ??
    explicarArmazenamento(origem, ambiente?.banco ?? null) ??
    (ambiente && ambiente.banco.host !== null ? explicarServidor(origem, ambiente.banco) : null) ??
    imprevisto(erro)
  );
}

const imprevisto = (erro: unknown): string =>
  `Aconteceu algo que o Plantão não previa: ${erro instanceof Error ? `${erro.name}: ${erro.message}` : String(erro)}\n` +
  'Para ver onde, inicie com LOG_LEVEL=debug npm start.';
