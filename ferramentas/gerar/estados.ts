import { MaquinaDeEstados } from '../../src/plataforma/dominio/maquina-de-estados.js';
import { type ArquivoGerado, AVISO, documento, porTexto, tabela } from './arquivo-gerado.js';

const ABERTURA = `# Estados

O que cada coisa pode ser e como muda. Só os comandos da API mudam um estado; um movimento fora destas tabelas
é recusado com 409 e a lista dos possíveis.`;

type Maquina = MaquinaDeEstados<string, string>;

/** Diagram and transitions of every state machine among what the modules export. */
export function gerarEstados(exportados: readonly unknown[]): ArquivoGerado {
  const maquinas = [...new Set(exportados.filter((valor) => valor instanceof MaquinaDeEstados))] as Maquina[];
  maquinas.sort((a, b) => porTexto(a.nome, b.nome));
  return { caminho: 'docs/estados.md', conteudo: documento(AVISO, ABERTURA, ...maquinas.map(secao)) };
}

function secao(maquina: Maquina): string {
  return [
    `## ${maquina.nome}`,
    maquina.descricao,
    `\`\`\`mermaid\n${maquina.mermaid()}\n\`\`\``,
    tabela(
      ['De', 'Ação', 'Para', 'Quando'],
      maquina.transicoes.map(({ de, acao, para, quando }) => [
        `\`${de}\``,
        `\`${acao}\``,
        `\`${para}\``,
        quando ?? '',
      ]),
    ),
    tabela(
      ['Estado', 'O que se diz'],
      Object.entries(maquina.estados).map(([estado, nome]) => [`\`${estado}\``, nome]),
    ),
  ].join('\n\n');
}
