import type { Aceita } from './servidor-hostil.js';

/** A notice as the ledger has it. */
export interface Aviso {
  readonly id: number;
  readonly status: string;
  readonly tentativas: number;
  readonly messageId: string | null;
  readonly erro: string | null;
}

export interface Envios {
  readonly avisos: readonly Aviso[];
  /** What the mail server took, in its order. */
  readonly aceitas: readonly Aceita[];
  /** When a sender was killed, in milliseconds. */
  readonly mortes: readonly number[];
}

export const MAXIMO_DE_TENTATIVAS = 5;

/**
 * From the server's answer to the record of it: who dies in between sends again. It is some milliseconds; a
 * machine with other things to do makes it longer.
 */
const JANELA_DA_MORTE_MS = 3_000;

/** Copies that the sender could not know to be copies; all have the same Message-ID. */
export interface Resumo {
  readonly copias: number;
}

/**
 * The ledger against what the server took: nothing lost, nothing sent twice but where the answer was lost or the
 * sender died before it could write it down, nothing given up without a reason.
 */
export function conferirEnvios(
  { avisos, aceitas, mortes }: Envios,
  achar: (oQue: string, exemplo: string) => void,
): Resumo {
  const incerta = ({ em, avisada }: Aceita): boolean =>
    !avisada || mortes.some((morte) => morte >= em - 50 && morte - em < JANELA_DA_MORTE_MS);
  const porId = new Map<string, Aceita[]>();
  for (const aceita of aceitas) porId.set(aceita.messageId, [...(porId.get(aceita.messageId) ?? []), aceita]);
  let copias = 0;
  for (const aviso of avisos) {
    const dele = porId.get(aviso.messageId ?? '') ?? [];
    porId.delete(aviso.messageId ?? '');
    const exemplo = `aviso ${aviso.id}, ${aviso.tentativas} tentativas, ${dele.length} aceitas, ${String(aviso.erro)}`;
    copias += Math.max(0, dele.length - 1);
    if (dele.slice(0, -1).some((aceita) => !incerta(aceita)))
      achar('DOBRADO: aviso enviado de novo depois de aceito e confirmado', exemplo);
    if (aviso.tentativas > MAXIMO_DE_TENTATIVAS) achar('INSISTENTE: aviso tentado mais de 5 vezes', exemplo);
    conferirDesfecho(aviso, dele.filter((aceita) => !incerta(aceita)).length > 0, dele.length, (oQue) =>
      achar(oQue, exemplo),
    );
  }
  for (const [messageId, delas] of porId)
    achar('ALHEIO: o servidor aceitou o que nenhum aviso mandou', `${messageId}: ${delas.length}`);
  return { copias };
}

function conferirDesfecho(
  { status, tentativas, erro }: Aviso,
  aceitoComCerteza: boolean,
  aceitas: number,
  achar: (oQue: string) => void,
): void {
  if (status === 'ENVIADA') {
    if (aceitas === 0) achar('PERDIDO: aviso dado por enviado e nunca aceito pelo servidor');
  } else if (status !== 'FALHA_DEFINITIVA') achar(`PARADO: aviso ${status} quando tudo já devia ter acabado`);
  else if (aceitoComCerteza) achar('ESQUECIDO: aviso aceito e confirmado, dado por falhado');
  else if (tentativas < MAXIMO_DE_TENTATIVAS && !/^SMTP_5\d\d$/.test(erro ?? ''))
    achar('DESISTENTE: aviso abandonado sem recusa definitiva e com tentativas por fazer');
}
