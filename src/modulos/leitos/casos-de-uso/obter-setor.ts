import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Inteiro, Texto } from '../../../plataforma/http/campos.js';
import { camposDoRegistro, RespostaDeRegistro } from '../../../plataforma/registros/resposta-de-registro.js';
import { SETOR } from '../dominio/registro-de-setores.js';

export class SetorResposta extends RespostaDeRegistro {
  @Texto({ max: 120, exemplo: 'UTI Adulto', descricao: 'Nome do setor.' }) nome!: string;
  @Inteiro({ min: -20, nulo: true, exemplo: 2, descricao: 'Em que andar fica; os subsolos são negativos.' })
  andar!: number | null;
  @Inteiro({ min: 0, nulo: true, exemplo: 10, descricao: 'Quantos leitos comporta.' }) capacidade!:
    number | null;
  @Texto({ max: 120, nulo: true, exemplo: 'Enf. Carla Nunes', descricao: 'Quem responde por ele.' })
  responsavel!: string | null;
}

export class ObterSetor extends Query<SetorResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterSetor)
export class ObterSetorHandler implements IQueryHandler<ObterSetor> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterSetor): Promise<SetorResposta> {
    return lerSetor(this.leitura, id);
  }
}

/** The setor as the API shows it; 404 when there is none. */
export async function lerSetor(leitura: Leitura, id: number): Promise<SetorResposta> {
  const linha = await leitura.obter('SELECT * FROM setores WHERE id = ?', [id]);
  if (!linha) throw SETOR.inexistente(id);
  return setorParaResposta(linha);
}

export const setorParaResposta = (s: Linha): SetorResposta => ({
  nome: texto(s.nome),
  andar: ouNulo(inteiro)(s.andar),
  capacidade: ouNulo(inteiro)(s.capacidade),
  responsavel: ouNulo(texto)(s.responsavel),
  ...camposDoRegistro(s),
});
