import { inteiro, type Linha, ouNulo, texto } from '../../banco/dialeto.js';
import { Instante, Inteiro, Lista, Logico, Objeto, Opcao, Texto } from '../../plataforma/http/campos.js';
import { TERMINA_EM } from './casos-de-uso/obter-leito.js';
import { TIPOS_DE_LEITO, type TipoDeLeito } from './contrato/tipos.js';
import { CLASSES_DE_LEITO, type ClasseDeLeito } from './dominio/cadastro-do-leito.js';
import { ESTADOS_DO_LEITO, type EstadoDoLeito } from './dominio/estados-do-leito.js';

export class LeitoNoMapa {
  @Inteiro({ exemplo: 1 }) id!: number;
  @Texto({ max: 40, exemplo: '101-A' }) numero!: string;
  @Opcao(TIPOS_DE_LEITO) tipo!: TipoDeLeito;
  @Opcao(CLASSES_DE_LEITO) classe!: ClasseDeLeito;
  @Logico({ exemplo: false }) extra!: boolean;
  @Logico({ exemplo: false }) maca!: boolean;
  @Opcao(ESTADOS_DO_LEITO) status!: EstadoDoLeito;
  @Instante({ descricao: 'Desde quando está neste estado.' }) desde!: Date;
  @Instante({
    opcional: true,
    nulo: true,
    descricao: `${TERMINA_EM} Ausente no mapa de um instante passado.`,
  })
  terminaEm?: Date | null;
  @Inteiro({
    opcional: true,
    nulo: true,
    descricao: 'A internação que o ocupa; ausente para quem não pode vê-la.',
  })
  internacaoId?: number | null;
}

/** How many beds are in each state. */
export class ContagemDeLeitos implements Record<EstadoDoLeito, number> {
  @Inteiro({ exemplo: 3 }) LIVRE = 0;
  @Inteiro({ exemplo: 0 }) RESERVADO = 0;
  @Inteiro({ exemplo: 5 }) OCUPADO = 0;
  @Inteiro({ exemplo: 1 }) AGUARDANDO_LIMPEZA = 0;
  @Inteiro({ exemplo: 0 }) EM_LIMPEZA = 0;
  @Inteiro({ exemplo: 0 }) BLOQUEADO = 0;
  @Inteiro({ exemplo: 0 }) MANUTENCAO = 0;
  @Inteiro({ exemplo: 0 }) DESATIVADO = 0;
}

export class SetorNoMapa {
  @Inteiro({ exemplo: 1 }) id!: number;
  @Texto({ max: 120, exemplo: 'UTI Adulto' }) nome!: string;
  @Inteiro({ nulo: true, exemplo: 2 }) andar!: number | null;
  @Objeto(() => ContagemDeLeitos) contagem!: ContagemDeLeitos;
  @Lista(() => LeitoNoMapa) leitos!: LeitoNoMapa[];
}

export class MapaResposta {
  @Instante({ opcional: true, descricao: 'O instante pedido; ausente no mapa de agora.' }) em?: Date;
  @Objeto(() => ContagemDeLeitos) contagem!: ContagemDeLeitos;
  @Lista(() => SetorNoMapa) setores!: SetorNoMapa[];
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
