import type { ConfiguracaoDoBanco } from '../config/ambiente.js';
import type { OrigemDoErro } from './origem-do-erro.js';

type Explicacao = (banco: ConfiguracaoDoBanco, mensagem: string) => string;

const endereco = ({ host, porta }: ConfiguracaoDoBanco): string => `${host}:${porta}`;

const recusou: Explicacao = (banco) =>
  `O servidor de banco não atende em ${endereco(banco)}: a conexão foi recusada.\n` +
  'Veja se o MySQL ou MariaDB está ligado e escuta nesse endereço (bind-address), e se DB_HOST e DB_PORT estão certos.';

const naoExiste: Explicacao = (banco) =>
  `O nome ${banco.host}, de DB_HOST, não leva a nenhum endereço (porta ${banco.porta}).\n` +
  `Corrija DB_HOST, ou verifique o DNS desta máquina com getent hosts ${banco.host}.`;

const calado: Explicacao = (banco) =>
  `O servidor de banco não respondeu em ${endereco(banco)}.\n` +
  'Confira DB_HOST e DB_PORT, se a rede e o firewall deixam passar, e se nessa porta há mesmo um MySQL ou MariaDB.';

const caiu: Explicacao = (banco, mensagem) =>
  `A conexão com o banco em ${endereco(banco)} caiu antes de começar (${mensagem}).\n` +
  'Veja se nessa porta há mesmo um MySQL ou MariaDB, e o que diz o registro dele.';

const entradaRecusada: Explicacao = ({ usuario, senha, ...banco }) =>
  `O banco em ${banco.host}:${banco.porta} recusou o usuário ${usuario} ${senha === '' ? 'sem senha' : 'com a senha dada'}.\n` +
  `Corrija DB_USER e DB_PASSWORD, ou redefina a senha no servidor: ALTER USER '${usuario}'@'%' IDENTIFIED BY '…';`;

const semBanco: Explicacao = (banco) =>
  `O banco ${banco.nome} não existe em ${endereco(banco)}, ou o usuário ${banco.usuario} não pode usá-lo.\n` +
  `Corrija DB_NAME ou, como administrador do servidor, execute:\n${criarBanco(banco)}`;

const semPrivilegio: Explicacao = (banco, mensagem) =>
  `O usuário ${banco.usuario} não pode criar ou mudar tabelas em ${banco.nome} (${mensagem}).\n` +
  `Como administrador do servidor ${endereco(banco)}, execute e inicie de novo; o que já foi feito não se perde:\n` +
  conceder(banco);

const naoAceita: Explicacao = (banco, mensagem) =>
  `O servidor de banco em ${endereco(banco)} não aceita mais esta máquina ou mais conexões agora (${mensagem}).\n` +
  'Verifique max_connections e os bloqueios do servidor (FLUSH HOSTS), ou diminua DB_CONEXOES.';

const soLeitura: Explicacao = (banco) =>
  `O banco em ${endereco(banco)} só aceita leitura: parece uma réplica. Aponte DB_HOST para o primário\n` +
  '(a réplica de leitura vai em DB_LEITURA_HOST).';

/** What the product and its migrations use, and no more (docs/operacao.md). */
const PRIVILEGIOS = 'SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES, DROP';

const conceder = ({ nome, usuario }: ConfiguracaoDoBanco): string =>
  `  GRANT ${PRIVILEGIOS}\n    ON \`${nome}\`.* TO '${usuario}'@'%';`;

/** Nobody should give the server's own administrator to an application. */
const criarUsuario = (banco: ConfiguracaoDoBanco): string =>
  banco.usuario === 'root'
    ? ''
    : `\n  CREATE USER IF NOT EXISTS '${banco.usuario}'@'%' IDENTIFIED BY 'a senha de DB_PASSWORD';\n${conceder(banco)}`;

const criarBanco = (banco: ConfiguracaoDoBanco): string =>
  `  CREATE DATABASE IF NOT EXISTS \`${banco.nome}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;${criarUsuario(banco)}`;

const POR_CODIGO: Readonly<Record<string, Explicacao>> = {
  ECONNREFUSED: recusou,
  ENOTFOUND: naoExiste,
  EAI_AGAIN: naoExiste,
  ETIMEDOUT: calado,
  EHOSTUNREACH: calado,
  EHOSTDOWN: calado,
  ENETUNREACH: calado,
  PROTOCOL_SEQUENCE_TIMEOUT: calado,
  ECONNRESET: caiu,
  EPIPE: caiu,
  PROTOCOL_CONNECTION_LOST: caiu,
  ER_ACCESS_DENIED_ERROR: entradaRecusada,
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: entradaRecusada,
  ER_DBACCESS_DENIED_ERROR: semBanco,
  ER_BAD_DB_ERROR: semBanco,
  ER_TABLEACCESS_DENIED_ERROR: semPrivilegio,
  ER_COLUMNACCESS_DENIED_ERROR: semPrivilegio,
  ER_SPECIFIC_ACCESS_DENIED_ERROR: semPrivilegio,
  ER_HOST_NOT_PRIVILEGED: naoAceita,
  ER_HOST_IS_BLOCKED: naoAceita,
  ER_CON_COUNT_ERROR: naoAceita,
  ER_USER_LIMIT_REACHED: naoAceita,
  ER_OPTION_PREVENTS_STATEMENT: soLeitura,
};

/** The sentence for a database server that does not let us in, or null. Never repeats the password. */
export function explicarServidor(
  { codigo, mensagem }: OrigemDoErro,
  banco: ConfiguracaoDoBanco,
): string | null {
  return POR_CODIGO[codigo]?.(banco, mensagem) ?? null;
}
