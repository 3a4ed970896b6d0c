import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos, esperaRecusa, GESTORA } from '../../../../test/apoio/cenario-de-leitos.js';
import { instante } from '../../../banco/dialeto.js';
import { BloquearLeito } from '../casos-de-uso/bloquear-leito.js';
import { PorEmManutencao } from '../casos-de-uso/por-em-manutencao.js';
import { ReservarLeito } from '../casos-de-uso/reservar-leito.js';
import type { DadosDeBloqueio, DadosDeComando } from '../dados-de-comando.js';

describe('planejar o uso de um leito', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const bloquear = (id: number, dados: Partial<DadosDeBloqueio>) =>
    new BloquearLeito(id, { motivo: 'obra', ...dados }, GESTORA);
  const manter = (id: number, dados: Partial<DadosDeBloqueio>) =>
    new PorEmManutencao(id, { motivo: 'ar', ...dados }, GESTORA);
  const reservar = (id: number, dados: DadosDeComando) => new ReservarLeito(id, dados, GESTORA);
  const planos = (id: number) => cenario.linhas('leitos_planos', id);

  it.each(['LIVRE', 'OCUPADO', 'RESERVADO', 'BLOQUEADO', 'EM_LIMPEZA'] as const)(
    'deve guardar o plano e deixar um leito %s como está',
    async (estado) => {
      const id = await cenario.leito(estado);
      const [antes] = await cenario.app.consultar('SELECT * FROM leitos WHERE id = ?', [id]);
      const historico = await cenario.historico(id);
      const [inicio, ate] = [cenario.daqui(1), cenario.daqui(2)];
      const resposta = await cenario.executar(bloquear(id, { em: inicio, ate, motivo: 'pintura' }));
      expect(resposta.status).toBe(estado);
      const [plano] = await planos(id);
      expect(plano).toMatchObject({
        ...{ acao: 'bloquear', motivo: 'pintura', situacao: 'PENDENTE', resolvido_em: null, autor_id: 1 },
        ...{ paciente_id: null, solicitacao_id: null },
      });
      expect([instante(plano!.inicio), instante(plano!.ate)]).toEqual([inicio, ate]);
      const [depois] = await cenario.app.consultar('SELECT * FROM leitos WHERE id = ?', [id]);
      expect({ ...depois, plano_em: null }).toEqual(antes);
      expect(instante(depois!.plano_em)).toEqual(inicio);
      expect(await cenario.historico(id)).toEqual(historico);
    },
  );

  it('deve planejar uma reserva pelo prazo das políticas, contado do começo', async () => {
    const [id, pacienteId] = [await cenario.leito(), await cenario.internacoes.paciente()];
    await cenario.executar(reservar(id, { em: cenario.daqui(5), pacienteId }));
    const [plano] = await planos(id);
    expect(plano).toMatchObject({ acao: 'reservar', paciente_id: pacienteId });
    expect(instante(plano!.ate).getTime() - instante(plano!.inicio).getTime()).toBe(2 * 3_600_000);
  });

  it('deve recusar dois planos que se sobrepõem, sem escrever nada, e aceitar os que se tocam', async () => {
    const id = await cenario.leito();
    await cenario.executar(bloquear(id, { em: cenario.daqui(10), ate: cenario.daqui(20) }));
    const [plano] = await planos(id);
    const [inicio, fim] = [instante(plano!.inicio), instante(plano!.ate)];
    const antes = new Date(inicio.getTime() - 3_600_000);
    const depois = new Date(fim.getTime() + 3_600_000);
    const meio = new Date(inicio.getTime() + 1);
    for (const comando of [
      bloquear(id, { em: antes, ate: meio }),
      bloquear(id, { em: antes }),
      manter(id, { em: meio, ate: depois }),
      reservar(id, { em: meio, ate: fim }),
      reservar(id, { em: antes, ate: depois }),
    ])
      await esperaRecusa(cenario, 'LEITO.PLANO_SOBREPOSTO', comando);
    await cenario.executar(reservar(id, { em: antes, expiraEm: inicio }));
    await cenario.executar(manter(id, { em: fim }));
    await esperaRecusa(cenario, 'LEITO.PLANO_SOBREPOSTO', bloquear(id, { em: depois }));
    expect(await planos(id)).toHaveLength(3);
  });

  it('deve recusar um fim antes do começo, um leito desativado, e antes da instalação', async () => {
    const id = await cenario.leito();
    const [cedo, tarde] = [cenario.daqui(1), cenario.daqui(2)];
    await esperaRecusa(cenario, 'LEITO.PERIODO_INVALIDO', bloquear(id, { em: tarde, ate: cedo }));
    await esperaRecusa(cenario, 'LEITO.PERIODO_INVALIDO', manter(id, { em: tarde, ate: tarde }));
    await esperaRecusa(cenario, 'LEITO.PERIODO_INVALIDO', reservar(id, { em: tarde, expiraEm: cedo }));
    const desativado = await cenario.leito('DESATIVADO');
    await esperaRecusa(cenario, 'LEITO.TRANSICAO_INVALIDA', bloquear(desativado, { em: cedo }));
    const novo = await cenario.leito('LIVRE', { instaladoDesde: tarde.toISOString() });
    await esperaRecusa(cenario, 'LEITO.AINDA_NAO_INSTALADO', bloquear(novo, { em: cedo }));
    await esperaRecusa(cenario, 'LEITO.NAO_ENCONTRADO', bloquear(999_999, { em: cedo }));
  });

  it('deve recusar no futuro o que não se planeja', async () => {
    const em = cenario.daqui(1);
    for (const [estado, comando] of [
      ['RESERVADO', 'cancelar-reserva'],
      ['AGUARDANDO_LIMPEZA', 'iniciar-limpeza'],
      ['EM_LIMPEZA', 'concluir-limpeza'],
      ['BLOQUEADO', 'desbloquear'],
      ['MANUTENCAO', 'concluir-manutencao'],
      ['LIVRE', 'desativar'],
      ['DESATIVADO', 'reativar'],
    ] as const) {
      const { status, corpo } = await cenario.app.post(
        `/v1/leitos/${await cenario.leito(estado)}/${comando}`,
        { em },
      );
      expect([comando, status, corpo.error[0]!.codigo]).toEqual([comando, 422, 'LEITO.EM_NO_FUTURO']);
    }
  });

  it('deve cancelar os planos pendentes de um leito que é desativado, e só os pendentes', async () => {
    const [id, outro] = [await cenario.leito(), await cenario.leito()];
    await cenario.executar(bloquear(id, { em: cenario.daqui(1), ate: cenario.daqui(2) }));
    await cenario.executar(bloquear(outro, { em: cenario.daqui(1) }));
    await cenario.passar(3);
    await cenario.vencerPrazos();
    await cenario.executar(manter(id, { em: cenario.daqui(1) }));
    await cenario.comandar(id, 'desativar');
    expect((await planos(id)).map(({ situacao }) => situacao)).toEqual(['PERDIDO', 'CANCELADO']);
    expect((await planos(outro)).map(({ situacao }) => situacao)).toEqual(['APLICADO']);
  });
});
