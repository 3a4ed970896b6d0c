import { Injectable } from '@nestjs/common';
import { inteiro, instante, ouNulo } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { type InternacaoParaConta, LeituraDeInternacoes } from '../contrato/leitura-de-internacoes.js';

/** Answers the contract straight from the table. */
@Injectable()
export class LeituraDeInternacoesSql extends LeituraDeInternacoes {
  constructor(private readonly leitura: Leitura) {
    super();
  }

  override async paraConta(internacaoId: number): Promise<InternacaoParaConta | null> {
    const linha = await this.leitura.obter(
      'SELECT paciente_id, convenio_id, entrada, saida FROM internacoes WHERE id = ?',
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

  override async pacienteInternado(pacienteId: number): Promise<boolean> {
    return (
      (await this.leitura.obter('SELECT id FROM internacoes WHERE paciente_aberto_id = ?', [pacienteId])) !==
      null
    );
  }
}
