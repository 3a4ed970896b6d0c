import { plantado } from './defeito.js';

const GUARDA = 'plataforma/seguranca/guarda-de-acesso.js';

/** Doors left open. */
export const DEFEITOS_DE_ACESSO = [
  plantado('F207', 'leitura-aberta', 'Os setores podem ser lidos sem token', [
    GUARDA,
    "if (acesso === 'publico')",
    "if (acesso === 'publico' || /^GET .v1.setores/.test(`${contexto.switchToHttp().getRequest().method} ${contexto.switchToHttp().getRequest().url}`))",
  ]),
  plantado('F208', 'gravacao-aberta', 'Um setor pode ser criado sem token', [
    GUARDA,
    "if (acesso === 'publico')",
    "if (acesso === 'publico' || /^POST .v1.setores/.test(`${contexto.switchToHttp().getRequest().method} ${contexto.switchToHttp().getRequest().url}`))",
  ]),
  plantado('F206', 'perfil-a-mais', 'A recepção pode tudo', [
    GUARDA,
    "papel === 'ADMIN' ||",
    "papel === 'ADMIN' || papel === 'RECEPCAO' ||",
  ]),
  plantado('F205', 'proibido-como-401', 'Quem não pode ouve que não se identificou', [
    GUARDA,
    "new ErroDeDominio('proibido', 'ACESSO.PROIBIDO'",
    "new ErroDeDominio('nao_autenticado', 'ACESSO.PROIBIDO'",
  ]),
  plantado('F204', 'existencia-revelada', 'Quem não pode ver descobre o que não existe', [
    GUARDA,
    "new ErroDeDominio('proibido', 'ACESSO.PROIBIDO'",
    "new ErroDeDominio(/\\d{9}/.test(contexto.switchToHttp().getRequest().url) ? 'nao_encontrado' : 'proibido', 'ACESSO.PROIBIDO'",
  ]),
  plantado(
    'F210',
    'rota-escondida',
    'Há uma rota que o documento não diz',
    [
      'aplicacao.js',
      'instalarEtags(fastify);',
      "instalarEtags(fastify);\n    fastify.get('/debug', (_requisicao, resposta) => void resposta.send(process.memoryUsage()));",
    ],
    ['rota-escondida'],
  ),
];
