import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SolicitacaoNaFila } from '../../src/modulos/internacoes/casos-de-uso/listar-solicitacoes.js';
import type { InternacaoResposta } from '../../src/modulos/internacoes/casos-de-uso/obter-internacao.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { comoPapel } from '../apoio/papeis.js';

const FILA = '/v1/internacoes/solicitacoes';

describe('lista de espera', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(new Date('2026-06-10T12:00:00.000Z'));
  });
  afterAll(() => app.encerrar());

  const fila = async (consulta = '') => (await app.get<SolicitacaoNaFila[]>(`${FILA}?${consulta}`)).corpo;
  const ids = async (consulta = '') => (await fila(consulta)).data.map(({ id }) => id);

  it('deve atender por prioridade e, na mesma, por ordem de chegada, página a página', async () => {
    const pedir = async (prioridade: string, dia: string, mais = {}) =>
      (await cenario.solicitar({ prioridade, solicitadaEm: `2026-06-${dia}T12:00:00Z`, ...mais })).id;
    const eletiva = await pedir('ELETIVA', '01');
    const urgenteNova = await pedir('URGENTE', '09', { tipoLeito: 'UTI_ADULTO' });
    const urgenteVelha = await pedir('URGENTE', '08');
    const emergencia = await pedir('EMERGENCIA', '10');
    const prioritaria = await pedir('PRIORITARIA', '02', { tipoLeito: 'UTI_ADULTO' });
    const ordem = [emergencia, urgenteVelha, urgenteNova, prioritaria, eletiva];
    expect(await ids()).toEqual(ordem);

    const primeira = await fila('limite=2');
    const segunda = await fila(`limite=2&cursor=${primeira.meta.proximoCursor}`);
    const terceira = await fila(`limite=2&cursor=${segunda.meta.proximoCursor}`);
    expect([primeira, segunda, terceira].flatMap(({ data }) => data.map(({ id }) => id))).toEqual(ordem);
    expect(terceira.meta.proximoCursor).toBeNull();

    expect(await ids('tipoLeito=UTI_ADULTO')).toEqual([urgenteNova, prioritaria]);
    expect(await ids('prioridade=URGENTE')).toEqual([urgenteVelha, urgenteNova]);
    expect(await ids('prioridade=URGENTE&tipoLeito=UTI_ADULTO')).toEqual([urgenteNova]);
    const [velha] = (await fila('prioridade=URGENTE')).data;
    expect(await ids(`pacienteId=${velha!.pacienteId}&medicoId=${cenario.medicoId}`)).toEqual([urgenteVelha]);
    expect(velha).toMatchObject({
      solicitadaEm: '2026-06-08T12:00:00.000Z',
      esperaMinutos: 48 * 60,
      carater: 'URGENCIA',
      acoes: ['admitir', 'recusar', 'cancelar'],
    });
    expect((await app.get(`${FILA}?prioridade=JA`)).status).toBe(400);
  });

  it('deve levar um pedido até o leito, na mesma internação', async () => {
    const pacienteId = await cenario.paciente();
    const pedido = await app.post<InternacaoResposta>(FILA, {
      pacienteId,
      medicoId: cenario.medicoId,
      cidEntrada: 'J18.9',
      tipoLeito: 'UTI_ADULTO',
    });
    const { id } = pedido.corpo.data;
    expect([pedido.status, pedido.cabecalhos.get('location')]).toEqual([201, `${FILA}/${id}`]);
    expect((await app.get(`${FILA}/${id}`)).corpo.data).toEqual(pedido.corpo.data);
    expect((await app.get(`/v1/internacoes/${id}`)).corpo.data).toEqual(pedido.corpo.data);
    const antes = await app.get<InternacaoResposta[]>(`/v1/internacoes?pacienteId=${pacienteId}`);
    expect(antes.corpo.data.map((i) => [i.id, i.status, i.admitidaEm])).toEqual([[id, 'SOLICITADA', null]]);

    const leitoId = await cenario.leito({ tipo: 'UTI_ADULTO' });
    const admitida = await cenario.comandar(id, 'admitir', { leitoId });
    expect(admitida).toMatchObject({ id, status: 'INTERNADA', leitoId, solicitadaEm: expect.any(String) });
    expect(await ids(`pacienteId=${pacienteId}`)).toEqual([]);
    expect((await app.get(`${FILA}/${id}`)).corpo.data.status).toBe('INTERNADA');
  });

  it('deve a internação direta atender o pedido aberto, com o que nela se diz', async () => {
    const { id, pacienteId } = await cenario.solicitar({ prioridade: 'ELETIVA', observacao: 'Hérnia.' });
    const internada = await cenario.internar({ pacienteId, cidEntrada: 'S720' });
    expect(internada).toMatchObject({
      id,
      status: 'INTERNADA',
      cidEntrada: 'S720',
      carater: 'ELETIVO',
      observacao: 'Hérnia.',
    });
    expect(await cenario.movimentos(id)).toEqual(['SOLICITACAO', 'ADMISSAO']);
  });

  it('deve recusar o mesmo paciente duas vezes na fila, e quem já está em um leito', async () => {
    const { id, pacienteId } = await cenario.solicitar();
    const corpo = { medicoId: cenario.medicoId, cidEntrada: 'J189', tipoLeito: 'ENFERMARIA' };
    const outra = await app.post(FILA, { ...corpo, pacienteId });
    expect([outra.status, outra.corpo.error[0]]).toEqual([
      409,
      expect.objectContaining({
        codigo: 'INTERNACAO.SOLICITACAO_ABERTA',
        campo: 'pacienteId',
        message: expect.stringContaining(`pedido ${id}`),
      }),
    ]);
    const internada = await cenario.internar();
    const dentro = await app.post(FILA, { ...corpo, pacienteId: internada.pacienteId });
    expect([dentro.status, dentro.corpo.error[0]!.codigo]).toEqual([409, 'INTERNACAO.PACIENTE_JA_INTERNADO']);
  });

  it('deve pôr na fila uma vez só o paciente pedido 20 vezes ao mesmo tempo', async () => {
    const pacienteId = await cenario.paciente();
    const corpo = { pacienteId, medicoId: cenario.medicoId, cidEntrada: 'J189', tipoLeito: 'ENFERMARIA' };
    const respostas = await Promise.all(Array.from({ length: 20 }, () => app.post(FILA, corpo)));
    const codigos = respostas.map(({ status, corpo: c }) => c.error?.[0]?.codigo ?? status).sort();
    expect(codigos).toEqual([201, ...Array<string>(19).fill('INTERNACAO.SOLICITACAO_ABERTA')]);
    expect(await ids(`pacienteId=${pacienteId}`)).toHaveLength(1);
  });

  it('deve recusar e cancelar por um motivo, com os papéis de cada um', async () => {
    const recusar = async (papel: 'RECEPCAO' | 'MEDICO', caminho: string) => {
      const { id } = await cenario.solicitar();
      const motivo = { motivo: 'Sem indicação.' };
      return (await app.pedir('POST', caminho.replace('ID', String(id)), motivo, comoPapel(app, papel)))
        .status;
    };
    expect(await recusar('RECEPCAO', `${FILA}/ID/recusar`)).toBe(403);
    expect(await recusar('MEDICO', `${FILA}/ID/recusar`)).toBe(200);
    expect(await recusar('MEDICO', '/v1/internacoes/ID/recusar')).toBe(200);
    expect(await recusar('RECEPCAO', '/v1/internacoes/ID/cancelar')).toBe(200);
    const { id } = await cenario.solicitar();
    expect((await app.post(`${FILA}/${id}/recusar`)).status).toBe(422);
    const { id: semPedido } = await cenario.internar();
    const inexistente = await app.get(`${FILA}/${semPedido}`);
    expect([inexistente.status, inexistente.corpo.error[0]!.codigo]).toEqual([
      404,
      'INTERNACAO.SOLICITACAO_NAO_ENCONTRADA',
    ]);
  });
});
