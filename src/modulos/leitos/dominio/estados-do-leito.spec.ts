import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import {
  type AcaoDoLeito,
  COMANDOS_DO_LEITO,
  comandosPossiveis,
  type EstadoDoLeito,
  ESTADOS_DO_LEITO,
  MAQUINA_DO_LEITO,
} from './estados-do-leito.js';

const ACOES: AcaoDoLeito[] = [...COMANDOS_DO_LEITO, 'ocupar', 'desocupar', 'retomar', 'expirar-reserva'];

/** Written by hand from the rules, not from the machine: what is not here is illegal. */
const LEGAIS: Record<EstadoDoLeito, Partial<Record<AcaoDoLeito, EstadoDoLeito[]>>> = {
  LIVRE: {
    reservar: ['RESERVADO'],
    ocupar: ['OCUPADO'],
    retomar: ['OCUPADO'],
    bloquear: ['BLOQUEADO'],
    manutencao: ['MANUTENCAO'],
    desativar: ['DESATIVADO'],
  },
  RESERVADO: {
    'cancelar-reserva': ['LIVRE'],
    'expirar-reserva': ['LIVRE'],
    ocupar: ['OCUPADO'],
    retomar: ['OCUPADO'],
  },
  OCUPADO: {
    manutencao: ['OCUPADO'],
    'concluir-manutencao': ['OCUPADO'],
    desocupar: ['AGUARDANDO_LIMPEZA', 'LIVRE', 'MANUTENCAO'],
  },
  AGUARDANDO_LIMPEZA: {
    'iniciar-limpeza': ['EM_LIMPEZA'],
    retomar: ['OCUPADO'],
    bloquear: ['BLOQUEADO'],
    manutencao: ['MANUTENCAO'],
  },
  EM_LIMPEZA: {
    'concluir-limpeza': ['LIVRE'],
    retomar: ['OCUPADO'],
    bloquear: ['BLOQUEADO'],
    manutencao: ['MANUTENCAO'],
  },
  BLOQUEADO: { desbloquear: ['AGUARDANDO_LIMPEZA', 'LIVRE'], desativar: ['DESATIVADO'] },
  MANUTENCAO: { 'concluir-manutencao': ['AGUARDANDO_LIMPEZA', 'LIVRE'], desativar: ['DESATIVADO'] },
  DESATIVADO: { reativar: ['LIVRE'] },
};

const CASOS = ESTADOS_DO_LEITO.flatMap((de) =>
  ACOES.map((acao) => ({ de, acao, para: LEGAIS[de][acao] ?? [] })),
);

describe('estados do leito', () => {
  it.each(CASOS)('deve levar de $de por $acao a $para, e a nada mais', ({ de, acao, para }) => {
    const destinos = MAQUINA_DO_LEITO.transicoes
      .filter((t) => t.de === de && t.acao === acao)
      .map((t) => t.para);
    expect(destinos.sort()).toEqual([...para].sort());
  });

  it.each(CASOS.filter(({ para }) => para.length === 0))(
    'deve recusar $acao em $de dizendo o que pode ser feito',
    ({ de, acao }) => {
      const mover = () => MAQUINA_DO_LEITO.mover(de, acao, 'LEITO.TRANSICAO_INVALIDA', 'O leito 101-A');
      expect(mover).toThrow(ErroDeDominio);
      expect(mover).toThrow(Object.keys(LEGAIS[de])[0]!);
    },
  );

  it('deve oferecer às pessoas só os comandos, não o que acontece por si', () => {
    expect(comandosPossiveis('RESERVADO')).toEqual(['cancelar-reserva']);
    expect(comandosPossiveis('OCUPADO')).toEqual(['manutencao']);
    expect(comandosPossiveis('OCUPADO', true)).toEqual(['manutencao', 'concluir-manutencao']);
    expect([...comandosPossiveis('MANUTENCAO')].sort()).toEqual(['concluir-manutencao', 'desativar']);
    expect([...comandosPossiveis('LIVRE')].sort()).toEqual([
      'bloquear',
      'desativar',
      'manutencao',
      'reservar',
    ]);
    expect(comandosPossiveis('DESATIVADO')).toEqual(['reativar']);
  });

  it('deve chegar a todo estado a partir dos iniciais', () => {
    const alcancados = new Set<EstadoDoLeito>(MAQUINA_DO_LEITO.iniciais);
    for (const estado of alcancados)
      for (const t of MAQUINA_DO_LEITO.transicoes) if (t.de === estado) alcancados.add(t.para);
    expect([...alcancados].sort()).toEqual([...ESTADOS_DO_LEITO].sort());
  });

  it('deve dizer o que decide sempre que uma ação leva a mais de um estado', () => {
    const ambiguas = MAQUINA_DO_LEITO.transicoes.filter(
      (t) => MAQUINA_DO_LEITO.transicoes.filter((o) => o.de === t.de && o.acao === t.acao).length > 1,
    );
    expect(ambiguas.length).toBeGreaterThan(0);
    expect(ambiguas.filter((t) => !t.quando)).toEqual([]);
  });

  it('deve ter em ESTADOS.md o diagrama que a máquina produz', () => {
    const documento = readFileSync(join(import.meta.dirname, '../ESTADOS.md'), 'utf8');
    expect(documento).toContain(`\`\`\`mermaid\n${MAQUINA_DO_LEITO.mermaid()}\n\`\`\``);
  });
});
