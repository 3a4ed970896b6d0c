/** A snippet, the rule it breaks, the files in which that must be an error and those in which it must pass. */
export interface CasoDeLint {
  regra: string;
  codigo: string;
  vermelho: string[];
  verde: string[];
}

const MODULO = 'src/modulos/x/casos-de-uso/exemplo.ts';
const TESTE_DO_MODULO = 'src/modulos/x/casos-de-uso/exemplo.int-spec.ts';
const PLATAFORMA = 'src/plataforma/x/exemplo.ts';
const FILTRO_HTTP = 'src/plataforma/http/exemplo.ts';
const BANCO = 'src/banco/exemplo.ts';
const CONFIG = 'src/config/exemplo.ts';
const MIGRACAO = 'migrations/1-exemplo.ts';
const APOIO = 'test/apoio/exemplo.ts';
const FERRAMENTA = 'ferramentas/exemplo.ts';

/** A ban of the platform: red where the hospital is written, green where the platform is. */
const daPlataforma = (regra: string, codigo: string): CasoDeLint => ({
  regra: `plantao/${regra}`,
  codigo,
  vermelho: [MODULO, 'src/exemplo.ts'],
  verde: [PLATAFORMA, BANCO, CONFIG, APOIO, FERRAMENTA],
});

const noTeste = (corpo: string): string =>
  `import { expect, it } from '@jest/globals';\n${corpo}\nexport const x = [expect, it];\n`;

export const casosDeLint: CasoDeLint[] = [
  daPlataforma('sem-relogio-do-sistema', 'export const agora = new Date();'),
  daPlataforma('sem-relogio-do-sistema', 'export const agora = Date.now();'),
  daPlataforma('sem-relogio-do-sistema', 'export const { now } = Date;'),
  daPlataforma(
    'sem-relogio-do-sistema',
    "import { DateTime } from 'luxon';\nexport const agora = DateTime.now();",
  ),
  daPlataforma(
    'sem-relogio-do-sistema',
    "import { DateTime } from 'luxon';\nexport const agora = DateTime.utc();",
  ),
  daPlataforma('sem-ambiente', 'export const porta = process.env.PORT;'),
  daPlataforma('sem-ambiente', 'export const { env } = process;'),
  daPlataforma('sem-ambiente', "import { env } from 'node:process';\nexport const porta = env.PORT;"),
  daPlataforma(
    'sem-publicar',
    'export const f = (bus: { publish(e: object): void }): void => bus.publish({});',
  ),
  daPlataforma(
    'sem-publicar',
    'export const f = (bus: { publishAll(e: object[]): void }): void => bus.publishAll([]);',
  ),
  daPlataforma(
    'sem-transacao-avulsa',
    'export const f = (fonte: { transaction(f: () => void): Promise<void> }) => fonte.transaction(() => undefined);',
  ),
  daPlataforma(
    'sem-repositorio-injetado',
    "import { InjectRepository } from '@nestjs/typeorm';\nexport const x = InjectRepository;",
  ),
  daPlataforma(
    'sem-repositorio-injetado',
    "import { DataSource } from 'typeorm';\nexport const x = DataSource;",
  ),
  daPlataforma('sem-saga-em-memoria', "import { Saga } from '@nestjs/cqrs';\nexport const x = Saga;"),
  {
    regra: 'plantao/sem-relogio-do-sistema',
    codigo:
      "export const dia = (texto: string): Date[] => [new Date(texto), new Date('2026-06-01T00:00:00Z')];",
    vermelho: [],
    verde: [MODULO, TESTE_DO_MODULO],
  },
  {
    regra: 'plantao/sem-relogio-do-sistema',
    codigo: 'export const agora = new Date();',
    vermelho: [TESTE_DO_MODULO, MIGRACAO],
    verde: [],
  },
  {
    regra: 'plantao/sem-transacao-avulsa',
    codigo:
      "import type { DataSource } from 'typeorm';\nexport const f = (d: DataSource) => d.transaction(async () => 1);",
    vermelho: [MODULO],
    verde: [TESTE_DO_MODULO],
  },
  ...['NotFoundException', 'HttpException', 'BadRequestException'].map((classe) => ({
    regra: 'plantao/sem-excecao-http',
    codigo: `import { ${classe} } from '@nestjs/common';\nexport const x = ${classe};`,
    vermelho: [MODULO, PLATAFORMA, BANCO],
    verde: [FILTRO_HTTP, APOIO],
  })),
  {
    regra: 'plantao/sem-excecao-http',
    codigo: "import * as nest from '@nestjs/common';\nexport const x = nest;",
    vermelho: [MODULO],
    verde: [FILTRO_HTTP],
  },
  ...[
    "motor === 'mysql'",
    "['mariadb'].includes(motor)",
    "motor !== 'better-sqlite3'",
    "'sqlite' === motor",
  ].map((ramo) => ({
    regra: 'plantao/sem-ramo-de-dialeto',
    codigo: `export const f = (motor: string): boolean => ${ramo};`,
    vermelho: [MODULO, PLATAFORMA, MIGRACAO],
    verde: [BANCO, CONFIG, APOIO],
  })),
  {
    regra: 'plantao/sem-ramo-de-dialeto',
    codigo: 'export const f = (fonte: { options: { type: string } }): string => fonte.options.type;',
    vermelho: [MODULO, PLATAFORMA],
    verde: [BANCO, CONFIG],
  },
  {
    regra: 'plantao/sem-barril',
    codigo: 'export const x = 1;',
    vermelho: ['src/modulos/x/index.ts', 'src/modulos/x/dominio/index.ts'],
    verde: [MODULO],
  },
  {
    regra: 'plantao/sem-barril',
    codigo: "export * from 'luxon';",
    vermelho: [MODULO, PLATAFORMA],
    verde: [APOIO],
  },
  {
    regra: 'max-lines',
    codigo: 'export const a = 1;\n' + '// linha\n'.repeat(300),
    vermelho: ['src/modulos/x/dominio/exemplo.ts', PLATAFORMA],
    verde: [APOIO],
  },
  {
    regra: 'max-lines',
    codigo: 'export const a = 1;\n' + '// linha\n'.repeat(160),
    vermelho: [MODULO],
    verde: ['src/modulos/x/dominio/exemplo.ts', TESTE_DO_MODULO],
  },
  {
    regra: 'no-console',
    codigo: "console.log('oi');",
    vermelho: [MODULO, PLATAFORMA],
    verde: [FERRAMENTA, 'test/caos/exemplo.ts'],
  },
  {
    regra: 'jest/valid-title',
    codigo: noTeste("it('concede alta', () => expect(1).toBe(1));"),
    vermelho: ['src/modulos/x/dominio/exemplo.spec.ts', TESTE_DO_MODULO, 'test/e2e/exemplo.e2e-spec.ts'],
    verde: [],
  },
  {
    regra: 'jest/valid-title',
    codigo: noTeste("it.each([1])('concede alta %s', (n) => expect(n).toBe(1));"),
    vermelho: [TESTE_DO_MODULO],
    verde: [],
  },
  {
    regra: 'jest/valid-title',
    codigo: noTeste("it('deve conceder alta', () => expect(1).toBe(1));"),
    vermelho: [],
    verde: [TESTE_DO_MODULO],
  },
  {
    regra: 'jest/no-focused-tests',
    codigo: noTeste("it.only('deve conceder alta', () => expect(1).toBe(1));"),
    vermelho: [TESTE_DO_MODULO],
    verde: [],
  },
  ...[
    ['@typescript-eslint/no-floating-promises', 'export const f = (): void => {\n  Promise.resolve(1);\n};'],
    ['@typescript-eslint/no-misused-promises', '[1].forEach(async () => {});\nexport {};'],
    ['@typescript-eslint/no-explicit-any', 'export const f = (x: any): number => Number(x);'],
    ['@typescript-eslint/no-unused-vars', 'const sobra = 1;\nexport {};'],
    ['@typescript-eslint/ban-ts-comment', '// @ts-ignore\nexport const x: number = 1;'],
    ['eqeqeq', 'export const f = (a: number): boolean => a == 1;'],
    [
      '@typescript-eslint/return-await',
      'export async function f(): Promise<number> {\n  try {\n    return Promise.resolve(1);\n  } catch {\n    return 0;\n  }\n}',
    ],
    [
      '@typescript-eslint/consistent-type-imports',
      "import { DateTime } from 'luxon';\nexport const f = (d: DateTime): number => d.year;",
    ],
  ].map(([regra = '', codigo = '']) => ({ regra, codigo, vermelho: [MODULO, PLATAFORMA], verde: [] })),
  {
    // Nest reads this import as metadata at run time: turning it into a type would break the injection.
    regra: '@typescript-eslint/consistent-type-imports',
    codigo:
      "import { Injectable } from '@nestjs/common';\nimport { CommandBus } from '@nestjs/cqrs';\n" +
      '@Injectable()\nexport class X {\n  constructor(readonly bus: CommandBus) {}\n}',
    vermelho: [],
    verde: [MODULO],
  },
  {
    // A comment cannot mute a rule: the ban stays red.
    regra: 'plantao/sem-relogio-do-sistema',
    codigo: '// eslint-disable-next-line\nexport const agora = new Date();',
    vermelho: [MODULO],
    verde: [],
  },
];
