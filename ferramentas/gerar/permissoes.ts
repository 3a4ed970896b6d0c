import type { INestApplication } from '@nestjs/common';
import type { Acesso } from '../../src/plataforma/http/rota.js';
import { PAPEIS, type Papel } from '../../src/plataforma/seguranca/autor.js';
import { type ArquivoGerado, AVISO, documento, tabela } from './arquivo-gerado.js';
import { rotasDa } from './rotas.js';

const ABERTURA = `# Permissões

Toda rota é fechada, a menos que a sua declaração a abra. ADMIN pode tudo; quem tem vários perfis pode o que
qualquer um deles pode. A página \`/docs\` e o documento \`/docs-json\` são abertos.`;

const PODE = '✓';

/** The role × route table. */
export function gerarPermissoes(app: INestApplication): ArquivoGerado {
  const linhas = rotasDa(app).map(({ metodo, caminho, acesso }) => [
    `\`${metodo} ${caminho}\``,
    acesso === 'publico' ? PODE : '',
    ...PAPEIS.map((papel) => (pode(papel, acesso) ? PODE : '')),
  ]);
  return {
    caminho: 'docs/permissoes.md',
    conteudo: documento(AVISO, ABERTURA, tabela(['Rota', 'sem token', ...PAPEIS], linhas)),
  };
}

const pode = (papel: Papel, acesso: Acesso): boolean =>
  acesso === 'publico' || acesso === 'autenticado' || papel === 'ADMIN' || acesso.includes(papel);
