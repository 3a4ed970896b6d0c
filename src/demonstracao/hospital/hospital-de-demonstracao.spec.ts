import { beforeAll, describe, expect, it } from '@jest/globals';
import { SetorDoUsuario } from '../../modulos/acesso/dominio/setor-do-usuario.entity.js';
import { PapelDoUsuario, Usuario } from '../../modulos/acesso/dominio/usuario.entity.js';
import { Convenio, DiariaDoConvenio } from '../../modulos/convenios/dominio/convenio.entity.js';
import { VinculoDeCuidado } from '../../modulos/cuidados/dominio/vinculo-de-cuidado.entity.js';
import { STATUS_DE_LANCAMENTO } from '../../modulos/financeiro/dominio/estados-do-lancamento.js';
import { Lancamento } from '../../modulos/financeiro/dominio/lancamento.entity.js';
import { Hospital } from '../../modulos/hospital/dominio/hospital.entity.js';
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
import { PlanoDoLeito } from '../../modulos/leitos/dominio/plano-do-leito.entity.js';
import { Setor } from '../../modulos/leitos/dominio/setor.entity.js';
import { Medico } from '../../modulos/medicos/dominio/medico.entity.js';
import { Notificacao } from '../../modulos/notificacoes/dominio/notificacao.entity.js';
import { Paciente } from '../../modulos/pacientes/dominio/paciente.entity.js';
import { cnsValido } from '../../plataforma/identificadores/cns.js';
import { cpfValido } from '../../plataforma/identificadores/cpf.js';
import { telefoneValido } from '../../plataforma/identificadores/telefone.js';
import { VITRINE } from '../vitrine.js';
import { autoresSem } from './autores.js';
import { hospitalDeDemonstracao, type PedidoDeDemonstracao } from './hospital-de-demonstracao.js';
import { Mundo } from './mundo.js';

const AGORA = new Date('2026-06-10T17:23:45.678Z');
const DIA = 86_400_000;
const DOIS_ANOS_ANTES = AGORA.getTime() - 730 * DIA;

const PEDIDO: PedidoDeDemonstracao = {
  agora: AGORA,
  senhaHash: 'x',
  adminEmail: null,
  hospital: {
    fuso: 'America/Sao_Paulo',
    horaDoCenso: 24,
    leitoExigeLimpeza: true,
    exigeSegundoFator: false,
    exigeTrocaDaSenhaInicial: false,
  },
};
/** As unlike the first as can be, and younger. */
const OUTRO: PedidoDeDemonstracao = {
  agora: new Date('2027-01-02T02:04:05Z'),
  senhaHash: 'x',
  adminEmail: 'Gestao@hospital.local',
  hospital: {
    fuso: 'America/Manaus',
    horaDoCenso: 7,
    leitoExigeLimpeza: false,
    exigeSegundoFator: false,
    exigeTrocaDaSenhaInicial: false,
  },
  dias: 160,
};

class Tabelas {
  constructor(private readonly lotes: ReturnType<typeof hospitalDeDemonstracao>) {}

  de<T extends object>(entidade: new () => T): T[] {
    return this.lotes.find((lote) => lote.entidade === entidade)!.linhas as T[];
  }

  obter<T extends { id: number }>(entidade: new () => T, id: number): T {
    return this.de(entidade).find((linha) => linha.id === id)!;
  }

  get todas() {
    return this.lotes;
  }
}

const contar = <T>(itens: readonly T[], chave: (item: T) => string): Map<string, number> =>
  itens.reduce(
    (vezes, item) => vezes.set(chave(item), (vezes.get(chave(item)) ?? 0) + 1),
    new Map<string, number>(),
  );

describe('hospital de demonstração', () => {
  let um: Tabelas;
  let outro: Tabelas;
  const partes: number[] = [];
  beforeAll(() => {
    um = new Tabelas(hospitalDeDemonstracao(PEDIDO));
    outro = new Tabelas(hospitalDeDemonstracao(OUTRO, (parte) => void partes.push(parte)));
  }, 240_000);

  it('deve ser o mesmo para o mesmo pedido', () => {
    const outraVez = hospitalDeDemonstracao(OUTRO);
    const iguais = outro.todas.map(
      ({ linhas }, i) => JSON.stringify(linhas) === JSON.stringify(outraVez[i]!.linhas),
    );
    expect(new Set(iguais)).toEqual(new Set([true]));
  }, 60_000);

  it('deve ter o tamanho prometido', () => {
    const instalados = um.de(Leito).filter((leito) => leito.instalado && leito.status !== 'DESATIVADO');
    expect([Setor, Medico, Paciente].map((entidade) => um.de<object>(entidade).length)).toEqual([
      8, 60, 3000,
    ]);
    expect([outro.de(Paciente).length, instalados.length]).toEqual([3000, 123]);
  });

  it('deve dar a cada linha um id só', () => {
    const repetidos = um.todas.filter(
      ({ linhas }) => new Set(linhas.map((linha) => (linha as { id: number }).id)).size !== linhas.length,
    );
    expect(repetidos).toEqual([]);
  });

  it('deve atribuir cada ato a quem existe, ainda que falte um dos acessos', () => {
    const campos = ['autorId', 'incluidaPor', 'manutencaoAutorId'] as const;
    for (const hospital of [um, outro]) {
      const usuarios = hospital.de(Usuario).map(({ id }) => id);
      const autores = hospital.todas
        .flatMap(({ linhas }) => linhas as Partial<Record<(typeof campos)[number], number | null>>[])
        .flatMap((linha) => campos.map((campo) => linha[campo] ?? null));
      expect([...new Set(autores)].filter((id) => id !== null && !usuarios.includes(id))).toEqual([]);
    }
    const { ADMIN, GESTAO } = autoresSem('ADMIN@hospital.local');
    expect(ADMIN).toBe(GESTAO);
  });

  it('deve contar quanto falta', () => {
    expect(partes.at(-1)).toBe(1);
    expect(partes.length).toBeGreaterThan(20);
    expect(partes).toEqual(partes.toSorted((a, b) => a - b));
  });

  it('deve pôr a reação a um fato depois dele, e nunca depois de agora', () => {
    const mundo = new Mundo(
      AGORA,
      { ...Hospital.inicial(OUTRO.hospital, AGORA), diariasParticular: {} },
      160,
      null,
    );
    for (const [haMs, reacaoHaMs] of [
      [1000, 960],
      [10, 0],
      [0, 0],
    ] as const)
      expect(AGORA.getTime() - mundo.reacaoA(new Date(AGORA.getTime() - haMs)).getTime()).toBe(reacaoHaMs);
  });

  it('deve não ter nada que ainda não aconteceu, fora o que se prevê ou se planeja', () => {
    const futuros = new Set([
      'altaPrevistaPara',
      'fimPrevisto',
      'saidaEsperadaEm',
      'previstoPara',
      'venceEm',
      'reservaExpiraEm',
      'planoEm',
    ]);
    const adiante = new Set<string>();
    for (const [hospital, { agora }] of [
      [um, PEDIDO],
      [outro, OUTRO],
    ] as const)
      for (const { entidade, linhas } of hospital.todas)
        for (const linha of linhas)
          for (const campo in linha) {
            const valor: unknown = linha[campo as keyof typeof linha];
            if (valor instanceof Date && valor > agora && entidade !== PlanoDoLeito) adiante.add(campo);
          }
    expect([...adiante].filter((campo) => !futuros.has(campo))).toEqual([]);
  });

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

  it('deve ter a vitrine que os exemplos contam encontrar', () => {
    const { leito, internacao, lancamento, notificacao, paciente } = VITRINE;
    for (const hospital of [um, outro]) {
      const leitos = Object.values(leito).map((id) => hospital.obter(Leito, id));
      expect(leitos.map(({ setorId, tipo }) => [setorId, tipo])).toEqual(leitos.map(() => [1, 'ENFERMARIA']));
      expect(leitos.map(({ status }) => status)).toEqual([
        ...['LIVRE', 'LIVRE', 'OCUPADO', 'RESERVADO', 'AGUARDANDO_LIMPEZA'],
        ...['EM_LIMPEZA', 'BLOQUEADO', 'MANUTENCAO', 'DESATIVADO', 'LIVRE'],
      ]);
      const internacoes = Object.values(internacao).map((id) => hospital.obter(Internacao, id));
      expect(internacoes.map(({ status }) => status)).toEqual([
        ...['INTERNADA', 'ALTA_PREVISTA', 'ALTA_CLINICA', 'SOLICITADA', 'ENCERRADA', 'INTERNADA'],
      ]);
      expect(Object.values(lancamento).map((id) => hospital.obter(Lancamento, id).status)).toEqual([
        'EMITIDO',
        'RASCUNHO',
      ]);
      expect(hospital.obter(Notificacao, notificacao.falhou).status).toBe('FALHA_DEFINITIVA');
      const acesso = hospital.obter(VinculoDeCuidado, VITRINE.acessoDeEmergencia.semRevisao);
      expect([acesso.revisadoEm, acesso.pacienteId]).toEqual([null, paciente.outroLivre]);
      const livres = Object.values(paciente).map((id) => hospital.obter(Paciente, id));
      expect(livres.map(({ ativo, convenioId }) => [ativo, convenioId])).toEqual([
        [true, 1],
        [true, 2],
      ]);
      const dentro = hospital.de(Internacao).filter(({ pacienteAbertoId }) => (pacienteAbertoId ?? 99) <= 2);
      expect(dentro).toEqual([]);
    }
  });

  it('deve ter um acesso por perfil, menos o que já é do administrador da configuração', () => {
    expect([um, outro].map((hospital) => hospital.de(Usuario).length)).toEqual([9, 8]);
    expect(um.de(PapelDoUsuario).find(({ papel }) => papel === 'ADMIN')!.usuarioId).toBe(VITRINE.usuario);
    expect(outro.de(PapelDoUsuario).some(({ papel }) => papel === 'GESTAO')).toBe(false);
    expect(um.de(SetorDoUsuario).length).toBeGreaterThan(5);
    expect(
      um
        .de(Usuario)
        .map(({ medicoId, pacienteId }) => medicoId ?? pacienteId)
        .filter(Boolean),
    ).toEqual([...[VITRINE.medico, VITRINE.paciente.livre]]);
  });
});
