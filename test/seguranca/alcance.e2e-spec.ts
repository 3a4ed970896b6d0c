import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Leitura } from '../../src/banco/leitura.js';
import { DonosDosRegistros } from '../../src/plataforma/seguranca/donos-dos-registros.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { Pessoa } from '../apoio/pessoas.js';
import { retrato } from '../apoio/recusas.js';

type Lista = { id: number }[];

const HORA_MS = 3_600_000;
const DIA_MS = 24 * HORA_MS;

describe('de quem são os registros que cada um alcança', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let meu: { id: number; pacienteId: number };
  let alheio: { id: number; pacienteId: number };
  let medico: Pessoa;
  let paciente: Pessoa;
  let recepcao: Pessoa;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar({ RELOGIO_MOVEL: 'true' });
    cenario = await CenarioDeInternacao.montar(app);
    meu = await cenario.internar();
    const outroSetor = await app.criar('/v1/setores', { nome: 'Outra ala' });
    const leitoId = (
      await app.criar('/v1/leitos', { numero: 'Z-1', setorId: outroSetor.id, tipo: 'ENFERMARIA' })
    ).id;
    alheio = await cenario.internar({ medicoId: await cenario.outroMedico(), leitoId });
    medico = await Pessoa.criar(app, ['MEDICO'], { medicoId: cenario.medicoId });
    paciente = await Pessoa.criar(app, ['PACIENTE'], { pacienteId: meu.pacienteId });
    recepcao = await Pessoa.criar(app, ['RECEPCAO']);
  });

  afterAll(() => app.encerrar());

  const ids = async (quem: Pessoa, caminho: string): Promise<number[]> => {
    const { status, corpo } = await quem.get<Lista>(caminho);
    expect(status).toBe(200);
    return corpo.data.map(({ id }) => id);
  };

  it('deve responder ao que não se pode saber que existe o mesmo que ao que não existe', async () => {
    for (const quem of [medico, paciente])
      for (const caminho of ['/v1/pacientes/', '/v1/internacoes/'] as const) {
        const id = caminho === '/v1/pacientes/' ? alheio.pacienteId : alheio.id;
        const [negado, inexistente] = [await quem.get(`${caminho}${id}`), await quem.get(`${caminho}999999`)];
        expect([negado.status, inexistente.status]).toEqual([404, 404]);
        const [a, b] = [negado, inexistente].map(({ corpo }) =>
          JSON.stringify(corpo.error).replaceAll(/\d+/g, 'N'),
        );
        expect(a).toBe(b);
      }
  });

  it('deve mostrar ao médico só quem está sob o cuidado dele, e à recepção todos', async () => {
    expect(await ids(medico, '/v1/pacientes')).toEqual([meu.pacienteId]);
    expect(await ids(medico, '/v1/internacoes')).toEqual([meu.id]);
    expect(await ids(medico, `/v1/internacoes?pacienteId=${alheio.pacienteId}`)).toEqual([]);
    expect(await ids(recepcao, '/v1/internacoes')).toEqual([alheio.id, meu.id]);
    expect((await medico.get(`/v1/internacoes/${meu.id}/movimentacoes`)).status).toBe(200);
    expect((await medico.get(`/v1/internacoes/${alheio.id}/movimentacoes`)).status).toBe(404);
  });

  it('deve mostrar ao paciente só o que é dele', async () => {
    expect(await ids(paciente, '/v1/internacoes')).toEqual([meu.id]);
    expect(await ids(paciente, '/v1/financeiro/lancamentos')).toEqual([]);
    expect((await paciente.get(`/v1/pacientes/${meu.pacienteId}`)).status).toBe(200);
    expect((await paciente.get('/v1/pacientes')).status).toBe(403);
  });

  it('deve deixar a equipe do setor, e a enfermagem da casa inteira, alcançar quem está internado', async () => {
    const doSetor = await Pessoa.criar(app, ['ENFERMAGEM'], { setorIds: [cenario.setorId] });
    const daCasa = await Pessoa.criar(app, ['ENFERMAGEM']);
    const farmacia = await Pessoa.criar(app, ['FARMACIA'], { setorIds: [cenario.setorId] });
    const ninguem = await Pessoa.criar(app, ['MEDICO']);
    expect(await ids(doSetor, '/v1/internacoes')).toEqual([meu.id]);
    expect(await ids(farmacia, '/v1/internacoes')).toEqual([meu.id]);
    expect(await ids(daCasa, '/v1/internacoes')).toEqual([alheio.id, meu.id]);
    expect(await ids(ninguem, '/v1/internacoes')).toEqual([]);
    expect((await doSetor.get(`/v1/pacientes/${alheio.pacienteId}`)).status).toBe(404);
  });

  it('deve deixar o médico com quem saiu por trinta dias, e não mais', async () => {
    const estadia = await cenario.internar();
    await cenario.comandar(estadia.id, 'alta', { cidSaida: 'J189', motivoSaida: 'ALTA_MELHORADO' });
    app.relogio.avancar(29 * DIA_MS);
    expect((await medico.get(`/v1/internacoes/${estadia.id}`)).status).toBe(200);
    app.relogio.avancar(25 * HORA_MS);
    expect((await medico.get(`/v1/internacoes/${estadia.id}`)).status).toBe(404);
    await app.entrar();
  });

  it('deve deixar por um dia quem cadastrou o paciente, que então pode interná-lo', async () => {
    const { corpo } = await medico.post<{ id: number }>('/v1/pacientes', {
      nome: 'Recém Chegada',
      dataNascimento: '1990-01-01',
      sexo: 'F',
    });
    const pacienteId = corpo.data.id;
    expect((await medico.get(`/v1/pacientes/${pacienteId}`)).status).toBe(200);
    const leitoId = await cenario.leito();
    const outro = await cenario.outroMedico();
    const pedido = { pacienteId, medicoId: outro, leitoId, cidEntrada: 'J189' };
    expect((await medico.post('/v1/internacoes', pedido)).status).toBe(201);
    app.relogio.avancar(25 * HORA_MS);
    expect((await medico.get(`/v1/pacientes/${pacienteId}`)).status).toBe(404);
    await app.entrar();
  });

  it('deve recusar, sem nada gravar, o que nomeia no corpo um paciente fora do alcance', async () => {
    const parado = await cenario.paciente();
    const leitoId = await cenario.leito();
    const antes = await retrato(app, 'internacoes', 'leitos', 'vinculos_de_cuidado');
    const pedido = { pacienteId: parado, medicoId: cenario.medicoId, cidEntrada: 'J189' };
    for (const [caminho, corpo] of [
      ['/v1/internacoes', { ...pedido, leitoId }],
      ['/v1/internacoes/solicitacoes', { ...pedido, tipoLeito: 'ENFERMARIA' }],
      [`/v1/leitos/${leitoId}/reservar`, { pacienteId: parado }],
    ] as const) {
      const negado = await medico.post(caminho, corpo);
      const inexistente = await medico.post(caminho, { ...corpo, pacienteId: 999_999 });
      expect([negado.status, inexistente.status]).toEqual([422, 422]);
      expect(JSON.stringify(negado.corpo.error).replaceAll(/\d+/g, 'N')).toBe(
        JSON.stringify(inexistente.corpo.error).replaceAll(/\d+/g, 'N'),
      );
    }
    for (const comando of ['transferir', 'alta', 'cancelar'])
      expect((await medico.post(`/v1/internacoes/${alheio.id}/${comando}`, {})).status).toBe(404);
    expect(await retrato(app, 'internacoes', 'leitos', 'vinculos_de_cuidado')).toEqual(antes);
    expect((await recepcao.post('/v1/internacoes', { ...pedido, leitoId })).status).toBe(201);
  });

  it('deve não dizer, nem pela versão, que existe o endereço de outra pessoa', async () => {
    const endereco = {
      ...{ logradouro: 'Rua A', numero: '1', bairro: 'Centro' },
      ...{ cidade: 'São Paulo', estado: 'SP', cep: '01310-100' },
    };
    const { id } = await app.criar(`/v1/pacientes/${alheio.pacienteId}/enderecos`, endereco);
    for (const enderecoId of [id, 999_999]) {
      const caminho = `/v1/pacientes/${meu.pacienteId}/enderecos/${enderecoId}`;
      const resposta = await paciente.pedir('PATCH', caminho, { numero: '2' }, { 'if-match': '"77"' });
      expect([enderecoId, resposta.status]).toEqual([enderecoId, 404]);
    }
  });

  it('deve não deixar sair uma lista que ninguém limitou', async () => {
    const donos = app.app.get(DonosDosRegistros);
    const limite = jest.spyOn(donos, 'limite').mockReturnValue(null);
    try {
      expect((await medico.get('/v1/internacoes')).status).toBe(500);
      expect((await recepcao.get('/v1/internacoes')).status).toBe(200);
    } finally {
      limite.mockRestore();
    }
  });

  it('deve não custar nenhum comando a mais a quem alcança os registros de todos', async () => {
    const leitura = app.app.get(Leitura);
    const ler = jest.spyOn(leitura, 'consultar');
    const comandos = async (caminho: string, quem: Pessoa): Promise<string[]> => {
      ler.mockClear();
      expect((await quem.get(caminho)).status).toBe(200);
      return ler.mock.calls.map(([sql]) => sql);
    };
    try {
      const [{ id } = { id: 0 }] = await app.consultar('SELECT id FROM leitos');
      for (const caminho of ['/v1/leitos', `/v1/leitos/${String(id)}`, '/v1/internacoes', '/v1/pacientes']) {
        const feitos = await comandos(caminho, recepcao);
        expect([caminho, feitos.filter((sql) => /sob_cuidado|vinculos_de_cuidado/.test(sql))]).toEqual([
          caminho,
          [],
        ]);
        if (caminho !== '/v1/pacientes') expect([caminho, feitos.length]).toEqual([caminho, 1]);
      }
      expect(await comandos(`/v1/leitos/${String(id)}`, medico)).toHaveLength(1);
    } finally {
      ler.mockRestore();
    }
  });
});
