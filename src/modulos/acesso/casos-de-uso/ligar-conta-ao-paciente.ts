import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Email, IdDe } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Titulares } from '../../pacientes/contrato/titulares.js';
import { exigirLigavel, pacienteJaTemConta } from '../dominio/ligacao-da-conta.js';
import { normalizarEmail } from '../dominio/usuario.entity.js';
import { ligarConta, pacienteTemConta, travarContaALigar } from '../persistencia/contas-no-banco.js';
import { anularTokens } from '../persistencia/encerrar-acessos.js';

export class ContaDaPessoa {
  @Email({ exemplo: 'maria@exemplo.com.br', descricao: 'O e-mail com que a pessoa entra na conta dela.' })
  email!: string;
}

/** Only what was asked for: who works at the desk sees no account. */
export class ContaLigada {
  @IdDe('paciente') pacienteId!: number;
  @Email({ exemplo: 'maria@exemplo.com.br', descricao: 'Com que a pessoa entra.' }) email!: string;
}

/** Somebody at the desk saw a document: the account of this e-mail is this patient's. */
export class LigarContaAoPaciente extends Command<ContaLigada> {
  constructor(
    readonly pacienteId: number,
    readonly dados: ContaDaPessoa,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(LigarContaAoPaciente)
export class LigarContaAoPacienteHandler implements ICommandHandler<LigarContaAoPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly titulares: Titulares,
  ) {}

  execute({ pacienteId, dados, autor }: LigarContaAoPaciente): Promise<ContaLigada> {
    const email = normalizarEmail(dados.email);
    return this.unidade.executar(async (tx) => {
      // The patient first, as everybody holds them.
      await this.titulares.travar(pacienteId);
      if (await pacienteTemConta(tx, pacienteId)) throw pacienteJaTemConta(pacienteId);
      const conta = await travarContaALigar(tx, email);
      exigirLigavel(conta, autor.usuarioId);
      await seDuplicar({ uq_usuarios_paciente: () => pacienteJaTemConta(pacienteId) }, () =>
        ligarConta(tx, conta.id, pacienteId, this.relogio.agora()),
      );
      await anularTokens(tx, conta.id);
      return { pacienteId, email };
    });
  }
}
