import type { INestApplication } from '@nestjs/common';
import { type CampoRestrito, planoDeVisao, type PlanoDeVisao } from '../../src/plataforma/http/clinico.js';
import type { Acesso } from '../../src/plataforma/http/rota.js';
import { PAPEIS, type Papel } from '../../src/plataforma/seguranca/autor.js';
import { alcanceDosPapeis } from '../../src/plataforma/seguranca/alcance.js';
import { type ArquivoGerado, AVISO, documento, tabela } from './arquivo-gerado.js';
import { type RotaDaApi, rotasDa } from './rotas.js';

const ABERTURA = `# Permissões

Toda rota é fechada, a menos que a sua declaração a abra. ADMIN pode tudo; quem tem vários perfis pode o que
qualquer um deles pode. A página \`/docs\` e o documento \`/docs-json\` são abertos.`;

const ALCANCE = `## De quem são os registros que cada perfil alcança

O que não se alcança não existe para quem pede: 404, com as palavras do que não existe, e ausente de listas, buscas
e contagens. Quem tem vários perfis alcança, em cada rota, o que alcançam os que a abrem. O que é estar sob cuidado
está em \`src/modulos/cuidados/README.md\`.`;

const CAMPOS = `## Quem vê o que é clínico

O campo é omitido, e não nulo, para quem não o vê. Quem trabalha com os registros de todos e também cuida de
pacientes vê o que é clínico só destes. Toda leitura do que é clínico deixa uma linha na trilha de auditoria.`;

const DE_PERFIS = `## Quem vê o que é de alguns perfis

O campo é omitido, e não nulo, para quem não o vê.`;

const PODE = '✓';

/** Which role may call which route, whose records it reaches by it, and what of them it sees. */
export function gerarPermissoes(app: INestApplication): ArquivoGerado {
  const rotas = rotasDa(app);
  const linhas = rotas.map(({ metodo, caminho, acesso }) => [
    `\`${metodo} ${caminho}\``,
    acesso === 'publico' ? PODE : '',
    ...PAPEIS.map((papel) => (pode(papel, acesso) ? PODE : '')),
  ]);
  return {
    caminho: 'docs/permissoes.md',
    conteudo: documento(
      AVISO,
      ABERTURA,
      tabela(['Rota', 'sem token', ...PAPEIS], linhas),
      ALCANCE,
      tabela(
        ['Perfil', 'Alcança'],
        PAPEIS.map((papel) => [papel, deQuem(papel)]),
      ),
      CAMPOS,
      tabela(['Campo', ...PAPEIS], restritos(rotas, camposClinicos)),
      DE_PERFIS,
      tabela(['Campo', ...PAPEIS], restritos(rotas, camposDePerfis)),
    ),
  };
}

const pode = (papel: Papel, acesso: Acesso): boolean =>
  acesso === 'publico' || acesso === 'autenticado' || papel === 'ADMIN' || acesso.includes(papel);

function deQuem(papel: Papel): string {
  const { todos, sobCuidado } = alcanceDosPapeis([papel]);
  return todos ? 'os de todos' : sobCuidado ? 'os de quem está sob o seu cuidado' : 'o próprio';
}

type CampoClinico = Extract<CampoRestrito, { tipo: 'clinico' }>;

/** A restricted field, and what each role sees of it. */
type Linha = readonly [campo: string, quemVe: (papel: Papel) => string];

/** One row for each such field of each class of answers, empty for the roles that no route gives it. */
function restritos(
  rotas: readonly RotaDaApi[],
  camposDe: (plano: PlanoDeVisao) => readonly Linha[],
): string[][] {
  const vistas = new Map<string, string[]>();
  for (const classe of new Set(rotas.flatMap(({ responde }) => (responde ? [responde] : [])))) {
    const leem = PAPEIS.filter((papel) =>
      rotas.some(({ responde, acesso }) => responde === classe && pode(papel, acesso)),
    );
    for (const [campo, quem] of camposDe(planoDeVisao(classe) ?? SEM_RESTRICOES)) {
      const nome = `${classe.name.replace(/Resposta$/, '')}.${campo}`;
      vistas.set(nome, [`\`${nome}\``, ...PAPEIS.map((papel) => (leem.includes(papel) ? quem(papel) : ''))]);
    }
  }
  return [...vistas.keys()].sort().map((nome) => vistas.get(nome)!);
}

const SEM_RESTRICOES: PlanoDeVisao = { restritos: [], dentro: [], registro: null };

const camposClinicos = (plano: PlanoDeVisao): Linha[] =>
  plano.restritos.flatMap((restrito) =>
    restrito.tipo === 'clinico' ? [[restrito.campo, (papel: Papel) => quemVe(papel, restrito)] as const] : [],
  );

const camposDePerfis = (plano: PlanoDeVisao): Linha[] =>
  plano.restritos.flatMap((restrito) =>
    restrito.tipo === 'perfil'
      ? [[restrito.campo, (papel: Papel) => (pode(papel, restrito.papeis) ? PODE : '')] as const]
      : [],
  );

function quemVe(papel: Papel, { tambem, onde }: CampoClinico): string {
  if (papel === 'ADMIN') return 'todos';
  if (tambem.includes(papel)) return onde ? `${onde[0]} ${onde[1]}` : 'todos';
  const { sobCuidado, proprio } = alcanceDosPapeis([papel]);
  return sobCuidado ? 'sob cuidado' : proprio ? 'próprio' : '';
}
