import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { NO_MYSQL } from './banco-de-teste.js';

const NOMES = ['chromium', 'chromium-browser', 'google-chrome'];
/** Whatever is looked for on a page appears within this time, or will not. */
const PRAZO_MS = 10_000;

/** The program of CHROMIUM or, without it, the first one found in PATH. */
function encontrarNavegador(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const pastas = (process.env.PATH ?? '').split(delimiter);
  return NOMES.flatMap((nome) => pastas.map((pasta) => join(pasta, nome))).find(executavel);
}

function executavel(arquivo: string): boolean {
  try {
    accessSync(arquivo, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Pages in a real browser. What goes wrong in them unseen is gathered, and fails the test that did not expect it. */
export class Navegador {
  #navegador: Browser | undefined;
  #contextos: BrowserContext[] = [];
  #problemas: string[] = [];
  #pedidos: string[] = [];

  constructor(private readonly programa: string) {}

  async iniciar(): Promise<void> {
    this.#navegador = await chromium.launch({
      executablePath: this.programa,
      // Root, as in a container, may not use the sandbox; small /dev/shm is a container's habit too.
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars'],
    });
  }

  /** A page with a storage of its own, at `url`, as somebody in Brazil has it. */
  async abrir(url: string, opcoes: BrowserContextOptions = {}): Promise<Page> {
    if (!this.#navegador) throw new Error('the browser was not started');
    const contexto = await this.#navegador.newContext({
      locale: 'pt-BR',
      timezoneId: 'America/Sao_Paulo',
      reducedMotion: 'reduce',
      ...opcoes,
    });
    this.#contextos.push(contexto);
    contexto.setDefaultTimeout(PRAZO_MS);
    const pagina = await contexto.newPage();
    this.#vigiar(pagina);
    await pagina.goto(url);
    return pagina;
  }

  /** Everything that pages asked of the network since the test began. */
  get pedidos(): readonly string[] {
    return this.#pedidos;
  }

  /** What went wrong until now, taken as expected: errors of the console, CSP violations, exceptions, failed requests. */
  recolherProblemas(): string[] {
    return this.#problemas.splice(0);
  }

  /** A PNG of the whole page in the folder of CAPTURAS, for somebody to look at; nothing without it. */
  async fotografar(pagina: Page, nome: string): Promise<void> {
    const pasta = process.env.CAPTURAS;
    if (pasta) await pagina.screenshot({ path: join(pasta, `${nome}.png`), fullPage: true });
  }

  /** Closes every page; answers what went wrong in them and was not expected. */
  async fecharPaginas(): Promise<string[]> {
    for (const contexto of this.#contextos.splice(0)) await contexto.close();
    this.#pedidos = [];
    return this.recolherProblemas();
  }

  async encerrar(): Promise<void> {
    await this.#navegador?.close();
  }

  #vigiar(pagina: Page): void {
    pagina.on('request', (pedido) => this.#pedidos.push(pedido.url()));
    // Chromium tells violations of a content security policy, and answers of 400 and above, on the console.
    pagina.on('console', (aviso) => {
      if (aviso.type() === 'error')
        this.#problemas.push(`console: ${aviso.text()} (${aviso.location().url})`);
    });
    pagina.on('pageerror', (erro) => this.#problemas.push(`exceção: ${erro.message}`));
    pagina.on('requestfailed', (pedido) => {
      const motivo = pedido.failure()?.errorText ?? '';
      // Left half way by the page itself: a download, or another address asked for in the meantime.
      if (motivo !== 'net::ERR_ABORTED') this.#problemas.push(`pedido: ${pedido.url()} ${motivo}`);
    });
  }
}

/**
 * A `describe` whose tests have a browser. Only in the SQLite half: a page looks the same on any database.
 * Where no browser is found its tests are skipped, and a line says so.
 */
export function noNavegador(titulo: string, testes: (navegador: Navegador) => void): void {
  const programa = encontrarNavegador();
  if (!programa) process.stderr.write(`${titulo}: pulado, porque não há Chromium em CHROMIUM nem no PATH.\n`);
  const descrever = programa && !NO_MYSQL ? describe : describe.skip;
  descrever(titulo, () => {
    const navegador = new Navegador(programa ?? '');
    beforeAll(() => navegador.iniciar());
    afterEach(async () => expect(await navegador.fecharPaginas()).toEqual([]));
    afterAll(() => navegador.encerrar());
    testes(navegador);
  });
}
