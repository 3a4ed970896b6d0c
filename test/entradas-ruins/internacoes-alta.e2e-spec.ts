import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { esperaRecusa, type Porque, recusa } from './recusa.js';

type Corpo = Record<string, unknown>;
type Linha = [que: string, mudanca: Corpo, porque: Porque];

const ENTRADA = '2026-03-10T10:00:00.000Z';
const ALTA = { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' };
const NAO_E_SAIDA: Porque = [422, 'INTERNACAO.MOTIVO_NAO_E_SAIDA', 'motivoSaida'];
const ILEGAL: Porque = [409, 'INTERNACAO.TRANSICAO_INVALIDA', null];
const SEM_PREVISAO_PASSADA: Porque = [422, 'INTERNACAO.PREVISAO_NO_PASSADO', 'para'];
const campoInvalido = (campo: string): Porque => [422, 'PLATAFORMA.CAMPO_INVALIDO', campo];

const DESFECHOS: Linha[] = [
  ['antes da entrada', { em: '2026-03-10T09:59:59.999Z' }, [422, 'INTERNACAO.ALTA_ANTES_DA_ENTRADA', 'em']],
  ['no futuro', { em: '2199-01-01T00:00:00Z' }, [422, 'INTERNACAO.DATA_NO_FUTURO', 'em']],
  ['corte de faturamento PERMANENCIA', { motivoSaida: 'PERMANENCIA' }, NAO_E_SAIDA],
  ['corte de faturamento administrativo', { motivoSaida: 'ENCERRAMENTO_ADMINISTRATIVO' }, NAO_E_SAIDA],
  ['motivo inventado', { motivoSaida: 'FUGA' }, campoInvalido('motivoSaida')],
  ['sem motivo', { motivoSaida: undefined }, campoInvalido('motivoSaida')],
  ['sem diagnóstico', { cidSaida: undefined }, campoInvalido('cidSaida')],
  ['diagnóstico que não é CID', { cidSaida: '1234' }, campoInvalido('cidSaida')],
  ['médico inexistente', { medicoId: 999_999 }, [422, 'MEDICO.NAO_ENCONTRADO', 'medicoId']],
  ['dia que não existe', { em: '2026-02-30T10:00:00Z' }, campoInvalido('em')],
  ['campo que não há', { leitoId: 1 }, [422, 'PLATAFORMA.CAMPO_DESCONHECIDO', 'leitoId']],
];

describe('saída do hospital, recusada', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const internar = async () => (await cenario.internacoes.internar({ admitidaEm: ENTRADA })).id;
  const esperaSemSaida = (id: number, comando: string, corpo: unknown, porque: Porque) =>
    esperaRecusa(cenario.app, { caminho: `/v1/internacoes/${id}/${comando}`, corpo }, recusa(porque));

  it.each(DESFECHOS)('deve recusar a alta: %s', async (_que, mudanca, porque) => {
    await esperaSemSaida(await internar(), 'alta', { ...ALTA, ...mudanca }, porque);
  });

  it.each(DESFECHOS)('deve recusar a alta clínica: %s', async (_que, mudanca, porque) => {
    await esperaSemSaida(await internar(), 'alta-clinica', { ...ALTA, ...mudanca }, porque);
  });

  it('deve recusar a alta por um médico inativo', async () => {
    const [id, medicoId] = [await internar(), await cenario.internacoes.outroMedico()];
    await cenario.app.post(`/v1/medicos/${medicoId}/inativar`, { motivo: 'Aposentou-se.' });
    await esperaSemSaida(id, 'alta', { ...ALTA, medicoId }, [422, 'MEDICO.INATIVO', 'medicoId']);
  });

  it('deve recusar a segunda alta e a alta de quem não existe', async () => {
    const id = await internar();
    await cenario.internacoes.comandar(id, 'alta', ALTA);
    await esperaSemSaida(id, 'alta', ALTA, ILEGAL);
    await esperaSemSaida(id, 'alta-clinica', ALTA, ILEGAL);
    await esperaSemSaida(999_999, 'alta', ALTA, [404, 'INTERNACAO.NAO_ENCONTRADA', null]);
  });

  it('deve recusar a alta e a saída anteriores ao último movimento', async () => {
    const id = await internar();
    const antes = '2026-03-11T09:59:59Z';
    const tarde: Porque = [422, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', 'em'];
    const destino = { leitoId: await cenario.leito(), motivo: 'Cuidado', em: '2026-03-11T10:00:00Z' };
    await cenario.internacoes.comandar(id, 'transferir', destino);
    await esperaSemSaida(id, 'alta', { ...ALTA, em: antes }, tarde);
    await esperaSemSaida(id, 'alta-clinica', { ...ALTA, em: antes }, tarde);
    await cenario.internacoes.comandar(id, 'alta-clinica', { ...ALTA, em: '2026-03-12T10:00:00Z' });
    await esperaSemSaida(id, 'saida', { em: '2026-03-12T09:59:59Z' }, tarde);
    await esperaSemSaida(id, 'saida', { em: '2199-01-01T00:00:00Z' }, [
      422,
      'INTERNACAO.DATA_NO_FUTURO',
      'em',
    ]);
  });

  it.each<Linha>([
    ['no passado', { para: '2026-03-11T10:00:00Z' }, SEM_PREVISAO_PASSADA],
    ['sem dizer para quando', {}, campoInvalido('para')],
    ['para um dia só, sem hora', { para: '2199-01-01' }, campoInvalido('para')],
  ])('deve recusar a previsão de alta: %s', async (_que, corpo, porque) => {
    await esperaSemSaida(await internar(), 'prever-alta', corpo, porque);
  });

  it('deve recusar desfazer a alta sem motivo, tarde demais ou com o leito já ocupado por outro', async () => {
    const { id, pacienteId } = await cenario.internacoes.internar({ admitidaEm: ENTRADA });
    const motivo = 'Alta dada por engano.';
    await cenario.internacoes.comandar(id, 'alta', { ...ALTA, em: '2026-03-12T10:00:00Z' });
    await esperaSemSaida(id, 'reabrir', {}, campoInvalido('motivo'));
    await esperaSemSaida(id, 'reabrir', { motivo }, [409, 'INTERNACAO.PRAZO_DE_REABERTURA', null]);

    const outra = await cenario.internacoes.internar({ pacienteId });
    await cenario.internacoes.comandar(outra.id, 'alta', ALTA);
    const leitoId = outra.leitoId!;
    for (const comando of ['iniciar-limpeza', 'concluir-limpeza']) await cenario.comandar(leitoId, comando);
    await cenario.internacoes.internar({ leitoId });
    await esperaSemSaida(outra.id, 'reabrir', { motivo }, [409, 'INTERNACAO.LEITO_OCUPADO', 'leitoId']);
  });

  it('deve recusar o cancelamento sem motivo e o de quem já saiu', async () => {
    const id = await internar();
    await esperaSemSaida(id, 'cancelar', {}, campoInvalido('motivo'));
    await cenario.internacoes.comandar(id, 'alta', ALTA);
    await esperaSemSaida(id, 'cancelar', { motivo: 'Engano.' }, ILEGAL);
  });

  it('deve recusar a correção do que já acabou, e a que nomeia quem não existe', async () => {
    const id = await internar();
    const corrigir = (corpo: Corpo, porque: Porque) =>
      esperaRecusa(cenario.app, { metodo: 'PATCH', caminho: `/v1/internacoes/${id}`, corpo }, recusa(porque));
    await corrigir({ medicoId: 999_999 }, [422, 'MEDICO.NAO_ENCONTRADO', 'medicoId']);
    await corrigir({ convenioId: 999_999 }, [422, 'CONVENIO.NAO_ENCONTRADO', 'convenioId']);
    await corrigir({ cidEntrada: 'J1' }, campoInvalido('cidEntrada'));
    await corrigir({ status: 'ENCERRADA' }, [422, 'PLATAFORMA.CAMPO_DESCONHECIDO', 'status']);
    await corrigir({ leitoId: 1 }, [422, 'PLATAFORMA.CAMPO_DESCONHECIDO', 'leitoId']);
    await cenario.internacoes.comandar(id, 'alta', ALTA);
    await corrigir({ observacao: 'Tarde demais.' }, [409, 'INTERNACAO.NAO_ALTERAVEL', null]);
  });
});
