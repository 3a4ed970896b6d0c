import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TIPOS_DE_NOTIFICACAO } from '../dominio/tipos-de-notificacao.js';
import { EmailDeEntregaMorta } from './entrega-morta.email.js';
import { EmailDeLeitoLiberado } from './leito-liberado.email.js';
import { Emails } from './emails.js';

const EM = '2026-06-01T17:05:00.000Z';
const politicas = { atuais: () => Promise.resolve({ fuso: 'America/Sao_Paulo' }) } as never;
const leitos = {
  identificar: (leitoId: number) =>
    Promise.resolve(leitoId === 1 ? { leitoId, numero: '203-B', setorId: 2, setorNome: 'UTI Adulto' } : null),
} as never;
const leitoLiberado = new EmailDeLeitoLiberado(leitos, politicas);
const entregaMorta = new EmailDeEntregaMorta(politicas);
const emails = new Emails(leitoLiberado, entregaMorta);

const compor = (dados: object, tipo: 'leito-liberado' | 'entrega-morta' = 'leito-liberado') =>
  emails.compor({ tipo, dados: JSON.stringify(dados) });

describe('e-mails', () => {
  it('deve haver um para cada tipo de notificação', () => {
    for (const tipo of TIPOS_DE_NOTIFICACAO) expect(() => emails.validadeMs(tipo)).not.toThrow();
    expect(() => emails.validadeMs('outro' as never)).toThrow('no e-mail is declared for outro');
  });

  it('deve dizer qual leito ficou livre, onde e desde quando, na hora do hospital', async () => {
    const { assunto, html, texto } = await compor({ leitoId: 1, setorId: 2, em: EM });
    expect(assunto).toBe('Leito 203-B livre · UTI Adulto');
    for (const parte of [html, texto])
      for (const palavra of ['203-B', 'UTI Adulto', '01/06/2026 às 14h05', 'O que fazer agora'])
        expect(parte).toContain(palavra);
  });

  it('deve sair mesmo que o leito não seja mais conhecido', async () => {
    const { assunto, html, texto } = await compor({ leitoId: 9, setorId: 2, em: EM });
    expect(assunto).toBe('Leito 9 livre');
    expect(html + texto).not.toContain('Setor');
  });

  it('deve dizer qual tarefa parou e como retomá-la', async () => {
    const dados = { entregaId: 12, eventoId: 'e-1', saga: 'financeiro.fechar-conta', tentativas: 8, em: EM };
    const { assunto, html, texto } = await compor(dados, 'entrega-morta');
    expect(assunto).toBe('Uma tarefa automática parou e precisa de atenção (entrega 12)');
    for (const parte of [html, texto])
      for (const palavra of [
        'financeiro.fechar-conta',
        '8 vezes',
        '01/06/2026 às 14h05',
        'POST /v1/entregas/12/reprocessar',
      ])
        expect(parte).toContain(palavra);
  });

  it.each([leitoLiberado, entregaMorta])('deve ter um exemplo que preenche o modelo de $tipo', (email) => {
    const { assunto, html, texto } = email.escrever(email.exemplo as never);
    expect(assunto).not.toBe('');
    expect(html).toMatch(/^<!doctype html>/);
    for (const parte of [assunto, html, texto]) expect(parte).not.toMatch(/\{\{|undefined|null|NaN/);
    for (const valor of Object.values(email.exemplo)) expect(texto).toContain(String(valor));
  });

  it.each([leitoLiberado, entregaMorta])(
    'deve ter, em $tipo, só estilo na própria marca, sem nada que se carregue de fora',
    (email) => {
      const { html } = email.escrever(email.exemplo as never);
      expect(html).not.toMatch(/<(script|style|img|link|iframe|form|a)\b|https?:|url\(/i);
    },
  );

  it('deve escapar no HTML, e deixar como está no texto, o que as pessoas deram por nome', async () => {
    const { html, texto } = leitoLiberado.escrever({
      leito: "D'Ávila <b>&",
      setor: '"><script>alert(1)</script>',
      livreDesde: 'x',
    });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<b>&');
    expect(texto).toContain("D'Ávila <b>&");
  });

  it('deve caber numa linha de assunto e ser inerte no HTML, qualquer que seja o nome', () => {
    const hostil = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '{{x}}',
        '{{{x}}}',
        '${x}',
        'a\r\nBcc: b@c',
        '\u202Eabc',
        '=?utf-8?q?x?=',
        '<img onerror=1>',
        '\uD800',
        "' onload='x",
        '\u0000',
        '\u2028x',
      ),
    );
    fc.assert(
      fc.property(hostil, hostil, (leito, setor) => {
        const { assunto, html } = leitoLiberado.escrever({ leito, setor: `x${setor}`, livreDesde: 'x' });
        expect(assunto).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,150}$/u);
        const limpo = leitoLiberado.escrever({ leito: '', setor: 'x', livreDesde: 'x' }).html;
        expect(contar(html, /<[a-z!/]/gi)).toBe(contar(limpo, /<[a-z!/]/gi));
      }),
      { numRuns: 500 },
    );
  });
});

const contar = (texto: string, padrao: RegExp): number => [...texto.matchAll(padrao)].length;
