import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { Dia, Opcao } from '../../../plataforma/http/campos.js';
import { Filtros, type Pagina } from '../../../plataforma/http/pagina.js';
import { Cnpj, RegistroAns } from '../../../plataforma/identificadores/campos.js';
import { ConsultaDeRegistros, listarRegistros } from '../../../plataforma/registros/listagem.js';
import { TIPOS_DE_PLANO, type TipoDePlano } from '../dominio/convenio.entity.js';
import { type ConvenioResposta, montarConvenios } from './obter-convenio.js';

export class ConsultaDeConvenios extends ConsultaDeRegistros {
  @Opcao(TIPOS_DE_PLANO, { opcional: true, descricao: 'Tipo de plano.' }) tipoPlano?: TipoDePlano;
  @RegistroAns({ opcional: true }) registroAns?: string;
  @Cnpj({ opcional: true }) cnpj?: string;
  @Dia({ opcional: true, descricao: 'Só os que têm contrato em vigor neste dia.' }) vigenteEm?: string;
}

export class ListarConvenios extends Query<Pagina<ConvenioResposta>> {
  constructor(readonly consulta: ConsultaDeConvenios) {
    super();
  }
}

@QueryHandler(ListarConvenios)
export class ListarConveniosHandler implements IQueryHandler<ListarConvenios> {
  constructor(private readonly leitura: Leitura) {}

  execute({ consulta }: ListarConvenios): Promise<Pagina<ConvenioResposta>> {
    return listarRegistros(this.leitura, {
      sql: 'SELECT * FROM convenios c',
      apelido: 'c',
      consulta,
      filtros: new Filtros()
        .igual('c.tipo_plano', consulta.tipoPlano)
        .igual('c.registro_ans', consulta.registroAns)
        .igual('c.cnpj', consulta.cnpj)
        .onde('(c.vigencia_inicio IS NULL OR c.vigencia_inicio <= ?)', consulta.vigenteEm)
        .onde('(c.vigencia_fim IS NULL OR c.vigencia_fim >= ?)', consulta.vigenteEm),
      montar: (linhas) => montarConvenios(this.leitura, linhas),
    });
  }
}
