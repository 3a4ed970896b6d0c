import { Injectable } from '@nestjs/common';
import { booleano, dia, inteiro, ouNulo, texto, travar } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { type PessoaQueSeApresenta, Titulares } from '../contrato/titulares.js';
import { PACIENTE } from '../dominio/registro-de-pacientes.js';

@Injectable()
export class TitularesSql extends Titulares {
  constructor(
    private readonly leitura: Leitura,
    private readonly unidade: UnidadeDeTrabalho,
  ) {
    super();
  }

  async exigir(pacienteId: number, campo?: string): Promise<void> {
    if (await this.leitura.obter('SELECT id FROM pacientes WHERE id = ?', [pacienteId])) return;
    throw campo === undefined ? PACIENTE.inexistente(pacienteId) : PACIENTE.desconhecido(pacienteId, campo);
  }

  async travar(pacienteId: number): Promise<void> {
    const tx = this.unidade.atual();
    const [linha] = await tx.consultar(`SELECT ativo FROM pacientes WHERE id = ?${travar(tx.motor)}`, [
      pacienteId,
    ]);
    if (!linha) throw PACIENTE.inexistente(pacienteId);
    if (!booleano(linha.ativo))
      throw conflito(
        'PACIENTE.FORA_DE_USO',
        `O cadastro do paciente ${pacienteId} está fora de uso. Reative-o, ou use o cadastro que ficou no lugar dele.`,
      );
  }

  async reconhecer({ cpf, dataNascimento, email }: PessoaQueSeApresenta): Promise<number | null> {
    const tx = this.unidade.atual();
    const [linha] = await tx.consultar(
      `SELECT id, ativo, data_nascimento, email FROM pacientes WHERE cpf = ?${travar(tx.motor)}`,
      [cpf],
    );
    const eEle =
      linha &&
      booleano(linha.ativo) &&
      dia(linha.data_nascimento) === dataNascimento &&
      ouNulo(texto)(linha.email)?.toLowerCase() === email;
    return eEle ? inteiro(linha.id) : null;
  }

  async emailDe(pacienteId: number): Promise<string | null> {
    const linha = await this.leitura.obter('SELECT email FROM pacientes WHERE id = ?', [pacienteId]);
    return ouNulo(texto)(linha?.email);
  }
}
