import type { Ajuste } from './cenario.js';

/** Who dies frees what it had claimed after this, and not after 15 seconds. */
export const posseDe = (segundos: number): Ajuste => ({
  motivo: `a posse de uma entrega dura ${segundos} s, e não 15 s: menos espera pelo que um morto segurava`,
  arquivo: 'src/plataforma/eventos/fila-de-entregas.js',
  de: 'export const POSSE_MS = 15_000;',
  para: `export const POSSE_MS = ${segundos * 1000};`,
});

/** The same for a message that it was sending. */
export const posseDoEnvioDe = (segundos: number): Ajuste => ({
  motivo: `a posse de um aviso em envio dura ${segundos} s, e não 120 s`,
  arquivo: 'src/modulos/notificacoes/envio/fila-de-envio.js',
  de: 'export const POSSE_MS = 120_000;',
  para: `export const POSSE_MS = ${segundos * 1000};`,
});

/** One reaction at a time: a process holds more deliveries that it has not begun. */
export const umaReacaoPorVez: Ajuste = {
  motivo:
    'uma reação por vez, e não várias: mais entregas tomadas e ainda não começadas quando algo acontece',
  arquivo: 'src/plataforma/eventos/rele.js',
  de: 'const entrega = this.#pendentes.shift();',
  para: 'const entrega = this.#emCurso.size > 0 ? undefined : this.#pendentes.shift();',
};

const novaTentativaEmDoisSegundos: Ajuste = {
  motivo: 'um envio que falhou é tentado de novo em 2 s, 10 s…, e não em 1 min, 5 min…',
  arquivo: 'src/modulos/notificacoes/dominio/nova-tentativa.js',
  de: 'const MINUTO_MS = 60_000;',
  para: 'const MINUTO_MS = 2_000;',
};

/** What a dead process held is free after three seconds, deliveries and messages; what failed is tried again soon. */
export const esperasCurtas: readonly Ajuste[] = [posseDe(3), posseDoEnvioDe(3), novaTentativaEmDoisSegundos];
