import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { type DadosDaSaida, RegistrarSaida } from './registrar-saida.js';

const AUTOR = { usuarioId: 1, papeis: ['RECEPCAO'] } as const;
const ALTA = new Date('2026-06-05T12:00:00.000Z');

const sair = (id: number, dados: DadosDaSaida = {}) => new RegistrarSaida(id, dados, AUTOR);

describe('registrar saída', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
    app.relogio.ajustar(new Date('2026-06-10T12:00:00.000Z'));
  });
  afterAll(() => app.encerrar());

  const comAltaClinica = async () => {
    const { id } = await cenario.internar({ admitidaEm: '2026-06-01T10:00:00.000Z' });
    const alta = { cidSaida: 'J180', motivoSaida: 'ALTA_MELHORADO', em: ALTA };
    return cenario.comandar(id, 'alta-clinica', alta);
  };

  it('deve encerrar com o que a alta clínica disse, e só então desocupar o leito', async () => {
    const { id, leitoId, pacienteId, medicoAltaId } = await comAltaClinica();
    const em = new Date('2026-06-05T15:00:00.000Z');
    expect(await cenario.executar(sair(id, { em }))).toMatchObject({
      status: 'ENCERRADA',
      cidSaida: 'J180',
      motivoSaida: 'ALTA_MELHORADO',
      medicoAltaId,
      altaClinicaEm: ALTA.toISOString(),
      saidaEm: em.toISOString(),
      leitoId,
    });
    const [leito] = await app.consultar('SELECT status FROM leitos WHERE id = ?', [leitoId]);
    expect(leito).toEqual({ status: 'AGUARDANDO_LIMPEZA' });
    expect(await cenario.movimentos(id)).toEqual(['ADMISSAO', 'ALTA_CLINICA', 'SAIDA']);
    expect((await cenario.eventos(id)).at(-1)).toEqual([
      'internacoes.alta-concedida',
      { internacaoId: id, pacienteId, leitoId, em: em.toISOString() },
    ]);
  });

  it('deve recusar instante anterior à alta clínica ou no futuro, sem gravar nada', async () => {
    const { id } = await comAltaClinica();
    const em = (texto: string) => ({ em: new Date(texto) });
    await esperaRecusaDoComando(cenario, sair(id, em('2026-06-05T11:59:59.999Z')), {
      tipo: 'regra_violada',
      codigo: 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO',
      campo: 'em',
    });
    await esperaRecusaDoComando(cenario, sair(id, em('2026-06-30T00:00:00Z')), {
      tipo: 'invalido',
      codigo: 'INTERNACAO.DATA_NO_FUTURO',
      campo: 'em',
    });
  });

  it('deve recusar o que não existe, não teve alta clínica ou já saiu, sem gravar nada', async () => {
    await esperaRecusaDoComando(cenario, sair(999_999), { codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    const invalida = { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' };
    await esperaRecusaDoComando(cenario, sair((await cenario.internar()).id), invalida);
    const { id } = await comAltaClinica();
    await cenario.executar(sair(id));
    await esperaRecusaDoComando(cenario, sair(id), invalida);
  });
});
