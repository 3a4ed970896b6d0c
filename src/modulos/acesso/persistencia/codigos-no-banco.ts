import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { booleano, inteiro, texto, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { type CodigoEmitido, CodigosDeAcesso, type Finalidade } from '../contrato/codigos-de-acesso.js';
import { codigoInvalido } from '../dominio/conta-em-espera.js';
import { VIDA_DO_CODIGO_MS } from '../dominio/prazos-do-acesso.js';
import { resumo } from './resumo.js';

const BYTES_DO_SEGREDO = 32;

/** The account behind a code that has just been used. Its row is held until the end of the transaction. */
export interface ContaDoCodigo {
  readonly id: number;
  readonly nome: string;
  readonly email: string;
  readonly versao: number;
  readonly aguarda: boolean;
  readonly pacienteId: number | null;
}

@Injectable()
export class CodigosNoBanco extends CodigosDeAcesso {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
  ) {
    super();
  }

  emitir(usuarioId: number, finalidade: Finalidade, endereco: string): Promise<CodigoEmitido | null> {
    const segredo = randomBytes(BYTES_DO_SEGREDO).toString('base64url');
    return this.unidade.executar(async (tx) => {
      const conta = await travarConta(tx, usuarioId);
      const util =
        conta?.ativo && conta.email === endereco && conta.aguarda === (finalidade === 'VERIFICACAO');
      if (!util) return null;
      const agora = this.relogio.agora();
      const expiraEm = new Date(agora.getTime() + VIDA_DO_CODIGO_MS[finalidade]);
      await tx.inserir(
        `INSERT INTO codigos_de_acesso (usuario_id, finalidade, hash, endereco_hash, criado_em, expira_em)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [usuarioId, finalidade, resumo(segredo), resumo(endereco), agora, expiraEm],
      );
      return { segredo, expiraEm };
    });
  }
}

/**
 * Uses a code, once however many try at a time, and voids the others of its kind. Refuses whatever is not good for
 * `finalidade` now with one 422 `ACESSO.CODIGO_INVALIDO`.
 */
export async function usarCodigo(
  tx: Transacao,
  segredo: string,
  finalidade: Finalidade,
  agora: Date,
): Promise<ContaDoCodigo> {
  const hash = resumo(segredo);
  const usados = await tx.executar(
    `UPDATE codigos_de_acesso SET usado_em = ?
      WHERE hash = ? AND finalidade = ? AND usado_em IS NULL AND expira_em > ?`,
    [agora, hash, finalidade, agora],
  );
  if (usados !== 1) throw codigoInvalido();
  const [codigo] = await tx.consultar(
    'SELECT usuario_id, endereco_hash FROM codigos_de_acesso WHERE hash = ?',
    [hash],
  );
  const conta = await travarConta(tx, inteiro(codigo!.usuario_id));
  if (!conta?.ativo || resumo(conta.email) !== texto(codigo!.endereco_hash)) throw codigoInvalido();
  await tx.executar(
    'DELETE FROM codigos_de_acesso WHERE usuario_id = ? AND finalidade = ? AND usado_em IS NULL',
    [conta.id, finalidade],
  );
  return conta;
}

async function travarConta(tx: Transacao, id: number): Promise<(ContaDoCodigo & { ativo: boolean }) | null> {
  const [linha] = await tx.consultar(
    `SELECT id, nome, email, versao, ativo, paciente_id, aguarda_verificacao_desde FROM usuarios
      WHERE id = ?${travar(tx.motor)}`,
    [id],
  );
  if (!linha) return null;
  return {
    id: inteiro(linha.id),
    nome: texto(linha.nome),
    email: texto(linha.email),
    versao: inteiro(linha.versao),
    ativo: booleano(linha.ativo),
    aguarda: linha.aguarda_verificacao_desde !== null,
    pacienteId: linha.paciente_id === null ? null : inteiro(linha.paciente_id),
  };
}
