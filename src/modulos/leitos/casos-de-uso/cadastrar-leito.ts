import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { seDuplicar } from '../../../banco/erros-de-banco.js';
import { Leitura } from '../../../banco/leitura.js';
import { UnidadeDeTrabalho } from '../../../banco/unidade-de-trabalho.js';
import { conflito, type ErroDeDominio } from '../../../plataforma/erros/erro-de-dominio.js';
import { IdDe, Instante, Logico, Opcao, Texto } from '../../../plataforma/http/campos.js';
import { carregarTravado } from '../../../plataforma/registros/carregar-travado.js';
import type { Autor } from '../../../plataforma/seguranca/autor.js';
import { Relogio } from '../../../plataforma/tempo/relogio.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from '../contrato/tipos.js';
import { CLASSES_DE_LEITO, type ClasseDeLeito } from '../dominio/cadastro-do-leito.js';
import { Leito } from '../dominio/leito.entity.js';
import { SETOR } from '../dominio/registro-de-setores.js';
import { Setor } from '../dominio/setor.entity.js';
import { abrirPeriodosIniciais } from '../persistencia/periodos-no-banco.js';
import { type LeitoResposta, lerLeito } from './obter-leito.js';

export class DadosDoLeito {
  @Texto({ max: 40, exemplo: '101-A', descricao: 'Único no setor; maiúsculas e acentos não contam.' })
  numero!: string;
  @IdDe('um setor ativo') setorId!: number;
  @Opcao(TIPOS_DE_LEITO, { descricao: 'Tipo de leito.' }) tipo!: TipoDeLeito;
  @Opcao(CLASSES_DE_LEITO, { opcional: true, descricao: 'Só os leitos de INTERNACAO recebem internações.' })
  classe?: ClasseDeLeito;
  @Logico({ opcional: true, exemplo: false, descricao: 'Leito extra: fora dos instalados do censo.' })
  extra?: boolean;
  @Logico({ opcional: true, exemplo: false, descricao: 'Se é uma maca.' }) maca?: boolean;
  @Logico({ opcional: true, exemplo: true, descricao: 'Se conta entre os leitos planejados.' })
  planejado?: boolean;
  @Logico({
    opcional: true,
    exemplo: true,
    descricao: 'Falso: existe só no plano, e começa DESATIVADO; se for extra, começa LIVRE.',
  })
  instalado?: boolean;
  @Instante({
    opcional: true,
    exemplo: '2026-01-01T00:00:00-03:00',
    descricao: 'Nada antes disso pode ser registrado no leito; ausente, sem limite.',
  })
  instaladoDesde?: Date;
}

/** Registers a bed in an active setor. */
export class CadastrarLeito extends Command<LeitoResposta> {
  constructor(
    readonly dados: DadosDoLeito,
    readonly autor: Autor,
  ) {
    super();
  }
}

@CommandHandler(CadastrarLeito)
export class CadastrarLeitoHandler implements ICommandHandler<CadastrarLeito> {
  constructor(
    private readonly unidade: UnidadeDeTrabalho,
    private readonly leitura: Leitura,
    private readonly relogio: Relogio,
  ) {}

  execute({ dados }: CadastrarLeito): Promise<LeitoResposta> {
    return this.unidade.executar(async (tx) => {
      const { setorId } = dados;
      const setor = await carregarTravado(tx, Setor, setorId, () => SETOR.desconhecido(setorId, 'setorId'));
      if (!setor.ativo) throw SETOR.inativo(setorId, 'setorId');
      const {
        classe = 'INTERNACAO',
        extra = false,
        maca = false,
        planejado = true,
        instalado = true,
        instaladoDesde = null,
      } = dados;
      const cadastro = { ...dados, classe, extra, maca, planejado, instalado, instaladoDesde };
      const leito = Leito.criar(cadastro, this.relogio.agora());
      await seDuplicar({ uq_leitos_numero: () => numeroRepetido(leito.numero) }, () =>
        tx.gerente.save(leito),
      );
      await abrirPeriodosIniciais(tx, leito);
      return lerLeito(this.leitura, leito.id);
    });
  }
}

export const numeroRepetido = (numero: string): ErroDeDominio =>
  conflito('LEITO.NUMERO_REPETIDO', `Já existe o leito ${numero} neste setor.`, 'numero');
