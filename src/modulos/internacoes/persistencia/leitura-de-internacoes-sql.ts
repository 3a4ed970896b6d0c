import { Injectable } from '@nestjs/common';
import { inteiro, instante, ouNulo } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import {
  type InternacaoParaConta,
  LeituraDeInternacoes,
  type SolicitacaoDeLeito,
} from '../contrato/leitura-de-internacoes.js';

/** Answers the contract straight from the table. */
@Injectable()
export class LeituraDeInternacoesSql extends LeituraDeInternacoes {
  constructor(private readonly leitura: Leitura) {
    super();
  }

  override async paraConta(internacaoId: number): Promise<InternacaoParaConta | null> {
    const linha = await this.leitura.obter(
      "SELECT paciente_id, convenio_id, entrada, saida FROM internacoes WHERE id = ? AND entrada IS NOT NULL AND status <> 'CANCELADA'",
      [internacaoId],
    );
    return (
      linha && {
        internacaoId,
        pacienteId: inteiro(linha.paciente_id),
        convenioId: ouNulo(inteiro)(linha.convenio_id),
        entrada: instante(linha.entrada),
        saida: ouNulo(instante)(linha.saida),
      }
    );
  }

  override async solicitacao(internacaoId: number): Promise<SolicitacaoDeLeito | null> {
    const linha = await this.leitura.obter(
      'SELECT paciente_id, status FROM internacoes WHERE id = ? AND solicitada_em IS NOT NULL',
      [internacaoId],
    );
    return (
      linha && {
        internacaoId,
        pacienteId: inteiro(linha.paciente_id),
        aberta: linha.status === 'SOLICITADA',
      }
    );
  }

  override async pacienteInternado(pacienteId: number): Promise<boolean> {
    const linha = await this.leitura.obter(
      "SELECT id FROM internacoes WHERE paciente_aberto_id = ? AND status <> 'SOLICITADA'",
      [pacienteId],
    );
    return linha !== null;
  }

  override async pacienteEsperaLeito(pacienteId: number): Promise<boolean> {
    const linha = await this.leitura.obter(
      "SELECT id FROM internacoes WHERE paciente_aberto_id = ? AND status = 'SOLICITADA'",
      [pacienteId],
    );
    return linha !== null;
  }

  override async primeiraEntrada(pacienteId: number): Promise<Date | null> {
    const linha = await this.leitura.obter(
      "SELECT MIN(entrada) AS primeira FROM internacoes WHERE paciente_id = ? AND status <> 'CANCELADA'",
      [pacienteId],
    );
    return ouNulo(instante)(linha?.primeira);
  }
}
