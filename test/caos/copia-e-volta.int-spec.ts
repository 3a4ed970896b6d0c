import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { type Ambiente, lerAmbiente } from '../../src/config/ambiente.js';
import { AplicacaoDeTeste } from '../apoio/aplicacao-de-teste.js';
import { type BancoDeTeste, NO_MYSQL } from '../apoio/banco-de-teste.js';
import { eventualmente } from '../apoio/eventualmente.js';
import { HospitalDeTeste } from '../apoio/hospital-de-teste.js';

const rodar = promisify(execFile);
const MANUAL = readFileSync('docs/operacao.md', 'utf8');

/** The command of the manual that begins so, with these values in the place of its own. */
function doManual(comeco: string, trocas: Readonly<Record<string, string>>): string {
  const linha = MANUAL.split('\n').find((l) => l.startsWith(comeco));
  if (linha === undefined) throw new Error(`docs/operacao.md has no command that begins with "${comeco}"`);
  return Object.entries(trocas).reduce((texto, [de, para]) => {
    if (!texto.includes(de)) throw new Error(`"${de}" is not in: ${linha}`);
    return texto.replace(de, para);
  }, linha.split(/\s+#/)[0]!);
}

/** Those of MySQL do the same, by other names. */
const CLIENTES_DO_MARIADB = spawnSync('mariadb-dump', ['--version']).status === 0;
const comEstesClientes = (comando: string): string =>
  CLIENTES_DO_MARIADB ? comando : comando.replace(/^mariadb /, 'mysql ');

const noTerminal = (comando: string): Promise<unknown> => rodar('sh', ['-c', comando]);

const acesso = ({ banco }: Ambiente): string =>
  `-h ${banco.host} -P ${banco.porta} -u ${banco.usuario} ${banco.senha ? `-p'${banco.senha}'` : ''}`;

function conferirArquivo(arquivo: string): void {
  const copia = new Database(arquivo, { readonly: true });
  expect([copia.pragma('integrity_check'), copia.pragma('foreign_key_check')]).toEqual([
    [{ integrity_check: 'ok' }],
    [],
  ]);
  copia.close();
}

describe('cópia de segurança', () => {
  let aplicacao: AplicacaoDeTeste;
  let hospital: HospitalDeTeste;
  let pasta: string;
  const abertas: AplicacaoDeTeste[] = [];

  beforeAll(async () => {
    aplicacao = await AplicacaoDeTeste.iniciar();
    hospital = await HospitalDeTeste.montar(aplicacao);
    pasta = mkdtempSync(join(tmpdir(), 'plantao-copia-'));
  });
  afterAll(async () => {
    for (const volta of abertas) await volta.encerrar();
    await aplicacao.encerrar();
    rmSync(pasta, { recursive: true, force: true });
  });

  /** As the manual says to copy it, while the product runs. */
  async function copiar({ banco }: Ambiente): Promise<void> {
    if (!NO_MYSQL) {
      await noTerminal(
        doManual('node -e', {
          'dados/plantao.sqlite': join(banco.dadosDir, 'plantao.sqlite'),
          'copia.sqlite': join(pasta, 'plantao.sqlite'),
        }),
      );
      for (const nome of readdirSync(banco.dadosDir).filter((n) => n.endsWith('.json')))
        copyFileSync(join(banco.dadosDir, nome), join(pasta, nome));
      return;
    }
    const copia = join(pasta, 'copia.sql');
    await noTerminal(
      doManual(CLIENTES_DO_MARIADB ? 'mariadb-dump' : 'mysqldump', {
        '-u copia -p plantao': `${acesso(aplicacao.banco.ambiente)} ${banco.nome}`,
        'copia.sql': copia,
      }),
    );
    expect(readFileSync(copia, 'utf8').trimEnd().split('\n').at(-1)).toContain('-- Dump completed on');
  }

  /** The product on what was copied, as the manual says to bring it back. */
  async function voltar(ambiente: Ambiente): Promise<AplicacaoDeTeste> {
    if (!NO_MYSQL) {
      conferirArquivo(join(pasta, 'plantao.sqlite'));
      const nada = { NODE_ENV: 'test', DEMO: 'false', LOG_LEVEL: 'silent', PORT: '0' };
      return abrir({ ambiente: lerAmbiente({ ...nada, DADOS_DIR: pasta }), apagar: async () => undefined });
    }
    const nome = `${ambiente.banco.nome}_volta`;
    const mandar = (comeco: string, trocas: Readonly<Record<string, string>>): Promise<unknown> =>
      noTerminal(
        comEstesClientes(doManual(comeco, { '-u root -p': acesso(ambiente), volta: nome, ...trocas })),
      );
    await mandar('mariadb -u root -p -e', {});
    await mandar('mariadb -u root -p volta', { 'copia.sql': join(pasta, 'copia.sql') });
    const apagar = (): Promise<unknown> =>
      noTerminal(comEstesClientes(`mariadb ${acesso(ambiente)} -e "DROP DATABASE ${nome}"`));
    return abrir({
      ambiente: { ...ambiente, banco: { ...ambiente.banco, nome } },
      apagar: async () => void (await apagar()),
    });
  }

  async function abrir(banco: BancoDeTeste): Promise<AplicacaoDeTeste> {
    const volta = await AplicacaoDeTeste.sobre(banco);
    abertas.push(volta);
    return volta;
  }

  it('deve sair íntegra com gravações em curso, partir, e trazer tudo o que já fora confirmado', async () => {
    const internar = (): Promise<number> => hospital.internar('ENFERMARIA', { admitidaEm: new Date() });
    const confirmadas = await Promise.all(Array.from({ length: 8 }, internar));
    const durante: number[] = [];
    let copiando = true;
    const escrever = async (): Promise<void> => {
      while (copiando) durante.push(await internar());
    };
    const escritores = Array.from({ length: 6 }, escrever);
    await eventualmente(() => expect(durante.length).toBeGreaterThan(0));
    const antes = durante.length;
    await copiar(aplicacao.banco.ambiente);
    copiando = false;
    expect(durante.length).toBeGreaterThan(antes);
    await Promise.all(escritores);

    const volta = await voltar(aplicacao.banco.ambiente);
    const naCopia = (await volta.consultar('SELECT id FROM internacoes')).map(({ id }) => Number(id));
    expect(naCopia).toEqual(expect.arrayContaining(confirmadas));
    expect([...confirmadas, ...durante]).toEqual(expect.arrayContaining(naCopia));

    const invariantes = (await volta.get<{ violacoes: number | null }[]>('/v1/invariantes')).corpo.data;
    expect(invariantes.length).toBeGreaterThan(0);
    expect(invariantes.filter(({ violacoes }) => violacoes !== 0)).toEqual([]);
    // Whoever was logged in still is, and the work goes on.
    volta.token = aplicacao.token;
    expect((await volta.post('/v1/setores', { nome: 'Depois da volta' })).status).toBe(201);
  });
});
