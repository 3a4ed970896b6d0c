import { comandoDe } from '../../documento/ligacoes.js';
import type { Operacao } from '../../documento/documento.js';
import type { Registro } from '../../passos/acervo.js';
import { type Passo, semReferencias, type Valor } from '../../passos/passo.js';
import { resolver } from '../../documento/esquema.js';
import { comoPasso, rascunhar } from '../rascunho.js';
import type { Contexto, Tecnica } from '../tecnica.js';

/** Whether a record is, as far as it was last shown, in a state for this operation; undefined: it does not say. */
export function pode(operacao: Operacao, { dados }: Registro): boolean | undefined {
  const comando = operacao.metodo === 'DELETE' ? 'inativar' : comandoDe(operacao);
  if (comando === undefined) return undefined;
  if (typeof dados['ativo'] === 'boolean' && ['inativar', 'reativar'].includes(comando))
    return dados['ativo'] === (comando === 'inativar');
  return Array.isArray(dados['acoes']) ? dados['acoes'].includes(comando) : undefined;
}

/** One of the latest records that can, or that cannot. */
export const escolherQue =
  ({ operacao, sorte }: Contexto, possa: boolean) =>
  (registros: readonly Registro[]): Registro | undefined => {
    const servem = registros.filter((registro) => pode(operacao, registro) === possa);
    return servem.length === 0 ? undefined : sorte.um(servem.slice(-15));
  };

const quemPode = ({ operacao: { perfis, aberta }, sorte }: Contexto): Passo['quem'] => {
  if (aberta) return 'NINGUEM';
  const outros = perfis?.filter((perfil) => perfil !== 'ADMIN') ?? ['RECEPCAO', 'PACIENTE'];
  return sorte.chance(15) && outros.length > 0 ? sorte.um(outros) : sorte.um(['ADMIN', 'OUTRO_ADMIN']);
};

const valido: Tecnica = {
  nome: 'válido',
  alvos: [200, 201, 204, 409, 422],
  peso: 50,
  serve: () => true,
  fazer: (c) => {
    const rigor = c.sorte.chance(85);
    const escolher = rigor ? escolherQue(c, true) : () => undefined;
    const quem = quemPode(c);
    const rascunho = rascunhar(c, c.operacao, escolher);
    // A command that nothing can take now is worth little.
    if (rigor && rascunho.registro && pode(c.operacao, rascunho.registro) === false) return null;
    return comoPasso(rascunho, {
      numero: c.numero,
      especie: 'valido',
      tecnica: 'válido',
      quem,
    });
  },
};

/** A command on a record whose state does not take it. */
const estadoErrado: Tecnica = {
  nome: 'estado errado',
  alvos: [409],
  peso: 4,
  serve: (operacao) => comandoDe(operacao) !== undefined || operacao.metodo === 'DELETE',
  fazer: (c) => {
    const rascunho = rascunhar(c, c.operacao, escolherQue(c, false));
    if (!rascunho.registro || pode(c.operacao, rascunho.registro) !== false) return null;
    return comoPasso(rascunho, { numero: c.numero, especie: 'valido', tecnica: 'estado errado' });
  },
};

/** The creation of something that exists, word for word; or what makes one record equal to another. */
const repetida: Tecnica = {
  nome: 'repetição do que já existe',
  alvos: [409],
  peso: 3,
  serve: ({ metodo, corpo }) => corpo !== null && (metodo === 'POST' || metodo === 'PATCH'),
  fazer: (c) => {
    const { operacao, acervo, sorte, ligacoes } = c;
    const colecao = ligacoes.daOperacao(operacao);
    const nascidos =
      colecao === undefined ? [] : acervo.de(colecao).filter(({ nascimento }) => nascimento?.corpo);
    if (nascidos.length === 0) return null;
    const copiado = sorte.um(nascidos.slice(-8));
    const rascunho = rascunhar(c, operacao, (registros) => registros.filter((r) => r !== copiado).at(-1));
    const corpo = soCampos(c, copiado.nascimento!.corpo!);
    const vazio = typeof corpo === 'object' && corpo !== null && Object.keys(corpo).length === 0;
    if (vazio || c.validadores.pedido(operacao, semReferencias(corpo)) !== null) return null;
    return comoPasso(
      { ...rascunho, corpo },
      { numero: c.numero, especie: 'valido', tecnica: 'repetição do que já existe' },
    );
  },
};

/** The fields of a creation that this operation takes too. */
function soCampos({ operacao, esquemas }: Contexto, corpo: Valor): Valor {
  const nomes = Object.keys(resolver(esquemas, operacao.corpo!).properties ?? {});
  return Object.fromEntries(Object.entries(corpo as object).filter(([nome]) => nomes.includes(nome)));
}

export const VALIDAS: readonly Tecnica[] = [valido, estadoErrado, repetida];
