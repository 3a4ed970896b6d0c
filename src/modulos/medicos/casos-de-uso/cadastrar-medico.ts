import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Email, ListaDeIds, Opcao, Texto } from '../../../plataforma/http/campos.js';
import {
  Cpf,
  NumeroConselho,
  SiglaDoConselho,
  Telefone,
  Uf,
} from '../../../plataforma/identificadores/campos.js';
import type { Conselho, Uf as SiglaDaUf } from '../../../plataforma/identificadores/conselho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { Inscricao } from '../dominio/inscricao.js';
import {
  type CadastroDeMedico,
  HORARIOS_DE_ATENDIMENTO,
  type HorarioDeAtendimento,
  Medico,
  RegistroDoMedico,
} from '../dominio/medico.entity.js';
import { REPETICOES } from '../dominio/registros-de-medicos.js';
import { gravarEspecialidades } from '../persistencia/gravar-especialidades.js';
import { procurarHomonimos } from '../persistencia/procurar-homonimos.js';
import { lerMedico, type MedicoComAvisos } from './obter-medico.js';

export class DadosDoMedico implements CadastroDeMedico, Inscricao {
  @Texto({ max: 120, exemplo: 'Ana Beatriz Moreira', descricao: 'Nome do profissional.' }) nome!: string;
  @SiglaDoConselho() conselho!: Conselho;
  @NumeroConselho() numeroConselho!: string;
  @Uf({ descricao: 'UF da inscrição.' }) ufConselho!: SiglaDaUf;
  @Cpf({ opcional: true, nulo: true }) cpf?: string | null;
  @Email({ opcional: true, nulo: true, exemplo: 'ana@hospital.local', descricao: 'Endereço de e-mail.' })
  email?: string | null;
  @Telefone({ opcional: true, nulo: true }) telefone?: string | null;
  @ListaDeIds('especialidades', { opcional: true, nulo: true, max: 50, descricao: 'Especialidades, todas.' })
  especialidadeIds?: number[] | null;

  @Opcao(HORARIOS_DE_ATENDIMENTO, {
    opcional: true,
    nulo: true,
    descricao: 'Manhã 08–12, tarde 13–18, noite 18–22, integral 08–22, ou plantão.',
  })
  horarioAtendimento?: HorarioDeAtendimento | null;

  @Texto({
    max: 4000,
    opcional: true,
    nulo: true,
    exemplo: 'Clínica médica e terapia intensiva.',
    descricao: 'Apresentação, para os pacientes.',
  })
  biografia?: string | null;
}

export class CadastrarMedico extends Command<MedicoComAvisos> {
  constructor(
    readonly dados: DadosDoMedico,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CadastrarMedico)
export class CadastrarMedicoHandler implements ICommandHandler<CadastrarMedico> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ dados }: CadastrarMedico): Promise<MedicoComAvisos> {
    const { especialidadeIds, conselho, numeroConselho, ufConselho, ...cadastro } = dados;
    return this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      const medico = Medico.cadastrar(cadastro, agora);
      await seDuplicar(REPETICOES, async () => {
        await tx.gerente.save(medico);
        await tx.gerente.save(
          RegistroDoMedico.inscrever(medico.id, { conselho, numeroConselho, ufConselho }, true, agora),
        );
      });
      await gravarEspecialidades(tx, medico.id, especialidadeIds ?? []);
      return {
        ...(await lerMedico(this.leitura, medico.id)),
        avisos: await procurarHomonimos(this.leitura, medico),
      };
    });
  }
}
