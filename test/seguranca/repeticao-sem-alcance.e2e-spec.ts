import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { Pessoa } from '../apoio/pessoas.js';
import { retrato } from '../apoio/recusas.js';
import { pararRele } from '../apoio/rele-parado.js';

const DIA_MS = 86_400_000;
const PESSOA = { dataNascimento: '1980-02-29', sexo: 'F', alergias: ['Dipirona'] };

describe('a resposta repetida a quem já não alcança o registro', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let medico: Pessoa;
  let recepcao: Pessoa;
  let outroMedicoId: number;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    await pararRele(app);
    cenario = await CenarioDeInternacao.montar(app);
    outroMedicoId = await cenario.outroMedico();
    medico = await Pessoa.criar(app, ['MEDICO'], { medicoId: cenario.medicoId });
    recepcao = await Pessoa.criar(app, ['RECEPCAO']);
  });

  beforeEach(() => app.entrar());

  afterAll(() => app.encerrar());

  const leitoDeOutroSetor = async (): Promise<number> => {
    const { id: setorId } = await app.criar('/v1/setores', { nome: 'Outro setor' });
    return (await app.criar('/v1/leitos', { numero: '1', setorId, tipo: 'ENFERMARIA' })).id;
  };
  const abrirEmergencia = async (pacienteId: number): Promise<void> => {
    const corpo = { pacienteId, motivo: 'Parada cardíaca no corredor.' };
    expect((await medico.post('/v1/acessos-de-emergencia', corpo)).status).toBe(201);
  };
  /** A patient whom the doctor reaches for an hour. */
  const emEmergencia = async (): Promise<number> => {
    const pacienteId = await cenario.paciente();
    await abrirEmergencia(pacienteId);
    return pacienteId;
  };

  /** Who asks reaches the patient for a day, by having attended to him, and no longer. */
  const pedidos: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ['/v1/pacientes', '/v1/pacientes', () => Promise.resolve({ ...PESSOA, nome: 'Ana' })],
    [
      '/v1/internacoes',
      '/v1/internacoes',
      async () => ({
        ...(await cenario.pedido({ pacienteId: await emEmergencia() })),
        medicoId: outroMedicoId,
      }),
    ],
    [
      '/v1/internacoes/solicitacoes',
      '/v1/internacoes',
      async () => ({
        pacienteId: await emEmergencia(),
        medicoId: outroMedicoId,
        cidEntrada: 'J189',
        tipoLeito: 'ENFERMARIA',
      }),
    ],
  ];

  it.each(pedidos)('deve ser a do que não existe: POST %s', async (caminho, registros, corpoDe) => {
    const corpo = await corpoDe();
    const pedir = (quem: Pessoa) =>
      quem.pedir<{ id: number; pacienteId?: number }>('POST', caminho, corpo, {
        'idempotency-key': 'a-mesma',
      });
    const primeira = await pedir(medico);
    expect(primeira.status).toBe(201);
    const repetida = await pedir(medico);
    expect([repetida.status, repetida.corpo]).toEqual([201, primeira.corpo]);
    expect(repetida.cabecalhos.get('idempotency-replayed')).toBe('true');

    app.relogio.avancar(DIA_MS + 1);
    const lido = await medico.get(`${registros}/${primeira.corpo.data.id}`);
    expect(lido.status).toBe(404);
    const antes = await retrato(app, 'pacientes', 'internacoes', 'auditoria', 'eventos');
    const tardia = await pedir(medico);
    expect([tardia.status, tardia.corpo.error]).toEqual([404, lido.corpo.error]);
    for (const nome of ['idempotency-replayed', 'location', 'etag'])
      expect([nome, tardia.cabecalhos.get(nome)]).toEqual([nome, null]);
    expect(await retrato(app, 'pacientes', 'internacoes', 'auditoria', 'eventos')).toEqual(antes);

    // The answer is kept all the same, for when it may be seen again.
    const { id, pacienteId = id } = primeira.corpo.data;
    await abrirEmergencia(pacienteId);
    const comEmergencia = await pedir(medico);
    expect([comEmergencia.status, comEmergencia.corpo]).toEqual([201, primeira.corpo]);
  });

  it.each([
    ['transferir', async () => ({ leitoId: await leitoDeOutroSetor(), motivo: 'Vaga no setor.' })],
    ['saida', () => Promise.resolve({})],
  ] as const)(
    'deve ser a mesma para quem perdeu o alcance pelo que acabou de fazer: %s',
    async (acao, corpoDe) => {
      const enfermeira = await Pessoa.criar(app, ['ENFERMAGEM'], { setorIds: [cenario.setorId] });
      const { id } = await cenario.internar();
      if (acao === 'saida')
        await app.post(`/v1/internacoes/${id}/alta-clinica`, {
          cidSaida: 'J189',
          motivoSaida: 'ALTA_MELHORADO',
        });
      const caminho = `/v1/internacoes/${id}/${acao}`;
      const corpo = await corpoDe();
      const primeira = await enfermeira.pedir('POST', caminho, corpo, { 'idempotency-key': acao });
      expect(primeira.status).toBe(200);
      const repetida = await enfermeira.pedir('POST', caminho, corpo, { 'idempotency-key': acao });
      expect([repetida.status, repetida.corpo]).toEqual([200, primeira.corpo]);
      app.relogio.avancar(DIA_MS + 1);
      expect((await enfermeira.get(`/v1/internacoes/${id}`)).status).toBe(404);
    },
  );

  it('deve não mudar a de quem trabalha com os registros de todos, nem a do que não é de ninguém', async () => {
    const chave = { 'idempotency-key': 'outra' };
    for (const [quem, caminho, corpo] of [
      [recepcao, '/v1/pacientes', { ...PESSOA, alergias: [], nome: 'Bia' }],
      [
        medico,
        '/v1/acessos-de-emergencia',
        { pacienteId: await cenario.paciente(), motivo: 'Parada cardíaca no corredor.' },
      ],
    ] as const) {
      const primeira = await quem.pedir('POST', caminho, corpo, chave);
      app.relogio.avancar(DIA_MS + 1);
      const repetida = await quem.pedir('POST', caminho, corpo, chave);
      expect([repetida.status, repetida.corpo]).toEqual([201, primeira.corpo]);
    }
  });

  it('deve ser a do que não existe também para o paciente cuja conta foi desligada do cadastro', async () => {
    const pacienteId = await cenario.paciente();
    const antes = await Pessoa.criar(app, ['PACIENTE'], { pacienteId });
    const corpo = { tipo: 'CORRECAO', descricao: 'O nome da minha mãe está errado.' };
    const chave = { 'idempotency-key': 'minha' };
    const pedido = await antes.pedir<{ id: number }>('POST', '/v1/privacidade/pedidos', corpo, chave);
    expect(pedido.status).toBe(201);
    const depois = antes.com({ pacienteId: await cenario.paciente() });
    const repetida = await depois.pedir('POST', '/v1/privacidade/pedidos', corpo, chave);
    const lido = await depois.get(`/v1/privacidade/pedidos/${pedido.corpo.data.id}`);
    expect([repetida.status, repetida.corpo.error]).toEqual([404, lido.corpo.error]);
  });
});
