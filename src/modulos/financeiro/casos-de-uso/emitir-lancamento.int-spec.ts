import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { local } from '../../../../test/apoio/estadia.js';
import { fecharConta } from '../../../../test/apoio/fechar-conta.js';
import { HospitalDeTeste } from '../../../../test/apoio/hospital-de-teste.js';
import { esperaRecusaSemEscrita } from '../../../../test/apoio/recusas.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { inteiro, texto } from '../../../banco/dialeto.js';
import { EmitirLancamento } from './emitir-lancamento.js';

const TABELAS = [
  ...['contas', 'lancamentos', 'lancamentos_linhas', 'lancamentos_historico'],
  ...['eventos', 'entregas'],
];
const PESSOA = { usuarioId: 7, papeis: ['FATURAMENTO'] as const };

/** A ward from 7 to 9 June and the ICU until the 10th, whose price the payer's table lacks. */
describe('EmitirLancamento', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    aplicacao.relogio.ajustar(local('11/06 22:30'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
  });
  afterAll(() => aplicacao.encerrar());

  const emitir = (id: number) => aplicacao.app.get(CommandBus).execute(new EmitirLancamento(id, PESSOA));

  async function rascunho(): Promise<{ id: number; convenioId: number }> {
    const convenioId = await hospital.convenio({ ENFERMARIA: 350.5 });
    const internacaoId = await hospital.internar('ENFERMARIA', {
      admitidaEm: local('07/06 10:00'),
      convenioId,
    });
    await hospital.transferir(internacaoId, 'UTI_ADULTO', local('09/06 15:00'));
    await hospital.darAlta(internacaoId, local('10/06 09:00'));
    const id = await fecharConta(aplicacao, internacaoId);
    return { id: id!, convenioId };
  }

  async function precificar(convenioId: number, uti: number, enfermaria = 350.5): Promise<void> {
    const { status } = await aplicacao.pedir('PATCH', `/v1/convenios/${convenioId}`, {
      diarias: [
        { tipoLeito: 'ENFERMARIA', valor: enfermaria },
        { tipoLeito: 'UTI_ADULTO', valor: uti },
      ],
    });
    expect(status).toBe(200);
  }

  it('deve recusar enquanto falta o preço, dizendo de quê, e não gravar nada', async () => {
    const { id, convenioId } = await rascunho();
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.SEM_PRECO', () => emitir(id));
    await expect(emitir(id)).rejects.toThrow(
      `Falta preço na tabela do convênio ${convenioId} para: Diária de UTI adulto.`,
    );
  });

  it('deve apurar de novo as linhas pelos preços de agora, congelá-las e datar a emissão de hoje', async () => {
    const { id, convenioId } = await rascunho();
    await precificar(convenioId, 1_800, 400);
    const emitido = await emitir(id);
    expect(emitido).toMatchObject({
      ...{ id, status: 'EMITIDO', valor: 2_600, autorId: 7, versao: 2, acoes: ['estornar'] },
      // 11 June + 30 days is a Saturday.
      ...{ emissao: '2026-06-11', vencimento: '2026-07-13' },
    });
    expect(emitido.linhas.map((l) => [l.descricao, l.quantidade, l.valor, l.semPreco])).toEqual([
      ['Diária de enfermaria', 2, 800, undefined],
      ['Diária de UTI adulto', 1, 1_800, undefined],
    ]);
    await precificar(convenioId, 1, 1);
    const linhas = await aplicacao.consultar(
      'SELECT valor FROM lancamentos_linhas WHERE lancamento_id = ? ORDER BY ordem',
      [id],
    );
    expect(linhas.map((l) => inteiro(l.valor))).toEqual([80_000, 180_000]);
  });

  it('deve contar a emissão na história e em um evento, uma vez', async () => {
    const { id, convenioId } = await rascunho();
    await precificar(convenioId, 1_800);
    const respostas = await Promise.allSettled([emitir(id), emitir(id), emitir(id)]);
    expect(respostas.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const passos = await aplicacao.consultar(
      'SELECT acao, valor FROM lancamentos_historico WHERE lancamento_id = ? ORDER BY versao',
      [id],
    );
    expect(passos.map((p) => [p.acao, inteiro(p.valor)])).toEqual([
      ['criar', 0],
      ['emitir', 250_100],
    ]);
    const eventos = await aplicacao.consultar(
      "SELECT dados FROM eventos WHERE tipo = 'financeiro.lancamento-emitido' AND agregado_id = ?",
      [id],
    );
    expect(eventos.map((e) => JSON.parse(texto(e.dados)) as object)).toEqual([
      expect.objectContaining({ lancamentoId: id, convenioId, valorCentavos: 250_100 }),
    ]);
  });

  it('deve recusar o que já foi emitido, o que não tem nada a cobrar e o que não existe', async () => {
    const { id, convenioId } = await rascunho();
    await precificar(convenioId, 0, 0);
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.SEM_VALOR', () => emitir(id));
    await precificar(convenioId, 1_800);
    await emitir(id);
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.TRANSICAO_INVALIDA', () => emitir(id));
    await esperaRecusaSemEscrita(aplicacao, TABELAS, 'LANCAMENTO.NAO_ENCONTRADO', () => emitir(999_999));
  });
});
