const { atob, BroadcastChannel, fetch, sessionStorage } = globalThis;

const [ENTRADA, RENOVACAO, SAIDA] = ['/v1/auth/login', '/v1/auth/refresh', '/v1/auth/logout'];
const CHAVE = 'plantao.sessao';
/** Renewed so long before its end that no request is late. */
const FOLGA_MS = 30_000;

/**
 * Who enters by the page stays in for as long as the session may last: a token about to end, or refused, is renewed
 * and the request goes on. What renews it stays in this tab (sessionStorage) and in its copies, which tell each other:
 * of two that renewed by themselves, the server would take one for a thief. A token pasted by hand is left alone.
 */
globalThis.Sessao = (autorizar) => {
  const canal = new BroadcastChannel(CHAVE);
  let sessao = JSON.parse(sessionStorage.getItem(CHAVE));
  let renovando = null;

  const guardar = (nova) => {
    sessao = nova;
    if (nova) sessionStorage.setItem(CHAVE, JSON.stringify(nova));
    else sessionStorage.removeItem(CHAVE);
    if (nova) autorizar(nova.accessToken);
  };
  canal.onmessage = ({ data: { de, para } }) => {
    if (sessao?.refreshToken === de) guardar(para);
  };

  const comecar = ({ accessToken, refreshToken }) => {
    const { iat, exp } = JSON.parse(atob(accessToken.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
    // By this machine's clock, whatever the server's says.
    return { accessToken, refreshToken, acabaEm: Date.now() + (exp - iat) * 1000 };
  };

  /** Whether there is another token; one request at a time asks for it. */
  const renovar = () =>
    (renovando ??= (async () => {
      const de = sessao.refreshToken;
      const resposta = await fetch(RENOVACAO, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ refreshToken: de }),
      });
      if (resposta.ok) {
        const para = comecar((await resposta.json()).data);
        guardar(para);
        canal.postMessage({ de, para });
      } else if (resposta.status === 401) guardar(null);
      return resposta.ok;
    })().finally(() => (renovando = null)));

  const daSessao = ({ headers }) =>
    sessao !== null && headers.Authorization === `Bearer ${sessao.accessToken}`;
  const usarSessao = (pedido) => (pedido.headers.Authorization = `Bearer ${sessao.accessToken}`);
  const e = (pedido, caminho) => new URL(pedido.url, globalThis.location).pathname === caminho;

  return {
    /** To be called with each request, before it goes. */
    async preparar(pedido) {
      if (!daSessao(pedido) || sessao.acabaEm - Date.now() > FOLGA_MS) return;
      if (await renovar()) usarSessao(pedido);
    },

    /** To be called with each answer; gives the one to show, that of the same request asked again if need be. */
    async receber(pedido, resposta, pedirDeNovo) {
      if (resposta.status === 200 && (e(pedido, ENTRADA) || e(pedido, RENOVACAO)))
        guardar(comecar(JSON.parse(resposta.text).data));
      if (resposta.status === 204 && e(pedido, SAIDA) && daSessao(pedido)) guardar(null);
      if (resposta.status !== 401 || !daSessao(pedido) || !(await renovar())) return resposta;
      usarSessao(pedido);
      return pedirDeNovo(pedido);
    },
  };
};
