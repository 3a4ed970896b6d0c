import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Instante } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { VinculosDeCuidado } from '../../cuidados/contrato/vinculos-de-cuidado.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import { LeituraDeMedicos } from '../../medicos/contrato/leitura-de-medicos.js';
import { DadosDoDesfecho } from '../dados-de-comando.js';
import { guardarInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDaAlta extends DadosDoDesfecho {
  @Instante({ opcional: true, descricao: 'Quando saiu; agora, se omitido.' }) em?: Date;
}

/** Closes the stay and gives the bed back, in one step whatever was left to do; the bill follows by event (RF24). */
export class ConcederAlta extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaAlta,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ConcederAlta)
export class ConcederAltaHandler implements ICommandHandler<ConcederAlta> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly medicos: LeituraDeMedicos,
    private readonly leitos: OcupacaoDeLeitos,
    private readonly vinculos: VinculosDeCuidado,
  ) {}

  execute({ id, dados, autor }: ConcederAlta): Promise<InternacaoResposta> {
    const autorId = autor.usuarioId;
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      const agora = maisTarde(this.relogio.agora(), internacao.ultimoMovimentoEm);
      const em = dados.em ?? agora;
      internacao.concederAlta(dados, { em, agora, autorId });
      if (dados.medicoId !== undefined) await this.medicos.exigirAtivo(dados.medicoId, 'medicoId');
      const { leitoId } = await this.leitos.desocupar({ internacaoId: id, em, agora, autorId });
      internacao.deixouOLeito(leitoId);
      await guardarInternacao(tx, internacao);
      await this.vinculos.atender(autor, internacao.pacienteId);
      return lerInternacao(this.leitura, id);
    });
  }
}
