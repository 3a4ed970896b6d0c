import type { Alvo } from '../alvos/alvo.js';
import type { Executor } from '../alvos/executor.js';
import type { Documento } from '../documento/documento.js';
import { Ligacoes } from '../documento/ligacoes.js';
import { Validadores } from '../documento/validadores.js';
import { Diretor, type OpcoesDoDiretor } from '../geracao/diretor.js';
import { Sorte } from '../geracao/sorte.js';
import { type Falha, Juiz } from '../oraculos/juiz.js';
import type { Tolerancias } from '../oraculos/oraculo.js';
import { Acervo } from '../passos/acervo.js';
import type { Passo } from '../passos/passo.js';
import { Cobertura } from './cobertura.js';
import { divergencias } from './divergencias.js';
import { sondas } from './sondas.js';

export interface OpcoesDaCorrida extends OpcoesDoDiretor {
  readonly pedidos: number;
  readonly tolerancias: Tolerancias;
  readonly inalcancavel: ConstructorParameters<typeof Cobertura>[1];
  /** What brings about, now and then, what no request can. */
  readonly preparo: { readonly cada: number; readonly fazer: (alvo: Alvo) => Promise<void> };
  /** Told of every step, for a line of progress; false: enough. */
  readonly aoAndar: (feitos: number, falhas: readonly Falha[]) => boolean;
}

export interface ResultadoDaCorrida {
  readonly passos: readonly Passo[];
  readonly falhas: readonly Falha[];
  readonly cobertura: Cobertura;
  /** What the answers have shown. */
  readonly acervo: Acervo;
  /** Steps after which the database was not as before. */
  readonly mudaram: ReadonlySet<number>;
}

/** One sequence of requests, each sent to every server at once: they must answer alike. */
export async function correr(
  documento: Documento,
  executores: readonly Executor[],
  opcoes: OpcoesDaCorrida,
): Promise<ResultadoDaCorrida> {
  const validadores = new Validadores(documento);
  const ligacoes = new Ligacoes(documento);
  const operacoes = new Map(documento.operacoes.map((operacao) => [operacao.chave, operacao]));
  const protegidos = executores[0]!.acessos.ultimoUsuario;
  const acervo = new Acervo(
    ligacoes,
    (colecao, id) => colecao === '/v1/usuarios' && Number(id) <= protegidos,
  );
  const cobertura = new Cobertura(documento, opcoes.inalcancavel);
  const diretor = new Diretor(documento, validadores, ligacoes, acervo, cobertura, opcoes);
  const juizes = executores.map(() => new Juiz(documento, validadores, opcoes.tolerancias));
  const passos: Passo[] = [];
  const falhas: Falha[] = [];
  const mudaram = new Set<number>();
  const fila: Omit<Passo, 'numero'>[] = [];

  while (passos.length < opcoes.pedidos) {
    const numero = passos.length;
    const proxima = fila.shift();
    const passo = proxima ? { ...proxima, numero } : diretor.proximo(numero);
    passos.push(passo);
    const execucoes = await Promise.all(executores.map((executor) => executor.seguir(passo)));
    const daqui = execucoes.flatMap((execucao, i) =>
      juizes[i]!.julgar(execucao).map((falha) => comMotor(falha, executores, i)),
    );
    falhas.push(...semIguais(daqui), ...divergencias(passo, executores, execucoes));
    const [execucao] = execucoes;
    const operacao = operacoes.get(passo.operacao);
    if (execucao && operacao) {
      if (execucao.antes !== execucao.depois) mudaram.add(numero);
      cobertura.anotar(passo.operacao, execucao.resposta.status);
      acervo.anotar(operacao, execucao);
      const sorte = new Sorte(opcoes.semente ^ 0x5f5f5f5f, numero);
      fila.push(...sondas({ acervo, ligacoes, operacoes: documento.operacoes, sorte }, operacao, execucao));
    }
    if (passos.length % opcoes.preparo.cada === 0)
      await Promise.all(executores.map((executor) => executor.preparar(opcoes.preparo.fazer)));
    if (!opcoes.aoAndar(passos.length, falhas)) break;
  }
  return { passos, falhas, cobertura, acervo, mudaram };
}

const comMotor = (falha: Falha, executores: readonly Executor[], i: number): Falha =>
  executores.length === 1 ? falha : { ...falha, motor: executores[i]!.alvo.motor };

/** What went wrong on every server went wrong once. */
const semIguais = (falhas: readonly Falha[]): Falha[] =>
  falhas.filter((falha, i) => falhas.findIndex(({ oraculo }) => oraculo === falha.oraculo) === i);
