import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PartialType } from '@nestjs/swagger';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { temMudancas } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { Convenio } from '../dominio/convenio.entity.js';
import { CONVENIO, REPETICOES } from '../dominio/registro-de-convenios.js';
import { gravarDiarias } from '../persistencia/gravar-diarias.js';
import { DadosDoConvenio } from './cadastrar-convenio.js';
import { type ConvenioResposta, lerConvenio } from './obter-convenio.js';

/** Absent keeps; null clears what is optional; `diarias` replaces the whole price table. */
@ExemploDoCorpo({ prazoPagamentoDias: 45 })
export class AlteracaoDoConvenio extends PartialType(DadosDoConvenio, { skipNullProperties: false }) {}

export class AlterarConvenio extends Command<ConvenioResposta> {
  constructor(
    readonly id: number,
    readonly dados: AlteracaoDoConvenio,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarConvenio)
export class AlterarConvenioHandler implements ICommandHandler<AlterarConvenio> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ id, dados }: AlterarConvenio): Promise<ConvenioResposta> {
    const { diarias, ...mudancas } = dados;
    return this.unidade.executar(async (tx) => {
      if (!temMudancas(dados)) return lerConvenio(this.leitura, id);
      const convenio = await carregarTravado(tx, Convenio, id, () => CONVENIO.inexistente(id));
      convenio.alterar(mudancas, this.relogio.agora());
      await seDuplicar(REPETICOES, () => tx.gerente.save(convenio));
      if (diarias !== undefined) await gravarDiarias(tx, id, diarias ?? []);
      return lerConvenio(this.leitura, id);
    });
  }
}
