import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ArrayUnique } from 'class-validator';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { Dia, Inteiro, Lista, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { Cnpj, RegistroAns } from '../../../plataforma/identificadores/campos.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import {
  type CadastroDeConvenio,
  Convenio,
  PRAZO,
  TIPOS_DE_PLANO,
  type TipoDePlano,
} from '../dominio/convenio.entity.js';
import { REPETICOES } from '../dominio/registro-de-convenios.js';
import { gravarDiarias } from '../persistencia/gravar-diarias.js';
import { type ConvenioResposta, DiariaContratada, lerConvenio } from './obter-convenio.js';

export class DadosDoConvenio implements CadastroDeConvenio {
  @Texto({ max: 120, exemplo: 'Saúde Serrana', descricao: 'Nome do convênio.' })
  nome!: string;

  @Opcao(TIPOS_DE_PLANO, { descricao: 'Tipo de plano.' })
  tipoPlano!: TipoDePlano;

  @RegistroAns({ opcional: true, nulo: true })
  registroAns?: string | null;

  @Cnpj({ opcional: true, nulo: true })
  cnpj?: string | null;

  @Inteiro({
    ...PRAZO,
    opcional: true,
    nulo: true,
    exemplo: 30,
    descricao: 'Prazo de pagamento em dias; 30, se não for dito.',
  })
  prazoPagamentoDias?: number | null;

  @Dia({
    opcional: true,
    nulo: true,
    exemplo: '2026-01-01',
    descricao: 'Primeiro dia do contrato; sem ele, vale desde sempre.',
  })
  vigenciaInicio?: string | null;

  @Dia({
    opcional: true,
    nulo: true,
    exemplo: null,
    descricao: 'Último dia do contrato; sem ele, não tem fim.',
  })
  vigenciaFim?: string | null;

  @Lista(() => DiariaContratada, {
    max: 50,
    opcional: true,
    nulo: true,
    descricao: 'Tabela de preços das diárias, inteira.',
  })
  @ArrayUnique((diaria: DiariaContratada | null) => diaria?.tipoLeito, {
    message: 'não pode repetir um tipo de leito.',
  })
  diarias?: DiariaContratada[] | null;
}

export class CadastrarConvenio extends Command<ConvenioResposta> {
  constructor(
    readonly dados: DadosDoConvenio,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CadastrarConvenio)
export class CadastrarConvenioHandler implements ICommandHandler<CadastrarConvenio> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ dados: { diarias, ...cadastro } }: CadastrarConvenio): Promise<ConvenioResposta> {
    return this.unidade.executar(async (tx) => {
      const convenio = Convenio.cadastrar(cadastro, this.relogio.agora());
      await seDuplicar(REPETICOES, () => tx.gerente.save(convenio));
      await gravarDiarias(tx, convenio.id, diarias ?? []);
      return lerConvenio(this.leitura, convenio.id);
    });
  }
}
