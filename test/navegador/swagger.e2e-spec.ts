import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { noNavegador } from '../apoio/navegador.js';

/** As the example of the login has it. */
const ADMIN = { ADMIN_EMAIL: 'admin@hospital.local', ADMIN_SENHA: 'demonstracao' };
const TEMAS = ['light', 'dark'] as const;
/** Drawing so large a document takes seconds where other tests run beside this one. */
const PRAZO_DO_DESENHO = { timeout: 30_000 };
const PRAZO_DA_HISTORIA_MS = 120_000;
const MINUTO = 60_000;
const TELEFONE = { width: 390, height: 844 };

/** What the examples of the page count on, as in the demonstration. */
async function vitrine(app: AplicacaoDeTeste): Promise<void> {
  await app.entrar(ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_SENHA);
  await app.criar('/v1/setores', { nome: 'Clínica Médica' });
  for (const numero of ['201-A', '201-B'])
    await app.criar('/v1/leitos', { numero, setorId: 1, tipo: 'ENFERMARIA' });
  const inscricao = { conselho: 'CRM', numeroConselho: '9100038', ufConselho: 'SP' };
  await app.criar('/v1/medicos', { nome: 'Ana Beatriz Moreira', ...inscricao });
  const diarias = [{ tipoLeito: 'ENFERMARIA', valor: 350.5 }];
  const convenio = { nome: 'Ipê-Branco Saúde', tipoPlano: 'INDIVIDUAL', diarias };
  const { id: convenioId } = await app.criar('/v1/convenios', convenio);
  const paciente = { nome: 'Paciente 1', dataNascimento: '1980-02-29', sexo: 'F', convenioId };
  await app.criar('/v1/pacientes', paciente);
}

noNavegador('Swagger UI no navegador', (navegador) => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar(ADMIN);
    await vitrine(app);
  });
  afterAll(() => app.encerrar());

  /** The page, with an operation open where one is named: `Acesso/Auth.entrar`. */
  const abrir = (operacao = '', opcoes = {}): Promise<Page> =>
    navegador.abrir(`${app.url}/docs${operacao && `#/${operacao}`}`, opcoes);
  /** Goes to another operation, by its address, as a link of the introduction does. */
  const irPara = async (pagina: Page, operacao: string): Promise<Locator> => {
    await pagina.evaluate((hash) => (globalThis.location.hash = hash), `/${operacao}`);
    const bloco = pagina.locator(`.opblock[id$="${operacao.split('/')[1]!.replace('.', '\\\\.')}"]`);
    await bloco.locator('.opblock-body').waitFor(PRAZO_DO_DESENHO);
    return bloco;
  };
  /** Fills in what is named, executes, and answers what the server did. */
  const executar = async (bloco: Locator, campos: Readonly<Record<string, string>> = {}) => {
    for (const [nome, valor] of Object.entries(campos))
      await bloco.locator(`tr[data-param-name="${nome}"] input`).fill(valor);
    // What was answered before stays there until the next answer comes.
    const limpar = bloco.getByRole('button', { name: 'Limpar' });
    if (await limpar.isVisible()) await limpar.click();
    await bloco.getByRole('button', { name: 'Executar' }).click();
    const resposta = bloco.locator('.live-responses-table .response');
    const status = Number(await resposta.locator('.response-col_status').innerText());
    const texto = await resposta.locator('.highlight-code pre').first().innerText();
    return { status, corpo: JSON.parse(texto) as { data: never } };
  };
  const autorizada = (pagina: Page): Promise<boolean> =>
    pagina.locator('.auth-wrapper .authorize.locked').isVisible();

  it(
    'deve contar uma internação inteira só com cliques',
    async () => {
      const pagina = await abrir('', { colorScheme: 'dark' });
      expect(await autorizada(pagina)).toBe(false);
      expect((await executar(await irPara(pagina, 'Acesso/Auth.entrar'))).status).toBe(200);
      expect(await autorizada(pagina)).toBe(true);

      await pagina.reload();
      await pagina.locator('.opblock-tag').first().waitFor(PRAZO_DO_DESENHO);
      expect(await autorizada(pagina)).toBe(true);

      const internada = await executar(await irPara(pagina, 'Internações/Internacoes.internar'));
      const { id } = internada.corpo.data as { id: number };
      expect(internada.status).toBe(201);
      for (const comando of ['Internacoes.transferir', 'Altas.alta']) {
        const bloco = await irPara(pagina, `Internações/${comando}`);
        expect([comando, (await executar(bloco, { id: String(id) })).status]).toEqual([comando, 200]);
      }
      const conta = await irPara(pagina, 'Financeiro/Lancamentos.listar');
      await eventualmente(async () => {
        const { status, corpo } = await executar(conta, { origem: `internacao:${id}` });
        const lancamentos = corpo.data as { valor: number; status: string }[];
        expect([status, lancamentos]).toEqual([
          200,
          [expect.objectContaining({ valor: 350.5, status: 'EMITIDO' })],
        ]);
      });
      await navegador.fotografar(pagina, 'swagger-conta');
    },
    PRAZO_DA_HISTORIA_MS,
  );

  it(
    'deve aceitar o token colado à mão, e explicar o que já não vale',
    async () => {
      const pagina = await abrir('Acesso/Auth.eu', { colorScheme: 'light' });
      const eu = await irPara(pagina, 'Acesso/Auth.eu');
      const colar = async (token: string): Promise<void> => {
        await pagina.locator('.auth-wrapper .authorize').click();
        const janela = pagina.locator('.modal-ux');
        if (await janela.getByRole('button', { name: 'Sair' }).isVisible())
          await janela.getByRole('button', { name: 'Sair' }).click();
        await janela.locator('input').fill(token);
        await janela.getByRole('button', { name: 'Usar este token' }).click();
        await janela.getByRole('button', { name: 'Fechar' }).last().click();
      };
      await colar('vencido');
      expect(await executar(eu)).toMatchObject({
        status: 401,
        corpo: { error: [{ message: 'O token não é válido ou já venceu. Entre de novo.' }] },
      });
      // The browser tells every refusal on its console.
      expect(navegador.recolherProblemas()).toEqual([expect.stringContaining('401')]);
      await colar(app.token);
      expect(await executar(eu)).toMatchObject({
        status: 200,
        corpo: { data: { email: ADMIN.ADMIN_EMAIL } },
      });
    },
    PRAZO_DA_HISTORIA_MS,
  );

  it(
    'deve renovar a sessão sozinha, sem que ninguém entre de novo, até que ela termine',
    async () => {
      const pagina = await abrir('', { colorScheme: 'light' });
      const renovacoes = () => navegador.pedidos.filter((url) => url.endsWith('/v1/auth/refresh')).length;
      expect((await executar(await irPara(pagina, 'Acesso/Auth.entrar'))).status).toBe(200);
      const eu = await irPara(pagina, 'Acesso/Auth.eu');
      // The browser tells every refusal on its console, a little later.
      const vistas: string[] = [];
      const esperaRecusas = (quantas: number) =>
        eventualmente(() => {
          vistas.push(...navegador.recolherProblemas());
          expect(vistas).toEqual(Array(quantas).fill(expect.stringContaining('401')));
        }).then(() => vistas.splice(0));

      // The server refuses the token: it is renewed, and the same request answered.
      app.relogio.avancar(11 * MINUTO);
      expect((await executar(eu)).status).toBe(200);
      expect(renovacoes()).toBe(1);
      await esperaRecusas(1);

      // It is about to end, and the page has been loaded again: nothing is refused.
      await pagina.reload();
      const agora = await pagina.evaluate(() => Date.now());
      await pagina.clock.setFixedTime(agora + 9.6 * MINUTO);
      expect((await executar(await irPara(pagina, 'Acesso/Auth.eu'))).status).toBe(200);
      expect(renovacoes()).toBe(2);
      expect(navegador.recolherProblemas()).toEqual([]);

      // Nobody was there for too long: it is said, and not insisted.
      app.relogio.avancar(31 * MINUTO);
      expect((await executar(await irPara(pagina, 'Acesso/Auth.eu'))).status).toBe(401);
      expect((await executar(await irPara(pagina, 'Acesso/Auth.eu'))).status).toBe(401);
      expect(renovacoes()).toBe(3);
      await esperaRecusas(3);
      await app.entrar(ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_SENHA);
    },
    PRAZO_DA_HISTORIA_MS,
  );

  it('deve achar operações por palavra, sem acentos, e abrir os seus grupos', async () => {
    const pagina = await abrir();
    await pagina.getByPlaceholder('Procurar').fill('lancamento estorna');
    const achadas = pagina.locator('.opblock-summary-path');
    await achadas.first().waitFor(PRAZO_DO_DESENHO);
    expect(await achadas.evaluateAll((nos) => nos.map((no) => no.getAttribute('data-path')))).toEqual([
      '/v1/financeiro/lancamentos/{id}/estornar',
    ]);
  });

  it.each(TEMAS)('deve caber num telefone e seguir o tema %s, sem pedir nada a outro lugar', async (tema) => {
    const pagina = await abrir('Internações/Internacoes.internar', { viewport: TELEFONE, colorScheme: tema });
    await irPara(pagina, 'Internações/Internacoes.internar');
    await navegador.fotografar(pagina, `swagger-${tema}-telefone`);
    const medidas = await pagina.evaluate(() => ({
      sobra: globalThis.document.documentElement.scrollWidth - globalThis.innerWidth,
      escura: globalThis.document.documentElement.classList.contains('dark-mode'),
      lingua: globalThis.document.documentElement.lang,
    }));
    expect(medidas).toEqual({ sobra: 0, escura: tema === 'dark', lingua: 'pt-BR' });
    expect(navegador.pedidos.filter((url) => !url.startsWith(app.url) && !url.startsWith('data:'))).toEqual(
      [],
    );
  });
});
