import { plantado } from './defeito.js';

const GUARDA = 'plataforma/seguranca/guarda-de-acesso.js';
const DONOS = 'plataforma/seguranca/donos-dos-registros.js';

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
  plantado('F206', 'alheio-na-lista', 'As listas mostram os registros de todos a quem só tem os seus', [
    DONOS,
    'return muitosAoAlcance(',
    'return null && muitosAoAlcance(',
  ]),
  plantado('F206', 'alheio-pelo-id', 'Quem sabe o número de um registro de outra pessoa o lê e o muda', [
    DONOS,
    'if (!(await (paraMudar',
    'if (false && !(await (paraMudar',
  ]),
  plantado(
    'F206',
    'clinico-a-mostra',
    'Os dados clínicos saem para quem não trata ninguém',
    [
      'plataforma/http/visao-das-respostas.js',
      'if (!ve(onde && campos[onde[0]] !== onde[1] ? [] : tambem))',
      'if (false)',
    ],
    ['dado-clinico'],
  ),
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
