import { Injectable } from '@nestjs/common';
import { inteiro, type Linha, texto, travar } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Cofre, SegredoIlegivel } from '../../../plataforma/seguranca/cofre.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { codigoIncorreto } from '../dominio/recusas-da-entrada.js';
import { resumoDoCodigo, sortearCodigos } from '../dominio/segundo-fator.entity.js';
import { passoDoCodigo, sortearSegredo } from '../dominio/totp.js';

/** The second factors as they are stored: secrets sealed under their owner, codes that serve once. */
@Injectable()
export class SegundosFatores {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly cofre: Cofre,
  ) {}

  /** A new secret, which asks nothing of anybody until it is confirmed; takes the place of one that never was. */
  async iniciar(tx: Transacao, usuarioId: number): Promise<string> {
    await travarUsuario(tx, usuarioId);
    const vigente = await doUsuario(tx, usuarioId);
    if (vigente?.confirmado_em) throw jaCadastrado();
    if (vigente) await this.encerrar(tx, usuarioId, 'Substituído antes de ser confirmado.');
    const segredo = sortearSegredo();
    await tx.inserir(
      'INSERT INTO segundos_fatores (usuario_id, usuario_vigente_id, segredo, criado_em) VALUES (?, ?, ?, ?)',
      [usuarioId, usuarioId, this.cofre.selar(segredo, contexto(usuarioId)), this.relogio.agora()],
    );
    return segredo;
  }

  /** Puts the secret in force, shown that the application has it, and answers the recovery codes. */
  async confirmar(tx: Transacao, usuarioId: number, codigo: string): Promise<string[]> {
    await travarUsuario(tx, usuarioId);
    const vigente = await doUsuario(tx, usuarioId);
    if (!vigente) throw naoIniciado();
    if (vigente.confirmado_em) throw jaCadastrado();
    const agora = this.relogio.agora();
    const passo = this.#passo(vigente, usuarioId, codigo, agora);
    if (passo === null) throw codigoIncorreto();
    const id = inteiro(vigente.id);
    await tx.executar('UPDATE segundos_fatores SET confirmado_em = ?, ultimo_passo = ? WHERE id = ?', [
      agora,
      passo,
      id,
    ]);
    const codigos = sortearCodigos();
    for (const novo of codigos)
      await tx.inserir('INSERT INTO codigos_de_recuperacao (segundo_fator_id, resumo) VALUES (?, ?)', [
        id,
        resumoDoCodigo(novo),
      ]);
    return codigos;
  }

  /** Whether this code of the application, or of recovery, serves; from now on it does not any more. */
  async usar(usuarioId: number, codigo: string): Promise<boolean> {
    return this.unidade.executar(
      async (tx) => {
        const vigente = await doUsuario(tx, usuarioId);
        if (!vigente?.confirmado_em) return false;
        const [id, agora] = [inteiro(vigente.id), this.relogio.agora()];
        const passo = this.#passo(vigente, usuarioId, codigo, agora);
        const usados =
          passo === null
            ? await tx.executar(
                `UPDATE codigos_de_recuperacao SET usado_em = ?
                WHERE segundo_fator_id = ? AND resumo = ? AND usado_em IS NULL`,
                [agora, id, resumoDoCodigo(codigo)],
              )
            : await tx.executar(
                `UPDATE segundos_fatores SET ultimo_passo = ?
                WHERE id = ? AND usuario_vigente_id = ? AND ultimo_passo < ?`,
                [passo, id, usuarioId, passo],
              );
        return usados === 1;
      },
      { mutacao: false },
    );
  }

  /** Whether a code is asked of the user, whose row the transaction holds. */
  async emVigor(tx: Transacao, usuarioId: number): Promise<boolean> {
    return Boolean((await doUsuario(tx, usuarioId))?.confirmado_em);
  }

  /** Nothing is asked of the user any more; the secret goes. False where there was none. */
  async encerrar(tx: Transacao, usuarioId: number, motivo: string): Promise<boolean> {
    const encerrados = await tx.executar(
      `UPDATE segundos_fatores
          SET usuario_vigente_id = NULL, segredo = NULL, encerrado_em = ?, motivo_encerramento = ?
        WHERE usuario_vigente_id = ?`,
      [this.relogio.agora(), motivo, usuarioId],
    );
    return encerrados === 1;
  }

  /** Under another JWT_SECRET no code of the application serves: those of recovery still do. */
  #passo(vigente: Linha, usuarioId: number, codigo: string, agora: Date): number | null {
    try {
      const segredo = this.cofre.abrir(texto(vigente.segredo), contexto(usuarioId));
      return passoDoCodigo(segredo, codigo, agora);
    } catch (erro) {
      if (erro instanceof SegredoIlegivel) return null;
      throw erro;
    }
  }
}

const contexto = (usuarioId: number): string => `segundo-fator:${usuarioId}`;

/** First of all, as everybody does: of who enrols twice at once, one comes after the other. */
const travarUsuario = (tx: Transacao, usuarioId: number) =>
  tx.consultar(`SELECT id FROM usuarios WHERE id = ?${travar(tx.motor)}`, [usuarioId]);

async function doUsuario(tx: Transacao, usuarioId: number): Promise<Linha | undefined> {
  const [linha] = await tx.consultar(
    'SELECT id, segredo, confirmado_em FROM segundos_fatores WHERE usuario_vigente_id = ?',
    [usuarioId],
  );
  return linha;
}

const jaCadastrado = (): ErroDeDominio =>
  conflito(
    'ACESSO.SEGUNDO_FATOR_JA_CADASTRADO',
    'Você já tem um segundo fator. Para trocar de aparelho, desative o atual e cadastre outro.',
  );

const naoIniciado = (): ErroDeDominio =>
  conflito(
    'ACESSO.SEGUNDO_FATOR_NAO_INICIADO',
    'Não há segundo fator a confirmar. Comece em POST /v1/auth/eu/segundo-fator.',
  );
