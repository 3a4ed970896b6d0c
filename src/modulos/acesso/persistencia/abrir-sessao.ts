import { Injectable } from '@nestjs/common';
import { inteiro, ouNulo, texto } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { contextoAtual } from '../../../plataforma/observabilidade/contexto.js';
import {
  type Pendencia,
  TokensDeAcesso,
  VALIDADE_DO_ACESSO_S,
} from '../../../plataforma/seguranca/tokens-de-acesso.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { hashDoToken, sortearToken } from '../dominio/token-de-renovacao.entity.js';
import { daSessao } from './fatos-auditados.js';
import type { EntradaResposta } from './entrada-resposta.js';
import { papeisDe } from './ler-usuario.js';

const MINUTO_MS = 60_000;
const HORA_MS = 60 * MINUTO_MS;
/** As much of what a program says of itself as is kept. */
const MAIOR_AGENTE = 200;

export interface NovaSessao {
  readonly agente: string | null;
  /** What the person must do before anything else. */
  readonly pendencia?: Pendencia | null;
}

export interface SessaoEmCurso {
  readonly id: number;
  readonly usuarioId: number;
  readonly expiraEm: Date;
  readonly pendencia: Pendencia | null;
}

/** Opens sessions, and gives the tokens with which they go on. The limits are the hospital's policies. */
@Injectable()
export class AberturaDeSessao {
  constructor(
    private readonly tokens: TokensDeAcesso,
    private readonly relogio: Relogio,
    private readonly politicas: PoliticasDoHospital,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  /** Opens a session of a user, whose row the transaction holds; answers what they enter with. */
  async abrir(
    tx: Transacao,
    usuarioId: number,
    { agente, pendencia = null }: NovaSessao,
  ): Promise<EntradaResposta> {
    const { sessaoMaximaHoras } = await this.politicas.atuais();
    const agora = this.relogio.agora();
    const expiraEm = new Date(agora.getTime() + sessaoMaximaHoras * HORA_MS);
    const id = await tx.inserir(
      `INSERT INTO sessoes (usuario_id, criada_em, renovada_em, expira_em, pendencia, origem, agente)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        usuarioId,
        agora,
        agora,
        expiraEm,
        pendencia,
        contextoAtual()?.origem ?? null,
        agente?.slice(0, MAIOR_AGENTE) ?? null,
      ],
    );
    await this.auditoria.anotar([daSessao('acesso.entrar', id, usuarioId)]);
    return this.continuar(tx, { id, usuarioId, expiraEm, pendencia }, agora);
  }

  /** Another pair of tokens for a session, which say who the person is now. */
  async continuar(tx: Transacao, sessao: SessaoEmCurso, agora: Date): Promise<EntradaResposta> {
    const { sessaoInatividadeMinutos } = await this.politicas.atuais();
    const inatividadeMs = sessaoInatividadeMinutos * MINUTO_MS;
    const refreshToken = sortearToken();
    await tx.inserir(
      `INSERT INTO tokens_de_renovacao (sessao_id, hash, criado_em, expira_em, irmao_emitido)
       VALUES (?, ?, ?, ?, ?)`,
      [
        sessao.id,
        hashDoToken(refreshToken),
        agora,
        maisCedo(new Date(agora.getTime() + inatividadeMs), sessao.expiraEm),
        false,
      ],
    );
    const { identidade, usuario } = await quemE(tx, sessao.usuarioId);
    // Half of the idle time at most: who renews only when refused is still in time.
    const validade = Math.min(VALIDADE_DO_ACESSO_S * 1_000, inatividadeMs / 2);
    const { token, expiraEm } = this.tokens.emitir(
      { ...identidade, sessaoId: sessao.id, pendencia: sessao.pendencia },
      maisCedo(new Date(agora.getTime() + validade), sessao.expiraEm),
    );
    return {
      accessToken: token,
      refreshToken,
      expiraEm,
      usuario: { ...usuario, pendencia: sessao.pendencia },
    };
  }
}

const maisCedo = (a: Date, b: Date): Date => (a < b ? a : b);

/** The person as the register has them now, in one statement: roles, links and access version belong together. */
async function quemE(tx: Transacao, usuarioId: number) {
  const [linha] = await tx.consultar(
    `SELECT u.nome, u.email, u.paciente_id, u.medico_id, COALESCE(u.versao_acesso, 1) AS versao_acesso,
            (SELECT GROUP_CONCAT(p.papel) FROM usuarios_papeis p WHERE p.usuario_id = u.id) AS papeis
       FROM usuarios u WHERE u.id = ?`,
    [usuarioId],
  );
  const papeis = papeisDe(linha?.papeis);
  return {
    identidade: {
      usuarioId,
      papeis,
      pacienteId: ouNulo(inteiro)(linha?.paciente_id),
      medicoId: ouNulo(inteiro)(linha?.medico_id),
      versaoDoAcesso: inteiro(linha?.versao_acesso),
    },
    usuario: { id: usuarioId, nome: texto(linha?.nome), email: texto(linha?.email), papeis },
  };
}
