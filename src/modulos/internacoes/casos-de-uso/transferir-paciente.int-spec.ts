import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import { type DadosDaTransferencia, TransferirPaciente } from './transferir-paciente.js';

const AUTOR = { usuarioId: 1, papeis: ['ENFERMAGEM'] } as const;
const ENTRADA = '2026-06-01T10:00:00.000Z';

describe('transferir paciente', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(new Date('2026-06-10T12:00:00.000Z'));
  });
  afterAll(() => app.encerrar());

  const transferir = (id: number, dados: Partial<DadosDaTransferencia>) =>
    app.app
      .get(CommandBus)
      .execute(new TransferirPaciente(id, { motivo: 'Isolamento', ...dados } as DadosDaTransferencia, AUTOR));

  const esperaRecusa = async (id: number, dados: Partial<DadosDaTransferencia>, erro: object) => {
    const antes = await cenario.retrato();
    await expect(transferir(id, dados)).rejects.toMatchObject(erro);
    expect(await cenario.retrato()).toEqual(antes);
  };

  it('deve fechar uma ocupação e abrir a outra no mesmo instante', async () => {
    const { id, leitoId: antigo } = await cenario.internar({ admitidaEm: ENTRADA });
    const novo = await cenario.leito({ tipo: 'UTI_ADULTO' });
    const em = new Date('2026-06-03T08:30:00.000Z');
    const resposta = await transferir(id, { leitoId: novo, em });
    expect(resposta).toMatchObject({ status: 'INTERNADA', leitoId: novo, versao: 2, saidaEm: null });
    const ocupacoes = await app.consultar(
      'SELECT leito_id, leito_aberto_id FROM ocupacoes WHERE internacao_id = ? ORDER BY id',
      [id],
    );
    expect(ocupacoes).toEqual([
      { leito_id: antigo, leito_aberto_id: null },
      { leito_id: novo, leito_aberto_id: novo },
    ]);
    const [encosto] = await app.consultar(
      'SELECT COUNT(*) AS n FROM ocupacoes a JOIN ocupacoes b ON b.internacao_id = a.internacao_id AND b.inicio = a.fim WHERE a.internacao_id = ?',
      [id],
    );
    expect(Number(encosto!.n)).toBe(1);
    const leitos = await app.consultar('SELECT id, status FROM leitos WHERE id IN (?, ?) ORDER BY id', [
      antigo,
      novo,
    ]);
    expect(leitos).toEqual([
      { id: antigo, status: 'AGUARDANDO_LIMPEZA' },
      { id: novo, status: 'OCUPADO' },
    ]);
    const [evento] = await app.consultar(
      "SELECT dados FROM eventos WHERE tipo = 'internacoes.paciente-transferido' AND agregado_id = ?",
      [id],
    );
    expect(JSON.parse(String(evento!.dados))).toMatchObject({
      deLeitoId: antigo,
      paraLeitoId: novo,
      em: em.toISOString(),
    });
    const [movimento] = await app.consultar(
      'SELECT tipo, de_leito_id, para_leito_id, motivo FROM internacoes_movimentacoes WHERE internacao_id = ? AND ordem = 2',
      [id],
    );
    expect(movimento).toEqual({
      tipo: 'TRANSFERENCIA',
      de_leito_id: antigo,
      para_leito_id: novo,
      motivo: 'Isolamento',
    });
  });

  it('deve recusar internação que não existe', async () => {
    await esperaRecusa(
      999_999,
      { leitoId: await cenario.leito() },
      { tipo: 'nao_encontrado', codigo: 'INTERNACAO.NAO_ENCONTRADA' },
    );
  });

  it('deve recusar leito desconhecido, o mesmo, ou ocupado, sem gravar nada', async () => {
    const { id, leitoId } = await cenario.internar({ admitidaEm: ENTRADA });
    const outra = await cenario.internar({ admitidaEm: ENTRADA });
    await esperaRecusa(
      id,
      { leitoId: 999_999 },
      { tipo: 'invalido', codigo: 'LEITO.NAO_ENCONTRADO', campo: 'leitoId' },
    );
    await esperaRecusa(id, { leitoId: leitoId! }, { tipo: 'conflito', codigo: 'INTERNACAO.MESMO_LEITO' });
    await esperaRecusa(
      id,
      { leitoId: outra.leitoId! },
      { tipo: 'conflito', codigo: 'INTERNACAO.LEITO_OCUPADO', campo: 'leitoId' },
    );
  });

  it('deve recusar instante no futuro ou anterior ao último movimento, sem gravar nada', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    const leitoId = await cenario.leito();
    await esperaRecusa(
      id,
      { leitoId, em: new Date('2026-06-30T00:00:00Z') },
      { tipo: 'invalido', codigo: 'INTERNACAO.DATA_NO_FUTURO', campo: 'em' },
    );
    const antes = { tipo: 'regra_violada', codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', campo: 'em' };
    await esperaRecusa(id, { leitoId, em: new Date('2026-06-01T09:59:59.999Z') }, antes);
    await transferir(id, { leitoId, em: new Date('2026-06-03T00:00:00Z') });
    await esperaRecusa(id, { leitoId: await cenario.leito(), em: new Date('2026-06-02T00:00:00Z') }, antes);
  });

  it('deve recusar internação encerrada, sem gravar nada', async () => {
    const { id } = await cenario.internar({ admitidaEm: ENTRADA });
    await app.post(`/v1/internacoes/${id}/alta`, { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO' });
    await esperaRecusa(
      id,
      { leitoId: await cenario.leito() },
      { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' },
    );
  });
});
