import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Linha, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Texto } from '../../../plataforma/http/campos.js';
import { camposDoRegistro, RespostaDeRegistro } from '../../../plataforma/registros/resposta-de-registro.js';
import { ESPECIALIDADE } from '../dominio/registros-de-medicos.js';

export class EspecialidadeResposta extends RespostaDeRegistro {
  @Texto({ max: 80, exemplo: 'Clínica Geral', descricao: 'Nome da especialidade.' }) nome!: string;
}

export class ObterEspecialidade extends Query<EspecialidadeResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterEspecialidade)
export class ObterEspecialidadeHandler implements IQueryHandler<ObterEspecialidade> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterEspecialidade): Promise<EspecialidadeResposta> {
    return lerEspecialidade(this.leitura, id);
  }
}

/** The specialty as the API shows it; 404 when there is none. */
export async function lerEspecialidade(leitura: Leitura, id: number): Promise<EspecialidadeResposta> {
  const linha = await leitura.obter('SELECT * FROM especialidades WHERE id = ?', [id]);
  if (!linha) throw ESPECIALIDADE.inexistente(id);
  return especialidadeDaLinha(linha);
}

export const especialidadeDaLinha = (l: Linha): EspecialidadeResposta => ({
  nome: texto(l.nome),
  ...camposDoRegistro(l),
});
