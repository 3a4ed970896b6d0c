import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { Pessoa } from '../apoio/pessoas.js';
import { retrato } from '../apoio/recusas.js';

const CAMINHO = '/v1/acessos-de-emergencia';
const MOTIVO = 'Parada cardíaca no corredor da Dona Clarice.';
const MINUTO_MS = 60_000;

interface Acesso {
  id: number;
  pacienteId: number;
  desde: string;
  ate: string;
  revisadoEm: string | null;
  parecer: string | null;
}

describe(CAMINHO, () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let medico: Pessoa;
  let colega: Pessoa;
  let auditor: Pessoa;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'true' });
    cenario = await CenarioDeInternacao.montar(app);
    medico = await Pessoa.criar(app, ['MEDICO']);
    colega = await Pessoa.criar(app, ['FARMACIA']);
    auditor = await Pessoa.criar(app, ['AUDITOR']);
  });

  afterAll(() => app.encerrar());

  const abrir = (quem: Pessoa, pacienteId: number, motivo = MOTIVO) =>
    quem.post<Acesso>(CAMINHO, { pacienteId, motivo });

  it('deve abrir o registro por sessenta minutos, e não mais', async () => {
    const pacienteId = await cenario.paciente();
    const registro = `/v1/pacientes/${pacienteId}`;
    expect((await medico.get(registro)).status).toBe(404);
    const { status, corpo, cabecalhos } = await abrir(medico, pacienteId);
    expect([status, cabecalhos.get('location')]).toEqual([201, `${CAMINHO}/${corpo.data.id}`]);
    expect(Date.parse(corpo.data.ate) - Date.parse(corpo.data.desde)).toBe(60 * MINUTO_MS);
    expect((await medico.get(registro)).status).toBe(200);
    expect((await colega.get(registro)).status).toBe(404);
    app.relogio.avancar(59 * MINUTO_MS);
    expect((await medico.get(registro)).status).toBe(200);
    app.relogio.avancar(2 * MINUTO_MS);
    expect((await medico.get(registro)).status).toBe(404);
    await app.entrar();
  });

  it('deve avisar na hora quem cuida da privacidade, só com identificadores', async () => {
    const { corpo } = await abrir(medico, await cenario.paciente());
    const referencia = `acesso-de-emergencia:${corpo.data.id}`;
    const aviso = await eventualmente(async () => {
      const avisos = await app.consultar(
        "SELECT tipo, destinatario, dados, status FROM notificacoes WHERE referencia = ? AND status = 'ENVIADA'",
        [referencia],
      );
      expect(avisos).toHaveLength(1);
      return avisos[0]!;
    });
    expect(aviso).toMatchObject({
      tipo: 'acesso-de-emergencia',
      destinatario: 'privacidade@hospital.local',
    });
    const cartas = await app.consultar(
      "SELECT assunto, texto, html FROM correio_local WHERE assunto LIKE '%emerg%'",
    );
    const eventos = await app.consultar("SELECT dados FROM eventos WHERE tipo LIKE 'cuidados.%'");
    expect(cartas.length).toBeGreaterThan(0);
    expect(JSON.stringify([aviso, cartas, eventos])).not.toMatch(/Clarice|Paciente de Teste/);
  });

  it('deve mostrar a cada um só os seus, e a fila a quem audita', async () => {
    const pacienteId = await cenario.paciente();
    const { id } = (await abrir(colega, pacienteId)).corpo.data;
    const { corpo } = await medico.get<Acesso[]>(`${CAMINHO}?limite=100`);
    expect(corpo.data.map((a) => a.id)).not.toContain(id);
    expect((await medico.get<Acesso[]>(`${CAMINHO}?usuarioId=${colega.id}`)).corpo.data).toEqual([]);
    expect((await medico.get(`${CAMINHO}/${id}`)).status).toBe(404);
    expect((await medico.post(`${CAMINHO}/${id}/encerrar`)).status).toBe(404);
    const fila = await auditor.get<Acesso[]>(`${CAMINHO}?revisado=false&usuarioId=${colega.id}`);
    expect(fila.corpo.data.map((a) => a.id)).toEqual([id]);
  });

  it('deve ser revisado uma vez, por outra pessoa', async () => {
    const { id } = (await abrir(medico, await cenario.paciente())).corpo.data;
    const parecer = { parecer: 'INJUSTIFICADO', observacao: 'Não houve emergência.' };
    expect((await medico.post(`${CAMINHO}/${id}/revisar`, parecer)).status).toBe(403);
    const duplo = await Pessoa.criar(app, ['MEDICO', 'AUDITOR']);
    const dele = (await abrir(duplo, await cenario.paciente())).corpo.data;
    const antes = await retrato(app, 'vinculos_de_cuidado');
    const proprio = await duplo.post(`${CAMINHO}/${dele.id}/revisar`, parecer);
    expect([proprio.status, proprio.corpo.error[0]!.codigo]).toEqual([403, 'ACESSO_DE_EMERGENCIA.PROPRIO']);
    expect(await retrato(app, 'vinculos_de_cuidado')).toEqual(antes);
    const revisoes = await Promise.all(
      Array.from({ length: 5 }, () => auditor.post<Acesso>(`${CAMINHO}/${id}/revisar`, parecer)),
    );
    expect(revisoes.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const { corpo } = await auditor.get<Acesso>(`${CAMINHO}/${id}`);
    expect(corpo.data).toMatchObject({ parecer: 'INJUSTIFICADO', revisorId: auditor.id });
  });

  it('deve acabar quando quem abriu desiste, uma vez só', async () => {
    const pacienteId = await cenario.paciente();
    const { id } = (await abrir(medico, pacienteId)).corpo.data;
    expect((await medico.post(`${CAMINHO}/${id}/encerrar`)).status).toBe(200);
    expect((await medico.get(`/v1/pacientes/${pacienteId}`)).status).toBe(404);
    expect((await medico.post(`${CAMINHO}/${id}/encerrar`)).status).toBe(409);
  });

  it('deve abrir um só por paciente, e dez sem revisão por dia, por mais que cheguem juntos', async () => {
    const quem = await Pessoa.criar(app, ['ENFERMAGEM']);
    const mesmo = await cenario.paciente();
    const juntos = await Promise.all(Array.from({ length: 6 }, () => abrir(quem, mesmo)));
    expect(juntos.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const outros: number[] = [];
    for (let i = 0; i < 12; i++) outros.push(await cenario.paciente());
    const muitos = await Promise.all(outros.map((pacienteId) => abrir(quem, pacienteId)));
    expect(muitos.filter(({ status }) => status === 201)).toHaveLength(9);
    const recusa = muitos.find(({ status }) => status !== 201)!;
    expect([recusa.status, recusa.corpo.error[0]!.codigo]).toEqual([409, 'ACESSO_DE_EMERGENCIA.SEM_REVISAO']);
    const [aberto] = (await auditor.get<Acesso[]>(`${CAMINHO}?usuarioId=${quem.id}`)).corpo.data;
    await auditor.post(`${CAMINHO}/${aberto!.id}/revisar`, { parecer: 'JUSTIFICADO' });
    expect((await abrir(quem, await cenario.paciente())).status).toBe(201);
  });

  it('deve recusar, sem nada gravar, motivo curto, paciente que não existe e quem não cuida', async () => {
    const pacienteId = await cenario.paciente();
    const recepcao = await Pessoa.criar(app, ['RECEPCAO']);
    const antes = await retrato(app, 'vinculos_de_cuidado');
    for (const motivo of ['curto', '          ', 'x'.repeat(501)])
      expect((await abrir(medico, pacienteId, motivo)).status).toBe(422);
    expect((await abrir(medico, 999_999)).status).toBe(422);
    expect((await abrir(recepcao, pacienteId)).status).toBe(403);
    expect((await auditor.post(CAMINHO, { pacienteId, motivo: MOTIVO })).status).toBe(403);
    expect(await retrato(app, 'vinculos_de_cuidado')).toEqual(antes);
  });

  it('deve abrir uma vez só o pedido que chega duas vezes com a mesma chave', async () => {
    const corpo = { pacienteId: await cenario.paciente(), motivo: MOTIVO };
    const chave = { 'idempotency-key': 'emergencia-1' };
    const quem = await Pessoa.criar(app, ['MEDICO']);
    const respostas = [
      await quem.pedir<Acesso>('POST', CAMINHO, corpo, chave),
      await quem.pedir<Acesso>('POST', CAMINHO, corpo, chave),
    ];
    expect(respostas.map(({ status, corpo: { data } }) => [status, data.id])).toEqual(
      Array.from({ length: 2 }, () => [201, respostas[0]!.corpo.data.id]),
    );
  });
});
