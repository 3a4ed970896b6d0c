import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { campo, IdDe, Instante, Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { DonosDosRegistros } from '../../../plataforma/seguranca/donos-dos-registros.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { STATUS_DE_INTERNACAO, type StatusDeInternacao } from '../dominio/estados-da-internacao.js';

/** What is left to do before the patient is out. */
const PENDENCIAS = ['ALTA_CLINICA', 'SAIDA'] as const;
type Pendencia = (typeof PENDENCIAS)[number];

export class ConsultaDeAltasPrevistas extends ConsultaDeLista {
  @Instante({ opcional: true, descricao: 'Só as esperadas até esse instante.' }) ate?: Date;
  @IdDe('setor do leito', { opcional: true, naConsulta: true }) setorId?: number;
}

export class AltaPrevistaResposta {
  @IdDe('internação') internacaoId!: number;
  @IdDe('paciente') pacienteId!: number;
  @IdDe('leito em que está') leitoId!: number;
  @Texto({ max: 40, exemplo: '101-A', descricao: 'Como o leito é chamado.' }) leitoNumero!: string;
  @IdDe('setor do leito') setorId!: number;
  @Opcao(STATUS_DE_INTERNACAO, { exemplo: 'ALTA_PREVISTA', descricao: 'Em que ponto está.' })
  status!: StatusDeInternacao;
  @Instante({ nulo: true, descricao: 'Nulo se a alta clínica não tinha sido prevista.' })
  altaPrevistaPara!: Date | null;
  @Instante({ nulo: true, exemplo: null, descricao: 'Quando o médico deu alta; nulo se ainda não deu.' })
  altaClinicaEm!: Date | null;
  @Logico({ exemplo: false, descricao: 'A hora prevista passou e o paciente não saiu.' }) atrasada!: boolean;

  @campo(
    { exemplo: [...PENDENCIAS], descricao: 'O que falta para o leito ficar vago.' },
    { enum: [...PENDENCIAS], type: String, isArray: true },
  )
  pendencias!: Pendencia[];
}

/** Who is about to leave, the first to be expected first. */
export class ListarAltasPrevistas extends Query<Pagina<AltaPrevistaResposta>> {
  constructor(
    readonly consulta: ConsultaDeAltasPrevistas,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ListarAltasPrevistas)
export class ListarAltasPrevistasHandler implements IQueryHandler<ListarAltasPrevistas> {
  constructor(
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly donos: DonosDosRegistros,
  ) {}

  execute({ consulta, autor }: ListarAltasPrevistas): Promise<Pagina<AltaPrevistaResposta>> {
    const agora = this.relogio.agora();
    return paginar(this.leitura, {
      sql: SELECIONAR,
      id: 'i.id',
      filtros: new Filtros()
        .onde('i.saida_esperada_em <= ?', consulta.ate)
        .igual('COALESCE(i.setor_id, 0)', consulta.setorId)
        .quando(this.donos.limite(autor, 'i.paciente_id')),
      ordem: { coluna: 'i.saida_esperada_em', campo: 'saida_esperada_em' },
      consulta,
      decodificar: (linha) => resposta(linha, agora),
    });
  }
}

/** Outer joins: whoever is about to leave leads, by its own index. */
const SELECIONAR = `
  SELECT i.*, l.id AS leito_id, l.numero
    FROM (SELECT * FROM internacoes WHERE saida_esperada_em IS NOT NULL) i
    LEFT JOIN ocupacoes o ON o.internacao_aberta_id = i.id
    LEFT JOIN leitos l ON l.id = o.leito_id`;

function resposta(linha: Linha, agora: Date): AltaPrevistaResposta {
  const status = texto(linha.status) as StatusDeInternacao;
  const altaPrevistaPara = ouNulo(instante)(linha.alta_prevista_para);
  return {
    internacaoId: inteiro(linha.id),
    pacienteId: inteiro(linha.paciente_id),
    leitoId: inteiro(linha.leito_id),
    leitoNumero: texto(linha.numero),
    setorId: inteiro(linha.setor_id),
    status,
    altaPrevistaPara,
    altaClinicaEm: ouNulo(instante)(linha.alta_clinica_em),
    atrasada: altaPrevistaPara !== null && altaPrevistaPara < agora,
    pendencias: status === 'ALTA_CLINICA' ? ['SAIDA'] : [...PENDENCIAS],
  };
}
