import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { campo, Inteiro, Logico, Texto } from '../http/campos.js';
import { Pagina } from '../http/pagina.js';
import { Auditor } from './auditor.js';
import { type Conferencia, MAXIMO_DE_VIOLACOES } from './conferir.js';

const EXEMPLOS = 10;

export class ConsultaDeInvariantes {
  @Texto({
    max: 80,
    opcional: true,
    exemplo: 'LEITOS.OCUPADO_SEM_OCUPACAO',
    descricao: 'Só o invariante com este código.',
  })
  codigo?: string;

  @Logico({
    opcional: true,
    naConsulta: true,
    exemplo: false,
    descricao: 'Verdadeiro: só os violados, e os que não deu tempo de conferir.',
  })
  violadas?: boolean;
}

export class InvarianteResposta {
  @Texto({ max: 80, exemplo: 'LEITOS.OCUPADO_SEM_OCUPACAO', descricao: 'O que se vê quando ele não vale.' })
  codigo!: string;
  @Texto({
    max: 500,
    exemplo: 'Um leito está OCUPADO se, e só se, tem uma ocupação aberta.',
    descricao: 'O que deve valer.',
  })
  descricao!: string;
  @Texto({ max: 200, exemplo: 'DOMINIO §2, Leito', descricao: 'Onde a regra está escrita.' }) fonte!: string;
  @Logico({ exemplo: true, descricao: 'Falso: não deu tempo de conferir, e nada se sabe.' })
  conferida!: boolean;
  @Inteiro({
    min: 0,
    max: MAXIMO_DE_VIOLACOES,
    nulo: true,
    exemplo: 0,
    descricao: `Quantos registros o violam, até ${MAXIMO_DE_VIOLACOES}; nulo se não foi conferido.`,
  })
  violacoes!: number | null;
  @Logico({ exemplo: false, descricao: `Há mais de ${MAXIMO_DE_VIOLACOES} violações.` }) haMais!: boolean;
  @campo(
    { exemplo: [], descricao: 'Alguns dos registros que o violam, como `leito:12`.' },
    { type: String, isArray: true, maxItems: EXEMPLOS },
  )
  exemplos!: readonly string[];
  @Inteiro({ min: 0, exemplo: 3, descricao: 'Quanto se levou para conferir, em milissegundos.' })
  duracaoMs!: number;
}

export class ListarInvariantes extends Query<Pagina<InvarianteResposta>> {
  constructor(readonly consulta: ConsultaDeInvariantes) {
    super();
  }
}

@QueryHandler(ListarInvariantes)
export class ListarInvariantesHandler implements IQueryHandler<ListarInvariantes> {
  constructor(private readonly auditor: Auditor) {}

  async execute({ consulta: { codigo, violadas } }: ListarInvariantes): Promise<Pagina<InvarianteResposta>> {
    const conferencias = await this.auditor.auditar(codigo);
    const itens = conferencias
      .filter((c) => !violadas || !c.conferida || c.registros.length > 0)
      .map(comoResposta);
    return new Pagina(itens, itens.length, null);
  }
}

const comoResposta = ({
  invariante,
  conferida,
  registros,
  haMais,
  duracaoMs,
}: Conferencia): InvarianteResposta => ({
  codigo: invariante.codigo,
  descricao: invariante.descricao,
  fonte: invariante.fonte,
  conferida,
  violacoes: conferida ? registros.length : null,
  haMais,
  exemplos: registros.slice(0, EXEMPLOS),
  duracaoMs,
});
