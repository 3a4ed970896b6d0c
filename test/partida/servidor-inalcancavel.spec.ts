import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import mysql from 'mysql2';
import { comPasta, type Fim, iniciarEmVao } from './processo.js';

const conectar = (porta: number, variaveis: Record<string, string> = {}): Promise<Fim> =>
  comPasta((DADOS_DIR) =>
    iniciarEmVao({
      DADOS_DIR,
      DB_HOST: '127.0.0.1',
      DB_PORT: String(porta),
      DB_PASSWORD: 'nao-me-mostre',
      JWT_SECRET: 'um-segredo-de-teste-com-mais-de-32-letras',
      ...variaveis,
    }),
  );

/** The server half of a mysql2 connection, which its types leave out. */
interface Atendimento {
  on(evento: string, ouvinte: (sql: string) => void): void;
  serverHandshake(saudacao: object): void;
  writeOk(): void;
  writeTextResult(linhas: object[], colunas: object[]): void;
  _resetSequenceId(): void;
}

/** It greets as a MySQL server of this version does, lets anybody in and answers every SELECT with it. */
function servidorDaVersao(versao: string): Server {
  const texto = { catalog: 'def', schema: '', table: '', orgTable: '', orgName: '', characterSet: 45 };
  const coluna = { ...texto, name: 'versao', columnLength: 60, columnType: 253, flags: 0, decimals: 0 };
  const atender = (conexao: Atendimento): void => {
    const responder = (resposta: () => void): void => {
      resposta();
      conexao._resetSequenceId();
    };
    conexao.on('error', () => undefined);
    conexao.on('query', () => responder(() => conexao.writeTextResult([{ versao }], [coluna])));
    // So does it call whatever begins with SET.
    conexao.on('stmt_prepare', () => responder(() => conexao.writeOk()));
    conexao.serverHandshake({
      protocolVersion: 10,
      serverVersion: versao,
      connectionId: 1,
      statusFlags: 2,
      characterSet: 45,
      capabilityFlags: 0xff_f7ff,
      authCallback: (_quem: object, pronto: (erro: null) => void) => responder(() => pronto(null)),
    });
  };
  return mysql.createServer(atender as never) as unknown as Server;
}

const SEM_PILHA = /^\nO Plantão não pôde iniciar\.\n(?![\s\S]*\n {4}at )/;

describe('servidor de banco que não atende', () => {
  let abertos: { close(): unknown }[] = [];

  afterEach(() => {
    for (const servidor of abertos) servidor.close();
    abertos = [];
  });

  const ouvir = async (servidor: Server): Promise<number> => {
    await new Promise<void>((resolver) => servidor.listen(0, '127.0.0.1', () => resolver()));
    abertos.push(servidor);
    const endereco = (servidor.address?.() ??
      (servidor as unknown as { _server: Server })._server.address()) as AddressInfo;
    return endereco.port;
  };

  const esperarExplicacao = ({ codigo, saida }: Fim, ...trechos: string[]): void => {
    expect(saida).toMatch(SEM_PILHA);
    for (const trecho of trechos) expect(saida).toContain(trecho);
    expect(saida).not.toContain('nao-me-mostre');
    expect(codigo).toBe(1);
  };

  it('deve dizer onde tentou e o que conferir quando a conexão é recusada', async () => {
    const servidor = createServer();
    const porta = await ouvir(servidor);
    await new Promise((resolver) => servidor.close(resolver));
    abertos = [];
    esperarExplicacao(
      await conectar(porta),
      `O servidor de banco não atende em 127.0.0.1:${porta}: a conexão foi recusada.`,
      'se DB_HOST e DB_PORT estão certos',
    );
  });

  it('deve dizer que o nome de DB_HOST não existe', async () => {
    esperarExplicacao(
      await conectar(3306, { DB_HOST: 'banco.invalid' }),
      'O nome banco.invalid, de DB_HOST, não leva a nenhum endereço',
      'getent hosts banco.invalid',
    );
  });

  it('deve desistir de um servidor que aceita a conexão e nunca fala', async () => {
    const porta = await ouvir(createServer((conexao) => conexao.on('error', () => undefined)));
    esperarExplicacao(
      await conectar(porta),
      `O servidor de banco não respondeu em 127.0.0.1:${porta}.`,
      'firewall',
    );
  });

  it('deve desconfiar de quem desliga sem falar MySQL', async () => {
    const porta = await ouvir(createServer((conexao) => conexao.end()));
    esperarExplicacao(
      await conectar(porta),
      `A conexão com o banco em 127.0.0.1:${porta} caiu`,
      'há mesmo um MySQL',
    );
  });

  it.each([
    ['5.7.44-log', 'O servidor MySQL 5.7.44-log não é suportado: use MySQL 8.4 ou mais novo.'],
    ['8.0.39', 'O servidor MySQL 8.0.39 não é suportado: use MySQL 8.4 ou mais novo.'],
    [
      '10.6.18-MariaDB-0ubuntu0.22.04.1',
      'O servidor MariaDB 10.6.18-MariaDB-0ubuntu0.22.04.1 não é suportado: use MariaDB 10.11 ou mais novo.',
    ],
  ])('deve recusar a versão %s e dizer qual serve', async (versao, frase) => {
    const porta = await ouvir(servidorDaVersao(versao));
    esperarExplicacao(await conectar(porta), frase, `127.0.0.1:${porta}`, 'retire DB_HOST');
  });
});
