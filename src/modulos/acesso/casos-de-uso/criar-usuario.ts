import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Ambiente } from '../../../config/ambiente.js';
import { Email, IdDe, ListaDeIds, Texto } from '../../../plataforma/http/campos.js';
import type { Autor, Papel } from '../../../plataforma/seguranca/autor.js';
import { Senhas } from '../../../plataforma/seguranca/senhas.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { REPETICOES } from '../dominio/registro-de-usuarios.js';
import { exigirSenhaBoa, MENOR_SENHA } from '../dominio/senha-boa.js';
import { PapelDoUsuario, Usuario } from '../dominio/usuario.entity.js';
import { ListaDePapeis, Senha } from '../campos-de-acesso.js';
import { gravarSetores } from '../persistencia/gravar-setores.js';
import { exigirUsuario, type UsuarioResposta } from '../persistencia/ler-usuario.js';

export class DadosDeUsuario {
  @Texto({ max: 150, exemplo: 'Ana Souza', descricao: 'Nome da pessoa.' }) nome!: string;
  @Email({
    exemplo: 'ana.souza@hospital.local',
    descricao: 'Identifica a pessoa ao entrar; maiúsculas não contam.',
  })
  email!: string;
  @Senha({
    min: MENOR_SENHA,
    exemplo: 'uma frase que só eu sei',
    descricao:
      'A primeira senha, que só a pessoa deve saber: de 8 a 128 caracteres, fora das mais usadas, sem o nome da pessoa.',
  })
  senha!: string;
  @ListaDePapeis() papeis!: Papel[];
  @IdDe('paciente', { opcional: true, nulo: true, descricao: 'Paciente que esta pessoa é.' }) pacienteId?:
    number | null;
  @IdDe('profissional', { opcional: true, nulo: true, descricao: 'Profissional que esta pessoa é.' })
  medicoId?: number | null;
  @ListaDeIds('setores', {
    opcional: true,
    exemplo: [],
    descricao:
      'Setores em que a pessoa trabalha, todos: quem está internado neles está sob o cuidado dela. ENFERMAGEM sem setores cuida da casa inteira.',
  })
  setorIds?: number[];
}

/** Gives somebody an account. */
export class CriarUsuario extends Command<UsuarioResposta> {
  constructor(
    readonly dados: DadosDeUsuario,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CriarUsuario)
export class CriarUsuarioHandler implements ICommandHandler<CriarUsuario> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly senhas: Senhas,
    private readonly relogio: Relogio,
    private readonly pacientes: PacientesDaInternacao,
    private readonly medicos: LeituraDeMedicos,
    private readonly ambiente: Ambiente,
  ) {}

  async execute({ dados }: CriarUsuario): Promise<UsuarioResposta> {
    exigirSenhaBoa(dados.senha, { ...dados, hospital: this.ambiente.correio.nomeDoRemetente });
    // Slow on purpose, so never inside the transaction.
    const senhaHash = await this.senhas.gerar(dados.senha);
    return this.unidade.executar(async (tx) => {
      if (typeof dados.pacienteId === 'number') await this.pacientes.travar(dados.pacienteId);
      if (typeof dados.medicoId === 'number') await this.medicos.exigirAtivo(dados.medicoId, 'medicoId');
      const id = await seDuplicar(REPETICOES, () =>
        guardarUsuario(
          tx,
          Usuario.novo({ ...dados, senhaHash, senhaProvisoria: true }, this.relogio.agora()),
          dados.papeis,
        ),
      );
      if (dados.setorIds?.length) await gravarSetores(tx, id, dados.setorIds);
      return exigirUsuario(this.leitura, id);
    });
  }
}

/** Stores a new user with its roles and answers its id. */
export async function guardarUsuario(
  tx: Transacao,
  usuario: Usuario,
  papeis: readonly Papel[],
): Promise<number> {
  const { id } = await tx.gerente.save(usuario);
  await tx.gerente.save(papeis.map((papel) => PapelDoUsuario.de(id, papel)));
  return id;
}
