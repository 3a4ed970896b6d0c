import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Instante, Logico, Texto } from '../../../plataforma/http/campos.js';
import { ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';

export class SessaoResposta {
  @IdDe('sessão') id!: number;
  @Instante({ descricao: 'Quando a pessoa entrou.' }) criadaEm!: Date;
  @Instante({ descricao: 'Quando foi renovada pela última vez.' }) renovadaEm!: Date;
  @Instante({ descricao: 'Quando termina, mesmo que renovada até lá.' }) expiraEm!: Date;
  @Texto({ max: 45, nulo: true, exemplo: '203.0.113.7', descricao: 'Endereço de onde entrou.' })
  origem!: string | null;
  @Texto({ max: 200, nulo: true, exemplo: 'Mozilla/5.0', descricao: 'O programa com que entrou.' })
  agente!: string | null;
  @Logico({ exemplo: true, descricao: 'Se é a deste pedido.' }) atual!: boolean;
}

/** Somebody's own sessions that still go on, newest first. */
export class ListarSessoes extends Query<Pagina<SessaoResposta>> {
  constructor(
    readonly consulta: ConsultaDeLista,
    readonly autor: Autor,
  ) {
    super();
  }
}

@QueryHandler(ListarSessoes)
export class ListarSessoesHandler implements IQueryHandler<ListarSessoes> {
  constructor(
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ consulta, autor }: ListarSessoes): Promise<Pagina<SessaoResposta>> {
    const agora = this.relogio.agora();
    return paginar(this.leitura, {
      sql: `SELECT s.id, s.criada_em, s.renovada_em, s.expira_em, s.origem, s.agente FROM sessoes s`,
      id: 's.id',
      filtros: new Filtros()
        .igual('s.usuario_id', autor.usuarioId ?? 0)
        .onde('s.encerrada_em IS NULL AND s.expira_em > ?', agora)
        // Left idle for too long: nothing renews it any more.
        .onde(
          `EXISTS (SELECT 1 FROM tokens_de_renovacao t
                    WHERE t.sessao_id = s.id AND t.usado_em IS NULL AND t.expira_em > ?)`,
          agora,
        ),
      ordem: { coluna: 's.id', campo: 'id', decrescente: true },
      consulta,
      decodificar: (linha) => decodificar(linha, autor.sessaoId ?? null),
    });
  }
}

const decodificar = (linha: Linha, atual: number | null): SessaoResposta => ({
  id: inteiro(linha.id),
  criadaEm: instante(linha.criada_em),
  renovadaEm: instante(linha.renovada_em),
  expiraEm: instante(linha.expira_em),
  origem: ouNulo(texto)(linha.origem),
  agente: ouNulo(texto)(linha.agente),
  atual: inteiro(linha.id) === atual,
});
