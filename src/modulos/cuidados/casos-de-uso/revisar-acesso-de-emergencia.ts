import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito, ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { Opcao, Texto } from '../../../plataforma/http/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { PARECERES, type Parecer } from '../dominio/origens.js';
import {
  type AcessoDeEmergenciaResposta,
  lerAcesso,
  travarAcesso,
} from '../persistencia/acessos-de-emergencia.js';

export class DadosDaRevisao {
  @Opcao(PARECERES, { descricao: 'Se havia mesmo uma emergência.' }) parecer!: Parecer;
  @Texto({ max: 500, opcional: true, exemplo: 'Conferido com o plantão.', descricao: 'O que convém anotar.' })
  observacao?: string;
}

/** Somebody else judges, once, whether there was an emergency. */
export class RevisarAcessoDeEmergencia extends Command<AcessoDeEmergenciaResposta> {
  constructor(
    readonly id: number,
    readonly dados: DadosDaRevisao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(RevisarAcessoDeEmergencia)
export class RevisarAcessoDeEmergenciaHandler implements ICommandHandler<RevisarAcessoDeEmergencia> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados, autor }: RevisarAcessoDeEmergencia): Promise<AcessoDeEmergenciaResposta> {
    return this.unidade.executar(async (tx) => {
      const acesso = await travarAcesso(tx, id);
      if (acesso.usuarioId === autor.usuarioId) throw proprio();
      if (acesso.revisadoEm !== null)
        throw conflito('ACESSO_DE_EMERGENCIA.JA_REVISADO', `O acesso de emergência ${id} já foi revisado.`);
      await tx.executar(
        `UPDATE vinculos_de_cuidado SET revisado_em = ?, revisor_id = ?, parecer = ?, observacao_da_revisao = ?
          WHERE id = ?`,
        [this.relogio.agora(), autor.usuarioId, dados.parecer, dados.observacao ?? null, id],
      );
      return lerAcesso(this.leitura, id, autor);
    });
  }
}

const proprio = (): ErroDeDominio =>
  new ErroDeDominio(
    'proibido',
    'ACESSO_DE_EMERGENCIA.PROPRIO',
    'Ninguém revisa o próprio acesso de emergência: peça a outra pessoa que audita.',
  );
