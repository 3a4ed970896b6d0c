import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Dia, Email, IdDe, Objeto, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { Cns, Cpf, Telefone } from '../../../plataforma/identificadores/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeConvenios } from '../../convenios/contrato/leitura-de-convenios.js';
import { VinculosDeCuidado } from '../../cuidados/contrato/vinculos-de-cuidado.js';
import { ContatoDeEmergencia, DadosDoEndereco, ListaDeTextos } from '../campos-do-paciente.js';
import { SEXOS, type Sexo } from '../contrato/sexo.js';
import { type CadastroDePaciente, Paciente } from '../dominio/paciente.entity.js';
import { REPETICOES } from '../dominio/registro-de-pacientes.js';
import { gravarAlergias } from '../persistencia/gravar-alergias.js';
import { acrescentarEndereco } from '../persistencia/gravar-endereco.js';
import { HojeNoHospital } from '../persistencia/hoje-no-hospital.js';
import { procurarRepetidos } from '../persistencia/procurar-repetidos.js';
import type { PacienteComAvisos } from './listar-possiveis-duplicados.js';
import { lerPaciente } from './obter-paciente.js';

export class DadosDoPaciente implements CadastroDePaciente {
  @Texto({ max: 150, exemplo: 'Maria da Silva Pereira', descricao: 'Nome civil.' }) nome!: string;
  @Dia({ exemplo: '1980-02-29', descricao: 'Data de nascimento: até hoje, e até 130 anos.' })
  dataNascimento!: string;
  @Opcao(SEXOS, { exemplo: 'F', descricao: 'Sexo.' }) sexo!: Sexo;
  @Cpf({
    opcional: true,
    nulo: true,
    descricao: 'CPF; pode faltar ao recém-nascido, ao estrangeiro e a quem não foi identificado.',
  })
  cpf?: string | null;
  @Cns({ opcional: true, nulo: true }) cns?: string | null;
  @Email({ opcional: true, nulo: true, exemplo: 'maria@exemplo.com.br', descricao: 'Endereço de e-mail.' })
  email?: string | null;
  @Telefone({ opcional: true, nulo: true }) telefone?: string | null;
  @Texto({
    max: 150,
    opcional: true,
    nulo: true,
    exemplo: 'Joana da Silva',
    descricao: 'Nome da mãe; "ignorada" é aceito.',
  })
  nomeMae?: string | null;
  @Texto({
    max: 150,
    opcional: true,
    nulo: true,
    exemplo: null,
    descricao: 'Como a pessoa quer ser chamada.',
  })
  nomeSocial?: string | null;
  @ListaDeTextos({
    max: 50,
    tamanho: 120,
    opcional: true,
    nulo: true,
    exemplo: ['Dipirona'],
    descricao: 'Alergias conhecidas, todas.',
  })
  alergias?: string[] | null;
  @Objeto(() => ContatoDeEmergencia, {
    opcional: true,
    nulo: true,
    descricao: 'Quem avisar, se algo acontecer.',
  })
  contatoEmergencia?: ContatoDeEmergencia | null;
  @IdDe('um convênio', { opcional: true, nulo: true, exemplo: null }) convenioId?: number | null;
  @Texto({ max: 40, opcional: true, nulo: true, exemplo: null, descricao: 'Número da carteira do convênio.' })
  numeroCarteira?: string | null;
  @Dia({ opcional: true, nulo: true, exemplo: null, descricao: 'Último dia de validade da carteira.' })
  validadeCarteira?: string | null;
  @Objeto(() => DadosDoEndereco, { opcional: true, nulo: true, descricao: 'Endereço atual.' })
  endereco?: DadosDoEndereco | null;
}

/** Registers a patient. Who looks like him is a warning, never a refusal. */
export class CadastrarPaciente extends Command<PacienteComAvisos> {
  constructor(
    readonly dados: DadosDoPaciente,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CadastrarPaciente)
export class CadastrarPacienteHandler implements ICommandHandler<CadastrarPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly hoje: HojeNoHospital,
    private readonly convenios: LeituraDeConvenios,
    private readonly vinculos: VinculosDeCuidado,
  ) {}

  execute({ dados, autor }: CadastrarPaciente): Promise<PacienteComAvisos> {
    const { alergias, endereco, ...cadastro } = dados;
    return this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      const paciente = Paciente.cadastrar(cadastro, await this.hoje.dia(agora), agora);
      if (paciente.convenioId !== null) await this.convenios.exigirAtivo(paciente.convenioId);
      await seDuplicar(REPETICOES, () => tx.gerente.save(paciente));
      await gravarAlergias(tx, paciente.id, alergias ?? [], autor, agora);
      if (endereco) await acrescentarEndereco(tx, paciente.id, endereco, true, agora);
      await this.vinculos.atender(autor, paciente.id);
      return {
        ...(await lerPaciente(this.leitura, paciente.id)),
        avisos: await procurarRepetidos(this.leitura, paciente),
      };
    });
  }
}
