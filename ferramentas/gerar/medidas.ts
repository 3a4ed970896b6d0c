import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Medida, Resultado } from '../apoio/resultado.js';
import { type ArquivoGerado, AVISO, documento, tabela } from './arquivo-gerado.js';

const ABERTURA = `# Medidas

O que o Plantão promete, e quanto deu na última vez em que foi medido. Cada linha é de um comando que qualquer
pessoa pode rodar de novo. Velocidades são razões tiradas numa só execução, contra um servidor sem nenhum
framework que faz o mesmo trabalho na mesma máquina: comparam-se entre máquinas; os tempos, não.`;

/** Promised, and not in any table yet. */
const POR_MEDIR = `## O que falta medir

- A ocupação de cinco anos, por setor e dia, em até 50 ms: o Plantão ainda não tem essa consulta.`;

const COMANDOS = {
  bench: 'Velocidade',
  caos: 'Confiança: o que sobra quando tudo cai',
  fuzz: 'Robustez: pedidos que ninguém deveria fazer',
} as const satisfies Record<Resultado['comando'], string>;

/** One page for the last results of the three commands of measure, which they keep under `raiz`. */
export function gerarMedidas(raiz: string): ArquivoGerado {
  const secoes = (Object.keys(COMANDOS) as Resultado['comando'][]).map((comando) => {
    const arquivo = join(raiz, comando, 'resultado.json');
    return existsSync(arquivo)
      ? secao(JSON.parse(readFileSync(arquivo, 'utf8')) as Resultado)
      : `## ${COMANDOS[comando]}\n\nAinda não medido: \`npm run ${comando}\`.`;
  });
  return { caminho: 'docs/medidas.md', conteudo: documento(AVISO, ABERTURA, ...secoes, POR_MEDIR) };
}

function secao(resultado: Resultado): string {
  const { comando, linhaDeComando, semente, commit, nucleos, node, banco, duracaoS, medidas } = resultado;
  const condicoes = [
    `\`${linhaDeComando}\``,
    ...(semente === null ? [] : [`semente ${semente}`]),
    `commit \`${commit}\``,
    `${nucleos} núcleos`,
    `Node ${node.replace('v', '')}`,
    banco,
    duracao(duracaoS),
  ];
  return [
    `## ${COMANDOS[comando]}`,
    `${condicoes.join(' · ')}.`,
    tabela(['Medida', 'Meta', 'Valor', ''], medidas.map(linha)),
  ].join('\n\n');
}

const linha = ({ nome, meta, valor, atingida }: Medida): string[] => [
  nome,
  meta ?? '',
  valor,
  atingida === undefined ? '' : atingida ? '✓' : '✗',
];

function duracao(segundos: number): string {
  const inteiros = Math.round(segundos);
  return inteiros < 60 ? `${inteiros} s` : `${Math.floor(inteiros / 60)} min ${inteiros % 60} s`;
}
