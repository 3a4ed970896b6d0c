import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { local } from '../../../../test/apoio/estadia.js';
import { fecharConta } from '../../../../test/apoio/fechar-conta.js';
import { HospitalDeTeste, type NovaInternacao } from '../../../../test/apoio/hospital-de-teste.js';
import { retrato } from '../../../../test/apoio/recusas.js';
import { pararRele } from '../../../../test/apoio/rele-parado.js';
import { dia, instante, inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { AbrirConta } from './abrir-conta.js';

const TABELAS = ['contas', 'lancamentos', 'lancamentos_linhas', 'eventos', 'entregas'];

/** Stays of DOMINIO §4's vector: ward on 7 June, ICU on the 9th, out on the 10th. Today is the 11th. */
describe('FecharConta', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  let convenioId: number;
  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    await pararRele(aplicacao);
    // Already the 12th in UTC: the issue day is the hospital's.
    aplicacao.relogio.ajustar(local('11/06 22:30'));
    await aplicacao.entrar();
    hospital = await HospitalDeTeste.montar(aplicacao);
    convenioId = await hospital.convenio({ ENFERMARIA: 350.5, UTI_ADULTO: 1_800 });
  });
  afterAll(() => aplicacao.encerrar());

  const fechar = (internacaoId: number): Promise<number | null> => fecharConta(aplicacao, internacaoId);

  async function internacaoEncerrada(dados: Partial<NovaInternacao>): Promise<number> {
    const internacaoId = await hospital.internar('ENFERMARIA', {
      admitidaEm: local('07/06 10:00'),
      ...dados,
    });
    await hospital.transferir(internacaoId, 'UTI_ADULTO', local('09/06 15:00'));
    await hospital.darAlta(internacaoId, local('10/06 09:00'));
    return internacaoId;
  }

  const lancamentos = (internacaoId: number): Promise<Linha[]> =>
    aplicacao.consultar('SELECT * FROM lancamentos WHERE origem = ?', [`internacao:${internacaoId}`]);

  const contas = async (internacaoId: number): Promise<unknown[]> =>
    (await aplicacao.consultar('SELECT status FROM contas WHERE internacao_id = ?', [internacaoId])).map(
      (c) => c.status,
    );

  const linhas = async (lancamentoId: number): Promise<unknown[]> =>
    (
      await aplicacao.consultar('SELECT * FROM lancamentos_linhas WHERE lancamento_id = ? ORDER BY ordem', [
        lancamentoId,
      ])
    ).map((l) => [
      ...[inteiro(l.ordem), texto(l.descricao), dia(l.data), inteiro(l.quantidade)],
      ...[inteiro(l.preco_unitario), inteiro(l.fator), inteiro(l.valor), inteiro(l.sem_preco)],
    ]);

  const resumo = (l: Linha) => ({
    ...{ tipo: l.tipo, parte: inteiro(l.parte), ativo: inteiro(l.ativo), status: l.status },
    ...{ convenioId: ouNulo(inteiro)(l.convenio_id), valor: inteiro(l.valor), versao: inteiro(l.versao) },
    ...{ emissao: ouNulo(dia)(l.emissao), vencimento: ouNulo(dia)(l.vencimento) },
  });

  it('deve fechar a conta e emitir o lançamento final com as linhas da estadia', async () => {
    const internacaoId = await internacaoEncerrada({ convenioId });
    await aplicacao.app.get(CommandBus).execute(new AbrirConta(internacaoId, local('07/06 10:00')));
    const id = await fechar(internacaoId);

    const [lancamento, ...outros] = await lancamentos(internacaoId);
    expect(outros).toEqual([]);
    expect(inteiro(lancamento!.id)).toBe(id);
    expect(resumo(lancamento!)).toEqual({
      ...{ tipo: 'FINAL', parte: 1, ativo: 1, status: 'EMITIDO', convenioId, valor: 250_100, versao: 1 },
      // 11 June + 30 days is a Saturday.
      ...{ emissao: '2026-06-11', vencimento: '2026-07-13' },
    });
    expect(await linhas(id!)).toEqual([
      [1, 'Diária de enfermaria', '2026-06-07', 2, 35_050, 10_000, 70_100, 0],
      [2, 'Diária de UTI adulto', '2026-06-09', 1, 180_000, 10_000, 180_000, 0],
    ]);
    const [conta] = await aplicacao.consultar('SELECT * FROM contas WHERE internacao_id = ?', [internacaoId]);
    expect(conta).toMatchObject({ status: 'FECHADA', versao: 2, id: lancamento!.conta_id });
    expect(instante(conta!.fechamento)).toEqual(local('10/06 09:00'));
  });

  it('deve gravar o fato na mesma transação, sem nome nem diagnóstico', async () => {
    const internacaoId = await internacaoEncerrada({ convenioId });
    const id = await fechar(internacaoId);
    const [evento] = await aplicacao.consultar(
      "SELECT * FROM eventos WHERE tipo = 'financeiro.lancamento-gerado' AND agregado_id = ?",
      [id],
    );
    const [{ conta_id, paciente_id }] = (await lancamentos(internacaoId)) as [Linha];
    expect([evento!.agregado_tipo, evento!.agregado_versao]).toEqual(['lancamento', 1]);
    expect(JSON.parse(texto(evento!.dados))).toEqual({
      ...{ lancamentoId: id, contaId: conta_id, internacaoId, pacienteId: paciente_id, convenioId },
      ...{ valorCentavos: 250_100, status: 'EMITIDO' },
    });
  });

  it('deve não criar nada na segunda vez', async () => {
    const internacaoId = await internacaoEncerrada({ convenioId });
    expect(await fechar(internacaoId)).not.toBeNull();
    const antes = await retrato(aplicacao, ...TABELAS);
    expect(await fechar(internacaoId)).toBeNull();
    expect(await retrato(aplicacao, ...TABELAS)).toEqual(antes);
  });

  it.each([
    ['com a conta já aberta', true],
    ['sem conta ainda', false],
  ])('deve criar um só lançamento quando dez fecham ao mesmo tempo, %s', async (_caso, abrirAntes) => {
    const internacaoId = await internacaoEncerrada({ convenioId });
    if (abrirAntes)
      await aplicacao.app.get(CommandBus).execute(new AbrirConta(internacaoId, local('07/06 10:00')));
    const respostas = await Promise.all(Array.from({ length: 10 }, () => fechar(internacaoId)));

    const criados = respostas.filter((id) => id !== null);
    expect(criados).toHaveLength(1);
    expect((await lancamentos(internacaoId)).map((l) => inteiro(l.id))).toEqual(criados);
    expect(await linhas(criados[0]!)).toHaveLength(2);
    expect(
      await aplicacao.consultar(
        "SELECT id FROM eventos WHERE tipo = 'financeiro.lancamento-gerado' AND agregado_id = ?",
        criados,
      ),
    ).toHaveLength(1);
    expect(await contas(internacaoId)).toEqual(['FECHADA']);
  });

  it('deve dar a última palavra à chave única: um lançamento ativo de outra mão fica como está', async () => {
    const internacaoId = await internacaoEncerrada({ convenioId });
    await aplicacao.app.get(CommandBus).execute(new AbrirConta(internacaoId, local('07/06 10:00')));
    await aplicacao.unidade.executar((tx) =>
      tx.executar(
        `INSERT INTO lancamentos (conta_id, origem, tipo, parte, ativo, status, convenio_id, paciente_id, valor,
           emissao, vencimento, versao, criado_em, atualizado_em)
         SELECT c.id, CONCAT('internacao:', i.id), 'FINAL', 1, 1, 'EMITIDO', NULL, i.paciente_id, 1,
                '2026-06-10', '2026-06-10', 1, c.criado_em, c.criado_em
           FROM contas c JOIN internacoes i ON i.id = c.internacao_id WHERE i.id = ?`,
        [internacaoId],
      ),
    );
    const semContas = TABELAS.filter((tabela) => tabela !== 'contas');
    const antes = await retrato(aplicacao, ...semContas);
    expect(await fechar(internacaoId)).toBeNull();
    expect(await retrato(aplicacao, ...semContas)).toEqual(antes);
    expect(await contas(internacaoId)).toEqual(['FECHADA']);
  });

  it('deve deixar em rascunho, sem datas, quando falta um preço, e marcar a linha', async () => {
    const soEnfermaria = await hospital.convenio({ ENFERMARIA: 100 });
    const internacaoId = await internacaoEncerrada({ convenioId: soEnfermaria });
    const id = await fechar(internacaoId);
    expect((await lancamentos(internacaoId)).map(resumo)).toEqual([
      {
        ...{ tipo: 'FINAL', parte: 1, ativo: 1, status: 'RASCUNHO', convenioId: soEnfermaria, valor: 20_000 },
        ...{ versao: 1, emissao: null, vencimento: null },
      },
    ]);
    expect(await linhas(id!)).toEqual([
      [1, 'Diária de enfermaria', '2026-06-07', 2, 10_000, 10_000, 20_000, 0],
      [2, 'Diária de UTI adulto', '2026-06-09', 1, 0, 10_000, 0, 1],
    ]);
  });

  it('deve cobrar do convênio da internação, senão do convênio do paciente, senão do particular', async () => {
    const doPaciente = await hospital.convenio({ ENFERMARIA: 10, UTI_ADULTO: 20 }, 45);
    const cobrado = async (dados: Partial<NovaInternacao>) => {
      const internacaoId = await internacaoEncerrada(dados);
      await fechar(internacaoId);
      const [lancamento] = await lancamentos(internacaoId);
      const { convenioId: convenio, valor, vencimento } = resumo(lancamento!);
      return { convenio, valor, vencimento };
    };
    const diarias = [
      { tipoLeito: 'ENFERMARIA', valor: 200 },
      { tipoLeito: 'UTI_ADULTO', valor: 900 },
    ];
    await aplicacao.pedir('PATCH', '/v1/hospital', { diarias, prazoParticularDias: 5 });

    expect([
      await cobrado({ convenioId, convenioDoPaciente: doPaciente }),
      await cobrado({ convenioDoPaciente: doPaciente }),
      await cobrado({}),
    ]).toEqual([
      { convenio: convenioId, valor: 250_100, vencimento: '2026-07-13' },
      // 26 July is a Sunday.
      { convenio: doPaciente, valor: 4_000, vencimento: '2026-07-27' },
      { convenio: null, valor: 130_000, vencimento: '2026-06-16' },
    ]);
  });

  it('deve não fechar nem cobrar a internação que continua, que foi reaberta ou que não existe', async () => {
    const internacaoId = await hospital.internar('ENFERMARIA', {
      admitidaEm: local('07/06 10:00'),
      convenioId,
    });
    const antes = await retrato(aplicacao, ...TABELAS);
    expect([await fechar(internacaoId), await fechar(999_999)]).toEqual([null, null]);
    expect(await retrato(aplicacao, ...TABELAS)).toEqual(antes);
  });
});
