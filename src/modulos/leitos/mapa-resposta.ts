import { inteiro, type Linha, ouNulo, texto } from '../../banco/dialeto.js';
import { Instante, Inteiro, Lista, Logico, Objeto, Opcao, Texto } from '../../plataforma/http/campos.js';
import { SoAoAlcance } from '../../plataforma/http/clinico.js';
import { TERMINA_EM } from './casos-de-uso/obter-leito.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from './contrato/tipos.js';
import { CLASSES_DE_LEITO, type ClasseDeLeito } from './dominio/cadastro-do-leito.js';
import { ESTADOS_DO_LEITO, type EstadoDoLeito } from './dominio/estados-do-leito.js';

export class LeitoNoMapa {
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Identificador do leito.' }) id!: number;
  @Texto({ max: 40, exemplo: '101-A', descricao: 'Como o leito é chamado.' }) numero!: string;
  @Opcao(TIPOS_DE_LEITO, { descricao: 'Tipo de leito.' }) tipo!: TipoDeLeito;
  @Opcao(CLASSES_DE_LEITO, { descricao: 'Para que serve.' }) classe!: ClasseDeLeito;
  @Logico({ exemplo: false, descricao: 'Se é um leito extra.' }) extra!: boolean;
  @Logico({ exemplo: false, descricao: 'Se é uma maca.' }) maca!: boolean;
  @Opcao(ESTADOS_DO_LEITO, { descricao: 'Em que estado está.' }) status!: EstadoDoLeito;
  @Instante({ descricao: 'Desde quando está neste estado.' }) desde!: Date;
  @Instante({
    opcional: true,
    nulo: true,
    descricao: `${TERMINA_EM} Ausente no mapa de um instante passado.`,
  })
  terminaEm?: Date | null;
  @SoAoAlcance('internacao')
  @Inteiro({
    min: 1,
    opcional: true,
    nulo: true,
    descricao: 'A internação que o ocupa; ausente para quem não pode vê-la.',
  })
  internacaoId?: number | null;
}

/** How many beds are in each state. */
export class ContagemDeLeitos implements Record<EstadoDoLeito, number> {
  @Inteiro({ min: 0, exemplo: 3, descricao: 'Quantos estão livres.' }) LIVRE = 0;
  @Inteiro({ min: 0, exemplo: 0, descricao: 'Quantos estão reservados.' }) RESERVADO = 0;
  @Inteiro({ min: 0, exemplo: 5, descricao: 'Quantos estão ocupados.' }) OCUPADO = 0;
  @Inteiro({ min: 0, exemplo: 1, descricao: 'Quantos aguardam limpeza.' }) AGUARDANDO_LIMPEZA = 0;
  @Inteiro({ min: 0, exemplo: 0, descricao: 'Quantos estão sendo limpos.' }) EM_LIMPEZA = 0;
  @Inteiro({ min: 0, exemplo: 0, descricao: 'Quantos estão bloqueados.' }) BLOQUEADO = 0;
  @Inteiro({ min: 0, exemplo: 0, descricao: 'Quantos estão em manutenção.' }) MANUTENCAO = 0;
  @Inteiro({ min: 0, exemplo: 0, descricao: 'Quantos estão desativados.' }) DESATIVADO = 0;
}

export class SetorNoMapa {
  @Inteiro({ min: 1, exemplo: 1, descricao: 'Identificador do setor.' }) id!: number;
  @Texto({ max: 120, exemplo: 'UTI Adulto', descricao: 'Nome do setor.' }) nome!: string;
  @Inteiro({ min: -20, nulo: true, exemplo: 2, descricao: 'Em que andar fica.' }) andar!: number | null;
  @Objeto(() => ContagemDeLeitos) contagem!: ContagemDeLeitos;
  @Lista(() => LeitoNoMapa, { descricao: 'Os leitos do setor.' }) leitos!: LeitoNoMapa[];
}

export class MapaResposta {
  @Instante({ opcional: true, descricao: 'O instante pedido; ausente no mapa de agora.' }) em?: Date;
  @Objeto(() => ContagemDeLeitos) contagem!: ContagemDeLeitos;
  @Lista(() => SetorNoMapa, { descricao: 'Os setores, com os seus leitos.' }) setores!: SetorNoMapa[];
}

/** What of a bed changes with time. */
export type SituacaoDoLeito = Pick<LeitoNoMapa, 'status' | 'desde' | 'terminaEm' | 'extra' | 'maca'>;

/** The map of these rows: one per bed, and one for each setor that has none, setor by setor. */
export function montarMapa(
  linhas: readonly Linha[],
  situacaoDe: (linha: Linha) => SituacaoDoLeito,
  comInternacao: boolean,
): MapaResposta {
  const setores = new Map<number, SetorNoMapa>();
  const contagem = new ContagemDeLeitos();
  for (const linha of linhas) {
    const id = inteiro(linha.setor_id);
    const setor = setores.get(id) ?? {
      id,
      nome: texto(linha.nome),
      andar: ouNulo(inteiro)(linha.andar),
      contagem: new ContagemDeLeitos(),
      leitos: [],
    };
    setores.set(id, setor);
    if (linha.id === null) continue;
    const leito = {
      id: inteiro(linha.id),
      numero: texto(linha.numero),
      tipo: texto(linha.tipo) as TipoDeLeito,
      classe: texto(linha.classe) as ClasseDeLeito,
      ...situacaoDe(linha),
      ...(comInternacao ? { internacaoId: ouNulo(inteiro)(linha.internacao_id) } : {}),
    };
    setor.leitos.push(leito);
    setor.contagem[leito.status] += 1;
    contagem[leito.status] += 1;
  }
  return { contagem, setores: [...setores.values()] };
}
