import type { Execucao } from '../alvos/executor.js';
import type { Operacao } from '../documento/documento.js';
import { comandoDe, type Ligacoes } from '../documento/ligacoes.js';
import type { Sorte } from '../geracao/sorte.js';
import type { Acervo, Registro } from '../passos/acervo.js';
import type { Passo } from '../passos/passo.js';

export interface Arredores {
  readonly acervo: Acervo;
  readonly ligacoes: Ligacoes;
  readonly operacoes: readonly Operacao[];
  readonly sorte: Sorte;
}

type Sonda = Omit<Passo, 'numero'>;

/** What is asked next because of what was just answered: the record read again, the request repeated, the next page. */
export function sondas(arredores: Arredores, operacao: Operacao, execucao: Execucao): Sonda[] {
  const { passo, resposta } = execucao;
  if (passo.especie === 'sonda' && passo.continua === undefined) return [];
  if (resposta.status === 0 || resposta.status >= 500) return [];
  return [
    ...repetirChave(arredores, execucao),
    ...(resposta.status < 300 ? relerRegistro(arredores, operacao, execucao) : []),
    ...(resposta.status < 300 ? olharFilhos(arredores, operacao, execucao) : []),
    ...(resposta.status === 200
      ? [...lerDeNovo(arredores, operacao, passo), ...proximaPagina(arredores, execucao)]
      : []),
  ];
}

/** With the same key: the same answer and nothing more; another body: refused. */
function repetirChave({ sorte }: Arredores, { passo, resposta }: Execucao): Sonda[] {
  if (passo.tecnica !== 'Idempotency-Key nova') return [];
  const repetida: Sonda[] = [200, 201, 204, 400, 403, 404, 409, 422].includes(resposta.status)
    ? [{ ...passo, especie: 'sonda', tecnica: 'Idempotency-Key repetida', repete: passo.numero }]
    : [];
  const json = passo.corpo && 'json' in passo.corpo ? passo.corpo.json : undefined;
  if (repetida.length === 0 || !sorte.chance(60)) return repetida;
  const outro = { json: { ...(json as object), chaveDeOutroPedido: sorte.inteiro(1, 9_999) } };
  return [
    ...repetida,
    { ...passo, especie: 'sonda', tecnica: 'Idempotency-Key com outro corpo', corpo: outro, espera: [422] },
  ];
}

function relerRegistro(
  { acervo, ligacoes, operacoes, sorte }: Arredores,
  operacao: Operacao,
  { passo, json }: Execucao,
): Sonda[] {
  const colecao = ligacoes.daOperacao(operacao);
  const id = (json as { data?: { id?: number } } | undefined)?.data?.id;
  if (passo.metodo === 'GET' || colecao === undefined || id === undefined) return [];
  const registro = acervo.de(colecao).find((r) => r.id === id);
  const leitura = operacoes.find(({ chave }) =>
    new RegExp(`^GET ${colecao.replace(/[{}]/g, '\\$&')}/\\{\\w+\\}$`).test(chave),
  );
  if (
    !registro ||
    !leitura ||
    !sorte.chance(passo.metodo === 'POST' && operacao.modelo === colecao ? 100 : 40)
  )
    return [];
  const inativo = passo.metodo === 'DELETE' || comandoDe(operacao) === 'inativar';
  return [
    { ...lerRegistro(leitura, registro), releitura: { de: passo.numero, ...(inativo ? { inativo } : {}) } },
  ];
}

const lerRegistro = (leitura: Operacao, { caminho }: Registro): Sonda => ({
  operacao: leitura.chave,
  especie: 'sonda',
  tecnica: 'releitura',
  quem: 'ADMIN',
  metodo: 'GET',
  caminho,
});

/** The lists that hang from the record: what just happened may be in one of them. */
function olharFilhos(
  { acervo, ligacoes, operacoes, sorte }: Arredores,
  operacao: Operacao,
  { passo, json }: Execucao,
): Sonda[] {
  const colecao = ligacoes.daOperacao(operacao);
  const id = (json as { data?: { id?: number } } | undefined)?.data?.id;
  const registro = colecao === undefined ? undefined : acervo.de(colecao).find((r) => r.id === id);
  if (passo.metodo === 'GET' || !registro) return [];
  const filhas = operacoes.filter(
    ({ metodo, modelo }) =>
      metodo === 'GET' &&
      modelo.startsWith(`${colecao}/{`) &&
      /\}\/[^{}/]+$/.test(modelo) &&
      modelo.split('{').length === colecao!.split('{').length + 1,
  );
  if (filhas.length === 0) return [];
  // Better one in which nothing was ever seen.
  const vazias = filhas.filter(({ modelo }) => ligacoes.eColecao(modelo) && acervo.de(modelo).length === 0);
  if (!sorte.chance(vazias.length > 0 ? 60 : 12)) return [];
  const filha = sorte.um(vazias.length > 0 ? vazias : filhas);
  const fim = filha.modelo.slice(filha.modelo.lastIndexOf('/'));
  return [{ ...lerRegistro(filha, registro), tecnica: 'o que há nele', caminho: [...registro.caminho, fim] }];
}

/** Of what has a version: the same question twice has the same answer. */
const lerDeNovo = ({ sorte }: Arredores, { respostas }: Operacao, passo: Passo): Sonda[] =>
  passo.metodo === 'GET' && respostas.has(304) && sorte.chance(25)
    ? [{ ...passo, especie: 'sonda', tecnica: 'mesma leitura', repete: passo.numero }]
    : [];

function proximaPagina({ sorte }: Arredores, { passo, json }: Execucao): Sonda[] {
  const cursor = (json as { meta?: { proximoCursor?: string | null } } | undefined)?.meta?.proximoCursor;
  if (passo.metodo !== 'GET' || typeof cursor !== 'string' || !sorte.chance(50)) return [];
  const semCursor = passo.caminho.filter((parte) => typeof parte === 'string' && !/^[?&]cursor=/.test(parte));
  if (semCursor.length !== passo.caminho.filter((parte) => typeof parte === 'string').length) return [];
  const separador = passo.caminho.some((parte) => typeof parte === 'string' && parte.startsWith('?'))
    ? '&'
    : '?';
  const caminho = [
    ...passo.caminho,
    `${separador}cursor=`,
    { $de: passo.numero, $onde: '/meta/proximoCursor' },
  ];
  return [{ ...passo, caminho, especie: 'sonda', tecnica: 'página seguinte', continua: passo.numero }];
}
