import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { esperaRecusa, type Porque, recusa } from './recusa.js';

type Corpo = Record<string, unknown>;
type Linha = [que: string, corpo: () => Promise<Corpo> | Corpo, porque: Porque];

const campoInvalido = (campo: string): Porque => [422, 'PLATAFORMA.CAMPO_INVALIDO', campo];
const desconhecido = (campo: string): Porque => [422, 'PLATAFORMA.CAMPO_DESCONHECIDO', campo];
const NO_FUTURO: Porque = [422, 'LEITO.EM_NO_FUTURO', 'em'];
const ANTES_DO_ESTADO: Porque = [422, 'LEITO.EM_ANTES_DO_ESTADO_ATUAL', 'em'];
const INVERTIDO: Porque = [422, 'LEITO.PERIODO_INVALIDO', 'ate'];

const NINGUEM = 999_999;
const FUTURO = '2199-01-01T00:00:00Z';
const PASSADO = '2001-01-01T00:00:00Z';

describe('leito, recusado', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const esperaLeitoIgual = (id: number, comando: string, corpo: unknown, porque: Porque) =>
    esperaRecusa(cenario.app, { caminho: `/v1/leitos/${id}/${comando}`, corpo }, recusa(porque));
  const pacienteInativo = async () => {
    const pacienteId = await cenario.internacoes.paciente();
    await cenario.app.post(`/v1/pacientes/${pacienteId}/inativar`, { motivo: 'Cadastro repetido.' });
    return { pacienteId };
  };
  const comReserva = async () => {
    const pacienteId = await cenario.internacoes.paciente();
    await cenario.comandar(await cenario.leito(), 'reservar', { pacienteId });
    return { pacienteId };
  };
  const pedidoDeOutro = async () => ({
    solicitacaoId: (await cenario.internacoes.solicitar()).id,
    pacienteId: await cenario.internacoes.paciente(),
  });
  const pedidoEncerrado = async () => {
    const { id } = await cenario.internacoes.solicitar();
    await cenario.internacoes.comandar(id, 'cancelar', { motivo: 'Desistiu.' });
    return { solicitacaoId: id };
  };

  it.each<Linha>([
    ['sem número', () => ({ numero: undefined }), campoInvalido('numero')],
    ['número só de espaços', () => ({ numero: '   ' }), campoInvalido('numero')],
    ['número que é número', () => ({ numero: 101 }), campoInvalido('numero')],
    ['setor inexistente', () => ({ setorId: NINGUEM }), [422, 'SETOR.NAO_ENCONTRADO', 'setorId']],
    ['setor grande demais', () => ({ setorId: 2_147_483_648 }), campoInvalido('setorId')],
    ['tipo inventado', () => ({ tipo: 'SUITE' }), campoInvalido('tipo')],
    ['classe inventada', () => ({ classe: 'LUXO' }), campoInvalido('classe')],
    ['extra em texto', () => ({ extra: 'true' }), campoInvalido('extra')],
    [
      'instalado num dia que não existe',
      () => ({ instaladoDesde: '2023-02-29T00:00:00Z' }),
      campoInvalido('instaladoDesde'),
    ],
    [
      'instalado desde um dia, sem o ser',
      () => ({ instalado: false, instaladoDesde: PASSADO }),
      [422, 'LEITO.INSTALACAO_CONTRADITORIA', 'instaladoDesde'],
    ],
    ['estado no corpo', () => ({ status: 'OCUPADO' }), desconhecido('status')],
    ['id no corpo', () => ({ id: 7 }), desconhecido('id')],
  ])('deve recusar o cadastro: %s', async (_que, mudanca, porque) => {
    const corpo = { numero: 'N-1', setorId: cenario.setorId, tipo: 'ENFERMARIA', ...(await mudanca()) };
    await esperaRecusa(cenario.app, { caminho: '/v1/leitos', corpo }, recusa(porque));
  });

  it('deve recusar número repetido no setor, também só em caixa e acento, e setor inativo', async () => {
    const { app, setorId } = cenario;
    const corpo = { numero: 'Maçã-1', setorId, tipo: 'ENFERMARIA' };
    const { id } = await app.criar('/v1/leitos', corpo);
    const repetido = recusa([409, 'LEITO.NUMERO_REPETIDO', 'numero']);
    for (const numero of ['Maçã-1', 'MACA-1', ' maçã-1 '])
      await esperaRecusa(app, { caminho: '/v1/leitos', corpo: { ...corpo, numero } }, repetido);
    const outro = await cenario.leito();
    const alteracao = { metodo: 'PATCH', caminho: `/v1/leitos/${outro}`, corpo: { numero: 'maca-1' } };
    await esperaRecusa(app, alteracao, repetido);

    const setor = await app.criar('/v1/setores', { nome: 'Ala fechada' });
    await app.post(`/v1/setores/${setor.id}/inativar`, { motivo: 'Reforma.' });
    const noSetor = { caminho: '/v1/leitos', corpo: { ...corpo, setorId: setor.id } };
    await esperaRecusa(app, noSetor, recusa([422, 'SETOR.INATIVO', 'setorId']));
    const inativar = { caminho: `/v1/setores/${setorId}/inativar`, corpo: { motivo: 'Fim.' } };
    await esperaRecusa(app, inativar, recusa([409, 'SETOR.COM_LEITOS_EM_USO', null]));
    const semLeito = { ...alteracao, caminho: `/v1/leitos/${NINGUEM}` };
    await esperaRecusa(app, semLeito, recusa([404, 'LEITO.NAO_ENCONTRADO', null]));
    expect(id).toBeGreaterThan(0);
  });

  it.each<Linha>([
    ['paciente inexistente', () => ({ pacienteId: NINGUEM }), [422, 'PACIENTE.NAO_ENCONTRADO', 'pacienteId']],
    ['paciente inativo', pacienteInativo, [422, 'PACIENTE.INATIVO', 'pacienteId']],
    ['paciente com outra reserva', comReserva, [409, 'LEITO.PACIENTE_JA_TEM_RESERVA', 'pacienteId']],
    [
      'pedido inexistente',
      () => ({ solicitacaoId: NINGUEM }),
      [422, 'LEITO.SOLICITACAO_NAO_ENCONTRADA', 'solicitacaoId'],
    ],
    ['pedido de outro paciente', pedidoDeOutro, [422, 'LEITO.SOLICITACAO_DE_OUTRO_PACIENTE', 'pacienteId']],
    ['pedido encerrado', pedidoEncerrado, [422, 'LEITO.SOLICITACAO_ENCERRADA', 'solicitacaoId']],
    ['prazo no passado', () => ({ expiraEm: PASSADO }), [422, 'LEITO.RESERVA_VENCIDA', 'expiraEm']],
    ['antes do estado atual', () => ({ em: PASSADO }), ANTES_DO_ESTADO],
    ['prazo que não é instante', () => ({ expiraEm: 'amanhã' }), campoInvalido('expiraEm')],
    ['motivo longo demais', () => ({ motivo: 'x'.repeat(501) }), campoInvalido('motivo')],
    ['campo que não há', () => ({ leitoId: 1 }), desconhecido('leitoId')],
  ])('deve recusar a reserva: %s', async (_que, corpo, porque) => {
    const id = await cenario.leito();
    for (const comando of ['bloquear', 'desbloquear', 'iniciar-limpeza', 'concluir-limpeza'])
      await cenario.comandar(id, comando);
    await esperaLeitoIgual(id, 'reservar', await corpo(), porque);
  });

  it.each(['bloquear', 'manutencao'])(
    'deve recusar %s sem motivo, ou num período impossível',
    async (comando) => {
      const id = await cenario.leito();
      const motivo = 'Obra.';
      await esperaLeitoIgual(id, comando, {}, campoInvalido('motivo'));
      await esperaLeitoIgual(id, comando, { motivo: ' ' }, campoInvalido('motivo'));
      await esperaLeitoIgual(id, comando, { motivo, em: PASSADO, ate: PASSADO }, INVERTIDO);
      await esperaLeitoIgual(
        id,
        comando,
        { motivo, em: '2026-03-02T00:00:00Z', ate: '2026-03-01T00:00:00Z' },
        INVERTIDO,
      );
      await esperaLeitoIgual(id, comando, { motivo, em: FUTURO, ate: PASSADO }, INVERTIDO);
      await esperaLeitoIgual(id, comando, { motivo, em: '2026-13-01T00:00:00Z' }, campoInvalido('em'));
      await esperaLeitoIgual(NINGUEM, comando, { motivo }, [404, 'LEITO.NAO_ENCONTRADO', null]);
    },
  );

  it('deve recusar o bloqueio e a manutenção de períodos em que o leito estava em uso', async () => {
    const leitoId = await cenario.leito();
    const { id } = await cenario.internacoes.internar({ leitoId, admitidaEm: '2026-03-10T10:00:00Z' });
    const alta = { cidSaida: 'J18', motivoSaida: 'ALTA_CURADO', em: '2026-03-12T10:00:00Z' };
    await cenario.internacoes.comandar(id, 'alta', alta);
    const sobreposto: Porque = [409, 'LEITO.PERIODO_SOBREPOSTO', 'em'];
    for (const [em, ate] of [
      ['2026-03-09T00:00:00Z', '2026-03-10T10:00:00.001Z'],
      ['2026-03-11T00:00:00Z', '2026-03-11T01:00:00Z'],
      ['2026-03-12T09:59:59.999Z', '2026-03-13T00:00:00Z'],
      ['2026-03-01T00:00:00Z', '2026-03-20T00:00:00Z'],
    ]) {
      await esperaLeitoIgual(leitoId, 'bloquear', { motivo: 'Obra.', em, ate }, sobreposto);
      await esperaLeitoIgual(leitoId, 'manutencao', { motivo: 'Obra.', em, ate }, sobreposto);
    }
  });

  it.each([
    ['iniciar-limpeza', 'AGUARDANDO_LIMPEZA'],
    ['concluir-limpeza', 'EM_LIMPEZA'],
    ['cancelar-reserva', 'RESERVADO'],
    ['desbloquear', 'BLOQUEADO'],
    ['concluir-manutencao', 'MANUTENCAO'],
    ['reativar', 'DESATIVADO'],
    ['desativar', 'BLOQUEADO'],
  ] as const)(
    'deve recusar %s no futuro, antes do estado atual e com corpo errado',
    async (comando, estado) => {
      const id = await cenario.leito(estado);
      await esperaLeitoIgual(id, comando, { em: FUTURO }, NO_FUTURO);
      await esperaLeitoIgual(id, comando, { em: PASSADO }, ANTES_DO_ESTADO);
      await esperaLeitoIgual(id, comando, { em: '2026-06-01' }, campoInvalido('em'));
      await esperaLeitoIgual(id, comando, { motivo: '' }, campoInvalido('motivo'));
      await esperaLeitoIgual(id, comando, { status: 'LIVRE' }, desconhecido('status'));
      await esperaLeitoIgual(NINGUEM, comando, {}, [404, 'LEITO.NAO_ENCONTRADO', null]);
    },
  );
});
