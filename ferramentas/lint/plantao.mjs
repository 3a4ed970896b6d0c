/**
 * The house's own lint rules. Each one closes a way around a promise of the platform: movable time,
 * one reader of the environment, one unit of work, durable sagas, one error envelope, one dialect file.
 * `eslint.config.mjs` says where each applies; `test/arquitetura/lint.spec.ts` sees each of them red.
 */

const regra = (mensagem, visitar) => ({
  meta: { type: 'problem', schema: [], messages: { proibido: mensagem } },
  create: (contexto) => visitar((node) => contexto.report({ node, messageId: 'proibido' }), contexto),
});

/** Name of a member, written `a.nome` or `a['nome']`. */
const nomeDoMembro = (no) => (no.computed ? no.property.value : no.property.name);

/** Last identifier of `Date`, `globalThis.Date`, `this.fonte.options` … */
const nomeFinal = (no) => (no.type === 'MemberExpression' ? nomeDoMembro(no) : no.name);

/** Reports `objeto.membro` and `const { membro } = objeto`. */
const leituraDeMembro = (acusar, objeto, membro) => ({
  MemberExpression(no) {
    if (nomeFinal(no.object) === objeto && nomeDoMembro(no) === membro) acusar(no);
  },
  VariableDeclarator(no) {
    if (no.id.type !== 'ObjectPattern' || !no.init || nomeFinal(no.init) !== objeto) return;
    for (const chave of no.id.properties) if (chave.key?.name === membro) acusar(chave);
  },
});

/** Reports calls `x.nome(…)` of any of the names, whatever `x` is. */
const chamadaDeMetodo = (acusar, nomes) => ({
  'CallExpression > MemberExpression.callee'(no) {
    if (nomes.includes(nomeDoMembro(no))) acusar(no);
  },
});

/** Reports named imports that match `proibidos` (package name -> expression), and `import *` of those packages. */
const importacao = (acusar, proibidos) => ({
  ImportDeclaration(no) {
    const proibido = proibidos[no.source.value];
    if (!proibido) return;
    for (const item of no.specifiers) {
      if (item.type === 'ImportNamespaceSpecifier') acusar(item);
      if (item.type === 'ImportSpecifier' && proibido.test(item.imported.name)) acusar(item);
    }
  },
});

const semRelogioDoSistema = regra(
  'Take the time from Relogio: a test or the demo must be able to move it.',
  (acusar) => {
    const agora = leituraDeMembro(acusar, 'Date', 'now');
    return {
      ...agora,
      NewExpression(no) {
        if (nomeFinal(no.callee) === 'Date' && no.arguments.length === 0) acusar(no);
      },
      CallExpression(no) {
        if (no.callee.name === 'Date') acusar(no);
        if (no.callee.type !== 'MemberExpression' || nomeFinal(no.callee.object) !== 'DateTime') return;
        const atual = ['now', 'local', 'utc'].includes(nomeDoMembro(no.callee));
        if (atual && no.arguments.every((argumento) => argumento.type === 'ObjectExpression')) acusar(no);
      },
    };
  },
);

const semAmbiente = regra('Only src/config reads the environment: ask Ambiente.', (acusar) => ({
  ...leituraDeMembro(acusar, 'process', 'env'),
  ...importacao(acusar, { 'node:process': /^env$/, process: /^env$/ }),
}));

const semPublicar = regra(
  'Record the event on the entity: the unit of work stores it and delivers it.',
  (acusar) => chamadaDeMetodo(acusar, ['publish', 'publishAll']),
);

const semTransacaoAvulsa = regra(
  'Use UnidadeDeTrabalho: it retries, has a deadline and stores the events.',
  (acusar) => chamadaDeMetodo(acusar, ['transaction', 'startTransaction', 'createQueryRunner']),
);

const semRepositorioInjetado = regra(
  'Use the transaction of the unit of work, or Leitura: anything else runs outside the transaction.',
  (acusar) =>
    importacao(acusar, {
      '@nestjs/typeorm':
        /^(Inject(Repository|DataSource|EntityManager)|get(Repository|DataSource|EntityManager)Token)$/,
      typeorm: /^(DataSource|EntityManager|QueryRunner|Repository)$/,
    }),
);

const semSagaEmMemoria = regra('An rxjs saga loses events: write a durable one (@SagaDuravel).', (acusar) =>
  importacao(acusar, { '@nestjs/cqrs': /^Saga$/ }),
);

const semExcecaoHttp = regra(
  'Throw ErroDeDominio: one filter maps it to a status and to the envelope.',
  (acusar) => importacao(acusar, { '@nestjs/common': /Exception$/ }),
);

const MOTORES = /^(mysql|mariadb|sqlite|sqlite3|better-sqlite3)$/i;

const semRamoDeDialeto = regra(
  'What differs between databases lives in src/banco/dialeto*.ts.',
  (acusar) => ({
    ...leituraDeMembro(acusar, 'options', 'type'),
    Literal(no) {
      const importado = /^(Import|Export)/.test(no.parent.type);
      if (typeof no.value === 'string' && MOTORES.test(no.value) && !importado) acusar(no);
    },
  }),
);

const semBarril = regra('No barrels: import from the file that declares the name.', (acusar, contexto) => ({
  ExportAllDeclaration: acusar,
  Program(no) {
    if (/[\\/]index\.ts$/.test(contexto.filename)) acusar(no);
  },
}));

/** ESLint plugin with the rules above. */
export const plantao = {
  meta: { name: 'plantao' },
  rules: {
    'sem-relogio-do-sistema': semRelogioDoSistema,
    'sem-ambiente': semAmbiente,
    'sem-publicar': semPublicar,
    'sem-transacao-avulsa': semTransacaoAvulsa,
    'sem-repositorio-injetado': semRepositorioInjetado,
    'sem-saga-em-memoria': semSagaEmMemoria,
    'sem-excecao-http': semExcecaoHttp,
    'sem-ramo-de-dialeto': semRamoDeDialeto,
    'sem-barril': semBarril,
  },
};
