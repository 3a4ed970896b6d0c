import { Injectable } from '@nestjs/common';
import { booleano, dia, inteiro, ouNulo, travar } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { type Autor, SISTEMA } from '../../../plataforma/seguranca/autor.js';
import { DonosDosRegistros } from '../../../plataforma/seguranca/donos-dos-registros.js';
import { PacientesDaInternacao } from '../contrato/pacientes-da-internacao.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';

@Injectable()
export class PacientesDaInternacaoSql extends PacientesDaInternacao {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly donos: DonosDosRegistros,
  ) {
    super();
  }

  async travar(pacienteId: number, autor: Autor = SISTEMA): Promise<{ dataNascimento: string }> {
    const tx = this.unidade.atual();
    if (!(await this.donos.alcanca(autor, 'paciente', pacienteId)))
      throw PACIENTE.desconhecido(pacienteId, 'pacienteId');
    const [linha] = await tx.consultar(
      `SELECT ativo, data_nascimento FROM pacientes WHERE id = ?${travar(tx.motor)}`,
      [pacienteId],
    );
    if (!linha) throw PACIENTE.desconhecido(pacienteId, 'pacienteId');
    if (!booleano(linha.ativo)) throw PACIENTE.inativo(pacienteId, 'pacienteId');
    return { dataNascimento: dia(linha.data_nascimento) };
  }

  async segurar(pacienteId: number): Promise<void> {
    const tx = this.unidade.atual();
    await tx.consultar(`SELECT id FROM pacientes WHERE id = ?${travar(tx.motor)}`, [pacienteId]);
  }

  async convenioDe(
    pacienteId: number,
  ): Promise<{ convenioId: number; validadeDaCarteira: string | null } | null> {
    const linha = await this.leitura.obter(
      'SELECT convenio_id, validade_carteira FROM pacientes WHERE id = ? AND convenio_id IS NOT NULL',
      [pacienteId],
    );
    return (
      linha && {
        convenioId: inteiro(linha.convenio_id),
        validadeDaCarteira: ouNulo(dia)(linha.validade_carteira),
      }
    );
  }
}
