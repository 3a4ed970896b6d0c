import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { dia, inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { campo, Dia, Inteiro, Objeto, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { CamposClinicosDe, Clinico } from '../../../plataforma/http/clinico.js';
import { itensDe } from '../../../plataforma/registros/itens.js';
import { camposDoRegistro, RespostaDeRegistro } from '../../../plataforma/registros/resposta-de-registro.js';
import { mascararCns } from '../../../plataforma/identificadores/cns.js';
import { mascararCpf } from '../../../plataforma/identificadores/cpf.js';
import { ListaDeTextos } from '../campos-do-paciente.js';
import { SEXOS, type Sexo } from '../contrato/sexo.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';
import { enderecoDaLinha, EnderecoResposta } from './obter-endereco.js';

export class ContatoDeEmergenciaResposta {
  @Texto({ max: 150, exemplo: 'João Pereira', descricao: 'Nome de quem avisar.' }) nome!: string;
  @Texto({ max: 16, exemplo: '+5511987654321', descricao: 'Telefone em E.164.' }) telefone!: string;
}

@CamposClinicosDe({ tipo: 'paciente', id: 'id', paciente: 'id' })
export class PacienteResposta extends RespostaDeRegistro {
  @Texto({ max: 150, exemplo: 'Maria da Silva Pereira', descricao: 'Nome civil.' }) nome!: string;
  @Texto({ max: 150, nulo: true, exemplo: null, descricao: 'Como a pessoa quer ser chamada.' }) nomeSocial!:
    string | null;
  @Texto({ max: 14, nulo: true, exemplo: '529.982.247-25', descricao: 'CPF.' }) cpf!: string | null;
  @Texto({
    max: 18,
    nulo: true,
    exemplo: '700 0000 0000 0005',
    descricao: 'Cartão Nacional de Saúde.',
  })
  cns!: string | null;
  @Dia({ exemplo: '1980-02-29', descricao: 'Data de nascimento.' }) dataNascimento!: string;
  @Opcao(SEXOS, { exemplo: 'F', descricao: 'Sexo.' }) sexo!: Sexo;
  @campo(
    { nulo: true, exemplo: 'maria@exemplo.com.br', descricao: 'Endereço de e-mail.' },
    { type: String, format: 'email' },
  )
  email!: string | null;
  @Texto({ max: 16, nulo: true, exemplo: '+5511987654321', descricao: 'Telefone em E.164.' }) telefone!:
    string | null;
  @Texto({ max: 150, nulo: true, exemplo: 'Joana da Silva', descricao: 'Nome da mãe.' }) nomeMae!:
    string | null;
  @Clinico()
  @ListaDeTextos({ max: 50, tamanho: 120, exemplo: ['Dipirona'], descricao: 'Alergias conhecidas.' })
  alergias!: string[];
  @Objeto(() => ContatoDeEmergenciaResposta, { nulo: true, descricao: 'Quem avisar, se algo acontecer.' })
  contatoEmergencia!: ContatoDeEmergenciaResposta | null;
  @Inteiro({ min: 1, nulo: true, exemplo: 1, descricao: 'Convênio; nulo para particular.' }) convenioId!:
    number | null;
  @Texto({ max: 40, nulo: true, exemplo: '0012345', descricao: 'Número da carteira do convênio.' })
  numeroCarteira!: string | null;
  @Dia({ nulo: true, exemplo: null, descricao: 'Último dia de validade da carteira.' }) validadeCarteira!:
    string | null;
  @Objeto(() => EnderecoResposta, { nulo: true, descricao: 'Endereço atual.' })
  endereco!: EnderecoResposta | null;
}

export class ObterPaciente extends Query<PacienteResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterPaciente)
export class ObterPacienteHandler implements IQueryHandler<ObterPaciente> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterPaciente): Promise<PacienteResposta> {
    return lerPaciente(this.leitura, id);
  }
}

/** The patient as the API shows him; 404 when there is none. */
export async function lerPaciente(leitura: Leitura, id: number): Promise<PacienteResposta> {
  const [paciente] = await montarPacientes(
    leitura,
    await leitura.consultar('SELECT * FROM pacientes WHERE id = ?', [id]),
  );
  if (!paciente) throw PACIENTE.inexistente(id);
  return paciente;
}

/** Rows of `pacientes` with their allergies and main address. */
export async function montarPacientes(
  leitura: Leitura,
  linhas: readonly Linha[],
): Promise<PacienteResposta[]> {
  const ids = linhas.map((l) => inteiro(l.id));
  const alergias = await itensDe(leitura, ids, sqlDasAlergias, (l) => texto(l.descricao));
  const enderecos = await itensDe(leitura, ids, sqlDosEnderecos, enderecoDaLinha);
  return linhas.map((l) => {
    const id = inteiro(l.id);
    const [contatoNome, contatoTelefone] = [ouNulo(texto)(l.contato_nome), ouNulo(texto)(l.contato_telefone)];
    return {
      nome: texto(l.nome),
      nomeSocial: ouNulo(texto)(l.nome_social),
      cpf: ouNulo((cpf) => mascararCpf(texto(cpf)))(l.cpf),
      cns: ouNulo((cns) => mascararCns(texto(cns)))(l.cns),
      dataNascimento: dia(l.data_nascimento),
      sexo: texto(l.sexo) as Sexo,
      email: ouNulo(texto)(l.email),
      telefone: ouNulo(texto)(l.telefone),
      nomeMae: ouNulo(texto)(l.nome_mae),
      alergias: alergias(id),
      contatoEmergencia:
        contatoNome === null || contatoTelefone === null
          ? null
          : { nome: contatoNome, telefone: contatoTelefone },
      convenioId: ouNulo(inteiro)(l.convenio_id),
      numeroCarteira: ouNulo(texto)(l.numero_carteira),
      validadeCarteira: ouNulo(dia)(l.validade_carteira),
      endereco: enderecos(id)[0] ?? null,
      ...camposDoRegistro(l),
    };
  });
}

const sqlDasAlergias = (lugares: string): string =>
  `SELECT paciente_id AS dono, descricao FROM pacientes_alergias
    WHERE paciente_id IN (${lugares}) AND descricao_ativa IS NOT NULL ORDER BY id`;

const sqlDosEnderecos = (lugares: string): string =>
  `SELECT e.*, e.paciente_id AS dono FROM enderecos e WHERE e.paciente_principal_id IN (${lugares})`;
