import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import { contarEstadia } from '../dominio/estadia-passada.js';
import { DiaDaEntrada } from '../persistencia/dia-da-entrada.js';
import { estadiasDoPaciente, exigirSemSobreposicao } from '../persistencia/estadias-do-paciente.js';
import { gravarMovimentacoes, inserirInternacao } from '../persistencia/internacoes.repositorio.js';
import type { AltaPassada, DadosDaInternacao } from './internar-paciente.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

type DadosDaEstadia = DadosDaInternacao & { readonly alta: AltaPassada };

/**
 * A stay that is already over is told at once, anywhere in the past: nothing changes for whoever is in the beds,
 * or for the patient, who may even be in again.
 */
export class RegistrarEstadiaPassada extends Command<InternacaoResposta> {
  constructor(
    readonly dados: DadosDaEstadia,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(RegistrarEstadiaPassada)
export class RegistrarEstadiaPassadaHandler implements ICommandHandler<RegistrarEstadiaPassada> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly pacientes: PacientesDaInternacao,
    private readonly medicos: LeituraDeMedicos,
    private readonly dia: DiaDaEntrada,
    private readonly leitos: OcupacaoDeLeitos,
  ) {}

  execute({ dados, autor }: RegistrarEstadiaPassada): Promise<InternacaoResposta> {
    const { admitidaEm, alta, transferencias = [], ...resto } = dados;
    const { pacienteId, medicoId, carater = 'URGENCIA', convenioId = null, observacao = null } = resto;
    return this.unidade.executar(async (tx) => {
      const { dataNascimento } = await this.pacientes.travar(pacienteId, autor);
      await this.medicos.exigirAtivo(medicoId, 'medicoId');
      if (alta.medicoId !== undefined) await this.medicos.exigirAtivo(alta.medicoId, 'alta.medicoId');
      const ultimoLeito = transferencias.at(-1)?.leitoId ?? dados.leitoId;
      const estadias = await estadiasDoPaciente(tx, pacienteId, { leitoId: ultimoLeito });
      const [agora, autorId] = [this.relogio.agora(), autor.usuarioId];
      const { leitoId, cidEntrada } = dados;
      const inicial = { pacienteId, medicoId, convenioId, cidEntrada, carater, observacao };
      const { internacao, entrada, trechos } = contarEstadia(
        { admissao: { ...inicial, leitoId, setorId: estadias.setorId }, admitidaEm, transferencias, alta },
        { agora, autorId },
      );
      await this.dia.exigir(entrada, { dataNascimento, convenioId }, 'admitidaEm');
      exigirSemSobreposicao(estadias, { inicio: entrada, fim: alta.em });

      await inserirInternacao(tx, internacao);
      await this.leitos.registrarPassado({ internacaoId: internacao.id, trechos, agora, autorId });
      await gravarMovimentacoes(tx, internacao);
      tx.registrar(...internacao.extrairEventos());
      return lerInternacao(this.leitura, internacao.id);
    });
  }
}
