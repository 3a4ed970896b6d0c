import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao, esperaRecusaDoComando } from '../../../../test/apoio/cenario-de-internacao.js';
import { LeituraDeInternacoes } from '../contrato/leitura-de-internacoes.js';
import { RecusarSolicitacao } from './recusar-solicitacao.js';

const AUTOR = { usuarioId: 1, papeis: ['MEDICO'] } as const;
const recusar = (id: number) => new RecusarSolicitacao(id, { motivo: 'Sem indicação.' }, AUTOR);

describe('recusar solicitação', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  it('deve encerrar o pedido com o motivo, e deixar o paciente pedir de novo', async () => {
    const { id, pacienteId } = await cenario.solicitar();
    expect(await cenario.executar(recusar(id))).toMatchObject({ status: 'RECUSADA', versao: 2, acoes: [] });
    const [recusa] = await app.consultar(
      "SELECT motivo, autor_id FROM internacoes_movimentacoes WHERE internacao_id = ? AND tipo = 'RECUSA'",
      [id],
    );
    expect(recusa).toEqual({ motivo: 'Sem indicação.', autor_id: 1 });
    expect((await cenario.eventos(id)).at(-1)).toEqual([
      'internacoes.solicitacao-encerrada',
      expect.objectContaining({ internacaoId: id, pacienteId, status: 'RECUSADA' }),
    ]);
    expect(await app.app.get(LeituraDeInternacoes).solicitacao(id)).toMatchObject({ aberta: false });
    expect((await cenario.solicitar({ pacienteId })).status).toBe('SOLICITADA');
  });

  it('deve recusar o que não existe ou já não espera, sem gravar nada', async () => {
    await esperaRecusaDoComando(cenario, recusar(999_999), { codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    const { id } = await cenario.solicitar();
    await cenario.executar(recusar(id));
    const invalida = { tipo: 'conflito', codigo: 'INTERNACAO.TRANSICAO_INVALIDA' };
    await esperaRecusaDoComando(cenario, recusar(id), invalida);
    await esperaRecusaDoComando(cenario, recusar((await cenario.internar()).id), invalida);
  });
});
