import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What every authenticator application takes for granted (RFC 6238 with the defaults of the otpauth address). */
const PASSO_MS = 30_000;
const DIGITOS = 6;
/** As long as the hash of HMAC-SHA-1 (RFC 4226 §4, R6). */
const BYTES_DO_SEGREDO = 20;
const ALFABETO = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new secret, in base32 (RFC 4648), as a person may type it. */
export const sortearSegredo = (): string => emBase32(randomBytes(BYTES_DO_SEGREDO));

/** Which step of thirty seconds this instant is in. */
export const passoDe = (instante: Date): number => Math.floor(instante.getTime() / PASSO_MS);

/** The code of one step (RFC 6238 §4.2, RFC 4226 §5.3). */
export function codigoDoPasso(segredo: string, passo: number): string {
  const contador = Buffer.alloc(8);
  contador.writeBigUInt64BE(BigInt(passo));
  const resumo = createHmac('sha1', deBase32(segredo)).update(contador).digest();
  const inicio = resumo[resumo.length - 1]! & 0xf;
  const numero = (resumo.readUInt32BE(inicio) & 0x7fff_ffff) % 10 ** DIGITOS;
  return String(numero).padStart(DIGITOS, '0');
}

/** The step whose code this is: now, the one before or the one after, for clocks that differ; null: of none of them. */
export function passoDoCodigo(segredo: string, codigo: string, agora: Date): number | null {
  const digitos = codigo.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digitos)) return null;
  const passos = [0, -1, 1].map((distancia) => passoDe(agora) + distancia);
  return passos.find((passo) => iguais(codigoDoPasso(segredo, passo), digitos)) ?? null;
}

/** What an authenticator application reads, typed or as a QR code. */
export function enderecoOtpauth(segredo: string, email: string, emissor: string): string {
  const rotulo = `${encodeURIComponent(emissor)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${rotulo}?secret=${segredo}&issuer=${encodeURIComponent(emissor)}&algorithm=SHA1&digits=${DIGITOS}&period=30`;
}

const iguais = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Without padding. */
export function emBase32(bytes: Buffer): string {
  let [texto, acumulado, bits] = ['', 0, 0];
  for (const byte of bytes) {
    acumulado = ((acumulado << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) texto += ALFABETO[(acumulado >> (bits - 5)) & 31];
  }
  return bits > 0 ? texto + ALFABETO[(acumulado << (5 - bits)) & 31] : texto;
}

export function deBase32(texto: string): Buffer {
  const bytes: number[] = [];
  let [acumulado, bits] = [0, 0];
  for (const letra of texto) {
    acumulado = ((acumulado << 5) | ALFABETO.indexOf(letra)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((acumulado >> bits) & 255);
  }
  return Buffer.from(bytes);
}
