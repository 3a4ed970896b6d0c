import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { EstadoDoLeito } from '../../src/modulos/leitos/dominio/estados-do-leito.js';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { esperaRecusa, type Porque, recusa } from './recusa.js';

type Corpo = Record<string, unknown>;
type Linha = [que: string, mudanca: () => Promise<Corpo> | Corpo, porque: Porque];

const OCUPADO: Porque = [409, 'INTERNACAO.LEITO_OCUPADO', 'leitoId'];
const INDISPONIVEL: Porque = [409, 'INTERNACAO.LEITO_INDISPONIVEL', 'leitoId'];
const JA_INTERNADO: Porque = [409, 'INTERNACAO.PACIENTE_JA_INTERNADO', 'pacienteId'];
const SEM_LEITO: Porque = [422, 'LEITO.NAO_ENCONTRADO', 'leitoId'];
const SEM_PACIENTE: Porque = [422, 'PACIENTE.NAO_ENCONTRADO', 'pacienteId'];
const SEM_MEDICO: Porque = [422, 'MEDICO.NAO_ENCONTRADO', 'medicoId'];
const MEDICO_INATIVO: Porque = [422, 'MEDICO.INATIVO', 'medicoId'];
const SEM_CONVENIO: Porque = [422, 'CONVENIO.NAO_ENCONTRADO', 'convenioId'];
const FORA_DA_VIGENCIA: Porque = [422, 'CONVENIO.FORA_DA_VIGENCIA', 'convenioId'];
const campoInvalido = (campo: string): Porque => [422, 'PLATAFORMA.CAMPO_INVALIDO', campo];
const noFuturo = (campo: string): Porque => [422, 'INTERNACAO.DATA_NO_FUTURO', campo];
const antesDoNascimento = (campo: string): Porque => [422, 'INTERNACAO.ANTES_DO_NASCIMENTO', campo];

const NINGUEM = 999_999;
const FUTURO = '2199-01-01T00:00:00Z';
const ANTES_DE_NASCER = '1979-01-01T00:00:00Z';

describe('entrada no hospital, recusada', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  const noLeito =
    (estado: EstadoDoLeito, mais: Corpo = {}) =>
    async () => ({ leitoId: await cenario.leito(estado, mais) });
  const internado = async () => ({ pacienteId: (await cenario.internacoes.internar()).pacienteId });
  const esperando = async () => ({ pacienteId: (await cenario.internacoes.solicitar()).pacienteId });
  const inativo = async (recurso: string, id: number): Promise<number> => {
    await cenario.app.post(`/v1/${recurso}/${id}/inativar`, { motivo: 'Saiu de uso.' });
    return id;
  };
  const pacienteInativo = async () => ({
    pacienteId: await inativo('pacientes', await cenario.internacoes.paciente()),
  });
  const medicoInativo = async () => ({
    medicoId: await inativo('medicos', await cenario.internacoes.outroMedico()),
  });
  const convenioInativo = async () => ({
    convenioId: await inativo('convenios', await cenario.internacoes.convenio()),
  });
  const convenioComVigencia = (vigencia: Corpo) => async () => {
    const convenioId = await cenario.internacoes.convenio();
    await cenario.app.pedir('PATCH', `/v1/convenios/${convenioId}`, vigencia);
    return { convenioId };
  };

  it.each<Linha>([
    ['leito ocupado', noLeito('OCUPADO'), OCUPADO],
    ['leito aguardando limpeza', noLeito('AGUARDANDO_LIMPEZA'), INDISPONIVEL],
    ['leito em limpeza', noLeito('EM_LIMPEZA'), INDISPONIVEL],
    ['leito bloqueado', noLeito('BLOQUEADO'), INDISPONIVEL],
    ['leito em manutenção', noLeito('MANUTENCAO'), INDISPONIVEL],
    ['leito desativado', noLeito('DESATIVADO'), INDISPONIVEL],
    ['leito reservado para outro', noLeito('RESERVADO'), INDISPONIVEL],
    ['leito só planejado', noLeito('LIVRE', { instalado: false }), INDISPONIVEL],
    ['leito de observação', noLeito('LIVRE', { classe: 'OBSERVACAO' }), INDISPONIVEL],
    ['leito inexistente', () => ({ leitoId: NINGUEM }), SEM_LEITO],
    ['paciente já internado', internado, JA_INTERNADO],
    ['paciente inexistente', () => ({ pacienteId: NINGUEM }), SEM_PACIENTE],
    ['paciente inativo', pacienteInativo, [422, 'PACIENTE.INATIVO', 'pacienteId']],
    ['médico inexistente', () => ({ medicoId: NINGUEM }), SEM_MEDICO],
    ['médico inativo', medicoInativo, MEDICO_INATIVO],
    ['convênio inexistente', () => ({ convenioId: NINGUEM }), SEM_CONVENIO],
    ['convênio inativo', convenioInativo, [422, 'CONVENIO.INATIVO', 'convenioId']],
    ['convênio que acabou', convenioComVigencia({ vigenciaFim: '2020-01-01' }), FORA_DA_VIGENCIA],
    ['convênio que virá', convenioComVigencia({ vigenciaInicio: '2199-01-01' }), FORA_DA_VIGENCIA],
    ['entrada no futuro', () => ({ admitidaEm: FUTURO }), noFuturo('admitidaEm')],
    ['entrada antes de nascer', () => ({ admitidaEm: ANTES_DE_NASCER }), antesDoNascimento('admitidaEm')],
    ['sem paciente', () => ({ pacienteId: undefined }), campoInvalido('pacienteId')],
    ['sem médico', () => ({ medicoId: undefined }), campoInvalido('medicoId')],
    ['sem leito', () => ({ leitoId: undefined }), campoInvalido('leitoId')],
    ['sem diagnóstico', () => ({ cidEntrada: undefined }), campoInvalido('cidEntrada')],
    ['caráter inventado', () => ({ carater: 'TALVEZ' }), campoInvalido('carater')],
    ['instante sem fuso', () => ({ admitidaEm: '2026-06-01T10:00:00' }), campoInvalido('admitidaEm')],
    ['30 de fevereiro', () => ({ admitidaEm: '2023-02-30T10:00:00Z' }), campoInvalido('admitidaEm')],
    ['estado no corpo', () => ({ status: 'ENCERRADA' }), [422, 'PLATAFORMA.CAMPO_DESCONHECIDO', 'status']],
  ])('deve recusar a internação: %s', async (_que, mudanca, porque) => {
    const corpo = { ...(await cenario.internacoes.pedido()), ...(await mudanca()) };
    await esperaRecusa(cenario.app, { caminho: '/v1/internacoes', corpo }, recusa(porque));
  });

  it('deve recusar a entrada anterior à instalação do leito', async () => {
    const leitoId = await cenario.leito('LIVRE', { instaladoDesde: '2026-01-01T00:00:00Z' });
    const corpo = await cenario.internacoes.pedido({ leitoId, admitidaEm: '2025-12-31T23:59:59Z' });
    const esperada = { status: 422, codigo: 'LEITO.AINDA_NAO_INSTALADO', mensagem: /2026-01-01T00:00/ };
    await esperaRecusa(cenario.app, { caminho: '/v1/internacoes', corpo }, esperada);
  });

  it.each<Linha>([
    ['paciente já internado', internado, JA_INTERNADO],
    ['paciente que já espera', esperando, [409, 'INTERNACAO.SOLICITACAO_ABERTA', 'pacienteId']],
    ['paciente inexistente', () => ({ pacienteId: NINGUEM }), SEM_PACIENTE],
    ['paciente inativo', pacienteInativo, [422, 'PACIENTE.INATIVO', 'pacienteId']],
    ['médico inexistente', () => ({ medicoId: NINGUEM }), SEM_MEDICO],
    ['médico inativo', medicoInativo, MEDICO_INATIVO],
    ['convênio inexistente', () => ({ convenioId: NINGUEM }), SEM_CONVENIO],
    ['pedido no futuro', () => ({ solicitadaEm: FUTURO }), noFuturo('solicitadaEm')],
    ['pedido antes de nascer', () => ({ solicitadaEm: ANTES_DE_NASCER }), antesDoNascimento('solicitadaEm')],
    ['tipo de leito inventado', () => ({ tipoLeito: 'SUITE' }), campoInvalido('tipoLeito')],
    ['prioridade inventada', () => ({ prioridade: 'JA' }), campoInvalido('prioridade')],
  ])('deve recusar o pedido de leito: %s', async (_que, mudanca, porque) => {
    const { internacoes, app } = cenario;
    const pedido = { medicoId: internacoes.medicoId, cidEntrada: 'J18', tipoLeito: 'ENFERMARIA' };
    const corpo = { pacienteId: await internacoes.paciente(), ...pedido, ...(await mudanca()) };
    await esperaRecusa(app, { caminho: '/v1/internacoes/solicitacoes', corpo }, recusa(porque));
  });

  it.each<Linha>([
    ['leito ocupado', noLeito('OCUPADO'), OCUPADO],
    ['leito bloqueado', noLeito('BLOQUEADO'), INDISPONIVEL],
    ['leito reservado para outro', noLeito('RESERVADO'), INDISPONIVEL],
    ['leito inexistente', () => ({ leitoId: NINGUEM }), SEM_LEITO],
    ['médico inexistente', () => ({ medicoId: NINGUEM }), SEM_MEDICO],
    ['médico inativo', medicoInativo, MEDICO_INATIVO],
    ['convênio inexistente', () => ({ convenioId: NINGUEM }), SEM_CONVENIO],
    ['no futuro', () => ({ admitidaEm: FUTURO }), noFuturo('admitidaEm')],
    [
      'antes do pedido',
      () => ({ admitidaEm: '2001-01-01T00:00:00Z' }),
      [422, 'INTERNACAO.EM_ANTES_DO_ULTIMO_MOVIMENTO', 'admitidaEm'],
    ],
  ])('deve recusar a admissão de quem esperava: %s', async (_que, mudanca, porque) => {
    const { id } = await cenario.internacoes.solicitar();
    const corpo = { leitoId: await cenario.leito(), ...(await mudanca()) };
    await esperaRecusa(cenario.app, { caminho: `/v1/internacoes/${id}/admitir`, corpo }, recusa(porque));
  });

  it('deve recusar a admissão de um pedido que não existe', async () => {
    const corpo = { leitoId: await cenario.leito() };
    const esperada = recusa([404, 'INTERNACAO.NAO_ENCONTRADA', null]);
    await esperaRecusa(cenario.app, { caminho: '/v1/internacoes/999999/admitir', corpo }, esperada);
  });
});
