import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AcaoDeInternacao,
  ESTADOS_DA_INTERNACAO,
  STATUS_DE_INTERNACAO,
  type StatusDeInternacao,
} from '../../src/modulos/internacoes/dominio/estados-da-internacao.js';
import {
  COMANDOS_DO_LEITO,
  ESTADOS_DO_LEITO,
  MAQUINA_DO_LEITO,
} from '../../src/modulos/leitos/dominio/estados-do-leito.js';
import { CenarioDeLeitos } from '../apoio/cenario-de-leitos.js';
import { esperaRecusa, recusa } from './recusa.js';

type Corpo = Record<string, unknown>;

const ALTA = { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' };
const MOTIVO = { motivo: 'Registrado por engano.' };

/** The commands that bring a new stay to a state; those that begin as a request, from it. */
const CAMINHOS: Readonly<Record<StatusDeInternacao, readonly (readonly [AcaoDeInternacao, Corpo])[]>> = {
  SOLICITADA: [],
  RECUSADA: [['recusar', MOTIVO]],
  INTERNADA: [],
  ALTA_PREVISTA: [['prever-alta', { para: '2199-01-01T00:00:00Z' }]],
  ALTA_CLINICA: [['alta-clinica', ALTA]],
  ENCERRADA: [['alta', ALTA]],
  CANCELADA: [['cancelar', MOTIVO]],
};
const COMECA_COMO_PEDIDO: readonly StatusDeInternacao[] = ['SOLICITADA', 'RECUSADA'];

const ACOES = [...new Set(ESTADOS_DA_INTERNACAO.transicoes.map(({ acao }) => acao))];

describe('comando que o estado não permite', () => {
  let cenario: CenarioDeLeitos;

  beforeAll(async () => {
    cenario = await CenarioDeLeitos.montar();
  });
  afterAll(() => cenario.encerrar());

  /** 409 that names each action that is possible, as the resource itself offers them. */
  async function esperaIlegal(caminho: string, comando: string, corpo: Corpo, codigo: string): Promise<void> {
    const { data } = (await cenario.app.get<{ acoes: string[] }>(caminho)).corpo;
    expect(data.acoes).not.toContain(comando);
    const frase =
      data.acoes.length > 0 ? `Ações possíveis agora: ${data.acoes.join(', ')}.` : 'Nenhuma outra é.';
    const recusado = await esperaRecusa(
      cenario.app,
      { caminho: `${caminho}/${comando}`, corpo },
      recusa([409, codigo, null]),
    );
    expect(recusado.corpo.error[0]!.message).toContain(frase);
  }

  it.each(ESTADOS_DO_LEITO)('deve receber 409 com os possíveis, num leito %s', async (estado) => {
    const id = await cenario.leito(estado);
    const pacienteId = await cenario.internacoes.paciente();
    const ilegais = COMANDOS_DO_LEITO.filter((comando) => !MAQUINA_DO_LEITO.permite(estado, comando));
    expect(ilegais.length).toBeGreaterThan(0);
    for (const comando of ilegais) {
      const corpo = /^(bloquear|manutencao)$/.test(comando)
        ? MOTIVO
        : comando === 'reservar'
          ? { pacienteId }
          : {};
      await esperaIlegal(`/v1/leitos/${id}`, comando, corpo, 'LEITO.TRANSICAO_INVALIDA');
    }
  });

  it('deve receber 409 com os possíveis, ao desistir de uma manutenção que não foi planejada', async () => {
    const id = await cenario.leito('OCUPADO');
    await esperaIlegal(`/v1/leitos/${id}`, 'concluir-manutencao', {}, 'LEITO.TRANSICAO_INVALIDA');
  });

  it.each(STATUS_DE_INTERNACAO)('deve receber 409 com os possíveis, numa internação %s', async (estado) => {
    const { internacoes } = cenario;
    const { id } = COMECA_COMO_PEDIDO.includes(estado)
      ? await internacoes.solicitar()
      : await internacoes.internar();
    for (const [comando, corpo] of CAMINHOS[estado]) await internacoes.comandar(id, comando, corpo);
    const leitoId = await cenario.leito();
    const corpos: Readonly<Record<AcaoDeInternacao, Corpo>> = {
      admitir: { leitoId },
      recusar: MOTIVO,
      cancelar: MOTIVO,
      transferir: { leitoId, ...MOTIVO },
      'prever-alta': { para: '2199-01-01T00:00:00Z' },
      'cancelar-previsao': {},
      'alta-clinica': ALTA,
      alta: ALTA,
      saida: {},
      reabrir: MOTIVO,
    };
    const ilegais = ACOES.filter((acao) => !ESTADOS_DA_INTERNACAO.permite(estado, acao));
    expect(ilegais.length).toBeGreaterThan(0);
    for (const acao of ilegais)
      await esperaIlegal(`/v1/internacoes/${id}`, acao, corpos[acao], 'INTERNACAO.TRANSICAO_INVALIDA');
  });

  it.each([
    ['setores', 'SETOR', { nome: 'Ala norte' }],
    ['especialidades', 'ESPECIALIDADE', { nome: 'Cardiologia' }],
    ['convenios', 'CONVENIO', { nome: 'Saúde Serrana', tipoPlano: 'FAMILIAR' }],
    ['medicos', 'MEDICO', { nome: 'Dr. Ivo', conselho: 'CRM', numeroConselho: '777', ufConselho: 'RJ' }],
    ['pacientes', 'PACIENTE', { nome: 'Rita Lemos', dataNascimento: '1990-01-01', sexo: 'F' }],
  ])('deve receber 409 em %s, ao inativar o inativo e reativar o ativo', async (recurso, codigo, corpo) => {
    const { id } = await cenario.app.criar(`/v1/${recurso}`, corpo);
    const genero = codigo === 'ESPECIALIDADE' ? 'A' : 'O';
    const ativo = recusa([409, `${codigo}.JA_ATIV${genero}`, null]);
    const inativo = recusa([409, `${codigo}.JA_INATIV${genero}`, null]);
    const caminho = `/v1/${recurso}/${id}`;
    await esperaRecusa(cenario.app, { caminho: `${caminho}/reativar`, corpo: {} }, ativo);
    await cenario.app.post(`${caminho}/inativar`, MOTIVO);
    await esperaRecusa(cenario.app, { caminho: `${caminho}/inativar`, corpo: MOTIVO }, inativo);
    await esperaRecusa(cenario.app, { metodo: 'DELETE', caminho: `${caminho}?motivo=Fim` }, inativo);
  });
});
