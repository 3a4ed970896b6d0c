import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { fatoDe } from '../dominio/fato.js';
import { SETOR } from '../dominio/registro-de-setores.js';
import { Setor } from '../dominio/setor.entity.js';
import { exigirPeriodoLivre } from '../persistencia/bloqueio-no-banco.js';
import { guardarLeito, travarLeito } from '../persistencia/leitos-no-banco.js';
import { trocarPeriodos } from '../persistencia/periodos-no-banco.js';
import { type LeitoResposta, lerLeito } from './obter-leito.js';

/** Puts a bed back in the hospital, or installs one that was only planned. Refuses (409) a deactivation over what was recorded. */
export class ReativarLeito extends Command<LeitoResposta> {
  constructor(
    readonly leitoId: number,
    readonly dados: DadosDeComando,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(ReativarLeito)
export class ReativarLeitoHandler implements ICommandHandler<ReativarLeito> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ leitoId, dados, autor }: ReativarLeito): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const leito = await travarLeito(tx, leitoId);
      const setor = await carregarTravado(tx, Setor, leito.setorId, () => SETOR.inexistente(leito.setorId));
      if (!setor.ativo)
        throw conflito('SETOR.INATIVO', `O setor do leito ${leito.numero} está inativo. Reative-o antes.`);
      const fato = fatoDe(dados, autor, this.relogio.agora());
      const [antes, desativadoDesde] = [leito.atributos(), leito.desde];
      leito.reativar(fato);
      if (desativadoDesde) await exigirPeriodoLivre(tx, leito, desativadoDesde, fato.em);
      await guardarLeito(tx, leito);
      await trocarPeriodos(tx, leito, antes, fato.em);
      return lerLeito(this.leitura, leitoId);
    });
  }
}
