import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Parametro } from '../../banco/dialeto.js';
import { comoErroDeBanco } from '../../banco/erros-de-banco.js';
import { insercao } from '../../banco/insercao.js';
import type { Transacao } from '../../banco/transacao.js';
import { ErroDeDominio } from '../erros/erro-de-dominio.js';
import { MAIOR_INTEIRO } from '../http/campos.js';
import { contextoAtual } from '../observabilidade/contexto.js';
import { Relogio } from '../tempo/relogio.js';
import { camposEnviados, emTexto } from './campos-enviados.js';
import type { MutacaoEmCurso } from './mutacao.js';

/** Something done or seen, as the trail keeps it: ids and names of fields only. */
export interface FatoAuditado {
  /** Stable name, `recurso.verbo`. */
  readonly acao: string;
  readonly registro: { readonly tipo: string; readonly id: number } | null;
  readonly pacienteId: number | null;
  /** Names of the fields changed or shown, never what they hold. */
  readonly campos: readonly string[];
  /** Who, where it is not whoever the token of the request names. */
  readonly usuarioId?: number | null;
}

const INSERIR = insercao(
  'INSERT INTO auditoria (em, usuario_id, sessao_id, origem, acao, operacao, registro_tipo, registro_id, paciente_id, campos, correlacao_id)',
  11,
);

/** What a row may be written with: a transaction, or a statement of its own. */
type Escritor = Pick<Transacao, 'executar'>;

/** Writes the trail in a transaction that is open: with what it tells of, or not at all. */
@Injectable()
export class GravadorDeAuditoria {
  constructor(private readonly relogio: Relogio) {}

  async gravar(tx: Escritor, fatos: readonly FatoAuditado[]): Promise<void> {
    if (fatos.length === 0) return;
    await this.#inserir(
      tx,
      fatos.map((fato) => [
        fato.acao,
        fato.registro?.tipo ?? null,
        fato.registro?.id ?? null,
        fato.pacienteId,
        emTexto(fato.campos),
        fato.usuarioId,
      ]),
    );
  }

  /** The row of the request in course, in the first of its transactions that commits a result. */
  async gravarMutacao(tx: Transacao): Promise<void> {
    const mutacao = contextoAtual()?.mutacao;
    if (!mutacao || mutacao.anotada || tx.conclusao === null) return;
    const { valor } = tx.conclusao;
    const { acao, registro } = mutacao.descricao;
    const registroId = idDoRegistro(mutacao, valor);
    await this.#inserir(tx, [
      [
        acao,
        registroId === null ? null : registro,
        registroId,
        registro === 'paciente' && registroId !== null ? registroId : idDoPaciente(mutacao, valor),
        camposEnviados(mutacao.corpo),
        undefined,
      ],
    ]);
    tx.aoConfirmar(() => (mutacao.anotada = true));
  }

  async #inserir(tx: Escritor, linhas: readonly Linha[]): Promise<void> {
    const agora = this.relogio.agora();
    const contexto = contextoAtual();
    const correlacaoId = contexto?.correlacaoId ?? randomUUID();
    const valores = linhas.flatMap(([acao, tipo, id, pacienteId, campos, usuarioId]): Parametro[] => [
      agora,
      usuarioId === undefined ? (contexto?.usuarioId ?? null) : usuarioId,
      contexto?.sessaoId ?? null,
      contexto?.origem ?? null,
      acao,
      contexto?.operacao ?? null,
      tipo,
      id,
      pacienteId,
      campos,
      correlacaoId,
    ]);
    try {
      await tx.executar(INSERIR(linhas.length), valores);
    } catch (erro) {
      if (TEM_RESPOSTA.has(comoErroDeBanco(erro)?.natureza)) throw erro;
      throw semAuditoria();
    }
  }
}

type Linha = readonly [
  acao: string,
  tipo: string | null,
  id: number | null,
  pacienteId: number | null,
  campos: string,
  usuarioId: number | null | undefined,
];

/** Tried again, or answered as what they are. */
const TEM_RESPOSTA = new Set<string | undefined>(['passageiro', 'conexao', 'armazenamento']);

const semAuditoria = (): ErroDeDominio =>
  new ErroDeDominio(
    'indisponivel',
    'PLATAFORMA.AUDITORIA_INDISPONIVEL',
    'A trilha de auditoria não pôde ser gravada, e sem ela nada se faz. Nada foi gravado; avise quem cuida do servidor.',
  );

interface Resultado {
  readonly id?: unknown;
  readonly pacienteId?: unknown;
}

const campos = (valor: unknown): Resultado => (typeof valor === 'object' && valor !== null ? valor : {});
const comoId = (valor: unknown): number | null =>
  Number.isInteger(valor) && (valor as number) > 0 && (valor as number) <= MAIOR_INTEIRO
    ? (valor as number)
    : null;

function idDoRegistro({ descricao, parametros }: MutacaoEmCurso, resultado: unknown): number | null {
  if (descricao.parametro !== null) return comoId(Number(parametros[descricao.parametro]));
  return comoId(typeof resultado === 'number' ? resultado : campos(resultado).id);
}

function idDoPaciente({ descricao, parametros, corpo }: MutacaoEmCurso, resultado: unknown): number | null {
  if (descricao.parametroDoPaciente !== null)
    return comoId(Number(parametros[descricao.parametroDoPaciente]));
  return comoId(campos(resultado).pacienteId) ?? comoId(campos(corpo).pacienteId);
}
