import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ComandoDeLeito, ComandosDeLeito } from '../comando-de-leito.js';
import type { DadosDeComando } from '../dados-de-comando.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { SETOR } from '../dominio/registro-de-setores.js';
import { Setor } from '../dominio/setor.entity.js';
import { exigirPeriodoLivre } from '../persistencia/bloqueio-no-banco.js';
import { trocarPeriodos } from '../persistencia/periodos-no-banco.js';
import type { LeitoResposta } from './obter-leito.js';

/** Puts a bed back in the hospital, or installs one that was only planned. Refuses (409) a deactivation over what was recorded. */
export class ReativarLeito extends ComandoDeLeito<DadosDeComando> {}

@CommandHandler(ReativarLeito)
export class ReativarLeitoHandler implements ICommandHandler<ReativarLeito> {
  constructor(private readonly comandos: ComandosDeLeito) {}

  execute(comando: ReativarLeito): Promise<LeitoResposta> {
    return this.comandos.executar(comando, async ({ tx, leito, fato }) => {
      const setor = await carregarTravado(tx, Setor, leito.setorId, () => SETOR.inexistente(leito.setorId));
      if (!setor.ativo)
        throw conflito('SETOR.INATIVO', `O setor do leito ${leito.numero} está inativo. Reative-o antes.`);
      const [antes, desativadoDesde] = [leito.atributos(), leito.desde];
      leito.reativar(fato);
      if (desativadoDesde) await exigirPeriodoLivre(tx, leito, desativadoDesde, fato.em);
      await trocarPeriodos(tx, leito, antes, fato.em);
    });
  }
}
