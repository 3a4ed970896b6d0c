import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { booleano, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { IdDe, Instante } from '../../../plataforma/http/campos.js';
import { Filtros } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { EstadoDoLeito } from '../dominio/estados-do-leito.js';
import { desdeQuando, FIM_DOS_USOS } from '../persistencia/desde-quando.js';
import { leitosNoInstante, situacaoNoInstante } from '../persistencia/leitos-no-instante.js';
import { type MapaResposta, montarMapa, type SituacaoDoLeito } from '../mapa-resposta.js';

export class ConsultaDoMapa {
  @IdDe('um setor', { opcional: true, naConsulta: true, descricao: 'Só este setor.' }) setorId?: number;
  @Instante({
    opcional: true,
    descricao: 'Como estava neste instante, que já passou, segundo o que hoje se sabe; ausente, agora.',
  })
  em?: Date;
}

/** Every bed of the active setores, as it is now or as it was at an instant. */
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
  constructor(
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  async execute({ consulta: { em, setorId }, autor }: MapaDeLeitos): Promise<MapaResposta> {
    const comInternacao = veInternacoes(autor);
    if (em === undefined) return montarMapa(await this.#agora(setorId), situacaoAtual, comInternacao);
    if (em > this.relogio.agora()) throw instanteNoFuturo();
    const linhas = await this.leitura.consultar(...leitosNoInstante(em, setorId));
    return { em, ...montarMapa(linhas, (linha) => situacaoNoInstante(linha, em), comInternacao) };
  }

  #agora(setorId: number | undefined): Promise<Linha[]> {
    const filtros = new Filtros().igual('s.ativo', true).igual('s.id', setorId);
    return this.leitura.consultar(
      `SELECT s.id AS setor_id, s.nome, s.andar, l.id, l.numero, l.tipo, l.classe, l.extra, l.maca, l.status, l.desde,
              l.vence_em, l.instalado_desde, l.criado_em, o.internacao_id, ${FIM_DOS_USOS}
         FROM setores s
         LEFT JOIN leitos l ON l.setor_id = s.id
         LEFT JOIN ocupacoes o ON o.leito_aberto_id = l.id
        WHERE ${filtros.clausulas.join(' AND ')} ORDER BY s.nome_busca, s.id, l.numero_busca, l.id`,
      filtros.parametros,
    );
  }
}

/** An auditor looks at what was done, not at who is in which bed. */
const veInternacoes = ({ papeis }: Autor): boolean =>
  papeis.some((papel) => papel !== 'AUDITOR' && papel !== 'PACIENTE');

const situacaoAtual = (l: Linha): SituacaoDoLeito => ({
  extra: booleano(l.extra),
  maca: booleano(l.maca),
  status: texto(l.status) as EstadoDoLeito,
  desde: desdeQuando(l, instante),
  terminaEm: ouNulo(instante)(l.vence_em),
});

const instanteNoFuturo = (): ErroDeDominio =>
  new ErroDeDominio(
    'requisicao_ilegivel',
    'LEITO.EM_NO_FUTURO',
    'O mapa só conta o que já aconteceu. Informe um instante que já passou, ou omita o campo para ver o mapa de agora.',
    'em',
  );
