import { type Documento, type Esquema, type Operacao } from '../../exemplos/documento.js';
import { exemploDoSwagger } from '../../exemplos/corpo-do-swagger.js';
import { type Canarios, especieDoCampo } from './canarios.js';

/** One request to send, and how it is meant to fail, if it is. */
export interface Pedido {
  readonly variante: string;
  readonly operacao: Operacao;
  readonly metodo: string;
  readonly caminho: string;
  readonly cabecalhos: Readonly<Record<string, string>>;
  readonly corpo?: string;
}

type Objeto = Record<string, unknown>;

/** The requests to one operation: as it works, and in the ways in which it refuses. */
export function pedidosDe(documento: Documento, operacao: Operacao, canarios: Canarios): Pedido[] {
  const { metodo, caminho: molde, parametros } = operacao;
  const caminho = (id: string): string => molde.replace(/\{(\w+)\}/g, () => encodeURIComponent(id));
  const consulta = (comCanario: boolean): string => {
    const pares = parametros
      .filter((p) => p.in === 'query')
      .map((p): [string, string] => [
        p.name,
        comCanario
          ? canarios.proximo(especieDoCampo(p.name, molde) ?? 'cpf')
          : JSON.stringify(p.schema.example ?? '').replaceAll('"', ''),
      ])
      .filter(([, valor]) => valor !== '');
    return pares.length === 0 ? '' : `?${String(new URLSearchParams(pares))}`;
  };
  const corpo = operacao.corpo
    ? (plantar(
        documento,
        operacao.corpo,
        exemploDoSwagger(documento, operacao.corpo),
        molde,
        canarios,
      ) as Objeto)
    : undefined;
  const pedido = (variante: string, mais: Partial<Pedido> = {}): Pedido => ({
    variante,
    operacao,
    metodo,
    caminho: caminho('1') + consulta(false),
    cabecalhos: {},
    ...(corpo === undefined ? {} : { corpo: JSON.stringify(corpo) }),
    ...mais,
  });
  const pedidos = [
    pedido(
      'como se usa',
      metodo === 'POST' ? { cabecalhos: { 'idempotency-key': `canarios-${operacao.id}` } } : {},
    ),
    pedido('sem token', { cabecalhos: { authorization: '' } }),
    pedido('token que não vale', { cabecalhos: { authorization: `Bearer ${canarios.proximo('token')}` } }),
    pedido('perfil que não pode', { cabecalhos: { 'x-papel': 'FARMACIA' } }),
    pedido('endereço com documento', { caminho: caminho(canarios.proximo('cpf')) + consulta(false) }),
    pedido('endereço com palavras', { caminho: caminho(canarios.proximo('clinico')) }),
    pedido('consulta com dados', { caminho: caminho('1') + consulta(true) }),
    pedido('consulta desconhecida', {
      caminho: `${caminho('1')}?${canarios.proximo('cpf')}=${canarios.proximo('nome')}`,
    }),
    pedido('cabeçalhos com dados', {
      cabecalhos: {
        'x-correlation-id': canarios.proximo('cpf'),
        'user-agent': canarios.proximo('nome'),
        'if-match': `"${canarios.proximo('cns')}"`,
        'accept-language': canarios.proximo('telefone'),
        referer: `https://exemplo.org/${canarios.proximo('cns')}/${canarios.proximo('cartao')}?${canarios.proximo('endereco')}`,
        ...(metodo === 'POST' ? { 'idempotency-key': `${canarios.proximo('email')} com espaço` } : {}),
      },
    }),
    pedido('registro que não existe', { caminho: caminho('999999') }),
  ];
  if (corpo === undefined) return pedidos;
  const cru = (variante: string, texto: string, cabecalhos: Record<string, string> = {}) =>
    pedido(variante, { corpo: texto, cabecalhos });
  return [
    ...pedidos,
    pedido('outra vez igual', {
      cabecalhos: metodo === 'POST' ? { 'idempotency-key': `canarios-${operacao.id}` } : {},
    }),
    cru(
      'longo demais',
      JSON.stringify(emTodos(corpo, (v) => (typeof v === 'string' ? `${v} `.repeat(120) : v))),
    ),
    cru(
      'tipos trocados',
      JSON.stringify(emTodos(corpo, (v) => (typeof v === 'string' ? [v] : canarios.proximo('cpf')))),
    ),
    cru(
      'campos desconhecidos',
      JSON.stringify({
        ...corpo,
        [canarios.proximo('cpf')]: canarios.proximo('nome'),
        extra: canarios.proximo('cartao'),
      }),
    ),
    cru(
      'JSON quebrado',
      `{"nome": "${canarios.proximo('nome')}", "senha": "${canarios.proximo('senha')}", "cpf": ${canarios.proximo('cpf')}x`,
    ),
    cru('lista em vez de objeto', JSON.stringify([canarios.proximo('endereco')])),
    cru('grande demais', JSON.stringify({ ...corpo, extra: canarios.proximo('clinico').repeat(8_000) })),
    cru('outro tipo', `nome=${canarios.proximo('nome')}`, {
      'content-type': 'application/x-www-form-urlencoded',
    }),
    cru('tipo com dados', '{}', { 'content-type': `text/${canarios.proximo('cpf')}` }),
  ];
}

/** The example with a canary in each field that is personal, clinical or secret. */
function plantar(
  documento: Documento,
  esquema: Esquema,
  exemplo: unknown,
  caminho: string,
  canarios: Canarios,
  campo = '',
): unknown {
  const { properties, items } = documento.resolver(esquema);
  if (properties) {
    const objeto: Objeto = { ...(exemplo as Objeto | undefined) };
    for (const [nome, filho] of Object.entries(properties)) {
      const novo = plantar(documento, filho, objeto[nome], caminho, canarios, nome);
      if (novo !== undefined) objeto[nome] = novo;
    }
    return objeto;
  }
  const especie = campo === '' ? null : especieDoCampo(campo, caminho);
  if (items) return especie === null ? exemplo : [canarios.proximo(especie)];
  const { type, enum: opcoes } = documento.resolver(esquema);
  return type === 'string' && opcoes === undefined && especie !== null ? canarios.proximo(especie) : exemplo;
}

const emTodos = (objeto: Objeto, trocar: (valor: unknown) => unknown): Objeto =>
  Object.fromEntries(Object.entries(objeto).map(([nome, valor]) => [nome, trocar(valor)]));
