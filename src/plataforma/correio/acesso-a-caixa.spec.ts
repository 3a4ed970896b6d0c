import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import type { Ambiente } from '../../config/ambiente.js';
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
const acesso = new AcessoACaixa({ producao: true } as Ambiente, tokens);

const pedir = (papeis: Papel[], pendencia: Pendencia | null = null) => {
  const { token } = tokens.emitir({ usuarioId: 1, papeis, pendencia });
  acesso.exigir({ headers: { authorization: `Bearer ${token}` } } as FastifyRequest);
};

describe('AcessoACaixa', () => {
  it('deve abrir ao administrador, e a mais ninguém', () => {
    expect(() => pedir(['ADMIN'])).not.toThrow();
    expect(() => pedir(['GESTAO'])).toThrow(expect.objectContaining({ tipo: 'proibido' }));
  });

  it.each(['TROCAR_SENHA', 'CADASTRAR_SEGUNDO_FATOR'] as const)(
    'deve fechar ao administrador que ainda deve %s',
    (pendencia) => {
      expect(() => pedir(['ADMIN'], pendencia)).toThrow(expect.objectContaining({ tipo: 'proibido' }));
    },
  );
});
