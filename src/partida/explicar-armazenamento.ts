import { resolve } from 'node:path';
import type { ConfiguracaoDoBanco } from '../config/ambiente.js';
import type { OrigemDoErro } from './origem-do-erro.js';

const OUTRA_PASTA = 'ou indique outra pasta: DADOS_DIR=/outra/pasta npm start.';

const SEM_PERMISSAO = /^(EACCES|EPERM|EROFS|SQLITE_CANTOPEN.*|SQLITE_PERM|SQLITE_READONLY.*)$/;
const NAO_E_PASTA = /^(ENOTDIR|EEXIST)$/;
const CHEIO = /^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ER_DISK_FULL|ER_RECORD_FILE_FULL)$/;
const DEFEITO = /^SQLITE_IOERR/;
const ESTRAGADO = /^(SQLITE_NOTADB|SQLITE_CORRUPT.*)$/;

/** The sentence for a folder or a disk that does not take what must be written, or null. */
export function explicarArmazenamento(
  { codigo, mensagem, caminho, pasta }: OrigemDoErro,
  banco: ConfiguracaoDoBanco | null,
): string | null {
  const dados = banco && resolve(banco.dadosDir);
  const onde = caminho ?? dados ?? 'DADOS_DIR';
  if (SEM_PERMISSAO.test(codigo)) return semPermissao(onde, dados ?? pasta ?? onde, codigo);
  if (NAO_E_PASTA.test(codigo))
    return (
      `${onde} não pode ser criado: há um arquivo onde deveria haver uma pasta.\n` +
      `Tire-o de lá, ${OUTRA_PASTA}`
    );
  if (CHEIO.test(codigo)) return cheio(banco, onde);
  if (ESTRAGADO.test(codigo)) return estragado(onde, mensagem);
  if (DEFEITO.test(codigo))
    return (
      `O disco de ${onde} não respondeu como devia (${codigo}). Veja se há espaço (df -h), se o disco está\n` +
      `montado e o registro do sistema (dmesg), ${OUTRA_PASTA}`
    );
  return null;
}

function semPermissao(onde: string, pasta: string, codigo: string): string {
  const usuario = process.getuid?.() ?? 'usuario';
  return (
    `O Plantão não consegue gravar em ${onde} (${codigo}).\n` +
    'Se o disco não está montado só para leitura, dê a pasta ao usuário que roda o Plantão, como administrador:\n' +
    `  mkdir -p '${pasta}' && chown -R ${usuario} '${pasta}'\n` +
    OUTRA_PASTA
  );
}

function cheio(banco: ConfiguracaoDoBanco | null, onde: string): string {
  if (banco !== null && banco.host !== null)
    return (
      `O disco do servidor de banco ${banco.host}:${banco.porta} está cheio. Nada se perdeu.\n` +
      'Libere espaço nele e inicie de novo.'
    );
  return `O disco de ${onde} está cheio. Nada se perdeu: libere espaço (df -h mostra onde) e inicie de novo,\n${OUTRA_PASTA}`;
}

const estragado = (pasta: string, mensagem: string): string =>
  `O banco em ${pasta} não pode ser lido: o arquivo plantao.sqlite não é um banco ou está estragado (${mensagem}).\n` +
  'Nada foi mudado. Copie a pasta antes de qualquer coisa e restaure a última cópia de segurança; sem cópia, tente\n' +
  `recuperar com sqlite3 plantao.sqlite .recover. Para começar do zero: npm run reset.`;
