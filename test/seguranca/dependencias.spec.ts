import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { ler, RAIZ } from '../documentos/apoio/arquivos.js';
import { RETIRADAS } from './versoes-retiradas.js';

interface Pacote {
  /** Where it is installed under another name. */
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly hasInstallScript?: true;
  readonly dev?: true;
  readonly link?: true;
}

interface Manifesto {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const manifesto = JSON.parse(ler('package.json')) as Manifesto;
const { packages } = JSON.parse(ler('package-lock.json')) as { packages: Record<string, Pacote> };
const nomeDe = (caminho: string): string => caminho.split('node_modules/').at(-1)!;
const instalados = Object.entries(packages)
  .filter(([caminho]) => caminho !== '')
  .map(([caminho, pacote]) => ({ ...pacote, nome: nomeDe(caminho) }));

/** What npm takes where the lock file names no other. */
const REGISTRO = 'https://registry.npmjs.org/';

/** Those that let anybody use and give on what is made with them; each alternative of an `OR` is enough. */
const LICENCAS = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'CC0-1.0',
  ],
  ...['Unlicense', 'Python-2.0', 'WTFPL', 'Zlib'],
]);
/** Used, not changed nor linked into the code: data, and programs that only check this one. */
const SO_DADOS = new Set(['CC-BY-4.0', 'CC-BY-3.0', 'MPL-2.0']);

const permitida = (licenca: string): boolean =>
  licenca
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((uma) => uma.split(' AND ').every((parte) => LICENCAS.has(parte) || SO_DADOS.has(parte)));

describe('dependências', () => {
  it('deve fixar a versão exata de cada uma', () => {
    const { dependencies, devDependencies } = manifesto;
    for (const [nome, versao] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([nome, versao]).toEqual([nome, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });

  it('deve vir cada pacote do registro do npm, com a soma do que se espera', () => {
    expect(instalados.length).toBeGreaterThan(300);
    expect(
      instalados
        .filter(
          ({ resolved = REGISTRO, integrity = '' }) =>
            !resolved.startsWith(REGISTRO) || !/^sha512-[\w+/]{86}==$/.test(integrity),
        )
        .map(({ nome, resolved }) => `${nome}: ${resolved}`),
    ).toEqual([]);
  });

  it('deve decidir sobre cada pacote que executa algo ao ser instalado, e só sobre eles', () => {
    const comScript = new Set(
      instalados.filter(({ hasInstallScript }) => hasInstallScript).map(({ nome }) => nome),
    );
    const semDecisao = [...comScript].filter((nome) => !(nome in manifesto.allowScripts));
    // fsevents is installed on macOS only, and only builds itself.
    expect(semDecisao.filter((nome) => nome !== 'fsevents')).toEqual([]);
    const executam = Object.entries(manifesto.allowScripts).filter(([, permite]) => permite);
    expect(executam.map(([nome]) => nome)).toEqual(['better-sqlite3']);
  });

  it('deve não haver versão que o mundo retirou', () => {
    expect(RETIRADAS.size).toBeGreaterThan(20);
    expect(
      instalados.map(({ nome, version }) => `${nome}@${version}`).filter((um) => RETIRADAS.has(um)),
    ).toEqual([]);
  });

  it('deve ter cada pacote uma licença conhecida e permitida', () => {
    expect(
      instalados
        .filter(({ license }) => license === undefined || !permitida(license))
        .map(({ nome, license }) => `${nome}: ${license ?? 'nenhuma'}`),
    ).toEqual([]);
  });

  it('deve fazer, sem rede, a lista do que a versão leva (CycloneDX)', () => {
    const saida = execFileSync('npm', ['run', '--silent', 'sbom'], {
      cwd: RAIZ,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, npm_config_offline: 'true' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { bomFormat, specVersion, components } = JSON.parse(saida) as {
      bomFormat: string;
      specVersion: string;
      components: { name: string; version: string; purl: string; hashes?: unknown[] }[];
    };
    expect([bomFormat, specVersion]).toEqual(['CycloneDX', expect.stringMatching(/^1\./)]);
    const purls = components.map(({ purl }) => purl);
    for (const [nome, versao] of Object.entries(manifesto.dependencies))
      expect(purls).toContain(`pkg:npm/${nome.replace('@', '%40')}@${versao}`);
    // An empty package stands for all that @nestjs/mailer would bring and is not used; npm lists it as it pleases.
    const vazios = new Set(
      instalados.filter(({ name }) => name !== undefined).flatMap(({ nome, name }) => [nome, name]),
    );
    const daVersao = instalados.filter(({ dev, nome }) => !dev && !vazios.has(nome));
    expect(
      new Set(
        components.filter(({ name }) => !vazios.has(name)).map(({ name, version }) => `${name}@${version}`),
      ),
    ).toEqual(new Set(daVersao.map(({ nome, version }) => `${nome}@${version}`)));
    expect(components.filter(({ hashes }) => !hashes).map(({ name }) => name)).toEqual([]);
  });
});
