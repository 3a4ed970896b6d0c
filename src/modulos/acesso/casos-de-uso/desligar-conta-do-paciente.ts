import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { Titulares } from '../../pacientes/contrato/titulares.js';
import { pacienteSemConta } from '../dominio/ligacao-da-conta.js';
import { ligarConta, travarContaDoPaciente } from '../persistencia/contas-no-banco.js';
import { anularTokens } from '../persistencia/encerrar-acessos.js';

export class MotivoDoDesligamento {
  @Texto({
    max: 300,
    exemplo: 'A conta foi ligada ao paciente errado.',
    descricao: 'Por que a conta deixa de ser a deste paciente.',
  })
  motivo!: string;
}

/** The account is this patient's no more: it goes on, and reaches no record. When and why stays written down. */
export class DesligarContaDoPaciente extends Command<void> {
  constructor(
    readonly pacienteId: number,
    readonly dados: MotivoDoDesligamento,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(DesligarContaDoPaciente)
export class DesligarContaDoPacienteHandler implements ICommandHandler<DesligarContaDoPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly titulares: Titulares,
    private readonly pacientes: PacientesDaInternacao,
  ) {}

  execute({ pacienteId, dados: { motivo }, autor }: DesligarContaDoPaciente): Promise<void> {
    return this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      // The patient first, as everybody holds them; whatever he is, out of use too.
      await this.pacientes.segurar(pacienteId);
      await this.titulares.exigir(pacienteId);
      const contaId = await travarContaDoPaciente(tx, pacienteId);
      if (contaId === null) throw pacienteSemConta(pacienteId);
      await ligarConta(tx, contaId, null, agora);
      await tx.inserir(
        'INSERT INTO contas_desligadas (paciente_id, usuario_id, motivo, em, por) VALUES (?, ?, ?, ?, ?)',
        [pacienteId, contaId, motivo, agora, autor.usuarioId],
      );
      await anularTokens(tx, contaId);
    });
  }
}
