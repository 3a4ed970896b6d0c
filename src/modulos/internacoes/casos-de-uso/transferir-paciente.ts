import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { IdDe, Instante, Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { VinculosDeCuidado } from '../../cuidados/contrato/vinculos-de-cuidado.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import {
  guardarInternacao,
  setorDoLeito,
  travarInternacao,
} from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDaTransferencia {
  @IdDe('leito de destino', { exemplo: 2 }) leitoId!: number;
  @Texto({
    max: 500,
    exemplo: 'Precisa ficar perto do posto de enfermagem.',
    descricao: 'Por que muda de leito.',
  })
  motivo!: string;
  @Instante({ opcional: true, descricao: 'Quando mudou; agora, se omitido.' }) em?: Date;
}

/** The patient leaves one bed and enters another, at one instant. */
export class TransferirPaciente extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaTransferencia,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(TransferirPaciente)
export class TransferirPacienteHandler implements ICommandHandler<TransferirPaciente> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly leitos: OcupacaoDeLeitos,
    private readonly vinculos: VinculosDeCuidado,
  ) {}

  execute({ id, dados, autor }: TransferirPaciente): Promise<InternacaoResposta> {
    const { leitoId, motivo } = dados;
    const autorId = autor.usuarioId;
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      const livreDesde = await this.leitos.travar(leitoId, id);
      const agora = maisTarde(this.relogio.agora(), livreDesde, internacao.ultimoMovimentoEm);
      const em = dados.em ?? agora;
      internacao.transferir(leitoId, motivo, { em, agora, autorId });
      const { pacienteId } = internacao;
      const { deLeitoId } = await this.leitos.transferir({
        leitoId,
        internacaoId: id,
        pacienteId,
        em,
        agora,
        autorId,
        motivo,
      });
      internacao.mudouDeLeito(deLeitoId, await setorDoLeito(tx, leitoId));
      await guardarInternacao(tx, internacao);
      await this.vinculos.atender(autor, pacienteId);
      return lerInternacao(this.leitura, id);
    });
  }
}
