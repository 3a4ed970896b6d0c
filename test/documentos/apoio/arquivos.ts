import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Root of the project. */
export const RAIZ = join(import.meta.dirname, '../../..');

export const ler = (arquivo: string): string => readFileSync(join(RAIZ, arquivo), 'utf8');

const naPasta = (pasta: string, recursive: boolean): string[] =>
  readdirSync(join(RAIZ, pasta), { recursive, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.md'))
    .map((item) => relative(RAIZ, join(item.parentPath, item.name)).replaceAll('\\', '/'));

/** Every Markdown document of the project, relative to its root. */
export const documentos = (): string[] =>
  [...naPasta('.', false), ...['docs', 'src', 'test'].flatMap((pasta) => naPasta(pasta, true))].sort();

/** The text of a document outside its blocks of code. */
export const semBlocos = (texto: string): string => texto.replace(/^```[\s\S]*?^```$/gm, '');

/** The variables of `.env.example`, with their default, or null where the line is commented. */
export const variaveis = (): Map<string, string | null> =>
  new Map(
    [...ler('.env.example').matchAll(/^(#?)([A-Z][A-Z_]+)=(.*)$/gm)].map(([, comentada, nome, valor]) => [
      nome!,
      comentada === '#' ? null : valor!,
    ]),
  );
