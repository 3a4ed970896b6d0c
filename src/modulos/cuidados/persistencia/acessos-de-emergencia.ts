import { inteiro, instante, type Linha, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import type { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { type ErroDeDominio, naoEncontrado } from '../../../plataforma/erros/erro-de-dominio.js';
import { IdDe, Instante, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { alcanceDe } from '../../../plataforma/seguranca/alcance.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { PARECERES, type Parecer } from '../dominio/origens.js';

export class AcessoDeEmergenciaResposta {
  @IdDe('acesso de emergência') id!: number;
  @IdDe('quem o abriu') usuarioId!: number;
  @IdDe('paciente') pacienteId!: number;
  @Texto({ max: 500, exemplo: 'Parada cardíaca no corredor; preciso das alergias.', descricao: 'Por quê.' })
  motivo!: string;
  @Instante({ descricao: 'Quando foi aberto.' }) desde!: Date;
  @Instante({ exemplo: '2026-06-01T14:00:00.000Z', descricao: 'Até quando vale.' }) ate!: Date;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando quem o abriu desistiu dele antes da hora.' })
  encerradoEm!: Date | null;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando foi revisado; nulo enquanto espera.' })
  revisadoEm!: Date | null;
  @IdDe('quem o revisou', { nulo: true, exemplo: null }) revisorId!: number | null;
  @Opcao(PARECERES, { nulo: true, exemplo: null, descricao: 'O que a revisão concluiu.' })
  parecer!: Parecer | null;
  @Texto({ max: 500, nulo: true, exemplo: null, descricao: 'O que a revisão anotou.' })
  observacao!: string | null;
}

/** Every emergency access; add AND. */
export const ACESSOS = `SELECT v.id, v.usuario_id, v.paciente_id, v.motivo, v.desde, v.ate, v.encerrado_em,
  v.revisado_em, v.revisor_id, v.parecer, v.observacao_da_revisao
  FROM (SELECT * FROM vinculos_de_cuidado WHERE origem = 'EMERGENCIA') v`;

export const acessoDaLinha = (l: Linha): AcessoDeEmergenciaResposta => ({
  id: inteiro(l.id),
  usuarioId: inteiro(l.usuario_id),
  pacienteId: inteiro(l.paciente_id),
  motivo: texto(l.motivo),
  desde: instante(l.desde),
  ate: instante(l.ate),
  encerradoEm: ouNulo(instante)(l.encerrado_em),
  revisadoEm: ouNulo(instante)(l.revisado_em),
  revisorId: ouNulo(inteiro)(l.revisor_id),
  parecer: ouNulo(texto)(l.parecer) as Parecer | null,
  observacao: ouNulo(texto)(l.observacao_da_revisao),
});

export const acessoNaoEncontrado = (id: number): ErroDeDominio =>
  naoEncontrado('ACESSO_DE_EMERGENCIA.NAO_ENCONTRADO', `O acesso de emergência ${id} não existe.`);

/** Whose accesses this author may know of: their own, unless everybody's (null). */
export const deQuem = (autor: Autor): number | null => (alcanceDe(autor).todos ? null : autor.usuarioId);

/** The access as the API shows it; 404 when there is none, or the author may not know of it. */
export async function lerAcesso(
  leitura: Leitura,
  id: number,
  autor: Autor,
): Promise<AcessoDeEmergenciaResposta> {
  const dono = deQuem(autor);
  const linha = await leitura.obter(
    `${ACESSOS} WHERE v.id = ?${dono === null ? '' : ' AND v.usuario_id = ?'}`,
    dono === null ? [id] : [id, dono],
  );
  if (!linha) throw acessoNaoEncontrado(id);
  return acessoDaLinha(linha);
}

/** The access, held until the end of the transaction; 404 when there is none. */
export async function travarAcesso(tx: Transacao, id: number): Promise<AcessoDeEmergenciaResposta> {
  const [linha] = await tx.consultar(
    `SELECT * FROM vinculos_de_cuidado WHERE id = ? AND origem = 'EMERGENCIA'${travar(tx.motor)}`,
    [id],
  );
  if (!linha) throw acessoNaoEncontrado(id);
  return acessoDaLinha(linha);
}
