import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Correio } from '../../src/plataforma/correio/correio.js';
import type { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Avisos } from '../apoio/avisos.js';
import { iniciarDemonstracaoVazia } from '../apoio/demonstracao-vazia.js';
import { HospitalDeTeste } from '../apoio/hospital-de-teste.js';
import { noNavegador } from '../apoio/navegador.js';

const CELULAR = { width: 360, height: 740 };

noNavegador('caixa de correio no navegador', (navegador) => {
  let app: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  /** Somewhere else in the world, and what reached it. */
  let fora: Server;
  const chegadas: string[] = [];

  beforeAll(async () => {
    app = await iniciarDemonstracaoVazia();
    hospital = await HospitalDeTeste.montar(app);
    fora = createServer((pedido, resposta) => {
      chegadas.push(pedido.url ?? '');
      resposta.end('capturado');
    });
    await new Promise<void>((pronto) => fora.listen(0, '127.0.0.1', pronto));
  });
  afterAll(async () => {
    await app.encerrar();
    await new Promise((pronto) => fora.close(pronto));
  });

  /** A bed leaves LIVRE and comes back; answers its number, once the notice has arrived. */
  const liberarUmLeito = async (): Promise<string> => {
    const leitoId = await hospital.leito('ENFERMARIA');
    for (const comando of ['bloquear', 'desbloquear', 'iniciar-limpeza', 'concluir-limpeza'])
      await app.post(`/v1/leitos/${leitoId}/${comando}`, comando === 'bloquear' ? { motivo: 'obra' } : {});
    await new Avisos(app).esperar(`leito:${leitoId}`, { status: 'ENVIADA' });
    return (await app.get<{ numero: string }>(`/v1/leitos/${leitoId}`)).corpo.data.numero;
  };

  it('deve explicar-se enquanto está vazia', async () => {
    const pagina = await navegador.abrir(`${app.url}/correio`);
    const aviso = pagina.getByRole('heading', { name: 'Nenhuma mensagem por enquanto' });
    expect(await aviso.isVisible()).toBe(true);
    await navegador.fotografar(pagina, 'correio-vazio');
  });

  it('deve levar, de um leito liberado, pela busca, ao aviso em HTML e em texto', async () => {
    const numero = await liberarUmLeito();
    const aviso = `O leito ${numero} ficou livre`;

    const pagina = await navegador.abrir(`${app.url}/correio`, { javaScriptEnabled: false });
    await pagina.getByRole('searchbox').fill(`CLINICA médica ${numero}`);
    await pagina.keyboard.press('Enter');
    await pagina.getByRole('heading', { name: 'Busca por' }).waitFor();
    await navegador.fotografar(pagina, 'correio-busca');

    await pagina.getByRole('link', { name: `Leito ${numero} livre` }).click();
    await pagina.frameLocator('iframe').getByRole('heading', { name: aviso }).waitFor();
    await navegador.fotografar(pagina, 'correio-html');

    await pagina.getByRole('link', { name: 'Texto' }).click();
    expect(await pagina.locator('pre').textContent()).toContain(aviso);
    await navegador.fotografar(pagina, 'correio-texto');

    await pagina.getByRole('link', { name: 'Busca' }).click();
    expect(await pagina.getByRole('searchbox').inputValue()).toContain('CLINICA');
  });

  it('deve caber num celular e obedecer ao teclado', async () => {
    await app.app.get(Correio).enviar({
      messageId: '<comprida@plantao>',
      para: `${'gestao-de-leitos-'.repeat(3)}@${'hospital-'.repeat(6)}geral.local`,
      assunto: `Assunto${'comprido'.repeat(20)}`,
      html: '<p>Olá</p>',
      texto: 'semespaco'.repeat(60),
    });
    const [{ id }] = (await app.consultar('SELECT MAX(id) AS id FROM correio_local')) as [{ id: number }];
    const pagina = await navegador.abrir(`${app.url}/correio`, { viewport: CELULAR });
    for (const caminho of [`/correio/${id}/texto`, `/correio/${id}`, '/correio']) {
      await pagina.goto(app.url + caminho);
      const largura = await pagina.evaluate('document.documentElement.scrollWidth');
      expect([caminho, largura]).toEqual([caminho, CELULAR.width]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await pagina.emulateMedia({ colorScheme });
        await navegador.fotografar(pagina, `correio-celular-${colorScheme}${caminho.replaceAll('/', '-')}`);
      }
    }
    await pagina.keyboard.press('Tab');
    expect(await pagina.evaluate('document.activeElement.textContent')).toBe('Ir para o conteúdo');
    await pagina.keyboard.press('Enter');
    await pagina.keyboard.press('Tab');
    await pagina.keyboard.press('Enter');
    await pagina.waitForURL(`${app.url}/correio/${id}`);
  });

  it('deve segurar na moldura o que uma mensagem tentar', async () => {
    const mundo = `http://127.0.0.1:${(fora.address() as AddressInfo).port}`;
    await app.app.get(Correio).enviar({
      messageId: '<hostil@plantao>',
      para: 'a@hospital.local',
      assunto: '</h1><script>document.title = "invadida"</script>',
      html: `<base href="${mundo}/"><meta http-equiv="refresh" content="0;url=${mundo}/refresh">
        <link rel="stylesheet" href="${mundo}/estilo.css"><link rel="prefetch" href="${mundo}/prefetch">
        <style>@import "${mundo}/importado.css"; body { background: url(${mundo}/fundo.png) }</style>
        <script>top.document.title = 'invadida'; fetch('${mundo}/fetch')</script>
        <img src="${mundo}/imagem.png" onerror="top.document.title = 'invadida'">
        <iframe src="${mundo}/moldura"></iframe><object data="${mundo}/objeto"></object>
        <form action="${mundo}/formulario"><button style="margin-top:100px">Enviar</button></form>
        <a href="${mundo}/daqui">Daqui</a> <a href="${mundo}/fora" target="_top">Para fora</a>
        <div style="position:fixed;inset:-9999px;background:#b00;opacity:.2;z-index:9999;pointer-events:none"></div>
        </iframe><script>document.title = 'invadida'</script><p>fim da mensagem</p>`,
      texto: '</pre><script>document.title = "invadida"</script>',
    });
    const pagina = await navegador.abrir(`${app.url}/correio`);
    await pagina.locator('.carta a').first().click();
    const [endereco, titulo] = [pagina.url(), await pagina.title()];
    const mensagem = pagina.frameLocator('iframe');
    await mensagem.getByText('fim da mensagem').waitFor();
    for (const nome of ['Daqui', 'Para fora']) await mensagem.getByText(nome).click({ noWaitAfter: true });
    await mensagem.getByRole('button', { name: 'Enviar' }).click({ noWaitAfter: true });
    await pagina.waitForLoadState('networkidle');
    await navegador.fotografar(pagina, 'correio-hostil');

    await mensagem.getByText('fim da mensagem').waitFor();
    expect([pagina.url(), await pagina.title()]).toEqual([endereco, titulo]);
    expect(titulo).toContain('</h1><script>');
    await pagina.getByRole('link', { name: 'Texto' }).click();
    expect([await pagina.title(), await pagina.locator('pre').textContent()]).toEqual([
      titulo,
      '</pre><script>document.title = "invadida"</script>',
    ]);
    expect(chegadas).toEqual([]);
    const recusas = navegador.recolherProblemas();
    expect(recusas.filter((problema) => !/Content Security Policy|sandboxed| csp$/.test(problema))).toEqual(
      [],
    );
  });
});
