import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PartialType } from '@nestjs/swagger';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import { alcanceDe } from '../../../plataforma/seguranca/alcance.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { campoRestrito, VisaoClinica } from '../../../plataforma/seguranca/visao-clinica.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { Dia } from '../../../plataforma/tempo/calendario.js';
import { LeituraDeConvenios } from '../../convenios/contrato/leitura-de-convenios.js';
import { LeituraDeInternacoes } from '../../internacoes/contrato/leitura-de-internacoes.js';
import { exigirNascidoAte } from '../dominio/nascimento.js';
import { Paciente } from '../dominio/paciente.entity.js';
import { PACIENTE, REPETICOES } from '../dominio/registro-de-pacientes.js';
import { gravarAlergias } from '../persistencia/gravar-alergias.js';
import { definirPrincipal } from '../persistencia/gravar-endereco.js';
import { HojeNoHospital } from '../persistencia/hoje-no-hospital.js';
import { procurarRepetidos } from '../persistencia/procurar-repetidos.js';
import { DadosDoPaciente } from './cadastrar-paciente.js';
import type { PacienteComAvisos } from './listar-possiveis-duplicados.js';
import { lerPaciente } from './obter-paciente.js';

/**
 * Absent keeps; null clears what is optional; `alergias` replaces the whole list; another `endereco` becomes
 * the main one. A new insurer drops the card of the old one.
 */
@ExemploDoCorpo({ telefone: '(11) 98765-4321', alergias: ['Dipirona'] })
export class AlteracaoDoPaciente extends PartialType(DadosDoPaciente, { skipNullProperties: false }) {}

export class AlterarPaciente extends Command<PacienteComAvisos> {
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
    private readonly internacoes: LeituraDeInternacoes,
    private readonly visao: VisaoClinica,
  ) {}

  execute({ id, dados, autor }: AlterarPaciente): Promise<PacienteComAvisos> {
    const { alergias, endereco, ...mudancas } = dados;
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return { ...(await lerPaciente(this.leitura, id)), avisos: [] };
      exigirSoContato(autor, id, dados);
      const agora = this.relogio.agora();
      const paciente = await carregarTravado(tx, Paciente, id, () => PACIENTE.inexistente(id));
      await this.visao.exigir(autor, id, dados, ['alergias']);
      const convenioAnterior = paciente.convenioId;
      paciente.alterar(mudancas, await this.hoje.dia(agora), agora);
      if (mudancas.dataNascimento !== undefined)
        exigirNascidoAte(mudancas.dataNascimento, await this.#primeiroDia(id));
      if (paciente.convenioId !== null && paciente.convenioId !== convenioAnterior)
        await this.convenios.exigirAtivo(paciente.convenioId);
      await seDuplicar(REPETICOES, () => tx.gerente.save(paciente));
      if (alergias !== undefined) await gravarAlergias(tx, id, alergias ?? [], autor, agora);
      if (endereco !== undefined) await definirPrincipal(tx, id, endereco, agora);
      return {
        ...(await lerPaciente(this.leitura, id)),
        avisos:
          comparavel(dados) && !soOProprio(autor) ? await procurarRepetidos(this.leitura, paciente) : [],
      };
    });
  }

  async #primeiroDia(pacienteId: number): Promise<Dia | null> {
    const entrada = await this.internacoes.primeiraEntrada(pacienteId);
    return entrada && this.hoje.dia(entrada);
  }
}

/** Only a change of what is compared may bring a new resemblance. */
const comparavel = ({ nome, dataNascimento, nomeMae, telefone }: AlteracaoDoPaciente): boolean =>
  temMudancas({ nome, dataNascimento, nomeMae, telefone });

/** How the person is to be reached: what a patient corrects by himself. */
const DO_PROPRIO_PACIENTE: readonly string[] = ['email', 'telefone', 'nomeSocial', 'contatoEmergencia'];

/** Nobody but ADMIN corrects in his own record what others must vouch for, whatever else he may do in the hospital. */
function exigirSoContato(autor: Autor, id: number, dados: AlteracaoDoPaciente): void {
  const { proprio, papeis } = alcanceDe(autor);
  if (!proprio || papeis.includes('ADMIN') || autor.pacienteId !== id) return;
  const campo = Object.entries(dados).find(
    ([nome, valor]) => valor !== undefined && !DO_PROPRIO_PACIENTE.includes(nome),
  );
  if (campo) throw campoRestrito(campo[0], 'Para corrigir este dado, procure a recepção do hospital.');
}

/** The resemblances are of other people. */
const soOProprio = (autor: Autor): boolean => {
  const { todos, sobCuidado } = alcanceDe(autor);
  return !todos && !sobCuidado;
};
