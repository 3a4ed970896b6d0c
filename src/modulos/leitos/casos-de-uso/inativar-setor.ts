import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { inteiro } from '../../../banco/dialeto.js';
import { Leitura } from '../../../banco/leitura.js';
import type { Transacao } from '../../../banco/transacao.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito } from '../../../plataforma/erros/erro-de-dominio.js';
import { inativar, type MotivoDaInativacao } from '../../../plataforma/registros/inativacao.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { SETOR } from '../dominio/registro-de-setores.js';
import { lerSetor, type SetorResposta } from './obter-setor.js';

/** Takes a setor out of use, once all its beds are DESATIVADO. */
export class InativarSetor extends Command<SetorResposta> {
  constructor(
    readonly id: number,
    readonly dados: MotivoDaInativacao,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(InativarSetor)
export class InativarSetorHandler implements ICommandHandler<InativarSetor> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: InativarSetor): Promise<SetorResposta> {
    return this.unidade.executar(async (tx) => {
      await inativar(tx, SETOR, id, dados.motivo, this.relogio.agora());
      await exigirSemLeitosEmUso(tx, id);
      return lerSetor(this.leitura, id);
    });
  }
}

/** The setor's row is held: whoever creates or reactivates a bed in it waits for us, and finds it inactive. */
async function exigirSemLeitosEmUso(tx: Transacao, setorId: number): Promise<void> {
  const [linha] = await tx.consultar(
    "SELECT COUNT(*) AS em_uso FROM leitos WHERE setor_id = ? AND status <> 'DESATIVADO'",
    [setorId],
  );
  const emUso = inteiro(linha?.em_uso);
  if (emUso > 0)
    throw conflito(
      'SETOR.COM_LEITOS_EM_USO',
      `O setor ${setorId} ainda tem leitos em uso (${emUso}). Desative-os antes.`,
    );
}
