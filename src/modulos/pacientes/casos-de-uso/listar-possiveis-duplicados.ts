import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { dia, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { IdDe, Lista } from '../../../plataforma/http/campos.js';
import { SoAoAlcance } from '../../../plataforma/http/clinico.js';
import { Pagina } from '../../../plataforma/http/pagina.js';
import { Aviso, MAXIMO_DE_AVISOS } from '../../../plataforma/registros/aviso.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';
import { procurarRepetidos } from '../persistencia/procurar-repetidos.js';
import { PacienteResposta } from './obter-paciente.js';

export class AvisoDePaciente extends Aviso {
  @SoAoAlcance('paciente')
  @IdDe('um paciente', { descricao: 'O outro cadastro.' })
  pacienteId!: number;
}

/** What a registration or a change answers: the patient, and who looks like him. */
export class PacienteComAvisos extends PacienteResposta {
  @Lista(() => AvisoDePaciente, {
    max: MAXIMO_DE_AVISOS,
    descricao: `Outros cadastros em uso que podem ser da mesma pessoa, até ${MAXIMO_DE_AVISOS}.`,
  })
  avisos!: AvisoDePaciente[];
}

/** Other records in use that may be of the same person. */
export class ListarPossiveisDuplicados extends Query<Pagina<AvisoDePaciente>> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ListarPossiveisDuplicados)
export class ListarPossiveisDuplicadosHandler implements IQueryHandler<ListarPossiveisDuplicados> {
  constructor(private readonly leitura: Leitura) {}

  async execute({ id }: ListarPossiveisDuplicados): Promise<Pagina<AvisoDePaciente>> {
    const linha = await this.leitura.obter(
      'SELECT nome_busca, nome_mae_busca, data_nascimento, telefone FROM pacientes WHERE id = ?',
      [id],
    );
    if (!linha) throw PACIENTE.inexistente(id);
    const repetidos = await procurarRepetidos(this.leitura, {
      id,
      nomeBusca: texto(linha.nome_busca),
      nomeMaeBusca: ouNulo(texto)(linha.nome_mae_busca),
      dataNascimento: dia(linha.data_nascimento),
      telefone: ouNulo(texto)(linha.telefone),
    });
    return new Pagina(repetidos, MAXIMO_DE_AVISOS, null);
  }
}
