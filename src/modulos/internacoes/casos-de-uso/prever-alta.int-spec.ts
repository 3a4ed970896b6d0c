import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { PreverAlta } from './prever-alta.js';

const AUTOR = { usuarioId: 1, papeis: ['MEDICO'] } as const;
const AGORA = new Date('2026-06-10T12:00:00.000Z');
const AMANHA = new Date('2026-06-11T14:00:00.000Z');
const DEPOIS = new Date('2026-06-12T14:00:00.000Z');

const prever = (id: number, para: Date) => new PreverAlta(id, { para }, AUTOR);

describe('prever alta', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(AGORA);
  });
  afterAll(() => app.encerrar());

  it('deve guardar a previsão e a mudança dela', async () => {
    const { id, pacienteId } = await cenario.internar({ admitidaEm: '2026-06-01T10:00:00Z' });
    expect(await cenario.executar(prever(id, AMANHA))).toMatchObject({
      status: 'ALTA_PREVISTA',
      altaPrevistaPara: AMANHA.toISOString(),
    });
    expect(await cenario.executar(prever(id, DEPOIS))).toMatchObject({
      altaPrevistaPara: DEPOIS.toISOString(),
    });
    expect(await cenario.movimentos(id)).toEqual(['ADMISSAO', 'PREVISAO_DE_ALTA', 'PREVISAO_DE_ALTA']);
    const previsoes = (await cenario.eventos(id)).filter(([tipo]) => tipo === 'internacoes.alta-prevista');
    expect(previsoes.map(([, dados]) => [dados.pacienteId, dados.para])).toEqual([
      [pacienteId, AMANHA.toISOString()],
      [pacienteId, DEPOIS.toISOString()],
    ]);
  });

  it('deve deixar contar depois a transferência e a alta que vieram antes da previsão', async () => {
    const { id } = await cenario.internar({ admitidaEm: '2026-06-01T10:00:00Z' });
    await cenario.executar(prever(id, AMANHA));
    const leitoId = await cenario.leito();
    const em = '2026-06-10T11:00:00.000Z';
    expect(await cenario.comandar(id, 'transferir', { leitoId, motivo: 'Melhora', em })).toMatchObject({
      status: 'ALTA_PREVISTA',
      leitoId,
    });
    const alta = { cidSaida: 'J189', motivoSaida: 'ALTA_CURADO', em: '2026-06-10T11:30:00.000Z' };
    expect(await cenario.comandar(id, 'alta', alta)).toMatchObject({
      status: 'ENCERRADA',
      altaPrevistaPara: AMANHA.toISOString(),
    });
  });

  it('deve recusar previsão que não é futura, sem gravar nada', async () => {
    const { id } = await cenario.internar();
    await esperaRecusaDoComando(cenario, prever(id, AGORA), {
      tipo: 'invalido',
      codigo: 'INTERNACAO.PREVISAO_NO_PASSADO',
      campo: 'para',
    });
  });

  it('deve recusar o que não existe ou não está em curso, sem gravar nada', async () => {
    await esperaRecusaDoComando(cenario, prever(999_999, AMANHA), { codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    const invalida = { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' };
    await esperaRecusaDoComando(cenario, prever((await cenario.solicitar()).id, AMANHA), invalida);
  });
});
