import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Emails } from '../../src/modulos/notificacoes/emails/emails.js';
import { TIPOS_DE_NOTIFICACAO } from '../../src/modulos/notificacoes/dominio/tipos-de-notificacao.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { Contas, REDEFINICAO, VERIFICACAO } from '../apoio/contas.js';
import { noNavegador } from '../apoio/navegador.js';
import { ServidorSmtp } from '../apoio/servidor-smtp.js';

const CELULAR = { width: 360, height: 740 };
const NOVA_SENHA = 'outra frase que só eu sei';
/** What any of the notices may keep. */
const DADOS = {
  senhaAnulada: 1,
  comRegistro: 0,
  leitoId: 1,
  entregaId: 12,
  eventoId: 'e-1',
  saga: 'financeiro.fechar-conta',
  tentativas: 8,
  em: '2026-06-01T17:05:00.000Z',
};

noNavegador('conta própria no navegador', (navegador) => {
  let smtp: ServidorSmtp;
  let app: AplicacaoDeTeste;
  let contas: Contas;

  beforeAll(async () => {
    smtp = await ServidorSmtp.iniciar();
    app = await AplicacaoDeTeste.iniciar(Contas.variaveis(smtp));
    contas = new Contas(app, smtp);
  });
  afterAll(async () => {
    await app.encerrar();
    await smtp.parar();
  });

  const pagina = (nome: string, token = '', celular = false): Promise<Page> =>
    navegador.abrir(
      `${app.url}/v1/publico/acesso/${nome}${token && `#token=${token}`}`,
      celular ? { viewport: CELULAR } : {},
    );

  it('deve confirmar o e-mail com um toque, sem que o código chegue ao servidor por outro caminho', async () => {
    const email = contas.novoEmail();
    await contas.cadastrar(email);
    const token = await contas.codigo(email, VERIFICACAO);
    const aberta = await pagina('verificar-email', token);
    expect(aberta.url()).not.toContain(token);
    expect(await aberta.getByLabel('Código que chegou por e-mail').isVisible()).toBe(false);
    await navegador.fotografar(aberta, 'conta-verificar');
    await aberta.getByRole('button', { name: 'Confirmar meu e-mail' }).click();
    await aberta.getByRole('heading', { name: 'E-mail confirmado' }).waitFor();
    expect(await aberta.evaluate('document.activeElement.textContent')).toBe('E-mail confirmado');
    await navegador.fotografar(aberta, 'conta-verificada');
    expect(navegador.pedidos.filter((url) => new URL(url).href.split('#')[0]!.includes(token))).toEqual([]);
    expect((await contas.entrar(email)).status).toBe(200);
  });

  it('deve dizer o que fazer com um código que não vale, e mandar outro', async () => {
    const email = contas.novoEmail();
    await contas.cadastrar(email);
    await contas.cartas(email, VERIFICACAO);
    const aberta = await pagina('verificar-email', 'A'.repeat(43), true);
    await aberta.getByRole('button', { name: 'Confirmar meu e-mail' }).click();
    await aberta.getByText('Este código não vale').waitFor();
    await aberta.getByLabel('E-mail do cadastro').fill(email);
    await navegador.fotografar(aberta, 'conta-codigo-invalido-celular');
    await aberta.getByRole('button', { name: 'Enviar outro código' }).click();
    await aberta.getByText('outro código chega em instantes').waitFor();
    await navegador.fotografar(aberta, 'conta-reenviado-celular');
    // The browser tells on its console every answer of 400 and above.
    expect(navegador.recolherProblemas()).toEqual([expect.stringContaining('422')]);
  });

  it('deve trocar a senha, mostrando-a a pedido e dizendo por que recusa uma fraca', async () => {
    const email = await contas.verificada();
    await contas.pedir('esqueci-senha', { email });
    const token = await contas.codigo(email, REDEFINICAO);
    const aberta = await pagina('redefinir-senha', token);
    const senha = aberta.getByLabel('Nova senha', { exact: true });
    await senha.fill('flamengo81');
    await aberta.getByRole('button', { name: 'Trocar a senha' }).click();
    await aberta.getByText('entre as mais usadas').waitFor();
    await aberta.getByRole('button', { name: 'Mostrar' }).click();
    expect(await senha.getAttribute('type')).toBe('text');
    await navegador.fotografar(aberta, 'conta-senha-fraca');
    expect(navegador.recolherProblemas()).toEqual([expect.stringContaining('422')]);
    await senha.fill(NOVA_SENHA);
    await aberta.keyboard.press('Enter');
    await aberta.getByRole('heading', { name: 'Senha trocada' }).waitFor();
    expect((await contas.entrar(email, NOVA_SENHA)).status).toBe(200);
  });

  it('deve caber num celular, claro ou escuro, e pedir o código a quem abre sem ele', async () => {
    for (const nome of ['verificar-email', 'redefinir-senha']) {
      const aberta = await pagina(nome, '', true);
      await aberta.getByLabel('Código que chegou por e-mail').waitFor();
      expect(await aberta.evaluate('document.documentElement.scrollWidth')).toBe(CELULAR.width);
      for (const colorScheme of ['light', 'dark'] as const) {
        await aberta.emulateMedia({ colorScheme });
        await navegador.fotografar(aberta, `conta-${nome}-celular-${colorScheme}`);
      }
    }
  });

  it('deve explicar-se a quem não tem JavaScript', async () => {
    const aberta = await navegador.abrir(`${app.url}/v1/publico/acesso/verificar-email`, {
      javaScriptEnabled: false,
    });
    expect(await aberta.getByText('precisa de JavaScript').isVisible()).toBe(true);
    await navegador.fotografar(aberta, 'conta-sem-script');
  });

  it('deve caber num celular cada e-mail', async () => {
    const email = await contas.verificada();
    const usuarioId = Number((await contas.usuario(email))!.id);
    const emails = app.app.get(Emails);
    const aberta = await navegador.abrir('about:blank', { viewport: CELULAR });
    for (const tipo of TIPOS_DE_NOTIFICACAO) {
      // Codes of confirmation go only to who awaits them.
      await app.unidade.executar((tx) =>
        tx.executar('UPDATE usuarios SET aguarda_verificacao_desde = ? WHERE id = ?', [
          tipo.includes('verificacao') ? app.relogio.agora() : null,
          usuarioId,
        ]),
      );
      const dados = JSON.stringify({ ...DADOS, usuarioId });
      const { html } = await emails.compor({ tipo, dados, destinatario: email });
      await aberta.setContent(html);
      const largura = await aberta.evaluate('document.documentElement.scrollWidth');
      expect([tipo, largura]).toEqual([tipo, CELULAR.width]);
      await navegador.fotografar(aberta, `email-${tipo}-celular`);
      await aberta.setViewportSize({ width: 700, height: 500 });
      await navegador.fotografar(aberta, `email-${tipo}`);
      await aberta.setViewportSize(CELULAR);
    }
  });
});
