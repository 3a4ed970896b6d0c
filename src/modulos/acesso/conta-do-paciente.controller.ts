import { Body, Controller, Delete, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AutorAtual, IdDaRota, Rota } from '../../plataforma/http/rota.js';
import type { Autor } from '../../plataforma/seguranca/autor.js';
import { DesligarContaDoPaciente, MotivoDoDesligamento } from './casos-de-uso/desligar-conta-do-paciente.js';
import { ContaDaPessoa, ContaLigada, LigarContaAoPaciente } from './casos-de-uso/ligar-conta-ao-paciente.js';

/** Whose account a patient enters with, as the desk says after seeing a document. */
@ApiTags('Pacientes')
@Controller('pacientes')
export class ContaDoPacienteController {
  constructor(private readonly comandos: CommandBus) {}

  @Post(':id/conta')
  @Rota({
    resumo: 'Liga ao paciente a conta com que ele entra',
    descricao:
      'Confira antes um documento com foto: dali em diante, quem tem esta conta lê o que há deste paciente. A conta é a ' +
      'que a própria pessoa abriu, com o e-mail confirmado, e não é de outro paciente.',
    acesso: ['RECEPCAO'],
    alvo: 'paciente',
    auditoria: { acao: 'pacientes.conta.ligar' },
    responde: ContaLigada,
    erros: [404, 409, 422],
  })
  ligar(
    @IdDaRota('id', { exemplo: 7, de: 'paciente' }) id: number,
    @Body() dados: ContaDaPessoa,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new LigarContaAoPaciente(id, dados, autor));
  }

  @Delete(':id/conta')
  @Rota({
    resumo: 'Desliga do paciente a conta com que ele entrava',
    descricao: 'A conta continua a existir, sem registro de paciente; o motivo fica guardado.',
    acesso: ['ADMIN'],
    alvo: 'paciente',
    auditoria: { acao: 'pacientes.conta.desligar' },
    forma: 'vazio',
    erros: [404],
  })
  desligar(
    @IdDaRota('id', { exemplo: 7, de: 'paciente' }) id: number,
    @Query() dados: MotivoDoDesligamento,
    @AutorAtual() autor: Autor,
  ) {
    return this.comandos.execute(new DesligarContaDoPaciente(id, dados, autor));
  }
}
