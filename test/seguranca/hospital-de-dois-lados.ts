import { expect } from '@jest/globals';
import { inteiro } from '../../src/banco/dialeto.js';
import { PAPEIS, type Papel } from '../../src/plataforma/seguranca/autor.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { Pessoa } from '../apoio/pessoas.js';

const HORA_MS = 3_600_000;

/** What a patient is to whoever asks. */
export const SITUACOES = ['proprio', 'sobCuidado', 'alheio', 'emergencia', 'emergenciaExpirada'] as const;
export type Situacao = (typeof SITUACOES)[number];

/** The ids of a patient's records, by their kind. */
export type Registros = Readonly<Record<string, number>>;

export interface HospitalDeDoisLados {
  readonly app: AplicacaoDeTeste;
  readonly pessoas: Readonly<Record<Papel, Pessoa>>;
  readonly registros: Readonly<Record<Situacao, Registros>>;
  /** The doctor, the setor and the insurer of the side of those who ask. */
  readonly medicoId: number;
  readonly setorId: number;
}

/**
 * A hospital of two setores and two doctors: one person of each role, all of the first side; a patient of that side, and
 * others of the other side, of whom two were opened in an emergency and of one that is over.
 */
export async function montarDoisLados(): Promise<HospitalDeDoisLados> {
  const app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'true' });
  const cenario = await CenarioDeInternacao.montar(app);
  await app.pedir('PATCH', '/v1/hospital', { diarias: [{ tipoLeito: 'ENFERMARIA', valor: 300 }] });
  const { setorId, medicoId } = cenario;
  const outroLado = {
    setorId: (await app.criar('/v1/setores', { nome: 'Outro lado' })).id,
    medicoId: await cenario.outroMedico(),
  };
  const registros = {} as Record<Situacao, Registros>;
  for (const situacao of SITUACOES)
    registros[situacao] = await criarPaciente(
      cenario,
      situacao,
      situacao === 'sobCuidado' ? { setorId, medicoId } : outroLado,
    );
  const pessoas = {} as Record<Papel, Pessoa>;
  for (const papel of PAPEIS)
    pessoas[papel] = await Pessoa.criar(app, [papel], {
      ...(papel === 'MEDICO' ? { medicoId } : {}),
      ...(papel === 'ENFERMAGEM' || papel === 'FARMACIA' ? { setorIds: [setorId] } : {}),
      ...(papel === 'PACIENTE' ? { pacienteId: registros.proprio.paciente! } : {}),
    });
  await abrirEmergencias(pessoas, registros.emergenciaExpirada.paciente!);
  app.relogio.avancar(HORA_MS + 1);
  await app.entrar();
  await abrirEmergencias(pessoas, registros.emergencia.paciente!);
  return { app, pessoas, registros, medicoId, setorId };
}

async function abrirEmergencias(pessoas: Readonly<Record<Papel, Pessoa>>, pacienteId: number): Promise<void> {
  for (const papel of ['MEDICO', 'ENFERMAGEM', 'FARMACIA'] as const) {
    const corpo = { pacienteId, motivo: 'Parada cardíaca no corredor.' };
    expect((await pessoas[papel].post('/v1/acessos-de-emergencia', corpo)).status).toBe(201);
  }
}

/** A patient with an address, a past stay that was charged, and a stay in course that began with a request. */
async function criarPaciente(
  cenario: CenarioDeInternacao,
  nome: string,
  { setorId, medicoId }: { setorId: number; medicoId: number },
): Promise<Registros> {
  const { app } = cenario;
  const { id: paciente } = await app.criar('/v1/pacientes', {
    nome: `Fulana ${nome}`,
    dataNascimento: '1980-02-29',
    sexo: 'F',
    alergias: ['Dipirona'],
    endereco: {
      logradouro: 'Rua A',
      numero: '1',
      bairro: 'Centro',
      cidade: 'São Paulo',
      estado: 'SP',
      cep: '01310-100',
    },
  });
  const instante = (horas: number) => new Date(app.relogio.agora().getTime() - horas * HORA_MS).toISOString();
  const passada = await cenario.internar({
    pacienteId: paciente,
    medicoId,
    leitoId: await cenario.leito({ setorId }),
    admitidaEm: instante(50),
    ...{ alta: { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO', em: instante(40) } },
  });
  const { id: internacao } = await cenario.solicitar({ pacienteId: paciente, medicoId });
  await cenario.comandar(internacao, 'admitir', { leitoId: await cenario.leito({ setorId }) });
  const pedido = await app.criar('/v1/privacidade/pedidos', { pacienteId: paciente, tipo: 'ACESSO' });
  const um = async (sql: string, id: number) =>
    eventualmente(async () => {
      const [linha] = await app.consultar(sql, [id]);
      expect(linha).toBeDefined();
      return inteiro(linha!.id);
    });
  return {
    paciente,
    internacao,
    endereco: await um('SELECT id FROM enderecos WHERE paciente_id = ?', paciente),
    lancamento: await um('SELECT id FROM lancamentos WHERE paciente_id = ?', paciente),
    conta: await um('SELECT id FROM contas WHERE internacao_id = ?', passada.id),
    'pedido-de-privacidade': pedido.id,
  };
}
