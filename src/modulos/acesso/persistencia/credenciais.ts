import { Injectable } from '@nestjs/common';
import { booleano, inteiro } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import type { Pendencia } from '../../../plataforma/seguranca/tokens-de-acesso.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { SenhaTrocada } from '../contrato/eventos.js';
import { pendenciaDe } from '../dominio/pendencia.js';
import { anularTokens, encerrarOutras } from './encerrar-acessos.js';
import { papeisDe } from './ler-usuario.js';

export interface NovaSenha {
  readonly senhaHash: string;
  /** Chosen by somebody else. */
  readonly provisoria: boolean;
}

/** What people enter with, as it is stored. */
@Injectable()
export class Credenciais {
  constructor(
    private readonly relogio: Relogio,
    private readonly politicas: PoliticasDoHospital,
  ) {}

  /**
   * False where the password is not `anterior` any more. Its owner is told, in case it was not them. Who chooses another
   * by the one of a sign-up may be the stranger who chose that one: it stays a sign-up's.
   */
  async trocarSenha(
    tx: Transacao,
    usuarioId: number,
    { senhaHash, provisoria }: NovaSenha,
    anterior?: string,
  ): Promise<boolean> {
    const alteradas = await tx.executar(
      `UPDATE usuarios SET senha_hash = ?, senha_provisoria = ?, atualizado_em = ?, versao = versao + 1
              ${provisoria ? ', senha_de_cadastro = 0' : ''}
        WHERE id = ?${anterior === undefined ? '' : ' AND senha_hash = ?'}`,
      [senhaHash, provisoria, this.relogio.agora(), usuarioId, ...(anterior === undefined ? [] : [anterior])],
    );
    if (alteradas !== 1) return false;
    const [linha] = await tx.consultar('SELECT versao FROM usuarios WHERE id = ?', [usuarioId]);
    tx.registrar(
      new SenhaTrocada(
        { tipo: 'usuario', id: usuarioId, versao: inteiro(linha?.versao) },
        { usuarioId, em: this.relogio.agora().toISOString() },
      ),
    );
    return true;
  }

  /**
   * The author changed what they enter with: their other sessions end. Where this one was held back by a duty that is
   * now done, its tokens are void, and renewing it gives the whole access.
   */
  async mudaramPor(tx: Transacao, { usuarioId, sessaoId = null }: Autor): Promise<void> {
    if (usuarioId === null) return;
    await encerrarOutras(tx, usuarioId, sessaoId);
    const mudadas = await tx.executar(
      'UPDATE sessoes SET pendencia = ? WHERE id = ? AND usuario_id = ? AND pendencia IS NOT NULL',
      [await this.pendenciaDe(tx, usuarioId), sessaoId ?? 0, usuarioId],
    );
    if (mudadas > 0) await anularTokens(tx, usuarioId);
  }

  /** What this user must do before anything else, as things are now. */
  async pendenciaDe(tx: Transacao, usuarioId: number): Promise<Pendencia | null> {
    const [linha] = await tx.consultar(
      `SELECT COALESCE(u.senha_provisoria, 0) AS senha_provisoria,
              EXISTS (SELECT 1 FROM segundos_fatores s
                       WHERE s.usuario_vigente_id = u.id AND s.confirmado_em IS NOT NULL) AS segundo_fator,
              (SELECT GROUP_CONCAT(p.papel) FROM usuarios_papeis p WHERE p.usuario_id = u.id) AS papeis
         FROM usuarios u WHERE u.id = ?`,
      [usuarioId],
    );
    const pessoa = {
      papeis: papeisDe(linha?.papeis),
      senhaProvisoria: booleano(linha?.senha_provisoria),
      segundoFator: booleano(linha?.segundo_fator),
    };
    return pendenciaDe(pessoa, await this.politicas.atuais());
  }
}
