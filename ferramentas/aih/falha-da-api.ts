interface ItemDoEnvelope {
  title?: string;
  message?: string;
  codigo?: string;
  campo?: string;
}

/** A refusal of the API: its first error, in the words of the server, and where it happened. */
export class FalhaDaApi extends Error {
  override readonly name = 'FalhaDaApi';

  constructor(
    readonly status: number,
    mensagem: string,
  ) {
    super(mensagem);
  }
}

/** Reads the envelope `{error: [{title, message, codigo, campo}], correlationId}`; survives any other body. */
export function lerFalha(
  { metodo, rota }: { metodo: string; rota: string },
  { status, texto }: { status: number; texto: string },
): FalhaDaApi {
  const envelope = lerEnvelope(texto);
  const primeiro = envelope.error?.[0];
  const detalhes = [
    primeiro?.codigo,
    primeiro?.campo && `campo ${primeiro.campo}`,
    envelope.correlationId && `correlação ${envelope.correlationId}`,
  ].filter(Boolean);
  return new FalhaDaApi(
    status,
    `${metodo} ${rota} respondeu ${status}: ${primeiro?.message ?? texto.slice(0, 200)}` +
      (detalhes.length > 0 ? ` (${detalhes.join(', ')})` : ''),
  );
}

function lerEnvelope(texto: string): { error?: ItemDoEnvelope[]; correlationId?: string } {
  try {
    const corpo: unknown = JSON.parse(texto);
    return typeof corpo === 'object' && corpo !== null ? corpo : {};
  } catch {
    return {};
  }
}
