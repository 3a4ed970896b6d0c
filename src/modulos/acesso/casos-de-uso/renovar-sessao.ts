import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { booleano, inteiro, instante, ouNulo, texto } from '../../../banco/dialeto.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { conflito, ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Texto } from '../../../plataforma/http/campos.js';
import { Registrador } from '../../../plataforma/observabilidade/registrador.js';
import type { Pendencia } from '../../../plataforma/seguranca/tokens-de-acesso.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { desfechoDa, TOLERANCIA_MS, type TokenApresentado } from '../dominio/renovacao.js';
import { hashDoToken } from '../dominio/token-de-renovacao.entity.js';
import { AberturaDeSessao, type SessaoEmCurso } from '../persistencia/abrir-sessao.js';
import { encerrarSessao } from '../persistencia/encerrar-acessos.js';
import { daSessao } from '../persistencia/fatos-auditados.js';
import type { EntradaResposta } from '../persistencia/entrada-resposta.js';

export class DadosDaRenovacao {
  @Texto({
    max: 100,
    exemplo: 'Vq0N1Tn9cB0yqk3xW5m8Zr2uHs7dEoLfJ4aPiGtYXQw',
    descricao: 'O `refreshToken` da última entrada ou renovação.',
  })
  refreshToken!: string;
}

/** A session goes on: the token that renews it is changed for another. */
export class RenovarSessao extends Command<EntradaResposta> {
  constructor(readonly dados: DadosDaRenovacao) {
    super();
  }
}

/** One refusal for every reason, but for who raced with himself (409). */
@CommandHandler(RenovarSessao)
export class RenovarSessaoHandler implements ICommandHandler<RenovarSessao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly sessoes: AberturaDeSessao,
    private readonly registrador: Registrador,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  async execute({ dados }: RenovarSessao): Promise<EntradaResposta> {
    const hash = hashDoToken(dados.refreshToken);
    // The end of a stolen session is committed, although the answer is a refusal.
    const entrada = await this.unidade.executar((tx) => this.#renovar(tx, hash));
    if (!entrada) throw recusada();
    return entrada;
  }

  async #renovar(tx: Transacao, hash: string): Promise<EntradaResposta | null> {
    // Who loses a race to change the row looks again at what it has become.
    for (;;) {
      const apresentado = await ler(tx, hash);
      if (!apresentado) return null;
      const { id, sessao } = apresentado;
      const agora = this.relogio.agora();
      switch (desfechoDa(apresentado, agora)) {
        case 'RECUSAR':
          return null;
        case 'REPETIDA':
          throw repetida();
        case 'REUSO':
          await this.#encerrar(tx, sessao);
          return null;
        case 'RODAR':
          if (await marcarUso(tx, id, agora)) return this.#continuar(tx, sessao, agora);
          break;
        case 'IRMAO':
          if (await marcarIrmao(tx, id, agora)) return this.#continuar(tx, sessao, agora);
      }
    }
  }

  /** Also the last word: a session that was ended meanwhile does not go on. */
  async #continuar(tx: Transacao, sessao: SessaoEmCurso, agora: Date): Promise<EntradaResposta> {
    const vivas = await tx.executar(
      'UPDATE sessoes SET renovada_em = ? WHERE id = ? AND encerrada_em IS NULL',
      [agora, sessao.id],
    );
    if (vivas !== 1) throw recusada();
    await this.auditoria.anotar([daSessao('acesso.renovar', sessao.id, sessao.usuarioId)]);
    return this.sessoes.continuar(tx, sessao, agora);
  }

  async #encerrar(tx: Transacao, { id, usuarioId }: SessaoEmCurso): Promise<void> {
    if (!(await encerrarSessao(tx, usuarioId, id, 'REUSO'))) return;
    await this.auditoria.anotar([daSessao('acesso.reuso-de-token', id, usuarioId)]);
    tx.aoConfirmar(() =>
      this.registrador.aviso('sessão encerrada: um token de renovação voltou depois de usado', {
        sessaoId: id,
        donoId: usuarioId,
      }),
    );
  }
}

async function ler(
  tx: Transacao,
  hash: string,
): Promise<(TokenApresentado & { id: number; sessao: SessaoEmCurso }) | null> {
  const [linha] = await tx.consultar(
    `SELECT t.id, t.expira_em, t.usado_em, t.irmao_emitido, s.id AS sessao_id, s.usuario_id, s.pendencia,
            s.expira_em AS sessao_expira_em, s.encerrada_em, u.ativo
       FROM tokens_de_renovacao t
       JOIN sessoes s ON s.id = t.sessao_id
       JOIN usuarios u ON u.id = s.usuario_id
      WHERE t.hash = ?`,
    [hash],
  );
  if (!linha) return null;
  return {
    id: inteiro(linha.id),
    expiraEm: instante(linha.expira_em),
    usadoEm: ouNulo(instante)(linha.usado_em),
    irmaoEmitido: booleano(linha.irmao_emitido),
    ativo: booleano(linha.ativo),
    sessao: {
      id: inteiro(linha.sessao_id),
      usuarioId: inteiro(linha.usuario_id),
      expiraEm: instante(linha.sessao_expira_em),
      encerrada: linha.encerrada_em !== null,
      pendencia: ouNulo(texto)(linha.pendencia) as Pendencia | null,
    },
  };
}

const marcarUso = async (tx: Transacao, id: number, agora: Date): Promise<boolean> =>
  (await tx.executar('UPDATE tokens_de_renovacao SET usado_em = ? WHERE id = ? AND usado_em IS NULL', [
    agora,
    id,
  ])) === 1;

const marcarIrmao = async (tx: Transacao, id: number, agora: Date): Promise<boolean> =>
  (await tx.executar(
    `UPDATE tokens_de_renovacao SET irmao_emitido = ? WHERE id = ? AND irmao_emitido = ? AND usado_em > ?`,
    [true, id, false, new Date(agora.getTime() - TOLERANCIA_MS)],
  )) === 1;

const recusada = (): ErroDeDominio =>
  new ErroDeDominio('nao_autenticado', 'ACESSO.RENOVACAO_RECUSADA', 'A sessão terminou. Entre de novo.');

const repetida = (): ErroDeDominio =>
  conflito(
    'ACESSO.RENOVACAO_REPETIDA',
    'Este token de renovação acaba de ser usado. Use o que veio na resposta, ou entre de novo.',
    'refreshToken',
  );
