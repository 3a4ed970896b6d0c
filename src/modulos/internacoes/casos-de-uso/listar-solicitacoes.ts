import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { instante, type Linha } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { campo, IdDe, Instante, Inteiro, Opcao } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { DonosDosRegistros } from '../../../plataforma/seguranca/donos-dos-registros.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { CARATERES, type Carater } from '../dominio/carater.js';
import { type AcaoDeInternacao, ESTADOS_DA_INTERNACAO } from '../dominio/estados-da-internacao.js';
import { PRIORIDADES, type Prioridade } from '../dominio/prioridade.js';
import { camposDaLinha } from '../persistencia/linha-de-internacao.js';

const MS_POR_MINUTO = 60_000;

export class ConsultaDaFila extends ConsultaDeLista {
  @Opcao(TIPOS_DE_LEITO, {
    opcional: true,
    exemplo: 'UTI_ADULTO',
    descricao: 'Só quem precisa deste tipo de leito.',
  })
  tipoLeito?: TipoDeLeito;
  @Opcao(PRIORIDADES, { opcional: true, exemplo: 'URGENTE', descricao: 'Só os pedidos desta prioridade.' })
  prioridade?: Prioridade;
  @IdDe('paciente', { opcional: true, naConsulta: true }) pacienteId?: number;
  @IdDe('médico que pede', { opcional: true, naConsulta: true }) medicoId?: number;
}

export class SolicitacaoNaFila {
  @IdDe('internação pedida') id!: number;
  @IdDe('paciente') pacienteId!: number;
  @IdDe('médico que pede') medicoId!: number;
  @IdDe('convênio da internação', { nulo: true }) convenioId!: number | null;
  @Opcao(TIPOS_DE_LEITO, { descricao: 'Que tipo de leito é preciso.' }) tipoLeito!: TipoDeLeito;
  @Opcao(PRIORIDADES, { descricao: 'Com que pressa.' }) prioridade!: Prioridade;
  @Opcao(CARATERES, { exemplo: 'URGENCIA', descricao: 'Se foi programada.' }) carater!: Carater;
  @Instante({ descricao: 'Desde quando espera.' }) solicitadaEm!: Date;
  @Inteiro({ min: 0, exemplo: 95, descricao: 'Há quantos minutos inteiros espera.' }) esperaMinutos!: number;
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Muda a cada alteração.' }) versao!: number;

  @campo(
    { exemplo: ['admitir', 'recusar', 'cancelar'], descricao: 'O que se pode fazer agora.' },
    { type: String, isArray: true },
  )
  acoes!: readonly AcaoDeInternacao[];
}

/** Who waits for a bed, the most urgent first and, of the same priority, who waits for longer. */
export class ListarSolicitacoes extends Query<Pagina<SolicitacaoNaFila>> {
  constructor(
    readonly consulta: ConsultaDaFila,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ListarSolicitacoes)
export class ListarSolicitacoesHandler implements IQueryHandler<ListarSolicitacoes> {
  constructor(
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly donos: DonosDosRegistros,
  ) {}

  execute({ consulta, autor }: ListarSolicitacoes): Promise<Pagina<SolicitacaoNaFila>> {
    const agora = this.relogio.agora();
    return paginar(this.leitura, {
      sql: 'SELECT i.* FROM (SELECT * FROM internacoes WHERE posicao_na_fila IS NOT NULL) i',
      id: 'i.id',
      filtros: filtrosDe(consulta).quando(this.donos.limite(autor, 'i.paciente_id')),
      ordem: { coluna: 'i.posicao_na_fila', campo: 'posicao_na_fila' },
      consulta,
      decodificar: (linha) => naFila(linha, agora),
    });
  }
}

/** The waiting list is short: its own index leads, and the filters only check. */
const filtrosDe = ({ tipoLeito, prioridade, pacienteId, medicoId }: ConsultaDaFila): Filtros =>
  new Filtros()
    .igual('i.tipo_leito', tipoLeito)
    .igual('i.prioridade', prioridade)
    .igual('COALESCE(i.paciente_id, 0)', pacienteId)
    .igual('COALESCE(i.medico_id, 0)', medicoId);

function naFila(linha: Linha, agora: Date): SolicitacaoNaFila {
  const { status, tipoLeito, prioridade, solicitadaEm, ...campos } = camposDaLinha(linha, instante);
  const { id, pacienteId, medicoId, convenioId, carater, versao } = campos;
  if (!tipoLeito || !prioridade || !solicitadaEm) throw new Error(`stay ${id} is no request`);
  const esperaMs = Math.max(0, agora.getTime() - solicitadaEm.getTime());
  return {
    id,
    pacienteId,
    medicoId,
    convenioId,
    tipoLeito,
    prioridade,
    carater,
    solicitadaEm,
    esperaMinutos: Math.floor(esperaMs / MS_POR_MINUTO),
    versao,
    acoes: ESTADOS_DA_INTERNACAO.acoesDe(status),
  };
}
