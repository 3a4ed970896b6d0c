import type { Calendario } from '../../../plataforma/tempo/calendario.js';
import type { Politicas } from '../../hospital/contrato/politicas-do-hospital.js';
import type { TipoDeLeito } from '../../leitos/contrato/tipos.js';
import { calcularDiarias, type Diaria, type Precos, type Trecho } from './diarias.js';
import type { LinhaDaConta } from './linha-da-conta.js';
import { FATOR_UM, valorDaLinha } from './valor-da-linha.js';

/** Everything the account of a stay depends on. */
export interface BaseDaConta {
  /** Oldest first. */
  readonly trechos: readonly Trecho[];
  readonly entrada: Date;
  /** The exit, or any other instant from the admission on: the account is what it would be if the stay ended then. */
  readonly ate: Date;
  /** The payer's price of a diária by kind of bed, in centavos. */
  readonly precos: Precos;
  readonly politicas: Pick<Politicas, 'horaDaVirada' | 'toleranciaMinutos' | 'classeDaDiaria'>;
  readonly calendario: Calendario;
}

export interface ContaMontada {
  readonly linhas: readonly LinhaDaConta[];
  /** Centavos. */
  readonly valor: number;
  /** Some line has no price. */
  readonly semPreco: boolean;
}

const DESCRICAO: Readonly<Record<TipoDeLeito, string>> = {
  ENFERMARIA: 'Diária de enfermaria',
  APARTAMENTO: 'Diária de apartamento',
  UTI_ADULTO: 'Diária de UTI adulto',
  UTI_NEONATAL: 'Diária de UTI neonatal',
  UTI_PEDIATRICA: 'Diária de UTI pediátrica',
  EMERGENCIA: 'Diária de emergência',
  SEMI_INTENSIVO: 'Diária de semi-intensivo',
  ISOLAMENTO: 'Diária de isolamento',
  PEDIATRICO: 'Diária de leito pediátrico',
  PSIQUIATRICO: 'Diária de leito psiquiátrico',
};

/**
 * The account of a stay (DOMINIO §4, RF24): the same function for the preview of an open one and for the final
 * bill. One line for each run of days of the same class, dated on its first day. A missing price never fails:
 * its line is worth 0 and says `semPreco`.
 */
export function montarConta(base: BaseDaConta): ContaMontada {
  const regras = { ...base.politicas, precos: base.precos };
  const trechos = trechosAte(base.trechos, base.ate);
  const diarias = calcularDiarias(trechos, base.entrada, base.ate, regras, base.calendario);
  const linhas = sequencias(diarias).map((sequencia) => linhaDeDiarias(sequencia, base.precos));
  return {
    linhas,
    valor: linhas.reduce((soma, linha) => soma + linha.valor, 0),
    semPreco: linhas.some((linha) => linha.semPreco),
  };
}

/** The stretches as if the stay had ended at `ate`. */
const trechosAte = (trechos: readonly Trecho[], ate: Date): Trecho[] =>
  trechos
    .filter((t) => t.inicio <= ate)
    .map((t) => (t.fim !== null && t.fim <= ate ? t : { ...t, fim: ate }));

/** Splits the days where the class changes; no run is empty. */
function sequencias(diarias: readonly Diaria[]): [Diaria, ...Diaria[]][] {
  const resultado: [Diaria, ...Diaria[]][] = [];
  for (const diaria of diarias) {
    const atual = resultado.at(-1);
    if (atual?.[0].tipo === diaria.tipo) atual.push(diaria);
    else resultado.push([diaria]);
  }
  return resultado;
}

function linhaDeDiarias(sequencia: [Diaria, ...Diaria[]], precos: Precos): LinhaDaConta {
  const [{ tipo, dia }] = sequencia;
  const preco = precos[tipo];
  const quantidade = sequencia.length;
  return {
    tipo: 'DIARIA',
    codigo: null,
    descricao: DESCRICAO[tipo],
    data: dia,
    quantidade,
    precoUnitario: preco ?? 0,
    fator: FATOR_UM,
    valor: valorDaLinha(quantidade, preco ?? 0),
    semPreco: preco === undefined,
  };
}
