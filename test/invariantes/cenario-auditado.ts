import { expect } from '@jest/globals';
import { inteiro, texto } from '../../src/banco/dialeto.js';
import { CodigosDeAcesso } from '../../src/modulos/acesso/contrato/codigos-de-acesso.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { pararRele } from '../apoio/rele-parado.js';

const HORA = 3_600_000;

/** A little of all that the product writes, made through its API, and what of it the breakages name. */
export interface CenarioAuditado {
  readonly app: AplicacaoDeTeste;
  /** `horas` from the beginning, as the database writes it. */
  em(horas: number): string;
  readonly leito: Readonly<Record<NomeDeLeito, number>>;
  readonly outroSetor: number;
  /** Stays: one in course; two closed, at the same time, one of them without a price; one cancelled; one still waiting. */
  readonly estadia: Readonly<Record<NomeDeEstadia, number>>;
  readonly paciente: Readonly<Record<NomeDeEstadia, number>>;
  /** Charges: the one in force, the one it took the place of, and a draft. */
  readonly lancamento: Readonly<Record<'final' | 'estornado' | 'rascunho', number>>;
  readonly plano: number;
  readonly planoCancelado: number;
  /** Of a bed that became free twice: the events, and the deliveries to the saga that tells it. */
  readonly liberacoes: readonly string[];
  readonly entregas: readonly number[];
  /** The event of the discharge of the closed stay. */
  readonly alta: string;
}

type NomeDeLeito =
  'livre' | 'ocupado' | 'primeiro' | 'segundo' | 'bloqueado' | 'reservado' | 'planejado' | 'liberado';
type NomeDeEstadia = 'aberta' | 'encerrada' | 'semPreco' | 'cancelada' | 'solicitada' | 'passada';

export async function montarCenarioAuditado(): Promise<CenarioAuditado> {
  const app = await AplicacaoDeTeste.iniciar();
  const inicio = app.relogio.agora().getTime();
  const instante = (horas: number): string => new Date(inicio + horas * HORA).toISOString();
  const hospital = await CenarioDeInternacao.montar(app);
  await app.pedir('PATCH', '/v1/hospital', { diarias: [{ tipoLeito: 'ENFERMARIA', valor: 300 }] });

  const leitos = await criarLeitos(hospital);
  const comandar = async (leitoId: number, comando: string, corpo: object = {}): Promise<void> => {
    const { status, corpo: resposta } = await app.post(`/v1/leitos/${leitoId}/${comando}`, corpo);
    if (status !== 200) throw new Error(`${comando}: ${JSON.stringify(resposta)}`);
  };
  const sair = (id: number, horas: number) =>
    hospital.comandar(id, 'alta', { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO', em: instante(horas) });
  const { livre, ocupado, primeiro, segundo, bloqueado, reservado, planejado, liberado } = leitos;

  const aberta = await hospital.internar({ leitoId: ocupado, admitidaEm: instante(-5) });
  const encerrada = await hospital.internar({ leitoId: primeiro, admitidaEm: instante(-10) });
  await hospital.comandar(encerrada.id, 'transferir', {
    leitoId: segundo,
    motivo: 'Ficar mais perto.',
    em: instante(-8),
  });
  await sair(encerrada.id, -6);
  const uti = await hospital.leito({ tipo: 'UTI_ADULTO' });
  const semPreco = await hospital.internar({ leitoId: uti, admitidaEm: instante(-10) });
  await sair(semPreco.id, -6);
  const cancelada = await hospital.internar({ admitidaEm: instante(-3) });
  await hospital.comandar(cancelada.id, 'cancelar', { motivo: 'Registrada por engano.' });
  const solicitada = await hospital.solicitar();
  const passada = await hospital.internar({
    admitidaEm: instante(-50),
    ...{ alta: { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO', em: instante(-40) } },
  });

  await comandar(bloqueado, 'bloquear', { motivo: 'Obra.' });
  await comandar(reservado, 'reservar', { pacienteId: solicitada.pacienteId, solicitacaoId: solicitada.id });
  await comandar(planejado, 'manutencao', { motivo: 'Pintura.', em: instante(20), ate: instante(30) });
  await comandar(planejado, 'bloquear', { motivo: 'Obra.', em: instante(40), ate: instante(50) });
  const [plano, planoCancelado] = (await app.consultar('SELECT id FROM leitos_planos ORDER BY id')).map((l) =>
    inteiro(l.id),
  );
  await app.post(`/v1/leitos/${planejado}/planos/${planoCancelado}/cancelar`);
  for (let vez = 0; vez < 2; vez++) {
    await comandar(liberado, 'bloquear', { motivo: 'Infecção.' });
    for (const passo of ['desbloquear', 'iniciar-limpeza', 'concluir-limpeza'])
      await comandar(liberado, passo);
  }
  await app.pedir('POST', '/v1/setores', { nome: 'Com chave' }, { 'idempotency-key': 'chave-de-teste' });
  const outroSetor = (await app.criar('/v1/setores', { nome: 'Outro' })).id;
  await cadastrarComTudo(app);
  await pedirPrivacidade(app, solicitada.pacienteId);
  await abrirContas(app);
  await abrirEmergencia(app, solicitada.pacienteId);
  await ligarContas(app, solicitada.pacienteId);

  const final = await esperarFinal(app, encerrada.id);
  await app.post(`/v1/financeiro/lancamentos/${final}/estornar`, { motivo: 'Preço errado.' });
  await sossegar(app);
  await pararRele(app);

  const ids = async (sql: string, ...parametros: (string | number)[]) =>
    (await app.consultar(sql, parametros)).map(({ id }) => id);
  const liberacoes = await ids(
    "SELECT id FROM eventos WHERE tipo = 'leitos.leito-liberado' AND agregado_id = ? ORDER BY sequencia",
    liberado,
  );
  const estadias = { aberta, encerrada, semPreco, cancelada, solicitada, passada };
  const deCada = (campo: 'id' | 'pacienteId') =>
    Object.fromEntries(Object.entries(estadias).map(([nome, estadia]) => [nome, estadia[campo]])) as Record<
      NomeDeEstadia,
      number
    >;
  return {
    app,
    em: (horas) => instante(horas).replace('T', ' ').slice(0, 23),
    leito: { livre, ocupado, primeiro, segundo, bloqueado, reservado, planejado, liberado },
    outroSetor,
    estadia: deCada('id'),
    paciente: deCada('pacienteId'),
    lancamento: {
      final: await esperarFinal(app, encerrada.id),
      estornado: final,
      rascunho: await esperarFinal(app, semPreco.id),
    },
    plano: plano!,
    planoCancelado: planoCancelado!,
    liberacoes: liberacoes.map(texto),
    entregas: (
      await ids(
        `SELECT n.id FROM entregas n JOIN eventos e ON e.id = n.evento_id
        WHERE e.tipo = 'leitos.leito-liberado' AND e.agregado_id = ? ORDER BY n.id`,
        liberado,
      )
    ).map(inteiro),
    alta: texto(
      (
        await ids(
          "SELECT id FROM eventos WHERE tipo = 'internacoes.alta-concedida' AND agregado_id = ?",
          encerrada.id,
        )
      )[0],
    ),
  };
}

async function criarLeitos(hospital: CenarioDeInternacao): Promise<Record<NomeDeLeito, number>> {
  const nomes = [
    'livre',
    'ocupado',
    'primeiro',
    'segundo',
    'bloqueado',
    'reservado',
    'planejado',
    'liberado',
  ] as const;
  const leitos: Partial<Record<NomeDeLeito, number>> = {};
  for (const nome of nomes) leitos[nome] = await hospital.leito();
  return leitos as Record<NomeDeLeito, number>;
}

/** A patient with an address and an allergy. */
async function cadastrarComTudo(app: AplicacaoDeTeste): Promise<void> {
  const endereco = {
    logradouro: 'Rua das Acácias',
    numero: '10',
    bairro: 'Centro',
    cidade: 'Campinas',
    estado: 'SP',
    cep: '13010000',
  };
  const nome = 'Paciente de Teste Completo';
  await app.criar('/v1/pacientes', {
    nome,
    dataNascimento: '1980-02-29',
    sexo: 'F',
    alergias: ['Dipirona'],
    endereco,
  });
}

/** A request about one's data in each of its states. */
async function pedirPrivacidade(app: AplicacaoDeTeste, pacienteId: number): Promise<void> {
  const abrir = (tipo: string) => app.criar('/v1/privacidade/pedidos', { pacienteId, tipo });
  await abrir('ACESSO');
  await abrir('ELIMINACAO');
  const { id } = await abrir('CORRECAO');
  await app.post(`/v1/privacidade/pedidos/${id}/atender`, { resposta: 'Feito.' });
  const outro = await abrir('REVOGACAO');
  await app.post(`/v1/privacidade/pedidos/${outro.id}/recusar`, {
    fundamento: 'Nada depende de consentimento.',
  });
}

/** Somebody breaks the glass, and nobody has reviewed it. */
async function abrirEmergencia(app: AplicacaoDeTeste, pacienteId: number): Promise<void> {
  await app.criar('/v1/acessos-de-emergencia', { pacienteId, motivo: 'Parada cardíaca no corredor.' });
}

/** Two people open accounts; one of them confirms the e-mail, with one of two codes. */
async function abrirContas(app: AplicacaoDeTeste): Promise<void> {
  const dados = { nome: 'Conta de Teste', senha: 'uma frase que só eu sei', dataNascimento: '1980-02-29' };
  for (const email of ['em-espera@teste.local', 'confirmada@teste.local'])
    await app.post('/v1/auth/cadastro', { ...dados, email });
  await app.post('/v1/auth/reenviar-verificacao', { email: 'ninguem@teste.local' });
  const [conta] = await eventualmente(async () => {
    const contas = await app.consultar(
      "SELECT id, email FROM usuarios WHERE email = 'confirmada@teste.local'",
    );
    expect(contas).toHaveLength(1);
    return contas;
  });
  const codigo = await app.app
    .get(CodigosDeAcesso)
    .emitir(inteiro(conta!.id), 'VERIFICACAO', texto(conta!.email));
  const { status } = await app.post('/v1/auth/verificar-email', { token: codigo!.segredo });
  expect(status).toBe(204);
}

/** An account that was this patient's by mistake, and another that is. */
async function ligarContas(app: AplicacaoDeTeste, pacienteId: number): Promise<void> {
  const dados = { nome: 'Conta de Teste', senha: 'uma frase que só eu sei', papeis: ['PACIENTE'] };
  for (const email of ['errada@teste.local', 'certa@teste.local']) {
    await app.pedir('DELETE', `/v1/pacientes/${pacienteId}/conta?motivo=Engano.`);
    await app.criar('/v1/usuarios', { ...dados, email });
    expect((await app.post(`/v1/pacientes/${pacienteId}/conta`, { email })).status).toBe(200);
  }
}

const esperarFinal = (app: AplicacaoDeTeste, internacaoId: number): Promise<number> =>
  eventualmente(async () => {
    const [linha] = await app.consultar('SELECT id FROM lancamentos WHERE origem = ? AND ativo = 1', [
      `internacao:${internacaoId}`,
    ]);
    return inteiro(linha?.id);
  });

/** Every reaction done, every event numbered, every notice sent. */
const sossegar = (app: AplicacaoDeTeste): Promise<void> =>
  eventualmente(async () => {
    for (const sql of [
      'SELECT entrega_id AS id FROM entregas_prontas',
      'SELECT notificacao_id AS id FROM notificacoes_fila',
      'SELECT id FROM eventos WHERE sequencia IS NULL',
    ])
      expect(await app.consultar(sql)).toEqual([]);
  });
