import { beforeAll, describe, expect, it } from '@jest/globals';
import { AGORA, PEDIDO, Tabelas } from '../../../test/apoio/hospital-demonstrado.js';
import { Convenio, DiariaDoConvenio } from '../../modulos/convenios/dominio/convenio.entity.js';
import { STATUS_DE_LANCAMENTO } from '../../modulos/financeiro/dominio/estados-do-lancamento.js';
import { Lancamento } from '../../modulos/financeiro/dominio/lancamento.entity.js';
import { STATUS_DE_INTERNACAO } from '../../modulos/internacoes/dominio/estados-da-internacao.js';
import { Internacao } from '../../modulos/internacoes/dominio/internacao.entity.js';
import { MOTIVOS_DE_SAIDA } from '../../modulos/internacoes/dominio/motivo-de-saida.js';
import {
  Movimentacao,
  TIPOS_DE_MOVIMENTACAO,
} from '../../modulos/internacoes/dominio/movimentacao.entity.js';
import { TIPOS_DE_LEITO } from '../../modulos/leitos/contrato/tipos.js';
import { ESTADOS_DO_LEITO } from '../../modulos/leitos/dominio/estados-do-leito.js';
import { Leito } from '../../modulos/leitos/dominio/leito.entity.js';
import { Ocupacao } from '../../modulos/leitos/dominio/ocupacao.entity.js';
import { Medico } from '../../modulos/medicos/dominio/medico.entity.js';
import { Paciente } from '../../modulos/pacientes/dominio/paciente.entity.js';
import { cnsValido } from '../../plataforma/identificadores/cns.js';
import { cpfValido } from '../../plataforma/identificadores/cpf.js';
import { telefoneValido } from '../../plataforma/identificadores/telefone.js';
import { VITRINE } from '../vitrine.js';
import { hospitalDeDemonstracao } from './hospital-de-demonstracao.js';

const DIA = 86_400_000;
const DOIS_ANOS_ANTES = AGORA.getTime() - 730 * DIA;

const contar = <T>(itens: readonly T[], chave: (item: T) => string): Map<string, number> =>
  itens.reduce(
    (vezes, item) => vezes.set(chave(item), (vezes.get(chave(item)) ?? 0) + 1),
    new Map<string, number>(),
  );

/** Two years that a hospital might have had, in what the reports will measure. */
describe('verossimilhança do hospital de demonstração', () => {
  let um: Tabelas;
  beforeAll(() => {
    um = new Tabelas(hospitalDeDemonstracao(PEDIDO));
  }, 240_000);

  it('deve ter documentos válidos e de uma pessoa só, e endereços que não levam a ninguém', () => {
    const pessoas = [...um.de(Paciente), ...um.de(Medico)];
    const cpfs = pessoas.map(({ cpf }) => cpf).filter((cpf) => cpf !== null);
    const cns = um
      .de(Paciente)
      .map((paciente) => paciente.cns)
      .filter((numero) => numero !== null);
    expect([cpfs.every(cpfValido), new Set(cpfs).size]).toEqual([true, cpfs.length]);
    expect([cns.every(cnsValido), new Set(cns).size]).toEqual([true, cns.length]);
    expect(pessoas.filter(({ telefone }) => !telefoneValido(telefone!))).toEqual([]);
    expect(pessoas.filter(({ email }) => email !== null && !email.endsWith('.example'))).toEqual([]);
    expect(um.de(Convenio).filter(({ registroAns, cnpj }) => registroAns ?? cnpj)).toEqual([]);
  });

  it('deve mostrar todo estado, tipo, desfecho e movimento', () => {
    const vistos = (linhas: readonly object[], campo: string): Set<unknown> =>
      new Set(
        linhas.map((linha) => (linha as Record<string, unknown>)[campo]).filter((valor) => valor !== null),
      );
    expect(vistos(um.de(Leito), 'tipo')).toEqual(new Set(TIPOS_DE_LEITO));
    expect(vistos(um.de(Leito), 'status')).toEqual(new Set(ESTADOS_DO_LEITO));
    expect(vistos(um.de(Internacao), 'status')).toEqual(new Set(STATUS_DE_INTERNACAO));
    expect(vistos(um.de(Internacao), 'motivoSaida')).toEqual(new Set(MOTIVOS_DE_SAIDA));
    expect(vistos(um.de(Lancamento), 'status')).toEqual(new Set(STATUS_DE_LANCAMENTO));
    expect(vistos(um.de(Movimentacao), 'tipo')).toEqual(new Set(TIPOS_DE_MOVIMENTACAO));
  });

  it('deve ter uma ocupação de hospital cheio, mas não lotado', () => {
    const dias = (inicio: Date, fim: Date | null): number =>
      Math.max(0, (fim ?? AGORA).getTime() - Math.max(inicio.getTime(), DOIS_ANOS_ANTES)) / DIA;
    const pacientesDia = um.de(Ocupacao).reduce((soma, { inicio, fim }) => soma + dias(inicio, fim), 0);
    const ocupacao = pacientesDia / 730 / 120;
    expect([ocupacao > 0.7, ocupacao < 0.85]).toEqual([true, true]);
  });

  it('deve ter pacientes que voltam em 30 dias na medida de um hospital', () => {
    const fora = /^(C|D[0-3]|D4[0-8]|Z51|O|Z3[789])/;
    const estadias = um
      .de(Internacao)
      .filter(({ entrada, status }) => entrada !== null && status !== 'CANCELADA');
    const voltas = new Map<number, Date[]>();
    for (const { pacienteId, entrada, carater, cidEntrada } of estadias)
      if (carater === 'URGENCIA' && !fora.test(cidEntrada))
        voltas.set(pacienteId, [...(voltas.get(pacienteId) ?? []), entrada!]);
    const indices = estadias.filter(
      ({ saida, motivoSaida, cidSaida }) =>
        saida !== null &&
        AGORA.getTime() - saida.getTime() > 30 * DIA &&
        !['OBITO', 'TRANSFERENCIA_EXTERNA'].includes(motivoSaida!) &&
        !fora.test(cidSaida!),
    );
    const readmitidos = indices.filter(({ pacienteId, saida }) =>
      voltas
        .get(pacienteId)
        ?.some((volta) => volta > saida! && volta.getTime() - saida!.getTime() <= 30 * DIA),
    );
    const taxa = readmitidos.length / indices.length;
    expect([taxa > 0.07, taxa < 0.13]).toEqual([true, true]);
  });

  it('deve adoecer mais dos pulmões no inverno, e operar menos aos domingos e em dezembro', () => {
    const entradas = um
      .de(Internacao)
      .filter(({ entrada }) => entrada !== null && entrada.getTime() > DOIS_ANOS_ANTES);
    const porMes = (escolhidas: readonly Internacao[]): number[] =>
      [...Array(12).keys()].map(
        (mes) => escolhidas.filter(({ entrada }) => entrada!.getUTCMonth() === mes).length,
      );
    const respiratorias = porMes(entradas.filter(({ cidEntrada }) => cidEntrada.startsWith('J')));
    const soma = (meses: readonly number[], quais: readonly number[]): number =>
      quais.reduce((total, mes) => total + meses[mes]!, 0);
    expect(soma(respiratorias, [5, 6, 7]) / soma(respiratorias, [11, 0, 1])).toBeGreaterThan(1.4);
    const eletivas = entradas.filter(({ carater }) => carater === 'ELETIVO');
    const [mesComum, dezembro] = [eletivas.length / 12, porMes(eletivas)[11]!];
    expect(dezembro / mesComum).toBeLessThan(0.9);
    const domingos = eletivas.filter(({ entrada }) => entrada!.getUTCDay() === 0).length;
    expect(domingos / eletivas.length).toBeLessThan(0.11);
  });

  it('deve ter pacientes com mais e com menos idas ao hospital', () => {
    const vezes = contar(um.de(Internacao), ({ pacienteId }) => String(pacienteId));
    expect([vezes.size > 2500, vezes.size < 3000, Math.max(...vezes.values()) < 30]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('deve ter todos os preços no primeiro convênio, e faltar algum em outro', () => {
    const precos = contar(um.de(DiariaDoConvenio), ({ convenioId }) => String(convenioId));
    expect(precos.get(String(VITRINE.convenio))).toBe(TIPOS_DE_LEITO.length);
    expect(Math.min(...precos.values())).toBeLessThan(TIPOS_DE_LEITO.length);
  });
});
