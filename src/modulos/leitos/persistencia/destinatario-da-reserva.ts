import { Injectable } from '@nestjs/common';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { DonosDosRegistros } from '../../../plataforma/seguranca/donos-dos-registros.js';
import { LeituraDeInternacoes } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import type { Destinatario } from '../dominio/movimento.js';
import {
  solicitacaoDeOutroPaciente,
  solicitacaoEncerrada,
  solicitacaoNaoEncontrada,
} from '../dominio/recusas-de-reserva.js';

/** Finds out whom a reservation is for. */
@Injectable()
export class DestinatarioDaReserva {
  constructor(
    private readonly pacientes: PacientesDaInternacao,
    private readonly internacoes: LeituraDeInternacoes,
    private readonly donos: DonosDosRegistros,
  ) {}

  /**
   * The patient asked for, or that of the request asked for, held until the end of the transaction: before the bed,
   * as an admission does. Refuses (422) an unknown or inactive patient, and a request that does not exist
   * (`LEITO.SOLICITACAO_NAO_ENCONTRADA`), is of another patient (`LEITO.SOLICITACAO_DE_OUTRO_PACIENTE`) or is no
   * longer open (`LEITO.SOLICITACAO_ENCERRADA`). What the author does not reach is to him as if it did not exist.
   */
  async travar({ pacienteId, solicitacaoId }: Partial<Pedido>, autor: Autor): Promise<Destinatario> {
    if (solicitacaoId === undefined) {
      if (pacienteId !== undefined) await this.pacientes.travar(pacienteId, autor);
      return { pacienteId: pacienteId ?? null, solicitacaoId: null };
    }
    const pedida = await this.internacoes.solicitacao(solicitacaoId);
    if (!pedida || !(await this.donos.alcanca(autor, 'internacao', solicitacaoId)))
      throw solicitacaoNaoEncontrada(solicitacaoId);
    if (pacienteId !== undefined && pacienteId !== pedida.pacienteId)
      throw solicitacaoDeOutroPaciente(solicitacaoId);
    if (!pedida.aberta) throw solicitacaoEncerrada(solicitacaoId);
    await this.pacientes.travar(pedida.pacienteId);
    return { pacienteId: pedida.pacienteId, solicitacaoId };
  }

  /**
   * Refuses (422 `LEITO.SOLICITACAO_ENCERRADA`) a request that was closed while its reservation was being written. Once
   * it is, the key to the request makes whoever closes it wait, and then find the reservation.
   */
  async confirmar({ solicitacaoId }: Destinatario): Promise<void> {
    if (solicitacaoId !== null && !(await this.aberta(solicitacaoId)))
      throw solicitacaoEncerrada(solicitacaoId);
  }

  async aberta(solicitacaoId: number): Promise<boolean> {
    return (await this.internacoes.solicitacao(solicitacaoId))?.aberta ?? false;
  }
}

interface Pedido {
  readonly pacienteId: number;
  readonly solicitacaoId: number;
}
