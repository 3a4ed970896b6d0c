import { createHash } from 'node:crypto';

interface Identidade {
  readonly id: number;
  readonly tipo: string;
  readonly referencia: string;
  readonly canal: string;
  readonly destinatario: string;
  readonly ocorrencia: string;
}

/**
 * The Message-ID of a notice: the same at every attempt, so that a copy sent twice is known as one, and
 * another in another installation, whose ids start at 1 as well.
 */
export function messageIdDe({ id, tipo, referencia, canal, destinatario, ocorrencia }: Identidade): string {
  const chave = [tipo, referencia, canal, destinatario, ocorrencia].join('\n');
  const hash = createHash('sha256').update(chave).digest('hex').slice(0, 16);
  return `<notificacao-${id}-${hash}@plantao>`;
}
