import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PartialType } from '@nestjs/swagger';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { LeituraDeConvenios } from '../../convenios/contrato/leitura-de-convenios.js';
import { Paciente } from '../dominio/paciente.entity.js';
import { PACIENTE, REPETICOES } from '../dominio/registro-de-pacientes.js';
import { gravarAlergias } from '../persistencia/gravar-alergias.js';
import { definirPrincipal } from '../persistencia/gravar-endereco.js';
import { HojeNoHospital } from '../persistencia/hoje-no-hospital.js';
import { DadosDoPaciente } from './cadastrar-paciente.js';
import { lerPaciente, type PacienteResposta } from './obter-paciente.js';

/**
 * Absent keeps; null clears what is optional; `alergias` replaces the whole list; another `endereco` becomes
 * the main one. A new insurer drops the card of the old one.
 */
export class AlteracaoDoPaciente extends PartialType(DadosDoPaciente, { skipNullProperties: false }) {}

export class AlterarPaciente extends Command<PacienteResposta> {
  constructor(
    readonly id: number,
    readonly dados: AlteracaoDoPaciente,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarPaciente)
export class AlterarPacienteHandler implements ICommandHandler<AlterarPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly hoje: HojeNoHospital,
    private readonly convenios: LeituraDeConvenios,
  ) {}

  execute({ id, dados, autor }: AlterarPaciente): Promise<PacienteResposta> {
    const { alergias, endereco, ...mudancas } = dados;
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return lerPaciente(this.leitura, id);
      const agora = this.relogio.agora();
      const paciente = await carregarTravado(tx, Paciente, id, () => PACIENTE.inexistente(id));
      const convenioAnterior = paciente.convenioId;
      paciente.alterar(mudancas, await this.hoje.dia(agora), agora);
      if (paciente.convenioId !== null && paciente.convenioId !== convenioAnterior)
        await this.convenios.exigirAtivo(paciente.convenioId);
      await seDuplicar(REPETICOES, () => tx.gerente.save(paciente));
      if (alergias !== undefined) await gravarAlergias(tx, id, alergias ?? [], autor, agora);
      if (endereco !== undefined) await definirPrincipal(tx, id, endereco, agora);
      return lerPaciente(this.leitura, id);
    });
  }
}
