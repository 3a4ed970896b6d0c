import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import fc from 'fast-check';
import { Ambiente } from '../../../config/ambiente.js';
import { FalhaDeEnvio } from '../../../plataforma/correio/correio.js';
import { CodigosDeAcesso } from '../../acesso/contrato/codigos-de-acesso.js';
import { DonosDasContas } from '../../acesso/contrato/donos-das-contas.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { LeituraDeLeitos } from '../../leitos/contrato/leitura-de-leitos.js';
import { TIPOS_DE_NOTIFICACAO, type TipoDeNotificacao } from '../dominio/tipos-de-notificacao.js';
import { EmailDeBoasVindas } from './boas-vindas.email.js';
import { EmailComCodigo } from './email-com-codigo.js';
import type { Email } from './email.js';
import { EMAILS, Emails, PROVEDORES_DOS_EMAILS } from './emails.js';
import { EmailDeLeitoLiberado } from './leito-liberado.email.js';
import { EmailDeReenvioDaVerificacao } from './reenvio-da-verificacao.email.js';

const EM = '2026-06-01T17:05:00.000Z';
const SEGREDO = 'a'.repeat(43);
/** What the e-mails ask of the rest of the product. Account 1 has a use for codes; nobody else has. */
const RESPOSTAS = [
  { provide: Ambiente, useValue: { urlPublica: 'https://plantao.hospital.com.br' } },
  {
    provide: PoliticasDoHospital,
    useValue: { atuais: () => Promise.resolve({ fuso: 'America/Sao_Paulo' }) },
  },
  {
    provide: LeituraDeLeitos,
    useValue: {
      identificar: (leitoId: number) =>
        Promise.resolve(
          leitoId === 1 ? { leitoId, numero: '203-B', setorId: 2, setorNome: 'UTI Adulto' } : null,
        ),
    },
  },
  {
    provide: DonosDasContas,
    useValue: { primeiroNome: (id: number) => Promise.resolve(id === 1 ? 'Ana' : null) },
  },
  {
    provide: CodigosDeAcesso,
    useValue: {
      emitir: (usuarioId: number, finalidade: string, endereco: string) =>
        Promise.resolve(
          usuarioId === 1 && endereco === 'ana@exemplo.com.br'
            ? {
                segredo: finalidade === 'VERIFICACAO' ? SEGREDO : SEGREDO.replaceAll('a', 'b'),
                expiraEm: new Date(EM),
              }
            : null,
        ),
    },
  },
];

const modulo = await Test.createTestingModule({
  providers: [...PROVEDORES_DOS_EMAILS, ...RESPOSTAS],
}).compile();
const emails = modulo.get(Emails);
const TODOS = EMAILS.map((classe): Email => modulo.get(classe));
const COM_LINK = TODOS.filter((email) => email instanceof EmailComCodigo);
const SEM_LINK = TODOS.filter((email) => !(email instanceof EmailComCodigo));
const leitoLiberado = modulo.get(EmailDeLeitoLiberado);
const reenvio = modulo.get(EmailDeReenvioDaVerificacao);
const boasVindas = modulo.get(EmailDeBoasVindas);

const compor = (
  dados: object,
  tipo: TipoDeNotificacao = 'leito-liberado',
  destinatario = 'ana@exemplo.com.br',
) => emails.compor({ tipo, dados: JSON.stringify(dados), destinatario });

describe('e-mails', () => {
  it('deve haver um para cada tipo de notificação', () => {
    expect(TODOS.map(({ tipo }) => tipo).sort()).toEqual([...TIPOS_DE_NOTIFICACAO].sort());
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

  it.each(TODOS)('deve ter um exemplo que preenche o modelo de $tipo', (email) => {
    const { assunto, html, texto } = email.escrever(email.exemplo);
    expect(assunto).not.toBe('');
    expect(html).toMatch(/^<!doctype html>/);
    for (const parte of [assunto, html, texto]) expect(parte).not.toMatch(/\{\{|undefined|null|NaN/);
    for (const valor of Object.values(email.exemplo))
      if (typeof valor !== 'boolean') expect(texto).toContain(String(valor));
  });

  it.each(SEM_LINK)(
    'deve ter, em $tipo, só estilo na própria marca, sem nada que se carregue de fora',
    (email) => {
      const { html, texto } = email.escrever(email.exemplo);
      expect(html).not.toMatch(/<(script|style|img|link|iframe|form|a)\b|https?:|url\(/i);
      expect(texto).not.toMatch(/https?:/);
    },
  );

  it.each(COM_LINK)(
    'deve ter, em $tipo, um endereço só, o do próprio Plantão, com o código fora do caminho',
    async (email) => {
      const { html, texto } = await compor({ usuarioId: 1, senhaAnulada: 0 }, email.tipo);
      expect(html).not.toMatch(/<(script|style|img|link|iframe|form)\b|url\(/i);
      expect([contar(html, /<a\b/g), contar(html, /https?:/g), contar(texto, /https?:/g)]).toEqual([1, 1, 1]);
      const [, pagina, token] =
        /^(https:\/\/plantao\.hospital\.com\.br\/v1\/publico\/acesso\/[a-z-]+)#token=([ab]{43})$/m.exec(
          texto,
        )!;
      expect(pagina!.endsWith('/redefinir-senha')).toBe(token!.startsWith('b'));
      expect(html).toContain(`href="${pagina}#token&#x3D;${token}"`);
      for (const parte of [html, texto]) expect(parte).toContain('01/06/2026 às 14h05');
    },
  );

  it.each(COM_LINK)(
    'deve não haver o que enviar, em $tipo, a quem não precisa mais do código',
    async (email) => {
      for (const [usuarioId, para] of [
        [2, 'ana@exemplo.com.br'],
        [1, 'antigo@exemplo.com.br'],
      ] as const) {
        const falha: unknown = await compor({ usuarioId, senhaAnulada: 0 }, email.tipo, para).catch(
          (e: unknown) => e,
        );
        expect(falha).toBeInstanceOf(FalhaDeEnvio);
        expect(falha).toMatchObject({ definitiva: true, codigo: 'CODIGO_DESNECESSARIO' });
      }
    },
  );

  it('deve dizer que nenhuma das senhas vale só a quem teve cadastros com senhas diferentes', async () => {
    const [um, outro] = [
      await compor({ usuarioId: 1, senhaAnulada: 0 }, reenvio.tipo),
      await compor({ usuarioId: 1, senhaAnulada: 1 }, reenvio.tipo),
    ];
    expect(um.html + um.texto).not.toContain('criar outra senha');
    for (const parte of [outro.html, outro.texto]) expect(parte).toContain('Será preciso criar outra senha');
  });

  it('deve dar as boas-vindas pelo nome que houver, e dizer o que falta para ver o registro', async () => {
    const ana = await compor({ usuarioId: 1, comRegistro: 1 }, boasVindas.tipo);
    const outra = await compor({ usuarioId: 2, comRegistro: 0 }, boasVindas.tipo);
    for (const parte of [ana.html, ana.texto]) expect(parte).toContain('Boas-vindas, Ana!');
    for (const parte of [outra.html, outra.texto]) expect(parte).toContain('Boas-vindas!');
    expect(ana.texto).not.toContain('recepção');
    expect(outra.texto).toContain('recepção');
  });

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
