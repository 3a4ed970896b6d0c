import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { RegistroDeAuditoria } from '../../../plataforma/auditoria/registro-de-auditoria.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Titulares } from '../../pacientes/contrato/titulares.js';
import { Codigo } from '../campos-de-acesso.js';
import { EmailVerificado } from '../contrato/eventos.js';
import { codigoInvalido } from '../dominio/conta-em-espera.js';
import { usarCodigo } from '../persistencia/codigos-no-banco.js';
import { confirmarConta, pacienteTemConta } from '../persistencia/contas-no-banco.js';
import { type Cadastro, cadastroDaConta, esquecerCadastros } from '../persistencia/pedidos-no-banco.js';
import { daConta } from '../persistencia/fatos-auditados.js';

export class CodigoDaVerificacao {
  @Codigo() token!: string;
}

/** The owner of a mailbox shows the code that went to it: the account is theirs to use. */
export class VerificarEmail extends Command<void> {
  constructor(readonly dados: CodigoDaVerificacao) {
    super();
  }
}

@CommandHandler(VerificarEmail)
export class VerificarEmailHandler implements ICommandHandler<VerificarEmail> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly relogio: Relogio,
    private readonly titulares: Titulares,
    private readonly auditoria: RegistroDeAuditoria,
  ) {}

  execute({ dados }: VerificarEmail): Promise<void> {
    return this.unidade.executar(async (tx) => {
      const agora = this.relogio.agora();
      const conta = await usarCodigo(tx, dados.token, 'VERIFICACAO', agora);
      if (!conta.aguarda) throw codigoInvalido();
      const cadastro = await cadastroDaConta(tx, conta.id, agora);
      const pacienteId =
        conta.pacienteId ?? (cadastro && (await this.#registroDe(tx, cadastro, conta.email)));
      await confirmarConta(tx, conta.id, pacienteId, agora);
      await esquecerCadastros(tx, conta.id);
      const { id: usuarioId, versao } = conta;
      await this.auditoria.anotar([daConta('acesso.verificar-email', usuarioId, pacienteId)]);
      tx.registrar(
        new EmailVerificado(
          { tipo: 'usuario', id: usuarioId, versao: versao + 1 },
          { usuarioId, pacienteId },
        ),
      );
    });
  }

  /** The patient whom this person surely is; null leaves it to the reception. */
  async #registroDe(tx: Transacao, cadastro: Cadastro, email: string): Promise<number | null> {
    const { cpf, dataNascimento } = cadastro;
    if (cpf === null || dataNascimento === null) return null;
    const pacienteId = await this.titulares.reconhecer({ cpf, dataNascimento, email });
    return pacienteId === null || (await pacienteTemConta(tx, pacienteId)) ? null : pacienteId;
  }
}
