const { document, location, EmPortugues, Sessao, SwaggerUIBundle } = globalThis;

/** Above it, colouring an answer would stop the page for seconds. */
const MAXIMO_COLORIDO = 60_000;

const semAcentos = (texto) => texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The filter looks at addresses, summaries and groups, and opens the groups where it finds something. */
const Procura = () => {
  const contem = (operacao, grupo, palavras) => {
    const { path, method, operation } = operacao.toObject();
    const texto = semAcentos(`${method} ${path} ${operation.get('summary')} ${grupo}`);
    return palavras.every((palavra) => texto.includes(palavra));
  };
  return {
    fn: {
      opsFilter: (grupos, frase) => {
        const palavras = semAcentos(frase).split(/\s+/);
        return grupos
          .map((grupo, nome) =>
            grupo.update('operations', (lista) => lista.filter((o) => contem(o, nome, palavras))),
          )
          .filter((grupo) => grupo.get('operations').size > 0);
      },
    },
    statePlugins: {
      layout: {
        wrapActions: {
          updateFilter:
            (original, { layoutActions, specSelectors }) =>
            (frase) => {
              for (const grupo of specSelectors.tags())
                layoutActions.show(['operations-tag', grupo.get('name')], frase !== '');
              return original(frase);
            },
        },
      },
    },
  };
};

const SemCoresNoQueELongo = () => ({
  wrapComponents: {
    SyntaxHighlighter:
      (Original, { React, getComponent }) =>
      (propriedades) =>
        String(propriedades.children).length > MAXIMO_COLORIDO
          ? React.createElement(getComponent('PlainTextViewer'), propriedades)
          : React.createElement(Original, propriedades),
  },
});

const sessao = Sessao((accessToken) => {
  const schema = ui.specSelectors.specJson().getIn(['components', 'securitySchemes', 'bearer']);
  ui.authActions.authorizeWithPersistOption({ bearer: { name: 'bearer', schema, value: accessToken } });
});

async function antesDoPedido(pedido) {
  if (pedido.loadSpec) return pedido;
  await sessao.preparar(pedido);
  // Of this request alone: the answer has to know what was asked.
  pedido.responseInterceptor = (resposta) =>
    sessao.receber(pedido, resposta, ({ url, method, headers, body }) =>
      ui.getSystem().fn.fetch({ url, method, headers, body }),
    );
  return pedido;
}

const ui = SwaggerUIBundle({
  url: '/docs-json',
  domNode: document.getElementById('swagger-ui'),
  presets: [SwaggerUIBundle.presets.apis],
  plugins: [EmPortugues, Procura, SemCoresNoQueELongo],
  layout: 'BaseLayout',
  docExpansion: 'none',
  filter: true,
  deepLinking: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  defaultModelExpandDepth: 2,
  validatorUrl: null,
  requestInterceptor: antesDoPedido,
});

globalThis.addEventListener('hashchange', () =>
  ui.layoutActions.parseDeepLinkHash(decodeURIComponent(location.hash)),
);
