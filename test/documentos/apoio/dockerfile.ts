/** One instruction of a Dockerfile, its continuation lines joined. */
export interface Instrucao {
  readonly nome: string;
  readonly texto: string;
}

/** What follows a FROM, up to the next. */
export interface Estagio {
  readonly imagem: string;
  readonly apelido: string | undefined;
  readonly instrucoes: readonly Instrucao[];
}

/** Reads what this project's Dockerfile uses of the format; throws at anything else. */
export function lerDockerfile(texto: string): Estagio[] {
  const linhas = texto
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((linha) => linha.trim() !== '');
  const estagios: (Estagio & { instrucoes: Instrucao[] })[] = [];
  for (const linha of linhas) {
    const [, nome, resto] = /^([A-Z]+) (.+)$/.exec(linha) ?? [];
    if (nome === undefined || resto === undefined) throw new Error(`not an instruction: ${linha}`);
    if (nome === 'FROM') {
      const [imagem, , apelido] = resto.split(' ');
      estagios.push({ imagem: imagem!, apelido, instrucoes: [] });
    } else {
      const estagio = estagios.at(-1);
      if (!estagio) throw new Error(`before any FROM: ${linha}`);
      estagio.instrucoes.push({ nome, texto: resto.trim() });
    }
  }
  return estagios;
}

/** The texts of the instructions of a name. */
export const textos = ({ instrucoes }: Estagio, nome: string): string[] =>
  instrucoes.filter((instrucao) => instrucao.nome === nome).map(({ texto }) => texto);

/** The variables that a stage sets. */
export const ambienteDe = (estagio: Estagio): Record<string, string> =>
  Object.fromEntries(
    textos(estagio, 'ENV').flatMap((texto) => texto.split(/\s+/).map((par) => par.split('=', 2))),
  ) as Record<string, string>;

/** Sources of the COPY instructions; those of another stage apart. */
export function copiasDe(estagio: Estagio): { locais: string[]; deOutro: string[] } {
  const copias = textos(estagio, 'COPY').map((texto) => texto.split(/\s+/));
  const fontes = (palavras: string[]): string[] =>
    palavras.filter((palavra) => !palavra.startsWith('--')).slice(0, -1);
  const [deOutro, locais] = [true, false].map((outro) =>
    copias.filter(([primeira]) => primeira!.startsWith('--from=') === outro).flatMap(fontes),
  );
  return { locais: locais!, deOutro: deOutro! };
}
