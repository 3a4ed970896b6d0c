import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { Demonstracao } from '../demonstracao/demonstracao.js';
import { AcessosRevogados } from '../seguranca/acessos-revogados.js';
import type { Papel } from '../seguranca/autor.js';
import { type Pendencia, TokensDeAcesso } from '../seguranca/tokens-de-acesso.js';
import { RelogioDoSistema } from '../tempo/relogio.js';
import { AcessoACaixa } from './acesso-a-caixa.js';

const relogio = new RelogioDoSistema();
const tokens = new TokensDeAcesso(
  'um segredo de mais de trinta e duas letras',
  relogio,
  new AcessosRevogados(),
);
const acessoEm = (demonstracao: Demonstracao) => new AcessoACaixa(tokens, demonstracao);

const DAQUI = { socket: { remoteAddress: '127.0.0.1' }, raw: { httpVersion: '1.1' } };

const pedir = (papeis: Papel[], pendencia: Pendencia | null = null) => {
  const { token } = tokens.emitir({ usuarioId: 1, papeis, pendencia });
  const headers = { authorization: `Bearer ${token}` };
  acessoEm(Demonstracao.NENHUMA).exigir({ ...DAQUI, headers } as unknown as FastifyRequest);
};

describe('AcessoACaixa', () => {
  it('deve abrir ao administrador, e a mais ninguém', () => {
    expect(() => pedir(['ADMIN'])).not.toThrow();
    expect(() => pedir(['GESTAO'])).toThrow(expect.objectContaining({ tipo: 'proibido' }));
  });

  it('deve abrir sem token só na demonstração, e só à própria máquina', () => {
    const semToken = (demonstracao: Demonstracao, host: string) => () =>
      acessoEm(demonstracao).exigir({ ...DAQUI, headers: { host } } as unknown as FastifyRequest);
    const fechada = expect.objectContaining({ tipo: 'nao_autenticado' });
    expect(semToken(new Demonstracao(true, 0), 'localhost:8000')).not.toThrow();
    expect(semToken(new Demonstracao(true, 0), 'hospital.exemplo.com')).toThrow(fechada);
    expect(semToken(Demonstracao.NENHUMA, 'localhost:8000')).toThrow(fechada);
  });

  it.each(['TROCAR_SENHA', 'CADASTRAR_SEGUNDO_FATOR'] as const)(
    'deve fechar ao administrador que ainda deve %s',
    (pendencia) => {
      expect(() => pedir(['ADMIN'], pendencia)).toThrow(expect.objectContaining({ tipo: 'proibido' }));
    },
  );
});
