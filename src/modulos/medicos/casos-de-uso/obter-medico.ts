import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { booleano, inteiro, type Linha, ouNulo, texto } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import {
  campo,
  IdDe,
  Inteiro,
  Lista,
  ListaDeIds,
  Logico,
  Opcao,
  Texto,
} from '../../../plataforma/http/campos.js';
import { type Conselho, CONSELHOS, type Uf, UFS } from '../../../plataforma/identificadores/conselho.js';
import { Aviso, MAXIMO_DE_AVISOS } from '../../../plataforma/registros/aviso.js';
import { itensDe } from '../../../plataforma/registros/itens.js';
import { camposDoRegistro, RespostaDeRegistro } from '../../../plataforma/registros/resposta-de-registro.js';
import { mascararCpf } from '../../../plataforma/identificadores/cpf.js';
import { HORARIOS_DE_ATENDIMENTO, type HorarioDeAtendimento } from '../dominio/medico.entity.js';
import { MEDICO } from '../dominio/registros-de-medicos.js';

export class InscricaoResposta {
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Identificador da inscrição.' }) id!: number;
  @Opcao(CONSELHOS, { descricao: 'Conselho profissional.' }) conselho!: Conselho;
  @Texto({ max: 20, exemplo: '123456', descricao: 'Número da inscrição.' }) numeroConselho!: string;
  @Opcao(UFS, { exemplo: 'SP', descricao: 'UF da inscrição.' }) ufConselho!: Uf;
  @Logico({ exemplo: true, descricao: 'Se é a inscrição principal.' }) principal!: boolean;
}

export class EspecialidadeDoMedicoResposta {
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Identificador da especialidade.' }) id!: number;
  @Texto({ max: 80, exemplo: 'Clínica Geral', descricao: 'Nome da especialidade.' }) nome!: string;
}

export class MedicoResposta extends RespostaDeRegistro {
  @Texto({ max: 120, exemplo: 'Ana Beatriz Moreira', descricao: 'Nome do profissional.' }) nome!: string;
  @Opcao(CONSELHOS, { descricao: 'Conselho da inscrição principal.' }) conselho!: Conselho;
  @Texto({ max: 20, exemplo: '123456', descricao: 'Número da inscrição principal.' }) numeroConselho!: string;
  @Opcao(UFS, { exemplo: 'SP', descricao: 'UF da inscrição principal.' }) ufConselho!: Uf;
  @Lista(() => InscricaoResposta, { descricao: 'Todas as inscrições, a principal primeiro.' })
  registros!: InscricaoResposta[];
  @Texto({ max: 14, nulo: true, exemplo: '529.982.247-25', descricao: 'CPF.' }) cpf!: string | null;
  @campo(
    { nulo: true, exemplo: 'ana@hospital.local', descricao: 'Endereço de e-mail.' },
    { type: String, format: 'email' },
  )
  email!: string | null;
  @Texto({ max: 16, nulo: true, exemplo: '+5511987654321', descricao: 'Telefone em E.164.' }) telefone!:
    string | null;
  @Opcao(HORARIOS_DE_ATENDIMENTO, { nulo: true, descricao: 'Quando atende.' })
  horarioAtendimento!: HorarioDeAtendimento | null;
  @Texto({ max: 4000, nulo: true, exemplo: null, descricao: 'Apresentação, para os pacientes.' }) biografia!:
    string | null;
  @ListaDeIds('especialidades', { descricao: 'Identificadores das especialidades.' })
  especialidadeIds!: number[];
  @Lista(() => EspecialidadeDoMedicoResposta, { descricao: 'As especialidades.' })
  especialidades!: EspecialidadeDoMedicoResposta[];
}

export class AvisoDeMedico extends Aviso {
  @IdDe('um médico', { descricao: 'O outro cadastro.' }) medicoId!: number;
}

/** What a registration or a change answers: the professional, and who has the same name. */
export class MedicoComAvisos extends MedicoResposta {
  @Lista(() => AvisoDeMedico, {
    max: MAXIMO_DE_AVISOS,
    descricao: `Outros médicos em uso com o mesmo nome, até ${MAXIMO_DE_AVISOS}.`,
  })
  avisos!: AvisoDeMedico[];
}

export class ObterMedico extends Query<MedicoResposta> {
  constructor(readonly id: number) {
    super();
  }
}

@QueryHandler(ObterMedico)
export class ObterMedicoHandler implements IQueryHandler<ObterMedico> {
  constructor(private readonly leitura: Leitura) {}

  execute({ id }: ObterMedico): Promise<MedicoResposta> {
    return lerMedico(this.leitura, id);
  }
}

/** The professional as the API shows him; 404 when there is none. */
export async function lerMedico(leitura: Leitura, id: number): Promise<MedicoResposta> {
  const [medico] = await montarMedicos(
    leitura,
    await leitura.consultar('SELECT * FROM medicos WHERE id = ?', [id]),
  );
  if (!medico) throw MEDICO.inexistente(id);
  return medico;
}

/** Rows of `medicos` with their registrations and specialties. */
export async function montarMedicos(leitura: Leitura, linhas: readonly Linha[]): Promise<MedicoResposta[]> {
  const ids = linhas.map((l) => inteiro(l.id));
  const registros = await itensDe(leitura, ids, sqlDosRegistros, inscricao);
  const especialidades = await itensDe(leitura, ids, sqlDasEspecialidades, (l) => ({
    id: inteiro(l.id),
    nome: texto(l.nome),
  }));
  return linhas.map((l) => {
    const id = inteiro(l.id);
    const [principal] = registros(id);
    if (!principal?.principal) throw new Error(`Professional ${id} has no main registration.`);
    return {
      nome: texto(l.nome),
      conselho: principal.conselho,
      numeroConselho: principal.numeroConselho,
      ufConselho: principal.ufConselho,
      registros: registros(id),
      cpf: ouNulo((cpf) => mascararCpf(texto(cpf)))(l.cpf),
      email: ouNulo(texto)(l.email),
      telefone: ouNulo(texto)(l.telefone),
      horarioAtendimento: ouNulo(texto)(l.horario_atendimento) as HorarioDeAtendimento | null,
      biografia: ouNulo(texto)(l.biografia),
      especialidadeIds: especialidades(id).map((e) => e.id),
      especialidades: especialidades(id),
      ...camposDoRegistro(l),
    };
  });
}

const inscricao = (l: Linha): InscricaoResposta => ({
  id: inteiro(l.id),
  conselho: texto(l.conselho) as Conselho,
  numeroConselho: texto(l.numero),
  ufConselho: texto(l.uf) as Uf,
  principal: booleano(l.principal),
});

const sqlDosRegistros = (lugares: string): string =>
  `SELECT id, medico_id AS dono, conselho, numero, uf, CASE WHEN medico_principal_id IS NULL THEN 0 ELSE 1 END AS principal
     FROM medicos_registros WHERE medico_id IN (${lugares}) ORDER BY principal DESC, id`;

const sqlDasEspecialidades = (lugares: string): string =>
  `SELECT e.id, e.nome, m.medico_id AS dono
     FROM medicos_especialidades m JOIN especialidades e ON e.id = m.especialidade_id
    WHERE m.medico_id IN (${lugares}) ORDER BY e.nome_busca`;
