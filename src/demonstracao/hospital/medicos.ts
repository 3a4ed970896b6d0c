import { Especialidade, EspecialidadeDoMedico } from '../../modulos/medicos/dominio/especialidade.entity.js';
import {
  HORARIOS_DE_ATENDIMENTO,
  Medico,
  RegistroDoMedico,
} from '../../modulos/medicos/dominio/medico.entity.js';
import { marcasDeAlteracao } from '../../plataforma/registros/marcas.js';
import type { Documentos } from './documentos.js';
import type { Mundo } from './mundo.js';
import { emailDe, sortearCelular, sortearNome } from './pessoas.js';
import { SETOR } from './setores.js';

/** Every installation begins with these, by the migration that made their table. */
const PROPRIAS_DO_PRODUTO = 10;

/** How many doctors each has, and in which setores they answer for patients. */
const ESPECIALIDADES: readonly {
  readonly id: number;
  readonly nome: string;
  readonly medicos: number;
  readonly setores: readonly number[];
}[] = [
  { id: 1, nome: 'Clínica Geral', medicos: 9, setores: [SETOR.CLINICA_MEDICA, SETOR.EMERGENCIA] },
  { id: 2, nome: 'Dermatologia', medicos: 1, setores: [] },
  { id: 3, nome: 'Ginecologia', medicos: 5, setores: [SETOR.MATERNIDADE] },
  { id: 4, nome: 'Ortopedia', medicos: 4, setores: [SETOR.CLINICA_CIRURGICA] },
  { id: 5, nome: 'Pediatria', medicos: 6, setores: [SETOR.PEDIATRIA] },
  { id: 6, nome: 'Psiquiatria', medicos: 3, setores: [SETOR.PSIQUIATRIA] },
  { id: 11, nome: 'Cirurgia Geral', medicos: 6, setores: [SETOR.CLINICA_CIRURGICA] },
  { id: 12, nome: 'Medicina Intensiva', medicos: 6, setores: [SETOR.UTI_ADULTO] },
  { id: 13, nome: 'Neonatologia', medicos: 4, setores: [SETOR.UTI_NEONATAL] },
  { id: 14, nome: 'Medicina de Emergência', medicos: 5, setores: [SETOR.EMERGENCIA] },
  { id: 15, nome: 'Cardiologia Clínica', medicos: 3, setores: [SETOR.CLINICA_MEDICA, SETOR.UTI_ADULTO] },
  { id: 16, nome: 'Pneumologia', medicos: 2, setores: [SETOR.CLINICA_MEDICA] },
  { id: 17, nome: 'Nefrologia', medicos: 1, setores: [SETOR.CLINICA_MEDICA] },
  { id: 18, nome: 'Infectologia', medicos: 1, setores: [SETOR.CLINICA_MEDICA] },
  { id: 19, nome: 'Urologia', medicos: 2, setores: [SETOR.CLINICA_CIRURGICA] },
  { id: 20, nome: 'Oncologia Clínica', medicos: 1, setores: [SETOR.CLINICA_MEDICA] },
  { id: 21, nome: 'Anestesiologia', medicos: 1, setores: [] },
];

/** Registrations that no council has reached: the numbers of real doctors have six digits. */
const PRIMEIRO_CRM = 9_100_001;

/** Those who have left, and how many days before the demonstration. */
const SAIRAM = new Map([
  [8, 310],
  [24, 150],
  [41, 45],
]);

/** The doctors, and who may answer for a patient where. */
export class CorpoClinico {
  readonly #porSetor = new Map<number, Medico[]>();

  constructor(
    private readonly mundo: Mundo,
    private readonly documentos: Documentos,
  ) {
    for (const { id, nome, medicos, setores } of ESPECIALIDADES) {
      if (id > PROPRIAS_DO_PRODUTO)
        mundo.acervo.guardar(
          Especialidade,
          Object.assign(Especialidade.cadastrar(nome, mundo.inauguracao), { id }),
        );
      for (let i = 0; i < medicos; i += 1) this.#contratar(id, setores);
    }
  }

  /** The one who has a login. */
  get primeiro(): Medico {
    return this.#porSetor.get(SETOR.CLINICA_MEDICA)![0]!;
  }

  /** `medicoId`, or another who works in the setor, should he have left by then. */
  aindaResponsavel(medicoId: number, setorId: number, em: Date): number {
    const medico = this.#porSetor.get(setorId)!.find(({ id }) => id === medicoId);
    const saiu = medico?.inativadoEm && medico.inativadoEm <= em;
    return saiu ? this.responsavel(setorId, em) : medicoId;
  }

  /** One who works in the setor then. */
  responsavel(setorId: number, em: Date): number {
    const medicos = this.#porSetor.get(setorId)!;
    return this.mundo.sorteio.um(
      medicos.filter(({ inativadoEm }) => inativadoEm === null || em < inativadoEm),
    ).id;
  }

  #contratar(especialidadeId: number, setores: readonly number[]): void {
    const { acervo, sorteio, inauguracao } = this.mundo;
    const id = acervo.novoId(Medico);
    const nome = sortearNome(sorteio, sorteio.chance(0.48) ? 'F' : 'M');
    const medico = Medico.cadastrar(
      {
        nome,
        cpf: this.documentos.cpf(),
        email: emailDe(nome, id, 'medico.example'),
        telefone: sortearCelular(sorteio),
        horarioAtendimento: sorteio.um(HORARIOS_DE_ATENDIMENTO),
      },
      inauguracao,
    );
    acervo.guardar(Medico, Object.assign(medico, { id }));
    acervo.incluir(EspecialidadeDoMedico, { medicoId: id, especialidadeId });
    this.#inscrever(id);
    this.#despedir(medico);
    for (const setorId of setores)
      this.#porSetor.set(setorId, [...(this.#porSetor.get(setorId) ?? []), medico]);
  }

  #inscrever(medicoId: number): void {
    const { acervo, inauguracao } = this.mundo;
    const numeroConselho = String(PRIMEIRO_CRM + medicoId * 37);
    const ufs = medicoId % 12 === 0 ? (['SP', 'MG'] as const) : (['SP'] as const);
    for (const ufConselho of ufs) {
      const inscricao = { conselho: 'CRM', numeroConselho, ufConselho } as const;
      const registro = RegistroDoMedico.inscrever(medicoId, inscricao, ufConselho === 'SP', inauguracao);
      registro.id = acervo.novoId(RegistroDoMedico);
      acervo.guardar(RegistroDoMedico, registro);
    }
  }

  #despedir(medico: Medico): void {
    const dias = SAIRAM.get(medico.id);
    if (dias === undefined) return;
    const inativadoEm = this.mundo.diasAtras(dias);
    Object.assign(medico, { ativo: false, inativadoEm, motivoInativacao: 'Deixou o corpo clínico.' });
    Object.assign(medico, marcasDeAlteracao(medico, inativadoEm));
  }
}
