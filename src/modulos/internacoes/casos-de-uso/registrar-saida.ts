import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Instante } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { VinculosDeCuidado } from '../../cuidados/contrato/vinculos-de-cuidado.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import { guardarInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

export class DadosDaSaida {
  @Instante({ opcional: true, descricao: 'Quando deixou o hospital; agora, se omitido.' }) em?: Date;
}

/** The patient whom the doctor discharged leaves: the stay closes and the bed is given back (RF24). */
export class RegistrarSaida extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaSaida,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(RegistrarSaida)
export class RegistrarSaidaHandler implements ICommandHandler<RegistrarSaida> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly leitos: OcupacaoDeLeitos,
    private readonly vinculos: VinculosDeCuidado,
  ) {}

  execute({ id, dados, autor }: RegistrarSaida): Promise<InternacaoResposta> {
    const autorId = autor.usuarioId;
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      const agora = maisTarde(this.relogio.agora(), internacao.ultimoMovimentoEm);
      const em = dados.em ?? agora;
      internacao.registrarSaida({ em, agora, autorId });
      const { leitoId } = await this.leitos.desocupar({ internacaoId: id, em, agora, autorId });
      internacao.deixouOLeito(leitoId);
      await guardarInternacao(tx, internacao);
      await this.vinculos.atender(autor, internacao.pacienteId);
      return lerInternacao(this.leitura, id);
    });
  }
}
