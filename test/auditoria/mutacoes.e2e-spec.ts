import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { ADMIN } from '../apoio/banco-de-teste.js';
import { CenarioDeInternacao } from '../apoio/cenario-de-internacao.js';
import { retrato } from '../apoio/recusas.js';

const PACIENTE = { nome: 'Zulmira Xavante', dataNascimento: '1971-02-03', sexo: 'F', cpf: '52998224725' };

describe('auditoria de uma mudança', () => {
  let app: AplicacaoDeTeste;
  let cenario: CenarioDeInternacao;
  let antes: number;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
    cenario = await CenarioDeInternacao.montar(app);
  });
  afterAll(() => app.encerrar());
  beforeEach(async () => {
    antes = Number((await app.consultar('SELECT COALESCE(MAX(id), 0) AS n FROM auditoria'))[0]!.n);
  });

  const novas = () => app.consultar('SELECT * FROM auditoria WHERE id > ? ORDER BY id', [antes]);
  const quebrar = () =>
    app.unidade.executar((tx) => tx.executar('ALTER TABLE auditoria RENAME TO auditoria_fora'));
  const consertar = () =>
    app.unidade.executar((tx) => tx.executar('ALTER TABLE auditoria_fora RENAME TO auditoria'));

  it('deve dizer quem, quando, de onde, o quê, de quem e que campos, sem o que eles trazem', async () => {
    const { cabecalhos, corpo } = await app.post<{ id: number }>('/v1/pacientes', PACIENTE);
    const [linha, ...outras] = await novas();
    expect(outras).toEqual([]);
    expect(linha).toMatchObject({
      usuario_id: 1,
      sessao_id: expect.any(Number) as unknown,
      origem: '127.0.0.1',
      acao: 'pacientes.criar',
      operacao: 'POST /v1/pacientes',
      registro_tipo: 'paciente',
      registro_id: corpo.data.id,
      paciente_id: corpo.data.id,
      campos: 'nome,dataNascimento,sexo,cpf',
      correlacao_id: cabecalhos.get('x-correlation-id'),
    });
    expect(JSON.stringify(linha)).not.toMatch(/Zulmira|52998224725/);
  });

  it('deve dizer o paciente de uma internação, e só os campos que uma alteração mandou', async () => {
    const { id, pacienteId } = await cenario.internar();
    await app.post(`/v1/internacoes/${id}/alta`, { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' });
    await app.pedir('PATCH', `/v1/pacientes/${pacienteId}`, { nomeSocial: 'Zu' });
    const { id: setorId } = await app.criar('/v1/setores', { nome: 'Outro' });
    const { status } = await app.pedir('DELETE', `/v1/setores/${setorId}?motivo=Fechou.`);
    expect(status).toBe(200);
    const linhas = (await novas()).map((l) => [l.acao, l.registro_id, l.paciente_id, l.campos]);
    expect(linhas.slice(2, 5)).toEqual([
      ['internacoes.criar', id, pacienteId, 'medicoId,cidEntrada,pacienteId,leitoId'],
      ['internacoes.alta', id, pacienteId, 'cidSaida,motivoSaida'],
      ['pacientes.alterar', pacienteId, pacienteId, 'nomeSocial'],
    ]);
    expect(linhas.slice(5).map(([acao]) => acao)).toEqual(['setores.criar', 'setores.remover']);
  });

  it('deve não existir para o que foi recusado, com chave ou sem', async () => {
    await app.post('/v1/pacientes', PACIENTE);
    await app.post('/v1/pacientes', { ...PACIENTE, cpf: '1' });
    await app.post('/v1/internacoes/999999/alta', { cidSaida: 'J18.9', motivoSaida: 'ALTA_MELHORADO' });
    await app.pedir('POST', '/v1/pacientes', PACIENTE, { 'idempotency-key': 'recusada' });
    await app.pedir('POST', '/v1/pacientes', PACIENTE, { 'idempotency-key': 'recusada' });
    await app.pedir('PATCH', '/v1/setores/1', { nome: 'Outro nome' }, { 'if-match': '"999"' });
    await app.pedir('DELETE', '/v1/auth/eu/sessoes/999999');
    await app.pedir('POST', '/v1/setores', { nome: 'X' }, { authorization: 'Bearer forjado' });
    await app.get('/v1/setores');
    expect(await novas()).toEqual([]);
  });

  it('deve ser uma só por chave de idempotência, também quando muitos a mandam juntos', async () => {
    const mandar = () =>
      app.pedir<{ id: number }>('POST', '/v1/setores', { nome: 'Repetido' }, { 'idempotency-key': 'k-1' });
    const respostas = await Promise.all(Array.from({ length: 8 }, mandar));
    respostas.push(await mandar());
    const ids = new Set(respostas.filter((r) => r.status === 201).map((r) => r.corpo.data.id));
    expect(ids.size).toBe(1);
    expect(await novas()).toMatchObject([
      { acao: 'setores.criar', registro_id: [...ids][0], campos: 'nome' },
    ]);
  });

  it('deve ser uma por mudança, com muitas ao mesmo tempo', async () => {
    const feitos = await Promise.all(
      Array.from({ length: 30 }, (_, n) => app.criar('/v1/setores', { nome: `Setor ${n}` })),
    );
    const linhas = await novas();
    expect(linhas.map((l) => l.registro_id).sort()).toEqual(feitos.map(({ id }) => id).sort());
    expect(new Set(linhas.map((l) => l.correlacao_id)).size).toBe(30);
  });

  it('deve valer com If-Match e com chave juntos', async () => {
    const { id } = await app.criar('/v1/setores', { nome: 'Com versão' });
    const { status } = await app.pedir(
      'POST',
      `/v1/setores/${id}/inativar`,
      { motivo: 'Obra.' },
      { 'if-match': '"1"', 'idempotency-key': 'k-2' },
    );
    expect(status).toBe(200);
    expect((await novas()).map((l) => [l.acao, l.registro_id])).toEqual([
      ['setores.criar', id],
      ['setores.inativar', id],
    ]);
  });

  it('deve calar o que veio no corpo de uma rota que não tem corpo', async () => {
    const leito = await cenario.leito();
    await app.post(`/v1/leitos/${leito}/desativar`, { motivo: 'Obra.' });
    await app.pedir('POST', `/v1/leitos/${leito}/reativar`, { 'cpf-52998224725': 1, cpf52998224725: 2 });
    await app.pedir('DELETE', `/v1/setores/${cenario.setorId}`, { cpf52998224725: 2 });
    await app.pedir('POST', '/v1/auth/logout', { cpf52998224725: 2 });
    await app.entrar();
    expect(JSON.stringify(await novas())).not.toContain('52998224725');
  });

  it('deve impedir a mudança inteira, com 503, quando não pode ser gravada', async () => {
    const tabelas = ['setores', 'eventos', 'entregas', 'chaves_de_idempotencia'];
    const antesDela = await retrato(app, ...tabelas);
    await quebrar();
    try {
      for (const cabecalhos of [{}, { 'idempotency-key': 'sem-trilha' }] as Record<string, string>[]) {
        const { status, corpo } = await app.pedir('POST', '/v1/setores', { nome: 'Sem trilha' }, cabecalhos);
        expect([status, corpo.error[0]!.codigo]).toEqual([503, 'PLATAFORMA.AUDITORIA_INDISPONIVEL']);
      }
      const login = { email: 'ninguem@hospital.local', senha: 'senha-errada-1' };
      expect((await app.post('/v1/auth/login', login)).status).toBe(503);
      expect((await app.post('/v1/auth/logout')).status).toBe(503);
      expect(await retrato(app, ...tabelas)).toEqual(antesDela);
    } finally {
      await consertar();
    }
    const { status } = await app.pedir(
      'POST',
      '/v1/setores',
      { nome: 'Sem trilha' },
      { 'idempotency-key': 'sem-trilha' },
    );
    expect(status).toBe(201);
    expect(await novas()).toHaveLength(1);
  });

  it('deve dizer quem entrou, quem tentou, quem renovou e quem saiu', async () => {
    await app.post('/v1/auth/login', { email: ADMIN.email, senha: 'senha-errada-1' });
    await app.post('/v1/auth/login', { email: 'ninguem@hospital.local', senha: 'senha-errada-1' });
    const entrada = await app.post<{ accessToken: string; refreshToken: string }>('/v1/auth/login', ADMIN);
    const { refreshToken } = entrada.corpo.data;
    await app.post('/v1/auth/refresh', { refreshToken });
    app.relogio.avancar(60_000);
    await app.post('/v1/auth/refresh', { refreshToken });
    await app.entrar();
    await app.post('/v1/auth/logout');
    await app.entrar();
    const linhas = (await novas()).map((l) => [l.acao, l.usuario_id, l.operacao]);
    expect(linhas).toEqual([
      ['acesso.entrada-recusada', 1, 'POST /v1/auth/login'],
      ['acesso.entrada-recusada', null, 'POST /v1/auth/login'],
      ['acesso.entrar', 1, 'POST /v1/auth/login'],
      ['acesso.renovar', 1, 'POST /v1/auth/refresh'],
      ['acesso.reuso-de-token', 1, 'POST /v1/auth/refresh'],
      ['acesso.entrar', 1, 'POST /v1/auth/login'],
      ['acesso.sair', 1, 'POST /v1/auth/logout'],
      ['acesso.entrar', 1, 'POST /v1/auth/login'],
    ]);
  });
});
