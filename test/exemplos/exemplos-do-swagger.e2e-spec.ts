import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { criarBancoDeTeste } from '../apoio/banco-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { exemploDoSwagger } from './corpo-do-swagger.js';
import { Documento, type Operacao, type Parametro } from './documento.js';
import {
  codigoDeRecuperacaoDoExemplo,
  comSegundoFator,
  contaDoExemplo,
  entrarComoNoComeco,
  outraSessao,
  segredoDoExemplo,
  tokenDoExemplo,
  voltarASenha,
} from './preparos-do-acesso.js';

/** As the example of the login has it. */
const ADMIN = ['admin@hospital.local', 'demonstracao'] as const;

/** Brings about what the command needs; answers the last id of its path, where it is not the one of the example. */
type Preparo = (app: AplicacaoDeTeste) => Promise<number | void>;

const JA_ATENDIDA = 'a solicitação da demonstração já foi atendida, ou recusada';

/** Commands that find nothing to act on where the examples before them leave the demonstration, and why. */
const PREPAROS: Readonly<Record<string, readonly [porque: string, preparo: Preparo]>> = {
  'POST /v1/setores/{id}/inativar': [
    'o exemplo de DELETE já o tirou de uso',
    (app) => comandar(app, '/v1/setores/9/reativar'),
  ],
  'POST /v1/leitos/{id}/manutencao': [
    'o exemplo de reservar usa o mesmo leito',
    (app) => comandar(app, '/v1/leitos/10/cancelar-reserva'),
  ],
  'GET /v1/leitos/{id}/planos/{planoId}': ['nada está planejado para o leito 1', planoDeBloqueio],
  'POST /v1/leitos/{id}/planos/{planoId}/cancelar': ['é o plano que o exemplo acima mostrou', ultimoPlano],
  'POST /v1/internacoes/{id}/recusar': [JA_ATENDIDA, pedirLeito],
  'POST /v1/internacoes/solicitacoes/{id}/recusar': [JA_ATENDIDA, pedirLeito],
  'POST /v1/auth/verificar-email': ['o código do exemplo não é o que foi enviado', codigoDoExemplo],
  'POST /v1/auth/redefinir-senha': ['o código do exemplo não é o que foi enviado', codigoDoExemplo],
  'POST /v1/privacidade/pedidos/{id}/recusar': ['o exemplo acima já respondeu ao pedido 1', abrirPedido],
  'POST /v1/auth/refresh': ['o token do exemplo não é de ninguém', tokenDoExemplo],
  'DELETE /v1/auth/eu/sessoes/{id}': ['a sessão 1 já terminou', outraSessao],
  'POST /v1/auth/eu/segundo-fator': ['o exemplo acima trocou a senha', voltarASenha],
  'POST /v1/auth/eu/segundo-fator/confirmar': ['o código depende do aparelho e da hora', segredoDoExemplo],
  'POST /v1/auth/eu/segundo-fator/desativar': [
    'o código depende do aparelho e da hora',
    codigoDeRecuperacaoDoExemplo,
  ],
  'POST /v1/usuarios/{id}/retirar-segundo-fator': [
    'ninguém da demonstração tem segundo fator',
    (app) => comSegundoFator(app, 8),
  ],
  'POST /v1/pacientes/{id}/conta': ['a conta do exemplo é a que o exemplo de cadastro abre', contaDoExemplo],
  'POST /v1/entregas/{id}/reprocessar': ['só se reprocessa a que morreu', entregaMorta],
};

describe('exemplos do Swagger', () => {
  let app: AplicacaoDeTeste;
  let documento: Documento;
  /** The changes that went well: their name, what marks their request, and their body. */
  const mudancas: { nome: string; correlacaoId: string; corpo: unknown }[] = [];

  beforeAll(async () => {
    app = await AplicacaoDeTeste.sobre(await criarBancoDeTeste({ DEMO: 'true', RELOGIO_MOVEL: '' }));
    await app.entrar(...ADMIN);
    documento = await Documento.ler(app);
  }, 240_000);
  afterAll(() => app.encerrar());

  /** In the order of the groups of the page, and in each of them as they come. */
  const naOrdemDaPagina = (): Operacao[] =>
    documento.grupos.flatMap((grupo) => documento.operacoes.filter((o) => o.grupo === grupo));

  it('deve haver um grupo do documento para cada operação, e preparo só para o que existe', () => {
    const nomes = documento.operacoes.map(({ nome }) => nome);
    expect(naOrdemDaPagina()).toHaveLength(nomes.length);
    expect(Object.keys(PREPAROS).filter((nome) => !nomes.includes(nome))).toEqual([]);
  });

  it('deve cada um funcionar como está escrito, um depois do outro, numa demonstração nova', async () => {
    const falhas: string[] = [];
    for (const operacao of naOrdemDaPagina()) {
      // Some of them end the session, or change what one enters with.
      if ((await app.get('/v1/auth/eu')).status === 401) await entrarComoNoComeco(app);
      const id = await PREPAROS[operacao.nome]?.[1](app);
      const caminho = enderecoDoExemplo(operacao, id ?? undefined);
      const corpo = operacao.corpo ? exemploDoSwagger(documento, operacao.corpo) : undefined;
      const { status, erro, correlacaoId } = await pedir(app, operacao.metodo, caminho, corpo);
      if (status < 300 && operacao.metodo !== 'GET')
        mudancas.push({ nome: operacao.nome, correlacaoId, corpo });
      if (status >= 300)
        falhas.push(`${operacao.metodo} ${caminho} ${JSON.stringify(corpo)}: ${status} ${erro}`);
    }
    expect(falhas).toEqual([]);
  }, 180_000);

  it('deve cada mudança ter deixado na auditoria a sua linha, uma só', async () => {
    const linhas = await app.consultar(
      "SELECT correlacao_id, COUNT(*) AS n FROM auditoria WHERE operacao NOT LIKE 'GET %' GROUP BY correlacao_id",
    );
    const porPedido = new Map(linhas.map((l) => [l.correlacao_id, Number(l.n)]));
    expect(mudancas.length).toBeGreaterThan(70);
    expect(
      mudancas
        .map(({ nome, correlacaoId }) => [nome, porPedido.get(correlacaoId) ?? 0])
        .filter(([, n]) => n !== 1),
    ).toEqual([]);
  });

  it('deve a auditoria dar ao que cada evento conta o mesmo nome que ele', async () => {
    // Of those with the id of the record, one at least is of the record; others may have the same by chance.
    const linhas = await app.consultar(
      `SELECT a.operacao, a.registro_tipo, MAX(CASE WHEN e.agregado_tipo = a.registro_tipo THEN 1 ELSE 0 END) AS igual
         FROM auditoria a JOIN eventos e ON e.correlacao_id = a.correlacao_id AND e.agregado_id = a.registro_id
        WHERE a.operacao NOT LIKE 'GET %' GROUP BY a.id, a.operacao, a.registro_tipo`,
    );
    expect(linhas.length).toBeGreaterThan(20);
    const diferentes = linhas.filter(({ igual }) => Number(igual) === 0);
    expect(diferentes.map((l) => [l.operacao, l.registro_tipo])).toEqual([]);
  });

  it('deve a auditoria não guardar nada do que os corpos traziam', async () => {
    const guardado = (await app.consultar('SELECT acao, operacao, registro_tipo, campos FROM auditoria')).map(
      (l) => JSON.stringify(Object.values(l)),
    );
    const trazidos = [...new Set(mudancas.flatMap(({ corpo }) => valores(corpo)))];
    expect(trazidos.length).toBeGreaterThan(60);
    expect(trazidos.filter((valor) => guardado.some((linha) => linha.includes(valor)))).toEqual([]);
  });
});

/** The address as Swagger UI fills it in: each parameter with its example; what has none is left out. */
function enderecoDoExemplo({ caminho, parametros }: Operacao, id?: number): string {
  const exemplos = parametros.filter(({ schema }) => schema.example !== undefined);
  const ultimo = /\{(\w+)\}[^{]*$/.exec(caminho)?.[1];
  const valorDe = ({ name, schema }: Parametro): string =>
    String(name === ultimo && id !== undefined ? id : schema.example);
  const noCaminho = exemplos
    .filter((p) => p.in === 'path')
    .reduce((c, p) => c.replace(`{${p.name}}`, valorDe(p)), caminho);
  const consulta = exemplos.filter((p) => p.in === 'query').map((p) => [p.name, String(p.schema.example)]);
  return consulta.length === 0 ? noCaminho : `${noCaminho}?${String(new URLSearchParams(consulta))}`;
}

/** Every value in a body that could be told from the name of a field. */
function valores(corpo: unknown): string[] {
  if (typeof corpo === 'object' && corpo !== null) return Object.values(corpo).flatMap(valores);
  const texto = String(corpo);
  return corpo === null || typeof corpo === 'boolean' || texto.length < 3 ? [] : [texto];
}

/** Not everything is answered in JSON. */
async function pedir(app: AplicacaoDeTeste, method: string, caminho: string, corpo?: unknown) {
  const resposta = await fetch(`${app.url}${caminho}`, {
    method,
    headers: {
      authorization: `Bearer ${app.token}`,
      ...(corpo === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(corpo === undefined ? {} : { body: JSON.stringify(corpo) }),
  });
  const correlacaoId = resposta.headers.get('x-correlation-id') ?? '';
  return { status: resposta.status, erro: await resposta.text(), correlacaoId };
}

async function comandar(app: AplicacaoDeTeste, caminho: string, corpo: object = {}): Promise<void> {
  const { status, erro } = await pedir(app, 'POST', caminho, corpo);
  if (status !== 200) throw new Error(`${caminho}: ${status} ${erro}`);
}

async function planoDeBloqueio(app: AplicacaoDeTeste): Promise<number> {
  await comandar(app, '/v1/leitos/1/bloquear', { motivo: 'Obra.', em: '2100-01-01T00:00:00Z' });
  return ultimoPlano(app);
}

async function ultimoPlano(app: AplicacaoDeTeste): Promise<number> {
  return (await app.get<{ id: number }[]>('/v1/leitos/1/planos')).corpo.data[0]!.id;
}

async function pedirLeito(app: AplicacaoDeTeste): Promise<number> {
  const paciente = { nome: 'Quem espera', dataNascimento: '1990-01-01', sexo: 'F' };
  const { id: pacienteId } = await app.criar('/v1/pacientes', paciente);
  const pedido = { pacienteId, medicoId: 1, cidEntrada: 'J18', tipoLeito: 'ENFERMARIA' };
  return (await app.criar('/v1/internacoes/solicitacoes', pedido)).id;
}

async function entregaMorta(app: AplicacaoDeTeste): Promise<number> {
  const id = await eventualmente(async () => {
    const [linha] = await app.consultar("SELECT MAX(id) AS id FROM entregas WHERE status = 'CONCLUIDA'");
    if (!linha?.id) throw new Error('no delivery yet');
    return Number(linha.id);
  });
  await app.unidade.executar((tx) =>
    tx.executar("UPDATE entregas SET status = 'MORTA', concluida_em = NULL WHERE id = ?", [id]),
  );
  return id;
}

/** The code of the example, in the place of the last one that was sent. */
async function codigoDoExemplo(app: AplicacaoDeTeste): Promise<void> {
  const documento = await Documento.ler(app);
  const { corpo } = documento.operacoes.find(({ nome }) => nome === 'POST /v1/auth/verificar-email')!;
  const { token } = exemploDoSwagger(documento, corpo!) as { token: string };
  const hash = createHash('sha256').update(token).digest('hex');
  await eventualmente(async () => {
    const [codigo] = await app.consultar(
      'SELECT id FROM codigos_de_acesso WHERE usado_em IS NULL ORDER BY id DESC LIMIT 1',
    );
    await app.unidade.executar(async (tx) => {
      await tx.executar('DELETE FROM codigos_de_acesso WHERE usado_em IS NOT NULL');
      await tx.executar('UPDATE codigos_de_acesso SET hash = ? WHERE id = ?', [hash, Number(codigo!.id)]);
    });
  });
}

/** A request about one's data that waits for its answer. */
async function abrirPedido(app: AplicacaoDeTeste): Promise<number> {
  return (await app.criar('/v1/privacidade/pedidos', { pacienteId: 1, tipo: 'CORRECAO' })).id;
}
