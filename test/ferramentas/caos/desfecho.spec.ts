import { describe, expect, it } from '@jest/globals';
import {
  desfechoDe,
  diferencaDeCopias,
  faltasDe,
  NINGUEM_OUVIA,
  type Respondido,
} from '../../../caos/desfecho.js';
import { type Resposta, SemResposta } from '../../../ferramentas/apoio/cliente-http.js';

const erro = (codigo: string) => JSON.stringify({ error: [{ codigo }], correlationId: 'c' });

const resposta = (status: number, texto = '{}', cabecalhos = {}): Resposta => ({
  status,
  texto,
  cabecalhos,
  ms: 1,
});

describe('Desfecho de um pedido', () => {
  it.each([
    ['feito', resposta(201)],
    ['recusado', resposta(409, erro('X'))],
    ['adiado', resposta(503, erro('PLATAFORMA.BANCO_OCUPADO'))],
    ['incerto', resposta(503, erro('PLATAFORMA.RESULTADO_INCERTO'))],
    ['incerto', resposta(500, erro('X'))],
    ['incerto', resposta(503, 'nginx')],
    ['incerto', new SemResposta('GET /: socket hang up')],
    ['adiado', new SemResposta(`GET /: connect ${NINGUEM_OUVIA}`)],
  ])('deve ser %s', (esperado, recebida) => {
    expect(desfechoDe(recebida)).toBe(esperado);
  });

  it.each([
    [[], resposta(200, 'qualquer coisa')],
    [[], resposta(503, erro('X'), { 'retry-after': '1' })],
    [['RESPOSTA 503 sem Retry-After'], resposta(503, erro('X'))],
    [['RESPOSTA 500'], resposta(500, erro('X'))],
    [['RESPOSTA 404 sem o envelope'], resposta(404, 'Not Found')],
  ])('deve ter as faltas %j', (esperadas, recebida) => {
    expect(faltasDe(recebida)).toEqual(esperadas);
  });
});

describe('Duas cópias de um pedido com a mesma chave', () => {
  const feito = (id: number): Respondido => ({ desfecho: 'feito', status: 201, codigo: null, dados: { id } });
  const recusado = (codigo: string): Respondido => ({ desfecho: 'recusado', status: 409, codigo, dados: {} });
  const incerto: Respondido = { desfecho: 'incerto', status: 0, codigo: null, dados: {} };

  it.each([
    ['a mesma resposta', [feito(1), feito(1)]],
    ['a mesma recusa', [recusado('X'), recusado('X')]],
    ['uma sem resposta', [feito(1), incerto]],
    ['uma que cansou de esperar pela outra', [feito(1), recusado('PLATAFORMA.CHAVE_EM_USO')]],
  ])('deve aceitar %s', (_nome, respostas) => {
    expect(diferencaDeCopias(respostas)).toBeNull();
  });

  it.each([
    ['duas respostas', [feito(1), feito(2)]],
    ['uma aceita e outra recusada', [feito(1), recusado('X')]],
  ])('deve achar %s', (_nome, respostas) => {
    expect(diferencaDeCopias(respostas)).toContain('IDEMPOTÊNCIA');
  });
});
