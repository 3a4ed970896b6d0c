import { emParalelo } from '../../ferramentas/aih/em-paralelo.js';
import { plantar } from '../../ferramentas/defeitos/plantar.js';
import type { Palco } from '../alvos/palco.js';
import { correr } from '../corrida/corrida.js';
import { procurarEscondidas } from '../corrida/enviar-crus.js';
import { documentoGuardado, lerDocumento } from '../documento/documento.js';
import type { Falha } from '../oraculos/juiz.js';
import { PARTICULARIDADES } from '../particularidades.js';
import type { Escrever } from '../relatorio.js';
import { type DefeitoPlantado, foiApanhada } from './defeito.js';

export interface OpcoesDaCaca {
  readonly semente: number;
  /** After so many requests without a finding it is given up. */
  readonly pedidos: number;
  readonly continuar: () => boolean;
}

export interface Cacado {
  readonly defeito: DefeitoPlantado;
  /** Null: it was not found. */
  readonly falha: Falha | null;
  /** Findings that are not of this fault. */
  readonly alheias: readonly Falha[];
  readonly pedidos: number;
}

const AO_MESMO_TEMPO = 3;

/** Hunts each fault in a copy of the product of its own. A product without faults gives nothing: see `rodada`. */
export async function cacar(
  palco: Palco,
  escrever: Escrever,
  defeitos: readonly DefeitoPlantado[],
  opcoes: OpcoesDaCaca,
): Promise<Cacado[]> {
  const cacados: Cacado[] = [];
  await emParalelo(defeitos, AO_MESMO_TEMPO, async (defeito) => {
    if (!opcoes.continuar()) return;
    const cacado = await cacarUm(palco, defeito, opcoes);
    cacados.push(cacado);
    escrever(linha(cacado));
  });
  return cacados;
}

async function cacarUm(
  palco: Palco,
  defeito: DefeitoPlantado,
  { semente, pedidos, continuar }: OpcoesDaCaca,
): Promise<Cacado> {
  const plantado = plantar(defeito.trocas);
  try {
    return await palco.montar(
      async (executores) => {
        const apanha = (falha: Falha): boolean => foiApanhada(defeito, falha);
        const abertas = await procurarEscondidas(executores[0]!);
        const aberta = abertas.find(apanha);
        if (aberta) return { defeito, falha: aberta, alheias: [], pedidos: 1 };
        const { passos, falhas } = await correr(lerDocumento(documentoGuardado()), executores, {
          ...PARTICULARIDADES,
          semente,
          pedidos,
          so: /./,
          aoAndar: (_feitos, vistas) => !vistas.some(apanha) && continuar(),
        });
        return {
          defeito,
          falha: falhas.find(apanha) ?? null,
          alheias: [...abertas, ...falhas].filter((falha) => !apanha(falha)),
          pedidos: passos.length,
        };
      },
      { motores: ['sqlite'], principal: plantado.principal },
    );
  } finally {
    plantado.apagar();
  }
}

function linha({ defeito: { classe, codigo, descricao }, falha, alheias, pedidos }: Cacado): string {
  const como = falha
    ? `${falha.oraculo}, no pedido ${pedidos}: ${falha.passo.operacao} (${falha.passo.tecnica})`
    : `NÃO, em ${pedidos} pedidos`;
  const outros = [...new Set(alheias.map(({ oraculo }) => oraculo))];
  const nota = outros.length > 0 ? `\n      outros achados, que não contam: ${outros.join(', ')}` : '';
  return `  ${falha ? '✓' : '✗'} ${codigo} [${classe}] ${descricao}\n      ${como.slice(0, 180)}${nota}`;
}
