import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { AplicacaoDeTeste } from '../../../../test/apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../../../../test/apoio/cenario-de-internacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { type AlteracaoDaInternacao, AlterarInternacao } from './alterar-internacao.js';

const AUTOR = { usuarioId: 1, papeis: ['ADMIN'] } as const;
const RECEPCAO = { usuarioId: 1, papeis: ['RECEPCAO'] } as const;

describe('alterar internação', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());

  const alterar = (id: number, dados: AlteracaoDaInternacao, autor: Autor = AUTOR) =>
    app.app.get(CommandBus).execute(new AlterarInternacao(id, dados, autor));

  const esperaRecusa = async (
    id: number,
    dados: AlteracaoDaInternacao,
    erro: object,
    autor: Autor = AUTOR,
  ) => {
    const antes = await cenario.retrato();
    await expect(alterar(id, dados, autor)).rejects.toMatchObject(erro);
    expect(await cenario.retrato()).toEqual(antes);
  };

  it('deve gravar só os campos que vieram, sem movimentação', async () => {
    const convenioId = await cenario.convenio();
    const { id } = await cenario.internar({ convenioId });
    const medicoId = await cenario.outroMedico();
    expect(await alterar(id, { medicoId, cidEntrada: 'I10' })).toMatchObject({
      medicoId,
      cidEntrada: 'I10',
      convenioId,
      observacao: null,
      versao: 2,
    });
    expect(await alterar(id, { convenioId: null, observacao: 'Particular.' })).toMatchObject({
      medicoId,
      convenioId: null,
      observacao: 'Particular.',
      versao: 3,
    });
    const movimentos = await app.consultar(
      'SELECT tipo FROM internacoes_movimentacoes WHERE internacao_id = ?',
      [id],
    );
    expect(movimentos).toEqual([{ tipo: 'ADMISSAO' }]);
  });

  it('deve mudar o lugar na fila de quem espera, sem perder o tempo de espera', async () => {
    const primeiro = await cenario.solicitar({ prioridade: 'PRIORITARIA' });
    const piorou = await cenario.solicitar({ prioridade: 'ELETIVA' });
    const fila = async () =>
      (await app.get<{ id: number }[]>('/v1/internacoes/solicitacoes')).corpo.data.map(({ id }) => id);
    expect(await fila()).toEqual([primeiro.id, piorou.id]);
    expect(await alterar(piorou.id, { prioridade: 'EMERGENCIA', tipoLeito: 'UTI_ADULTO' })).toMatchObject({
      prioridade: 'EMERGENCIA',
      tipoLeito: 'UTI_ADULTO',
      solicitadaEm: new Date(piorou.solicitadaEm!).toISOString(),
    });
    expect(await fila()).toEqual([piorou.id, primeiro.id]);
    const { id } = await cenario.internar();
    await esperaRecusa(id, { prioridade: 'URGENTE' }, { tipo: 'conflito', codigo: 'INTERNACAO.NAO_ESPERA' });
  });

  it('deve recusar quem não existe, sem gravar nada', async () => {
    const { id } = await cenario.internar();
    await esperaRecusa(999_999, {}, { tipo: 'nao_encontrado', codigo: 'INTERNACAO.NAO_ENCONTRADA' });
    await esperaRecusa(
      id,
      { medicoId: 999_999 },
      { tipo: 'invalido', codigo: 'MEDICO.NAO_ENCONTRADO', campo: 'medicoId' },
    );
    await esperaRecusa(
      id,
      { convenioId: 999_999 },
      { tipo: 'invalido', codigo: 'CONVENIO.NAO_ENCONTRADO', campo: 'convenioId' },
    );
  });

  it('deve recusar de quem não cuida do paciente o que é clínico, e aceitar o resto', async () => {
    const { id } = await cenario.internar();
    for (const [campo, valor] of [
      ['cidEntrada', 'I10'],
      ['observacao', 'Dor no peito.'],
    ] as const)
      await esperaRecusa(
        id,
        { convenioId: null, [campo]: valor },
        { tipo: 'proibido', codigo: 'ACESSO.CAMPO_RESTRITO', campo },
        RECEPCAO,
      );
    expect(await alterar(id, { convenioId: null }, RECEPCAO)).toMatchObject({ convenioId: null, versao: 2 });
  });

  it('deve recusar internação encerrada, sem gravar nada', async () => {
    const { id } = await cenario.internar();
    await app.post(`/v1/internacoes/${id}/alta`, { cidSaida: 'J189', motivoSaida: 'OBITO' });
    await esperaRecusa(
      id,
      { observacao: 'tarde demais' },
      { tipo: 'conflito', codigo: 'INTERNACAO.NAO_ALTERAVEL' },
    );
  });
});
