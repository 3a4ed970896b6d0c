import { booleano, inteiro, instanteEscrito, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { campo, IdDe, Instante, Inteiro, Logico, Texto } from '../../../plataforma/http/campos.js';

export class LinhaDaAuditoriaResposta {
  @Inteiro({ min: 1, max: Number.MAX_SAFE_INTEGER, exemplo: 1, descricao: 'Identificador da linha.' })
  id!: number;
  @Instante({ descricao: 'Quando.' }) em!: string;
  @IdDe('usuário', { nulo: true, descricao: 'Quem; nulo se ninguém se identificou.' })
  usuarioId!: number | null;
  @Texto({ max: 80, exemplo: 'internacoes.alta', descricao: 'O que se fez.' }) acao!: string;
  @Texto({
    max: 160,
    nulo: true,
    exemplo: 'POST /v1/internacoes/:id/alta',
    descricao: 'Por que operação da API; nulo fora dela.',
  })
  operacao!: string | null;
  @Texto({ max: 60, nulo: true, exemplo: 'internacao:1', descricao: 'Com que registro.' })
  registro!: string | null;
  @IdDe('paciente', { nulo: true, descricao: 'De que paciente se trata.' }) pacienteId!: number | null;
  @campo(
    { exemplo: ['cidSaida'], descricao: 'Nomes dos campos enviados ou vistos, nunca o que trazem.' },
    { type: String, isArray: true },
  )
  campos!: string[];
  @Texto({ max: 45, nulo: true, exemplo: '127.0.0.1', descricao: 'De que endereço veio o pedido.' })
  origem!: string | null;
  @Texto({ max: 64, exemplo: '0190f6a2-7c4e-7cc3-98c4-dc0c0c07398f', descricao: 'O pedido.' })
  correlacaoId!: string;
  @Logico({ descricao: 'Já faz parte da cadeia de selos.' }) selado!: boolean;
}

export const LINHAS = `SELECT a.id, a.em, a.usuario_id, a.acao, a.operacao, a.registro_tipo, a.registro_id, a.paciente_id,
       a.campos, a.origem, a.correlacao_id,
       EXISTS (SELECT 1 FROM auditoria_selos s WHERE s.registro_id = a.id) AS selado
  FROM auditoria a`;

export const registroDa = (l: Linha): string | null =>
  l.registro_tipo === null ? null : `${texto(l.registro_tipo)}:${ouNulo(inteiro)(l.registro_id) ?? '?'}`;

export const daLinha = (l: Linha): LinhaDaAuditoriaResposta => ({
  id: inteiro(l.id),
  em: instanteEscrito(l.em),
  usuarioId: ouNulo(inteiro)(l.usuario_id),
  acao: texto(l.acao),
  operacao: ouNulo(texto)(l.operacao),
  registro: registroDa(l),
  pacienteId: ouNulo(inteiro)(l.paciente_id),
  campos: texto(l.campos) === '' ? [] : texto(l.campos).split(','),
  origem: ouNulo(texto)(l.origem),
  correlacaoId: texto(l.correlacao_id),
  selado: booleano(l.selado),
});
