import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';

interface Maquina {
  maquina: string;
  estados: { estado: string; inicial: boolean; terminal: boolean; acoes: string[] }[];
  transicoes: { de: string; acao: string; para: string; pelaApi: boolean }[];
  mermaid: string;
}

describe('estados, versão e métricas', () => {
  let app: AplicacaoDeTeste;

  beforeAll(async () => {
    app = await AplicacaoDeTeste.iniciar();
  });
  afterAll(() => app.encerrar());

  it('deve mostrar cada máquina de estados, com o diagrama', async () => {
    const { corpo } = await app.get<Maquina[]>('/v1/estados');
    expect(corpo.data.map(({ maquina }) => maquina)).toEqual(
      expect.arrayContaining(['internacao', 'lancamento', 'leito', 'notificacao']),
    );

    const leito = (await app.get<Maquina>('/v1/estados/leito')).corpo.data;
    expect(leito).toEqual(corpo.data.find(({ maquina }) => maquina === 'leito'));
    const livre = leito.estados.find(({ estado }) => estado === 'LIVRE')!;
    expect(livre).toMatchObject({ inicial: true, terminal: false });
    expect(livre.acoes).toEqual(expect.arrayContaining(['reservar', 'bloquear']));
    expect(leito.transicoes).toContainEqual(
      expect.objectContaining({ de: 'LIVRE', acao: 'ocupar', para: 'OCUPADO', pelaApi: false }),
    );
    expect(leito.mermaid).toMatch(/^stateDiagram-v2\n {2}\[\*\] --> LIVRE/);
  });

  it('deve dizer que máquinas há a quem pede uma que não existe', async () => {
    const { status, corpo } = await app.get('/v1/estados/elevador');
    expect(status).toBe(404);
    expect(corpo.error[0]!.message).toContain('internacao, lancamento, leito');
  });

  it('deve pedir entrada para os estados, e não para a versão', async () => {
    const semToken = { authorization: '' };
    expect((await app.pedir('GET', '/v1/estados', undefined, semToken)).status).toBe(401);
    const versao = await app.pedir('GET', '/v1/versao', undefined, semToken);
    expect(versao).toMatchObject({
      status: 200,
      corpo: { data: { produto: 'plantao', api: 'v1', demonstracao: false } },
    });
    expect(versao.corpo.data.versao).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('deve mostrar uma entrega pelo id, como na lista', async () => {
    const { id: setorId } = await app.criar<{ id: number }>('/v1/setores', { nome: 'UTI' });
    const leito = await app.criar<{ id: number }>('/v1/leitos', { numero: '1', setorId, tipo: 'ENFERMARIA' });
    await app.post(`/v1/leitos/${leito.id}/reservar`);
    await app.post(`/v1/leitos/${leito.id}/cancelar-reserva`);
    const primeira = await eventualmente(async () => {
      const { corpo } = await app.get<{ id: number; status: string }[]>('/v1/entregas?status=CONCLUIDA');
      expect(corpo.data).toHaveLength(1);
      return corpo.data[0]!;
    });
    expect((await app.get(`/v1/entregas/${primeira.id}`)).corpo.data).toEqual(primeira);
    expect((await app.get('/v1/entregas/999999')).corpo.error[0]!.codigo).toBe('ENTREGA.NAO_ENCONTRADA');
  });

  it('deve dar métricas à própria máquina, sem nada do que foi digitado', async () => {
    await app.get('/v1/leitos?limite=7');
    await app.get('/v1/pacientes/fulano-de-tal');
    const resposta = await fetch(`${app.url}/metricas`);
    const texto = await resposta.text();

    expect(resposta.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(texto).toMatch(
      /^plantao_http_segundos_count\{metodo="GET",rota="\/v1\/leitos",status="200"\} \d+$/m,
    );
    expect(texto).toMatch(
      /^plantao_http_segundos_bucket\{.*rota="\/v1\/pacientes\/:id",status="404",le="\+Inf"\} 1$/m,
    );
    expect(texto).toMatch(/^plantao_pronta 1$/m);
    expect(texto).toMatch(/^plantao_entregas\{situacao="MORTA"\} 0$/m);
    expect(texto).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(texto).not.toContain('fulano');
    for (const linha of texto.trim().split('\n'))
      expect(linha).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/);
  });

  it('deve fechar as métricas a quem vem de fora', async () => {
    const { status, corpo } = await app.pedir('GET', '/metricas', undefined, {
      'x-forwarded-for': '203.0.113.9',
    });
    expect(status).toBe(403);
    expect(corpo.error[0]).toMatchObject({ codigo: 'PLATAFORMA.METRICAS_FECHADAS' });
  });
});

describe('métricas abertas', () => {
  it('deve responder a qualquer um com METRICAS_ABERTAS', async () => {
    const app = await AplicacaoDeTeste.iniciar({ METRICAS_ABERTAS: 'true' });
    const resposta = await fetch(`${app.url}/metricas`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(resposta.status).toBe(200);
    await app.encerrar();
  });
});
