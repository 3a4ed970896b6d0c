import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compilarModelo } from '../../plataforma/correio/modelos.js';

const PASTA = new URL('./paginas/', import.meta.url);

export type PaginaDeAcesso = 'verificar-email' | 'redefinir-senha';

const ler = (arquivo: string): string => readFileSync(new URL(arquivo, PASTA), 'utf8');
const impressao = (texto: string): string =>
  `'sha256-${createHash('sha256').update(texto).digest('base64')}'`;

/**
 * The two pages that links of e-mails open, and the headers with which they leave. The code is in the fragment of the
 * address, which no browser sends: only the page's own script, known by its hash, reads it and posts it here.
 */
export class PaginasDeAcesso {
  readonly #partes = { estilo: ler('estilo.css'), script: ler('pagina.js') };

  readonly cabecalhos: Readonly<Record<string, string>> = {
    'Content-Security-Policy':
      `default-src 'none'; script-src ${impressao(this.#partes.script)}; style-src ${impressao(this.#partes.estilo)}; ` +
      "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };

  readonly #paginas: Readonly<Record<PaginaDeAcesso, string>> = {
    'verificar-email': this.#montar('verificar-email'),
    'redefinir-senha': this.#montar('redefinir-senha'),
  };

  html(pagina: PaginaDeAcesso): string {
    return this.#paginas[pagina];
  }

  #montar(pagina: PaginaDeAcesso): string {
    const { estilo, script } = this.#partes;
    return compilarModelo(PASTA, pagina, { parciais: ['moldura'] })({})
      .replace('</head>', () => `<style>${estilo}</style>\n</head>`)
      .replace('</body>', () => `<script>${script}</script>\n</body>`);
  }
}
