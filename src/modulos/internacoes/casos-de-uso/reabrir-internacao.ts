import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { ContasDasInternacoes } from '../../financeiro/contrato/contas-das-internacoes.js';
import { PoliticasDoHospital } from '../../hospital/contrato/politicas-do-hospital.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import { PacientesDaInternacao } from '../../pacientes/contrato/pacientes-da-internacao.js';
import type { DadosDoMotivo } from '../dados-de-comando.js';
import { estadiasDoPaciente, exigirSemSobreposicao } from '../persistencia/estadias-do-paciente.js';
import {
  guardarInternacao,
  noLeitoDesde,
  pacienteDaInternacao,
  travarInternacao,
} from '../persistencia/internacoes.repositorio.js';
import { internadoDeNovo, solicitacaoAberta } from '../persistencia/recusas.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

/** Undoes a discharge: the patient goes on in the same bed, and the bill is reversed, or nothing happens at all. */
export class ReabrirInternacao extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDoMotivo,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReabrirInternacao)
export class ReabrirInternacaoHandler implements ICommandHandler<ReabrirInternacao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly politicas: PoliticasDoHospital,
    private readonly pacientes: PacientesDaInternacao,
    private readonly contas: ContasDasInternacoes,
    private readonly leitos: OcupacaoDeLeitos,
  ) {}

  execute({ id, dados: { motivo }, autor }: ReabrirInternacao): Promise<InternacaoResposta> {
    const autorId = autor.usuarioId;
    return this.unidade.executar(async (tx) => {
      const pacienteId = await pacienteDaInternacao(tx, id);
      await this.pacientes.travar(pacienteId);
      const internacao = await travarInternacao(tx, id);
      const { reaberturaHoras: prazoHoras } = await this.politicas.atuais();
      const agora = maisTarde(this.relogio.agora(), internacao.saida);
      const desde = (await noLeitoDesde(tx, id)) ?? internacao.desde;
      internacao.reabrir({ motivo, prazoHoras, noLeitoDesde: desde }, { em: agora, agora, autorId });
      const outras = await estadiasDoPaciente(tx, pacienteId, { exceto: id });
      if (outras.periodos.some(({ fim }) => fim === null)) throw internadoDeNovo();
      if (outras.solicitacaoId !== null) throw solicitacaoAberta(outras.solicitacaoId);
      exigirSemSobreposicao(outras, { inicio: internacao.desde, fim: null });

      await this.contas.reabrir({ internacaoId: id, motivo, agora, autorId });
      const { leitoId } = await this.leitos.retomar({ internacaoId: id, pacienteId, agora, autorId, motivo });
      internacao.entrouNoLeito(leitoId);
      await guardarInternacao(tx, internacao);
      return lerInternacao(this.leitura, id);
    });
  }
}
