import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { mascararCep } from '../../../plataforma/identificadores/cep.js';
import { type Uf, UFS } from '../../../plataforma/identificadores/conselho.js';
import { camposDoRegistro, RespostaDeRegistro } from '../../../plataforma/registros/resposta-de-registro.js';
import { ENDERECO } from '../dominio/registro-de-pacientes.js';

export class EnderecoResposta extends RespostaDeRegistro {
  @Logico({ exemplo: true, descricao: 'Se é o endereço principal do paciente.' }) principal!: boolean;
  @Texto({ max: 150, exemplo: 'Avenida Paulista', descricao: 'Rua, avenida, praça…' }) logradouro!: string;
  @Texto({ max: 20, exemplo: '1000', descricao: 'Número, ou S/N.' }) numero!: string;
  @Texto({ max: 100, nulo: true, exemplo: 'Apto 12', descricao: 'Apartamento, bloco, fundos…' })
  complemento!: string | null;
  @Texto({ max: 100, exemplo: 'Bela Vista', descricao: 'Bairro.' }) bairro!: string;
  @Texto({ max: 100, exemplo: 'São Paulo', descricao: 'Cidade.' }) cidade!: string;
  @Opcao(UFS, { exemplo: 'SP', descricao: 'Unidade da federação.' }) estado!: Uf;
  @Texto({ max: 9, exemplo: '01310-100', descricao: 'CEP.' }) cep!: string;
}

export class ObterEndereco extends Query<EnderecoResposta> {
  constructor(
    readonly pacienteId: number,
    readonly id: number,
  ) {
    super();
  }
}

@QueryHandler(ObterEndereco)
export class ObterEnderecoHandler implements IQueryHandler<ObterEndereco> {
  constructor(private readonly leitura: Leitura) {}

  execute({ pacienteId, id }: ObterEndereco): Promise<EnderecoResposta> {
    return lerEndereco(this.leitura, pacienteId, id);
  }
}

/** The address as the API shows it; 404 when this patient has no such address. */
export async function lerEndereco(
  leitura: Leitura,
  pacienteId: number,
  id: number,
): Promise<EnderecoResposta> {
  const linha = await leitura.obter('SELECT * FROM enderecos WHERE id = ? AND paciente_id = ?', [
    id,
    pacienteId,
  ]);
  if (!linha) throw ENDERECO.inexistente(id);
  return enderecoDaLinha(linha);
}

export const enderecoDaLinha = (l: Linha): EnderecoResposta => ({
  principal: l.paciente_principal_id !== null,
  logradouro: texto(l.logradouro),
  numero: texto(l.numero),
  complemento: ouNulo(texto)(l.complemento),
  bairro: texto(l.bairro),
  cidade: texto(l.cidade),
  estado: texto(l.estado) as Uf,
  cep: mascararCep(texto(l.cep)),
  ...camposDoRegistro(l),
});
