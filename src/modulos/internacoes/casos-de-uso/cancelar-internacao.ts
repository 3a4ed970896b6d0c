import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { VinculosDeCuidado } from '../../cuidados/contrato/vinculos-de-cuidado.js';
import { OcupacaoDeLeitos } from '../../leitos/contrato/ocupacao-de-leitos.js';
import type { DadosDoMotivo } from '../dados-de-comando.js';
import { guardarInternacao, travarInternacao } from '../persistencia/internacoes.repositorio.js';
import { type InternacaoResposta, lerInternacao } from './obter-internacao.js';

/** Gives up a request, or takes back an admission that was entered by mistake: it no longer counts, nor do its beds. */
export class CancelarInternacao extends Command<InternacaoResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDoMotivo,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CancelarInternacao)
export class CancelarInternacaoHandler implements ICommandHandler<CancelarInternacao> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly leitos: OcupacaoDeLeitos,
    private readonly vinculos: VinculosDeCuidado,
  ) {}

  execute({ id, dados: { motivo }, autor }: CancelarInternacao): Promise<InternacaoResposta> {
    const autorId = autor.usuarioId;
    return this.unidade.executar(async (tx) => {
      const internacao = await travarInternacao(tx, id);
      const agora = maisTarde(this.relogio.agora(), internacao.ultimoMovimentoEm);
      internacao.cancelar(motivo, { em: agora, agora, autorId });
      if (internacao.entrada !== null) {
        const { leitoId } = await this.leitos.anular({ internacaoId: id, em: agora, agora, autorId, motivo });
        if (leitoId !== null) internacao.deixouOLeito(leitoId);
      }
      await guardarInternacao(tx, internacao);
      await this.vinculos.atender(autor, internacao.pacienteId);
      return lerInternacao(this.leitura, id);
    });
  }
}
