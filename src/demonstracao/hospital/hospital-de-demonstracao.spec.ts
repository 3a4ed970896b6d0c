import { beforeAll, describe, expect, it } from '@jest/globals';
import { AGORA, PEDIDO, Tabelas } from '../../../test/apoio/hospital-demonstrado.js';
import { SetorDoUsuario } from '../../modulos/acesso/dominio/setor-do-usuario.entity.js';
import { PapelDoUsuario, Usuario } from '../../modulos/acesso/dominio/usuario.entity.js';
import { VinculoDeCuidado } from '../../modulos/cuidados/dominio/vinculo-de-cuidado.entity.js';
import { Lancamento } from '../../modulos/financeiro/dominio/lancamento.entity.js';
import { Hospital } from '../../modulos/hospital/dominio/hospital.entity.js';
import { Internacao } from '../../modulos/internacoes/dominio/internacao.entity.js';
import { Leito } from '../../modulos/leitos/dominio/leito.entity.js';
import { PlanoDoLeito } from '../../modulos/leitos/dominio/plano-do-leito.entity.js';
import { Setor } from '../../modulos/leitos/dominio/setor.entity.js';
import { Medico } from '../../modulos/medicos/dominio/medico.entity.js';
import { Notificacao } from '../../modulos/notificacoes/dominio/notificacao.entity.js';
import { Paciente } from '../../modulos/pacientes/dominio/paciente.entity.js';
import { VITRINE } from '../vitrine.js';
import { autoresSem } from './autores.js';
import { hospitalDeDemonstracao, type PedidoDeDemonstracao } from './hospital-de-demonstracao.js';
import { Mundo } from './mundo.js';

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
