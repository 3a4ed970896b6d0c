import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { ExemploDoCorpo } from '../../../plataforma/http/exemplos-dos-corpos.js';
import { semIndefinidos } from '../../../plataforma/registros/mudancas.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';
import { guardarCadastro, travarLeito } from '../persistencia/leitos-no-banco.js';
import { trocarPeriodos } from '../persistencia/periodos-no-banco.js';
import { numeroRepetido } from './cadastrar-leito.js';
import { type LeitoResposta, lerLeito } from './obter-leito.js';

@ExemploDoCorpo({ numero: '101-B' })
export class AlteracaoDoLeito {
  @Texto({ max: 40, opcional: true, exemplo: '101-A', descricao: 'Como o leito é chamado; único no setor.' })
  numero?: string;
  @Opcao(TIPOS_DE_LEITO, { opcional: true, descricao: 'Tipo de leito.' }) tipo?: TipoDeLeito;
  @Logico({ opcional: true, exemplo: false, descricao: 'Se é um leito extra: fora dos instalados do censo.' })
  extra?: boolean;
  @Logico({ opcional: true, exemplo: false, descricao: 'Se é uma maca.' }) maca?: boolean;
  @Logico({ opcional: true, exemplo: true, descricao: 'Se conta entre os leitos planejados.' })
  planejado?: boolean;
}

/** Changes the register of a bed, from now on; its state changes by commands. */
export class AlterarLeito extends Command<LeitoResposta> {
  constructor(
    readonly leitoId: number,
    readonly dados: AlteracaoDoLeito,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(AlterarLeito)
export class AlterarLeitoHandler implements ICommandHandler<AlterarLeito> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ leitoId, dados }: AlterarLeito): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const leito = await travarLeito(tx, leitoId);
      const agora = this.relogio.agora();
      const antes = leito.atributos();
      leito.alterar(semIndefinidos(dados), agora);
      await seDuplicar({ uq_leitos_numero: () => numeroRepetido(leito.numero) }, () =>
        guardarCadastro(tx, leito),
      );
      await trocarPeriodos(tx, leito, antes, agora);
      return lerLeito(this.leitura, leitoId);
    });
  }
}
