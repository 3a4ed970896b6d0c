import type { Execucao } from '../alvos/executor.js';
import { dadosDe, deuCerto, type Caso, type Oraculo } from './oraculo.js';

type Item = Readonly<Record<string, unknown>>;

const itensDe = (execucao: Execucao): Item[] => {
  const dados = dadosDe(execucao);
  return Array.isArray(dados) ? (dados as Item[]) : [];
};

const consultaDe = ({ envio }: Caso): URLSearchParams =>
  new URLSearchParams(envio.caminho.split('?')[1] ?? '');

const pagina: Oraculo = {
  codigo: 'pagina',
  classes: ['F101'],
  conferir: (caso) => {
    const meta = (caso.json as { meta?: { limite?: number } } | undefined)?.meta;
    if (!deuCerto(caso) || !meta || !caso.operacao.parametros.some(({ nome }) => nome === 'limite'))
      return null;
    const limite = Number(consultaDe(caso).get('limite') ?? 20);
    if (meta.limite !== limite) return `meta.limite ${meta.limite}, e não ${limite}`;
    return itensDe(caso).length <= limite ? null : `${itensDe(caso).length} itens, e o limite é ${limite}`;
  },
};

/** The next page shows none of what the page before has shown. */
const continuacao: Oraculo = {
  codigo: 'pagina-sem-repeticao',
  classes: ['F101'],
  conferir: (caso) => {
    if (caso.passo.continua === undefined || !caso.anterior || !deuCerto(caso)) return null;
    const antes = new Set(itensDe(caso.anterior).map((item) => JSON.stringify(item)));
    const repetido = itensDe(caso).find((item) => antes.has(JSON.stringify(item)));
    if (repetido) return `a página seguinte repete ${JSON.stringify(repetido).slice(0, 120)}`;
    return itensDe(caso).length === 0 ? 'o cursor leva a uma página vazia' : null;
  },
};

/** Every item is what a filter of the same name as one of its fields asks for. */
const filtro: Oraculo = {
  codigo: 'filtro',
  classes: ['F101', 'F200'],
  conferir: (caso) => {
    if (!deuCerto(caso) || caso.passo.metodo !== 'GET') return null;
    const exatos = caso.operacao.parametros.filter(
      ({ onde, esquema }) =>
        onde === 'query' &&
        (esquema.enum !== undefined || esquema.type === 'integer' || esquema.type === 'boolean'),
    );
    const consulta = consultaDe(caso);
    for (const { nome } of exatos) {
      const pedido = consulta.get(nome);
      if (pedido === null || caso.tolerancias.filtrosLargos.includes(`${caso.operacao.chave} ${nome}`))
        continue;
      const alheio = itensDe(caso).find((item) => nome in item && String(item[nome]) !== pedido);
      if (alheio) return `${nome}=${pedido} mostrou ${JSON.stringify(alheio[nome])}`;
    }
    return null;
  },
};

const ordem: Oraculo = {
  codigo: 'ordem',
  classes: ['F101'],
  conferir: (caso) => {
    const campo = consultaDe(caso).get('ordem');
    if (!deuCerto(caso) || (campo !== 'id' && campo !== '-id')) return null;
    const ids = itensDe(caso).map(({ id }) => Number(id));
    const certos = [...ids].sort((a, b) => (campo === 'id' ? a - b : b - a));
    return ids.join() === certos.join() ? null : `fora da ordem ${campo}: ${ids.slice(0, 10).join()}`;
  },
};

export const DE_LISTAS: readonly Oraculo[] = [pagina, continuacao, filtro, ordem];
