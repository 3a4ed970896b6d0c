import { inteiro, type Linha, ouNulo, type Parametro, texto } from '../../banco/dialeto.js';
import { ANTES_DO_PRIMEIRO, type ChaveDosSelos, elo } from './elo.js';

const PAGINA = 5_000;
/** Sealed within seconds; later than this, it was not the product that wrote it, or nobody seals. */
const PRAZO_DO_SELO_MS = 10 * 60_000;

type Consultar = (sql: string, parametros?: readonly Parametro[]) => Promise<readonly Linha[]>;

/** The end of the chain as it once was, kept elsewhere. */
export interface Ancora {
  readonly sequencia: number;
  readonly hash: string;
}

/** The first thing found wrong. */
export interface Violacao {
  /** The link, where one is known. */
  readonly sequencia: number | null;
  /** The row of the trail, where one is known. */
  readonly registroId: number | null;
  readonly oQue: string;
}

export interface Verificacao {
  readonly violacao: Violacao | null;
  /** The end of the chain, to be kept elsewhere. */
  readonly cabeca: Ancora;
  readonly conferidos: number;
}

export interface OpcoesDaVerificacao {
  readonly ancora?: Ancora;
  readonly agora: Date;
  readonly aoAndar?: (feitos: number, total: number) => void;
}

/** Recomputes the whole chain, only reading; the product may be running. */
export async function verificarCadeia(
  consultar: Consultar,
  chave: ChaveDosSelos,
  { ancora, agora, aoAndar }: OpcoesDaVerificacao,
): Promise<Verificacao> {
  const cadeia = await lerCadeia(consultar);
  if (cadeia.chave !== '' && cadeia.chave !== chave.nome)
    return {
      violacao: nada(
        'a trilha foi selada com outra chave: use a AUDITORIA_CHAVE (ou o JWT_SECRET) de quem a selou',
      ),
      cabeca: cadeia,
      conferidos: 0,
    };
  const andar = new Caminhada(chave, cadeia, ancora);
  while (andar.violacao === null && andar.sequencia < cadeia.sequencia) {
    const linhas = await consultar(
      `SELECT s.sequencia, s.registro_id AS selado_id, s.hash, a.* FROM auditoria_selos s
         LEFT JOIN auditoria a ON a.id = s.registro_id
        WHERE s.sequencia > ? ORDER BY s.sequencia LIMIT ${PAGINA}`,
      [andar.sequencia],
    );
    andar.passar(linhas);
    aoAndar?.(andar.sequencia, cadeia.sequencia);
  }
  return {
    violacao:
      andar.violacao ?? conferirFim(cadeia, andar, ancora) ?? (await foraDaCadeia(consultar, cadeia, agora)),
    cabeca: { sequencia: cadeia.sequencia, hash: cadeia.hash },
    conferidos: andar.sequencia,
  };
}

interface Cadeia extends Ancora {
  readonly marco: number;
  readonly chave: string;
}

async function lerCadeia(consultar: Consultar): Promise<Cadeia> {
  const [linha] = await consultar('SELECT sequencia, hash, marco, chave FROM auditoria_cadeia WHERE id = 1');
  return {
    sequencia: inteiro(linha?.sequencia ?? 0),
    hash: texto(linha?.hash ?? ANTES_DO_PRIMEIRO),
    marco: inteiro(linha?.marco ?? 0),
    chave: texto(linha?.chave ?? ''),
  };
}

/** Goes from link to link, up to the first that is not what it should be. */
class Caminhada {
  violacao: Violacao | null = null;
  sequencia = 0;
  hash = ANTES_DO_PRIMEIRO;

  constructor(
    private readonly chave: ChaveDosSelos,
    private readonly cadeia: Cadeia,
    private readonly ancora: Ancora | undefined,
  ) {}

  passar(linhas: readonly Linha[]): void {
    for (const linha of linhas) {
      // What was sealed after we began is for the next time.
      if (this.sequencia === this.cadeia.sequencia) return;
      this.violacao = this.#conferir(linha);
      if (this.violacao) return;
    }
    if (linhas.length < PAGINA && this.sequencia < this.cadeia.sequencia)
      this.violacao = {
        sequencia: this.sequencia + 1,
        registroId: null,
        oQue: `faltam os selos ${this.sequencia + 1} a ${this.cadeia.sequencia}: o fim da trilha foi cortado`,
      };
  }

  #conferir(linha: Linha): Violacao | null {
    const [sequencia, registroId] = [inteiro(linha.sequencia), inteiro(linha.selado_id)];
    const esperada = this.sequencia + 1;
    if (sequencia !== esperada)
      return {
        sequencia: esperada,
        registroId: null,
        oQue: `falta o selo ${esperada}: foi apagado, com a linha ou sem ela`,
      };
    const aqui = { sequencia, registroId };
    if (linha.id === null || linha.id === undefined)
      return { ...aqui, oQue: 'a linha foi apagada, ou o selo aponta para outra' };
    const hash = eloOuNada(this.chave, this.hash, linha);
    if (hash !== texto(linha.hash))
      return { ...aqui, oQue: 'a linha, ou o selo, não é o que foi gravado: alterada, trocada ou inserida' };
    if (this.ancora?.sequencia === sequencia && this.ancora.hash !== hash)
      return { ...aqui, oQue: 'a trilha foi reescrita: este selo não é o da âncora' };
    [this.sequencia, this.hash] = [sequencia, hash];
    return null;
  }
}

/** A row that can no longer be read as one is not what was sealed. */
function eloOuNada(chave: ChaveDosSelos, anterior: string, linha: Linha): string | null {
  try {
    return elo(chave, anterior, linha);
  } catch {
    return null;
  }
}

function conferirFim(cadeia: Cadeia, { hash }: Caminhada, ancora: Ancora | undefined): Violacao | null {
  if (hash !== cadeia.hash)
    return {
      sequencia: cadeia.sequencia,
      registroId: null,
      oQue: 'o fim da cadeia não é o do último selo: foi alterado',
    };
  if (ancora && ancora.sequencia > cadeia.sequencia)
    return {
      sequencia: cadeia.sequencia + 1,
      registroId: null,
      oQue: `a trilha acaba antes da âncora (${ancora.sequencia}): o fim foi cortado`,
    };
  return null;
}

/** What no link of the chain tells of. */
async function foraDaCadeia(consultar: Consultar, cadeia: Cadeia, agora: Date): Promise<Violacao | null> {
  const [solta] = await consultar(
    `SELECT a.id FROM auditoria a LEFT JOIN auditoria_selos s ON s.registro_id = a.id
      WHERE s.sequencia IS NULL AND (a.id <= ? OR a.em <= ?) ORDER BY a.id LIMIT 1`,
    [cadeia.marco, new Date(agora.getTime() - PRAZO_DO_SELO_MS)],
  );
  const id = ouNulo(inteiro)(solta?.id);
  if (id !== null)
    return {
      sequencia: null,
      registroId: id,
      oQue:
        id <= cadeia.marco
          ? 'a linha não foi selada: foi inserida depois'
          : 'a linha espera por um selo há mais de dez minutos',
    };
  // The links first: the end, read later, has all of them.
  const [ultimo] = await consultar('SELECT MAX(sequencia) AS sequencia FROM auditoria_selos');
  const ultima = ouNulo(inteiro)(ultimo?.sequencia) ?? 0;
  return ultima > (await lerCadeia(consultar)).sequencia
    ? { sequencia: ultima, registroId: null, oQue: 'há selos depois do fim da cadeia' }
    : null;
}

const nada = (oQue: string): Violacao => ({ sequencia: null, registroId: null, oQue });
