import { CODIGO, TITULOS } from '../../ferramentas/apoio/contrato-de-erro.js';
import { deuCerto, itensDeErro, type Oraculo } from './oraculo.js';

const VAZAMENTO =
  /\n\s+at |\bat .+:\d+:\d+|node_modules|\.[jt]s:\d|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b.+\b(FROM|VALUES|SET|WHERE)\b|SQLITE_|ER_[A-Z_]{4,}|QueryFailed|\b(Type|Reference|Syntax|Range)Error\b|\/(src|dist|home|usr|tmp)\//;

const semFalha: Oraculo = {
  codigo: 'sem-falha',
  classes: ['F100'],
  conferir: ({ resposta: { status, texto, cabecalhos } }) => {
    if (status === 0) return `não houve resposta: ${texto}`;
    if (status === 503 && cabecalhos['retry-after'] === undefined) return '503 sem Retry-After';
    return status >= 500 ? `respondeu ${status}: ${texto.slice(0, 200)}` : null;
  },
};

/** As long as the unit of work may take: whoever waits for longer has stopped everybody else. */
const DEMORA_MS = 10_000;

const semDemora: Oraculo = {
  codigo: 'sem-demora',
  classes: ['F100'],
  conferir: ({ resposta: { ms } }) => (ms > DEMORA_MS ? `levou ${Math.round(ms)} ms` : null),
};

const documentado: Oraculo = {
  codigo: 'status-documentado',
  classes: ['F101'],
  conferir: ({ resposta: { status }, operacao, passo }) => {
    if (operacao.respostas.has(status)) return null;
    // What is no path of the document has no answer in it.
    if (status === 404 && passo.tecnica.startsWith('id que não é id')) return null;
    return `${status} não está no documento desta operação`;
  },
};

const esquema: Oraculo = {
  codigo: 'esquema-da-resposta',
  classes: ['F101'],
  conferir: ({ resposta: { status, cabecalhos, texto }, operacao, json, validadores }) => {
    const documentada = operacao.respostas.get(status);
    if (!documentada) return null;
    const faltam = documentada.cabecalhos.filter((nome) => cabecalhos[nome.toLowerCase()] === undefined);
    if (faltam.length > 0) return `falta o cabeçalho ${faltam.join(', ')}`;
    const [tipo, esquemaDoCorpo] = Object.entries(documentada.conteudos)[0] ?? [];
    if (tipo === undefined) return texto === '' ? null : 'há um corpo onde o documento não diz que há';
    if (!cabecalhos['content-type']?.startsWith(tipo))
      return `content-type ${cabecalhos['content-type']}, e não ${tipo}`;
    if (!esquemaDoCorpo || tipo !== 'application/json') return null;
    return validadores.valor(esquemaDoCorpo, json);
  },
};

const envelope: Oraculo = {
  codigo: 'envelope-de-erro',
  classes: ['F101'],
  conferir: (caso) => {
    const { status, cabecalhos } = caso.resposta;
    if (status < 400) return null;
    const itens = itensDeErro(caso);
    if (itens.length === 0) return `${status} sem envelope: ${caso.resposta.texto.slice(0, 100)}`;
    const [errado] = itens.filter(({ title }) => title !== TITULOS[status]);
    if (errado) return `title ${String(errado.title)} num ${status}`;
    const [semCodigo] = itens.filter(({ codigo }) => typeof codigo !== 'string' || !CODIGO.test(codigo));
    if (semCodigo) return `código ${String(semCodigo.codigo)}`;
    const { correlationId } = caso.json as { correlationId?: unknown };
    // What is told again is told as it was the first time.
    if (cabecalhos['idempotency-replayed'] !== undefined) return null;
    return correlationId === cabecalhos['x-correlation-id'] ? null : 'correlationId não é o do cabeçalho';
  },
};

const correlacao: Oraculo = {
  codigo: 'correlacao',
  classes: ['F101'],
  conferir: ({ resposta: { status, cabecalhos } }) =>
    status === 0 || cabecalhos['x-correlation-id'] ? null : 'falta o x-correlation-id',
};

/** What may be in a message because the request said it. */
const vazamento: Oraculo = {
  codigo: 'nada-de-dentro',
  classes: ['F209'],
  conferir: ({ resposta: { status, texto }, envio, segredos, passo }) => {
    const achado = status >= 400 ? VAZAMENTO.exec(texto)?.[0] : undefined;
    if (achado !== undefined && !`${envio.corpo ?? ''}${envio.caminho}`.includes(achado))
      return `mostra ${achado}`;
    if (texto.includes('$argon2')) return 'mostra o resumo de uma senha';
    const segredo = [...segredos].find((s) => texto.includes(s));
    return segredo === undefined || passo.operacao.endsWith('/docs-json') ? null : 'mostra uma senha';
  },
};

const permitidos: Oraculo = {
  codigo: 'allow',
  classes: ['F210'],
  conferir: ({ resposta: { status, cabecalhos }, operacao, documento }) => {
    if (status !== 405) return null;
    const allow =
      cabecalhos.allow?.split(', ').filter((metodo) => metodo !== 'HEAD' && metodo !== 'OPTIONS') ?? [];
    const existem = documento.operacoes
      .filter(({ modelo }) => modelo === operacao.modelo)
      .map(({ metodo }) => metodo);
    return [...allow].sort().join() === existem.sort().join()
      ? null
      : `Allow: ${cabecalhos.allow ?? 'ausente'}; o documento tem ${existem.join(', ')}`;
  },
};

const seguros: Oraculo = {
  codigo: 'cabecalhos-de-seguranca',
  classes: ['F201'],
  conferir: ({ resposta: { cabecalhos, texto } }) =>
    texto.includes('<script') && cabecalhos['content-type']?.includes('html')
      ? 'HTML com um script que veio num pedido'
      : null,
};

const esperado: Oraculo = {
  codigo: 'resposta-esperada',
  classes: ['F102', 'F203', 'F205', 'F206', 'F207', 'F208', 'F204'],
  conferir: (caso) => {
    const { passo, resposta } = caso;
    if (!passo.espera || passo.espera.includes(resposta.status)) return null;
    const oQue = deuCerto(caso) ? 'aceitou' : `respondeu ${resposta.status}`;
    return `${oQue} (${passo.tecnica}), e devia responder ${passo.espera.join(' ou ')}: ${resposta.texto.slice(0, 160)}`;
  },
};

/** Codes of what a schema could have refused. */
const DO_ESQUEMA = new Set([
  'PLATAFORMA.CAMPO_INVALIDO',
  'PLATAFORMA.CAMPO_DESCONHECIDO',
  'PLATAFORMA.REQUISICAO_ILEGIVEL',
  'PLATAFORMA.JSON_ILEGIVEL',
  'PLATAFORMA.VALOR_RECUSADO',
  'PLATAFORMA.CURSOR_INVALIDO',
]);

const aceitacao: Oraculo = {
  codigo: 'valido-nao-e-recusado',
  classes: ['F101'],
  conferir: (caso) => {
    const { passo, resposta } = caso;
    if (passo.especie !== 'valido' || passo.espera || resposta.status < 400 || resposta.status >= 500)
      return null;
    const itens = itensDeErro(caso).filter(({ codigo }) => DO_ESQUEMA.has(String(codigo)));
    const [item] = itens;
    return item ? `obedece o esquema e foi recusado: ${String(item.campo)}: ${String(item.message)}` : null;
  },
};

/** Nothing has ended the tokens that the hunter holds: only a login says 401 to who has one. */
const tokenBom: Oraculo = {
  codigo: 'token-bom-recusado',
  classes: ['F205'],
  conferir: ({ passo: { quem, espera, operacao }, resposta: { status } }) =>
    status !== 401 ||
    quem === 'NINGUEM' ||
    quem === 'IMPOSTOR' ||
    espera?.includes(401) ||
    operacao.includes('/auth/')
      ? null
      : 'recusou um token bom',
};

export const DE_PROTOCOLO: readonly Oraculo[] = [
  semFalha,
  semDemora,
  documentado,
  esquema,
  envelope,
  correlacao,
  vazamento,
  permitidos,
  seguros,
  esperado,
  aceitacao,
  tokenBom,
];
