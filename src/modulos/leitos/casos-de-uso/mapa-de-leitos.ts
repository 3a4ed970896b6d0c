import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { booleano, inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import {
  IdDe,
  Instante,
  Inteiro,
  Lista,
  Logico,
  Objeto,
  Opcao,
  Texto,
} from '../../../plataforma/http/campos.js';
import { Filtros } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';
import { CLASSES_DE_LEITO, type ClasseDeLeito } from '../dominio/cadastro-do-leito.js';
import { ESTADOS_DO_LEITO, type EstadoDoLeito } from '../dominio/estados-do-leito.js';
import { desdeQuando } from './obter-leito.js';

export class ConsultaDoMapa {
  @IdDe('um setor', { opcional: true, naConsulta: true, descricao: 'Só este setor.' }) setorId?: number;
}

export class LeitoNoMapa {
  @Inteiro({ exemplo: 1 }) id!: number;
  @Texto({ max: 40, exemplo: '101-A' }) numero!: string;
  @Opcao(TIPOS_DE_LEITO) tipo!: TipoDeLeito;
  @Opcao(CLASSES_DE_LEITO) classe!: ClasseDeLeito;
  @Logico({ exemplo: false }) extra!: boolean;
  @Logico({ exemplo: false }) maca!: boolean;
  @Opcao(ESTADOS_DO_LEITO) status!: EstadoDoLeito;
  @Instante({ descricao: 'Desde quando está neste estado.' }) desde!: Date;
  @Inteiro({
    opcional: true,
    nulo: true,
    descricao: 'A internação que o ocupa; ausente para quem não pode vê-la.',
  })
  internacaoId?: number | null;
}

/** How many beds are in each state. */
export class ContagemDeLeitos implements Record<EstadoDoLeito, number> {
  @Inteiro({ exemplo: 3 }) LIVRE = 0;
  @Inteiro({ exemplo: 0 }) RESERVADO = 0;
  @Inteiro({ exemplo: 5 }) OCUPADO = 0;
  @Inteiro({ exemplo: 1 }) AGUARDANDO_LIMPEZA = 0;
  @Inteiro({ exemplo: 0 }) EM_LIMPEZA = 0;
  @Inteiro({ exemplo: 0 }) BLOQUEADO = 0;
  @Inteiro({ exemplo: 0 }) MANUTENCAO = 0;
  @Inteiro({ exemplo: 0 }) DESATIVADO = 0;
}

export class SetorNoMapa {
  @Inteiro({ exemplo: 1 }) id!: number;
  @Texto({ max: 120, exemplo: 'UTI Adulto' }) nome!: string;
  @Inteiro({ nulo: true, exemplo: 2 }) andar!: number | null;
  @Objeto(() => ContagemDeLeitos) contagem!: ContagemDeLeitos;
  @Lista(() => LeitoNoMapa) leitos!: LeitoNoMapa[];
}

export class MapaResposta {
  @Objeto(() => ContagemDeLeitos) contagem!: ContagemDeLeitos;
  @Lista(() => SetorNoMapa) setores!: SetorNoMapa[];
}

/** Every bed of the active setores, as it is now. */
export class MapaDeLeitos extends Query<MapaResposta> {
  constructor(
    readonly consulta: ConsultaDoMapa,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(MapaDeLeitos)
export class MapaDeLeitosHandler implements IQueryHandler<MapaDeLeitos> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ consulta, autor }: MapaDeLeitos): Promise<MapaResposta> {
    const filtros = new Filtros().igual('s.ativo', true).igual('s.id', consulta.setorId);
    const linhas = await this.leitura.consultar(
      `SELECT s.id AS setor_id, s.nome, s.andar, l.id, l.numero, l.tipo, l.classe, l.extra, l.maca, l.status, l.desde,
              l.instalado_desde, l.criado_em, o.internacao_id
         FROM setores s
         LEFT JOIN leitos l ON l.setor_id = s.id
         LEFT JOIN ocupacoes o ON o.leito_aberto_id = l.id
        WHERE ${filtros.clausulas.join(' AND ')} ORDER BY s.nome_busca, s.id, l.numero_busca, l.id`,
      filtros.parametros,
    );
    return montarMapa(linhas, veInternacoes(autor));
  }
}

/** An auditor looks at what was done, not at who is in which bed. */
const veInternacoes = ({ papeis }: Autor): boolean =>
  papeis.some((papel) => papel !== 'AUDITOR' && papel !== 'PACIENTE');

function montarMapa(linhas: readonly Linha[], comInternacao: boolean): MapaResposta {
  const setores = new Map<number, SetorNoMapa>();
  const contagem = new ContagemDeLeitos();
  for (const linha of linhas) {
    const id = inteiro(linha.setor_id);
    const setor = setores.get(id) ?? {
      id,
      nome: texto(linha.nome),
      andar: ouNulo(inteiro)(linha.andar),
      contagem: new ContagemDeLeitos(),
      leitos: [],
    };
    setores.set(id, setor);
    if (linha.id === null) continue;
    const leito = leitoNoMapa(linha, comInternacao);
    setor.leitos.push(leito);
    setor.contagem[leito.status] += 1;
    contagem[leito.status] += 1;
  }
  return { contagem, setores: [...setores.values()] };
}

const leitoNoMapa = (l: Linha, comInternacao: boolean): LeitoNoMapa => ({
  id: inteiro(l.id),
  numero: texto(l.numero),
  tipo: texto(l.tipo) as TipoDeLeito,
  classe: texto(l.classe) as ClasseDeLeito,
  extra: booleano(l.extra),
  maca: booleano(l.maca),
  status: texto(l.status) as EstadoDoLeito,
  desde: desdeQuando(l),
  ...(comInternacao ? { internacaoId: ouNulo(inteiro)(l.internacao_id) } : {}),
});
