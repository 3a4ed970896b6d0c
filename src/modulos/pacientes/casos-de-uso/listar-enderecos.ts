import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro, instante, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Instante, Inteiro, Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { type ConsultaDeLista, Filtros, type Pagina, paginar } from '../../../plataforma/http/pagina.js';
import { type Uf, UFS } from '../../../plataforma/identificadores/conselho.js';
import { mascararCep } from '../../../plataforma/identificadores/cep.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';

export class EnderecoResposta {
  @Inteiro({ exemplo: 1 }) id!: number;
  @Logico({ exemplo: true, descricao: 'Se é o endereço atual do paciente.' }) principal!: boolean;
  @Texto({ max: 150, exemplo: 'Avenida Paulista' }) logradouro!: string;
  @Texto({ max: 20, exemplo: '1000' }) numero!: string;
  @Texto({ max: 100, nulo: true, exemplo: 'Apto 12' }) complemento!: string | null;
  @Texto({ max: 100, exemplo: 'Bela Vista' }) bairro!: string;
  @Texto({ max: 100, exemplo: 'São Paulo' }) cidade!: string;
  @Opcao(UFS, { exemplo: 'SP' }) estado!: Uf;
  @Texto({ max: 8, exemplo: '01310100' }) cep!: string;
  @Instante() criadoEm!: Date;
}

/** The patient's addresses, oldest first. */
export class ListarEnderecos extends Query<Pagina<EnderecoResposta>> {
  constructor(
    readonly pacienteId: number,
    readonly consulta: ConsultaDeLista,
  ) {
    super();
  }
}

@QueryHandler(ListarEnderecos)
export class ListarEnderecosHandler implements IQueryHandler<ListarEnderecos> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ pacienteId, consulta }: ListarEnderecos): Promise<Pagina<EnderecoResposta>> {
    if (!(await this.leitura.obter('SELECT id FROM pacientes WHERE id = ?', [pacienteId])))
      throw PACIENTE.inexistente(pacienteId);
    return paginar(this.leitura, {
      sql: 'SELECT * FROM enderecos e',
      id: 'e.id',
      filtros: new Filtros().igual('e.paciente_id', pacienteId),
      ordem: { coluna: 'e.id', campo: 'id' },
      consulta,
      decodificar: enderecoDaLinha,
    });
  }
}

export const enderecoDaLinha = (l: Linha): EnderecoResposta => ({
  id: inteiro(l.id),
  principal: l.paciente_principal_id !== null,
  logradouro: texto(l.logradouro),
  numero: texto(l.numero),
  complemento: ouNulo(texto)(l.complemento),
  bairro: texto(l.bairro),
  cidade: texto(l.cidade),
  estado: texto(l.estado) as Uf,
  cep: mascararCep(texto(l.cep)),
  criadoEm: instante(l.criado_em),
});
