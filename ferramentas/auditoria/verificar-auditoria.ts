import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { criarLeitura } from '../../src/banco/criar-leitura.js';
import { arquivoSqlite } from '../../src/banco/fonte-de-dados.js';
import { type Ambiente, lerAmbiente } from '../../src/config/ambiente.js';
import { explicar } from '../../src/partida/explicar.js';
import { chaveDosSelos } from '../../src/plataforma/auditoria/elo.js';
import { type Verificacao, verificarCadeia } from '../../src/plataforma/auditoria/verificar-cadeia.js';
import { ErroDeUso } from '../aih/erro-de-uso.js';
import { criarCores, querCores } from '../tour/cores.js';
import type { Terminal } from '../tour/narrador.js';
import { AJUDA, lerOpcoes, type Opcoes } from './opcoes.js';

/** Everything of the outside world, so that a test may stand for it. */
export interface Mundo {
  readonly ambiente: NodeJS.ProcessEnv;
  readonly saida: Terminal;
}

const PRAZO_DA_LEITURA_MS = 120_000;
const LARGURA = 30;
/** Nobody logs in here: these keep it from making a first access up in the data folder. */
const SEM_ACESSO = { ADMIN_EMAIL: 'ninguem@hospital.local', ADMIN_SENHA: 'ninguem-entra-por-aqui' };

/** Verifies and tells. Answers the exit code: 0 when the trail is as it was sealed, 1 when not, 2 when it could not be done. */
export async function verificarAuditoria(argumentos: string[], mundo: Mundo): Promise<number> {
  const dizer = (texto: string): unknown => mundo.saida.write(`${texto}\n`);
  let ambiente: Ambiente | null = null;
  try {
    const opcoes = lerOpcoes(argumentos);
    if (opcoes.ajuda) {
      dizer(AJUDA);
      return 0;
    }
    exigirBanco(mundo.ambiente);
    ambiente = lerAmbiente({ ...mundo.ambiente, ...SEM_ACESSO, NODE_ENV: undefined });
    const verificacao = await verificar(ambiente, opcoes, mundo);
    dizer(relatar(verificacao, mundo));
    return verificacao.violacao === null ? 0 : 1;
  } catch (erro) {
    dizer(erro instanceof ErroDeUso ? erro.message : explicar(erro, ambiente));
    return 2;
  }
}

/** Of an embedded database the key is in its folder, and none must be made up here. */
function exigirBanco({ DB_HOST, DADOS_DIR = './dados', JWT_SECRET }: NodeJS.ProcessEnv): void {
  if (DB_HOST || (JWT_SECRET && existsSync(DADOS_DIR))) return;
  if (!existsSync(join(DADOS_DIR, 'segredo-jwt.json')))
    throw new ErroDeUso(
      `Não há banco em ${DADOS_DIR}. Aponte DADOS_DIR, ou DB_HOST e os outros DB_, para o que o produto usa.`,
    );
}

async function verificar(
  { banco, auditoriaSegredo }: Ambiente,
  { ancora }: Opcoes,
  { saida }: Mundo,
): Promise<Verificacao> {
  saida.write(
    `Verificando a auditoria de ${banco.host === null ? arquivoSqlite(banco) : `${banco.nome} em ${banco.host}:${banco.porta}`}\n`,
  );
  const leitura = criarLeitura({ ...banco, hostLeitura: null, conexoes: 1 }, PRAZO_DA_LEITURA_MS);
  try {
    return await verificarCadeia(
      (sql, parametros) => leitura.consultar(sql, parametros),
      chaveDosSelos(auditoriaSegredo),
      {
        agora: new Date(),
        ...(ancora ? { ancora } : {}),
        aoAndar: (feitos, total) => {
          if (saida.isTTY) saida.write(`\r${barra(feitos, total)}${feitos === total ? '\n' : ''}`);
        },
      },
    );
  } finally {
    await leitura.encerrar();
  }
}

function barra(feitos: number, total: number): string {
  const cheias = Math.floor((LARGURA * feitos) / total);
  return `${'█'.repeat(cheias)}${'░'.repeat(LARGURA - cheias)} ${milhar(feitos)}/${milhar(total)}`;
}

function relatar({ violacao, cabeca, conferidos }: Verificacao, { ambiente, saida }: Mundo): string {
  const cores = criarCores(querCores(saida, ambiente));
  const linhas = `${milhar(conferidos)} linha${conferidos === 1 ? '' : 's'} selada${conferidos === 1 ? '' : 's'}`;
  const ancora = `Âncora (guarde fora desta máquina): ${cabeca.sequencia}:${cabeca.hash}`;
  if (violacao === null) return `${cores.certo('✓')} ${linhas}: tudo está como foi selado.\n${ancora}`;
  const onde = [
    ...(violacao.registroId === null ? [] : [`linha ${violacao.registroId}`]),
    ...(violacao.sequencia === null ? [] : [`selo ${violacao.sequencia}`]),
  ].join(', ');
  return `${cores.errado('✗')} ${cores.forte(onde ? `${onde}: ` : '')}${violacao.oQue}.\nAté ali, ${linhas} conferem.`;
}

const milhar = (n: number): string => n.toLocaleString('pt-BR');
