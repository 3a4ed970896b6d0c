import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LeitoResposta } from '../../src/modulos/leitos/casos-de-uso/obter-leito.js';
import type { MapaResposta } from '../../src/modulos/leitos/mapa-resposta.js';
import type { Papel } from '../../src/plataforma/seguranca/autor.js';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { comoPapel } from '../apoio/papeis.js';

const TODOS: Papel[] = [
  'ADMIN',
  'GESTAO',
  'MEDICO',
  'ENFERMAGEM',
  'RECEPCAO',
  'FARMACIA',
  'FATURAMENTO',
  'AUDITOR',
  'PACIENTE',
];
const EQUIPE = TODOS.filter((papel) => papel !== 'PACIENTE');

describe('leitos', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const pedir = <T>(metodo: string, caminho: string, corpo?: unknown, ...papeis: Papel[]) =>
    cenario.app.pedir<T>(
      metodo,
      caminho,
      corpo,
      papeis.length > 0 ? { ...comoPapel(cenario.app, ...papeis) } : {},
    );
  const recusa = ({ status, corpo }: Awaited<ReturnType<typeof pedir>>) => [
    status,
    corpo.error[0]!.codigo,
    corpo.error[0]!.campo,
  ];

  describe('/v1/leitos', () => {
    it('deve cadastrar, mostrar e alterar, sem dado de paciente', async () => {
      const corpo = {
        numero: '101-A',
        setorId: cenario.setorId,
        tipo: 'ENFERMARIA',
        instaladoDesde: '2026-01-01T00:00:00-03:00',
      };
      const criado = await cenario.app.post<LeitoResposta>('/v1/leitos', corpo);
      const { id } = criado.corpo.data;
      expect([criado.status, criado.cabecalhos.get('location')]).toEqual([201, `/v1/leitos/${id}`]);
      expect(criado.corpo.data).toMatchObject({
        status: 'LIVRE',
        instaladoDesde: '2026-01-01T03:00:00.000Z',
        manutencaoPlanejada: false,
      });
      expect(
        (await pedir('PATCH', `/v1/leitos/${id}`, { tipo: 'APARTAMENTO', extra: true })).corpo.data,
      ).toMatchObject({ tipo: 'APARTAMENTO', extra: true });
      await cenario.internacoes.internar({ leitoId: id });
      const { corpo: ocupado } = await pedir<LeitoResposta>('GET', `/v1/leitos/${id}`);
      expect(ocupado.data).toMatchObject({ status: 'OCUPADO', acoes: ['manutencao'] });
      expect(Object.keys(ocupado.data).filter((campo) => /paciente|internacao/i.test(campo))).toEqual([]);
    });

    it.each([
      ['tipo desconhecido', { tipo: 'SUITE' }, 'tipo'],
      ['classe desconhecida', { classe: 'HOTEL' }, 'classe'],
      ['número vazio', { numero: '  ' }, 'numero'],
      ['setor que não existe', { setorId: 999_999 }, 'setorId'],
      ['status escolhido', { status: 'OCUPADO' }, 'status'],
      ['data sem fuso', { instaladoDesde: '2026-01-01T00:00:00' }, 'instaladoDesde'],
    ])('deve recusar um corpo com %s', async (_, errado, campo) => {
      const resposta = await pedir('POST', '/v1/leitos', {
        numero: 'E1',
        setorId: cenario.setorId,
        tipo: 'ENFERMARIA',
        ...errado,
      });
      expect([resposta.status, resposta.corpo.error[0]!.campo]).toEqual([422, campo]);
    });

    it('deve listar em páginas, por estado, setor e tipo', async () => {
      const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Da lista' });
      const ids = [
        await cenario.leito('LIVRE', { setorId }),
        await cenario.leito('BLOQUEADO', { setorId }),
        await cenario.leito('LIVRE', { setorId, tipo: 'ISOLAMENTO' }),
      ];
      const listar = async (consulta: string) =>
        (await pedir<LeitoResposta[]>('GET', `/v1/leitos?setorId=${setorId}${consulta}`)).corpo;
      expect((await listar('')).data.map((l) => l.id)).toEqual(ids);
      expect((await listar('&status=BLOQUEADO')).data.map((l) => l.id)).toEqual([ids[1]]);
      expect((await listar('&status=LIVRE&tipo=ISOLAMENTO')).data.map((l) => l.id)).toEqual([ids[2]]);
      const primeira = await listar('&limite=2');
      expect((await listar(`&limite=2&cursor=${primeira.meta.proximoCursor}`)).data.map((l) => l.id)).toEqual(
        [ids[2]],
      );
      expect((await pedir('GET', '/v1/leitos?status=QUEBRADO')).status).toBe(400);
    });

    it('deve seguir a vida inteira do leito pelos comandos', async () => {
      const id = await cenario.leito();
      const caminho: [string, string][] = [
        ['reservar', 'RESERVADO'],
        ['cancelar-reserva', 'LIVRE'],
        ['bloquear', 'BLOQUEADO'],
        ['desbloquear', 'AGUARDANDO_LIMPEZA'],
        ['iniciar-limpeza', 'EM_LIMPEZA'],
        ['concluir-limpeza', 'LIVRE'],
        ['manutencao', 'MANUTENCAO'],
        ['concluir-manutencao', 'AGUARDANDO_LIMPEZA'],
        ['manutencao', 'MANUTENCAO'],
        ['desativar', 'DESATIVADO'],
        ['reativar', 'LIVRE'],
      ];
      for (const [comando, status] of caminho)
        expect((await cenario.comandar(id, comando)).status).toBe(status);
      expect((await cenario.linhas('leitos_historico', id)).map((h) => h.para)).toEqual(
        caminho.map(([, status]) => status),
      );
    });

    it('deve aceitar em todo comando o corpo inteiro, mesmo os campos que não lhe servem', async () => {
      const id = await cenario.leito();
      const corpo = {
        motivo: 'obra',
        ate: '2190-01-01T00:00:00Z',
        expiraEm: '2190-01-02T00:00:00Z',
        pacienteId: await cenario.internacoes.paciente(),
      };
      for (const comando of [
        ...['reservar', 'cancelar-reserva', 'bloquear', 'desbloquear', 'iniciar-limpeza', 'concluir-limpeza'],
        ...['manutencao', 'concluir-manutencao', 'manutencao', 'desativar', 'reativar'],
      ]) {
        const em = new Date(cenario.app.relogio.agora()).toISOString();
        expect([
          comando,
          (await pedir('POST', `/v1/leitos/${id}/${comando}`, { ...corpo, em })).status,
        ]).toEqual([comando, 200]);
      }
    });

    it('deve recusar sem campo, ao internar, o instante anterior à instalação do leito', async () => {
      const leitoId = await cenario.leito('LIVRE', { instaladoDesde: '2026-05-01T00:00:00Z' });
      const { medicoId } = cenario.internacoes;
      const corpo = {
        pacienteId: await cenario.internacoes.paciente(),
        medicoId,
        leitoId,
        cidEntrada: 'J189',
      };
      const resposta = await pedir('POST', '/v1/internacoes', {
        ...corpo,
        admitidaEm: '2026-04-01T00:00:00Z',
      });
      expect(recusa(resposta)).toEqual([422, 'LEITO.AINDA_NAO_INSTALADO', undefined]);
    });

    it('deve recusar um movimento ilegal com 409, dizendo os possíveis', async () => {
      const id = await cenario.leito('AGUARDANDO_LIMPEZA');
      const resposta = await pedir('POST', `/v1/leitos/${id}/concluir-limpeza`, {});
      expect(recusa(resposta)).toEqual([409, 'LEITO.TRANSICAO_INVALIDA', undefined]);
      expect(resposta.corpo.error[0]!.message).toMatch(
        /aguardando limpeza.*iniciar-limpeza, bloquear, manutencao/,
      );
    });

    it('deve recusar instantes errados, motivo ausente e ids que não existem', async () => {
      const id = await cenario.leito();
      const em = '2190-01-01T00:00:00Z';
      expect(recusa(await pedir('POST', `/v1/leitos/${id}/desativar`, { em }))).toEqual([
        422,
        'LEITO.EM_NO_FUTURO',
        'em',
      ]);
      expect(recusa(await pedir('POST', `/v1/leitos/${id}/bloquear`, {}))).toEqual([
        422,
        'PLATAFORMA.CAMPO_INVALIDO',
        'motivo',
      ]);
      expect(recusa(await pedir('POST', `/v1/leitos/${id}/manutencao`, {}))).toEqual([
        422,
        'PLATAFORMA.CAMPO_INVALIDO',
        'motivo',
      ]);
      expect(recusa(await pedir('POST', `/v1/leitos/${id}/reservar`, { pacienteId: 999_999 }))).toEqual([
        422,
        'PACIENTE.NAO_ENCONTRADO',
        'pacienteId',
      ]);
      expect(recusa(await pedir('POST', '/v1/leitos/999999/bloquear', { motivo: 'obra' }))).toEqual([
        404,
        'LEITO.NAO_ENCONTRADO',
        undefined,
      ]);
      expect((await pedir('GET', '/v1/leitos/zero')).status).toBe(404);
    });
  });

  describe('/v1/leitos/mapa', () => {
    const setorNoMapa = async (setorId: number, ...papeis: Papel[]) =>
      (await pedir<MapaResposta>('GET', `/v1/leitos/mapa?setorId=${setorId}`, undefined, ...papeis)).corpo
        .data;

    it('deve mostrar cada leito do setor com o estado, desde quando e a internação, e contar', async () => {
      const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Do mapa', andar: 3 });
      const livre = await cenario.leito('LIVRE', { setorId, numero: 'B' });
      const ocupado = await cenario.leito('LIVRE', { setorId, numero: 'A' });
      const internacao = await cenario.internacoes.internar({
        leitoId: ocupado,
        admitidaEm: '2026-04-01T10:00:00Z',
      });
      const { setores, contagem } = await setorNoMapa(setorId);
      expect(setores).toMatchObject([
        {
          ...{ id: setorId, nome: 'Do mapa', andar: 3 },
          contagem: { LIVRE: 1, OCUPADO: 1, RESERVADO: 0, DESATIVADO: 0 },
          leitos: [
            {
              id: ocupado,
              numero: 'A',
              status: 'OCUPADO',
              desde: '2026-04-01T10:00:00.000Z',
              internacaoId: internacao.id,
            },
            { id: livre, numero: 'B', status: 'LIVRE', internacaoId: null },
          ],
        },
      ]);
      expect(contagem).toEqual(setores[0]!.contagem);
      expect(JSON.stringify(setores)).not.toContain('Paciente de Teste');
    });

    it('deve esconder a internação de quem só audita, e mostrá-la a quem também atende', async () => {
      const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Auditado' });
      await cenario.leito('OCUPADO', { setorId });
      const leito = async (...papeis: Papel[]) =>
        (await setorNoMapa(setorId, ...papeis)).setores[0]!.leitos[0]!;
      expect(await leito('AUDITOR')).not.toHaveProperty('internacaoId');
      expect(await leito('AUDITOR', 'ENFERMAGEM')).toHaveProperty('internacaoId');
      expect(await leito('RECEPCAO')).toHaveProperty('internacaoId');
    });

    it('deve mostrar setor sem leitos e esconder o inativo', async () => {
      const { id: setorId } = await cenario.app.criar('/v1/setores', { nome: 'Vazio' });
      expect((await setorNoMapa(setorId)).setores).toMatchObject([{ id: setorId, leitos: [] }]);
      await pedir('POST', `/v1/setores/${setorId}/inativar`, { motivo: 'obra' });
      expect((await setorNoMapa(setorId)).setores).toEqual([]);
      const { setores, contagem } = (await pedir<MapaResposta>('GET', '/v1/leitos/mapa')).corpo.data;
      expect(Object.values(contagem).reduce((a, b) => a + b)).toBe(setores.flatMap((s) => s.leitos).length);
    });
  });

  it.each<[string, string, Papel[]]>([
    ['GET', '/v1/setores', EQUIPE],
    ['GET', '/v1/leitos', EQUIPE],
    ['GET', '/v1/leitos/mapa', EQUIPE],
    ['GET', '/v1/leitos/999999', EQUIPE],
    ['POST', '/v1/setores', ['ADMIN', 'GESTAO']],
    ['PATCH', '/v1/setores/999999', ['ADMIN', 'GESTAO']],
    ['POST', '/v1/leitos', ['ADMIN', 'GESTAO']],
    ['PATCH', '/v1/leitos/999999', ['ADMIN', 'GESTAO']],
    ['POST', '/v1/leitos/999999/desativar', ['ADMIN', 'GESTAO']],
    ['POST', '/v1/leitos/999999/reativar', ['ADMIN', 'GESTAO']],
    ['POST', '/v1/leitos/999999/reservar', ['ADMIN', 'GESTAO', 'MEDICO', 'ENFERMAGEM', 'RECEPCAO']],
    ['POST', '/v1/leitos/999999/cancelar-reserva', ['ADMIN', 'GESTAO', 'MEDICO', 'ENFERMAGEM', 'RECEPCAO']],
    ['POST', '/v1/leitos/999999/iniciar-limpeza', ['ADMIN', 'GESTAO', 'ENFERMAGEM', 'RECEPCAO']],
    ['POST', '/v1/leitos/999999/concluir-limpeza', ['ADMIN', 'GESTAO', 'ENFERMAGEM', 'RECEPCAO']],
    ['POST', '/v1/leitos/999999/bloquear', ['ADMIN', 'GESTAO', 'ENFERMAGEM']],
    ['POST', '/v1/leitos/999999/desbloquear', ['ADMIN', 'GESTAO', 'ENFERMAGEM']],
    ['POST', '/v1/leitos/999999/manutencao', ['ADMIN', 'GESTAO', 'ENFERMAGEM']],
    ['POST', '/v1/leitos/999999/concluir-manutencao', ['ADMIN', 'GESTAO', 'ENFERMAGEM']],
  ])('deve abrir %s %s só a quem cabe', async (metodo, caminho, quem) => {
    const abertos: Papel[] = [];
    for (const papel of TODOS) {
      const { status } = await pedir(metodo, caminho, metodo === 'GET' ? undefined : {}, papel);
      if (status !== 403) abertos.push(papel);
    }
    expect(abertos.sort()).toEqual([...quem].sort());
  });
});
