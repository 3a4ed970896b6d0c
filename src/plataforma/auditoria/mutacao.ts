/** How the trail tells of a route that changes something, where its address does not say it. */
export interface DeclaracaoDeAuditoria {
  /** Instead of the name derived from the address. */
  readonly acao?: string;
  /** What its record is, in the singular, instead of what the address says. */
  readonly registro?: string;
}

/** What of its declaration (`@Rota`) tells a route that changes something. */
export interface RotaDeclarada {
  readonly forma: 'um' | 'lista' | 'criado' | 'vazio';
  readonly auditoria?: DeclaracaoDeAuditoria | 'propria';
}

/** What the trail says of every request to one route. */
export interface DescricaoDaMutacao {
  readonly acao: string;
  readonly operacao: string;
  readonly registro: string;
  /** The parameter of the path with the id of the record; null: the answer has it. */
  readonly parametro: string | null;
  /** The parameter with the id of the patient it is about, if the path has one. */
  readonly parametroDoPaciente: string | null;
}

/** A request that changes something, as far as it has come. */
export interface MutacaoEmCurso {
  readonly descricao: DescricaoDaMutacao;
  readonly parametros: Readonly<Record<string, string>>;
  /** The body, once all its fields are known to be of the route. */
  corpo: unknown;
  /** Its row is committed. */
  anotada: boolean;
}

const VERBOS: Readonly<Record<string, string>> = {
  POST: 'criar',
  PUT: 'substituir',
  PATCH: 'alterar',
  DELETE: 'remover',
};

/** Null where nothing is changed, or the use case itself says what happened. */
export function descreverMutacao(
  metodo: string,
  url: string,
  { forma, auditoria = {} }: RotaDeclarada,
): DescricaoDaMutacao | null {
  const verbo = VERBOS[metodo];
  if (verbo === undefined || auditoria === 'propria') return null;
  const partes = url.split('/').filter((parte) => parte !== '' && !/^v\d+$/.test(parte));
  const fixas = partes.filter((parte) => !parte.startsWith(':'));
  const comando =
    metodo === 'POST' && forma !== 'criado' && fixas.length > 1 && fixas.at(-1) === partes.at(-1);
  const recurso = comando ? fixas.slice(0, -1) : fixas;
  const lugar = forma === 'criado' ? -1 : partes.findLastIndex((parte) => parte.startsWith(':'));
  const parametro = lugar < 0 ? null : partes[lugar]!.slice(1);
  return {
    acao: auditoria.acao ?? [...recurso, comando ? fixas.at(-1)! : verbo].join('.'),
    operacao: `${metodo} ${url}`,
    registro: auditoria.registro ?? noSingular(lugar > 0 ? partes[lugar - 1]! : recurso.at(-1)!),
    parametro,
    parametroDoPaciente: partes[0] === 'pacientes' && partes[1]?.startsWith(':') ? partes[1].slice(1) : null,
  };
}

/** `internacoes` → `internacao`: as the events name what they are about. */
export const noSingular = (plural: string): string =>
  plural.replace(/oes$/, 'ao').replace(/res$/, 'r').replace(/s$/, '');
