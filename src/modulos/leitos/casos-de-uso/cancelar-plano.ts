import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { maisTarde, Relogio } from '../../../plataforma/tempo/relogio.js';
import { planoResolvido } from '../dominio/novo-plano.js';
import { BLOQUEIA } from '../perfis.js';
import { LeitosEmDia } from '../persistencia/leitos-em-dia.js';
import { travarLeito } from '../persistencia/leitos-no-banco.js';
import { resolverPlano } from '../persistencia/planos-no-banco.js';
import { lerPlano, type PlanoResposta } from './obter-plano.js';

/** Gives up what was planned. Refuses (409 `LEITO.PLANO_RESOLVIDO`) a plan that is no longer pending. */
export class CancelarPlano extends Command<PlanoResposta> {
  constructor(
    readonly leitoId: number,
    readonly planoId: number,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CancelarPlano)
export class CancelarPlanoHandler implements ICommandHandler<CancelarPlano> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
    private readonly emDia: LeitosEmDia,
  ) {}

  execute({ leitoId, planoId, autor }: CancelarPlano): Promise<PlanoResposta> {
    return this.unidade.executar(async (tx) => {
      // Before the plan, as whoever applies it does.
      const leito = await travarLeito(tx, leitoId);
      const plano = await lerPlano(this.leitura, leitoId, planoId);
      exigirPerfil(plano, autor);
      const agora = maisTarde(this.relogio.agora(), leito.desde);
      await this.emDia.guardar(tx, leito, agora);
      if (!(await resolverPlano(tx, leito, plano, 'CANCELADO', agora))) throw planoResolvido(planoId);
      return lerPlano(this.leitura, leitoId, planoId);
    });
  }
}

/** Whoever may only reserve gives up reservations only. */
function exigirPerfil({ acao }: PlanoResposta, { papeis }: Autor): void {
  if (acao === 'reservar' || papeis.some((papel) => papel === 'ADMIN' || BLOQUEIA.includes(papel))) return;
  throw new ErroDeDominio(
    'proibido',
    'ACESSO.PROIBIDO',
    'Seu perfil não permite cancelar um bloqueio nem uma manutenção.',
  );
}
