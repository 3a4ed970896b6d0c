import { booleano, inteiro, instante, type Linha, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import { ErroDeBanco, seDuplicar } from '../../../banco/erros-de-banco.js';
import type { Transacao } from '../../../banco/transacao.js';
import { naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import type { TipoDeLeito } from '../contrato/tipos.js';
import type { ClasseDeLeito } from '../dominio/cadastro-do-leito.js';
import type { EstadoDoLeito } from '../dominio/estados-do-leito.js';
import { Leito } from '../dominio/leito.entity.js';
import { pacienteJaTemReserva } from '../dominio/recusas-de-reserva.js';
import { registrarMovimentos } from './movimentos-no-banco.js';

/** The bed of the path, held until the end of the transaction; 404 `LEITO.NAO_ENCONTRADO`. */
export async function travarLeito(tx: Transacao, id: number): Promise<Leito> {
  const leito = await procurarLeito(tx, id);
  if (!leito) throw naoEncontrado('LEITO.NAO_ENCONTRADO', `O leito ${id} não existe.`);
  return leito;
}

/** The same, or null. */
export async function procurarLeito(tx: Transacao, id: number): Promise<Leito | null> {
  const [linha] = await tx.consultar(`SELECT * FROM leitos l WHERE l.id = ?${travar(tx.motor)}`, [id]);
  return linha ? leitoDaLinha(linha) : null;
}

/** Those of these beds that exist, the lowest id first, so that two crossed transfers queue up instead of locking each other out. */
export async function travarLeitos(tx: Transacao, ids: readonly number[]): Promise<Map<number, Leito>> {
  const leitos = new Map<number, Leito>();
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const leito = await procurarLeito(tx, id);
    if (leito) leitos.set(id, leito);
  }
  return leitos;
}

/** The bed kept for this patient, or for this request; not held. */
export async function leitoReservadoPara(
  tx: Transacao,
  quem: 'paciente' | 'solicitacao',
  id: number,
): Promise<number | null> {
  const [linha] = await tx.consultar(`SELECT id FROM leitos WHERE reserva_${quem}_id = ?`, [id]);
  return linha ? inteiro(linha.id) : null;
}

/** The bed of a row that has every column of `leitos`. */
export const leitoDaLinha = (l: Linha): Leito =>
  Object.assign(new Leito(), {
    id: inteiro(l.id),
    setorId: inteiro(l.setor_id),
    numero: texto(l.numero),
    numeroBusca: texto(l.numero_busca),
    tipo: texto(l.tipo) as TipoDeLeito,
    classe: texto(l.classe) as ClasseDeLeito,
    extra: booleano(l.extra),
    maca: booleano(l.maca),
    planejado: booleano(l.planejado),
    instalado: booleano(l.instalado),
    instaladoDesde: ouNulo(instante)(l.instalado_desde),
    status: texto(l.status) as EstadoDoLeito,
    desde: ouNulo(instante)(l.desde),
    venceEm: ouNulo(instante)(l.vence_em),
    planoEm: ouNulo(instante)(l.plano_em),
    reservaPacienteId: ouNulo(inteiro)(l.reserva_paciente_id),
    reservaSolicitacaoId: ouNulo(inteiro)(l.reserva_solicitacao_id),
    reservaExpiraEm: ouNulo(instante)(l.reserva_expira_em),
    manutencaoMotivo: ouNulo(texto)(l.manutencao_motivo),
    manutencaoAte: ouNulo(instante)(l.manutencao_ate),
    manutencaoAutorId: ouNulo(inteiro)(l.manutencao_autor_id),
    criadoEm: instante(l.criado_em),
    atualizadoEm: instante(l.atualizado_em),
    versao: inteiro(l.versao),
  });

/** Stores what happened to the bed since it was loaded, if anything did, and its events. */
export async function guardarLeito(tx: Transacao, leito: Leito): Promise<void> {
  await gravarMovimentos(tx, leito);
  tx.registrar(...leito.extrairEventos());
}

/**
 * Stores what happened to the bed and keeps its events for `guardarLeito`: the row, where nobody else has changed
 * it, the history of its transitions, and the blocks they open and close.
 */
export async function gravarMovimentos(tx: Transacao, leito: Leito): Promise<void> {
  const { versao, versaoGravada } = leito;
  if (versao === versaoGravada) return;
  const gravados = await seDuplicar(
    { uq_leitos_reserva_paciente: pacienteJaTemReserva, uq_leitos_reserva_solicitacao: pacienteJaTemReserva },
    () =>
      tx.executar(
        `UPDATE leitos SET status = ?, desde = ?, vence_em = ?, instalado = ?, instalado_desde = ?,
         reserva_paciente_id = ?, reserva_solicitacao_id = ?, reserva_expira_em = ?,
         manutencao_motivo = ?, manutencao_ate = ?, manutencao_autor_id = ?, atualizado_em = ?, versao = ?
       WHERE id = ? AND versao = ?`,
        [
          leito.status,
          leito.desde,
          leito.venceEm,
          leito.instalado,
          leito.instaladoDesde,
          leito.reservaPacienteId,
          leito.reservaSolicitacaoId,
          leito.reservaExpiraEm,
          leito.manutencaoMotivo,
          leito.manutencaoAte,
          leito.manutencaoAutorId,
          leito.atualizadoEm,
          versao,
          leito.id,
          versaoGravada,
        ],
      ),
  );
  exigirUma(gravados, leito.id);
  await registrarMovimentos(tx, leito.id, leito.extrairMovimentos());
}

/** Stores the register of a held bed whose `alterar` was called. */
export async function guardarCadastro(tx: Transacao, leito: Leito): Promise<void> {
  const gravados = await tx.executar(
    `UPDATE leitos SET numero = ?, numero_busca = ?, tipo = ?, extra = ?, maca = ?, planejado = ?, atualizado_em = ?, versao = ?
     WHERE id = ? AND versao = ?`,
    [
      leito.numero,
      leito.numeroBusca,
      leito.tipo,
      leito.extra,
      leito.maca,
      leito.planejado,
      leito.atualizadoEm,
      leito.versao,
      leito.id,
      leito.versaoGravada,
    ],
  );
  exigirUma(gravados, leito.id);
}

/** The row is held, so it can only be one; were it not, the whole unit of work is worth another try. */
function exigirUma(gravados: number, leitoId: number): void {
  if (gravados !== 1)
    throw new ErroDeBanco('passageiro', undefined, new Error(`bed ${leitoId} is at another version`));
}
