import type { ConfiguracaoDoBanco } from '../config/ambiente.js';
import { type Motor, texto } from './dialeto.js';
import { arquivoSqlite } from './fonte-de-dados.js';
import type { Transacao } from './transacao.js';

const SERVIDORES: Record<Motor, { nome: string; versao: string }> = {
  sqlite: { nome: 'SQLite', versao: 'sqlite_version()' },
  mysql: { nome: 'MySQL', versao: 'VERSION()' },
  mariadb: { nome: 'MariaDB', versao: 'VERSION()' },
};

/** Which database keeps the data, its version and where it is, for the person who starts the process. */
export async function descreverBanco(tx: Transacao, banco: ConfiguracaoDoBanco): Promise<string> {
  const { nome, versao } = SERVIDORES[tx.motor];
  const [linha] = await tx.consultar(`SELECT ${versao} AS versao`);
  const [numero] = /^[\d.]+/.exec(texto(linha?.versao)) ?? [''];
  const onde =
    banco.host === null ? arquivoSqlite(banco) : `${banco.host}:${banco.porta}, banco ${banco.nome}`;
  return `${nome} ${numero} em ${onde}`;
}
