(() => {
  'use strict';
  const token = new URLSearchParams(location.hash.slice(1)).get('token') || '';
  const codigo = document.getElementById('token');
  if (token) {
    codigo.value = token;
    codigo.closest('.campo').hidden = true;
    // Neither the history nor a shared screen keeps it.
    history.replaceState(null, '', location.pathname);
  }

  for (const botao of document.querySelectorAll('.mostrar'))
    botao.addEventListener('click', () => {
      const campo = document.getElementById(botao.getAttribute('aria-controls'));
      const visivel = campo.type === 'password';
      campo.type = visivel ? 'text' : 'password';
      botao.textContent = visivel ? 'Esconder' : 'Mostrar';
      botao.setAttribute('aria-pressed', String(visivel));
      campo.focus();
    });

  const FORA_DO_AR = 'Não foi possível falar com o Plantão. Confira a sua conexão e tente de novo.';

  const recusa = async (resposta) => {
    try {
      return (await resposta.json()).error || [];
    } catch {
      return [];
    }
  };

  const enviar = async (formulario) => {
    const dados = {};
    for (const campo of formulario.querySelectorAll('input')) {
      dados[campo.name] = campo.value;
      campo.removeAttribute('aria-invalid');
    }
    const recado = formulario.querySelector('.recado');
    recado.textContent = '';
    let resposta = null;
    try {
      resposta = await fetch(formulario.dataset.rota, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(dados),
        cache: 'no-store',
      });
    } catch {
      recado.textContent = FORA_DO_AR;
      return;
    }
    if (resposta.ok) return concluir(formulario);
    const erros = await recusa(resposta);
    recado.textContent = erros.map((erro) => erro.message).join(' ') || FORA_DO_AR;
    for (const erro of erros) {
      const campo = formulario.querySelector('[name="' + CSS.escape(erro.campo || '') + '"]');
      if (!campo) continue;
      campo.setAttribute('aria-invalid', 'true');
      campo.closest('.campo').hidden = false;
      campo.focus();
    }
    if (erros.some((erro) => erro.codigo === 'ACESSO.CODIGO_INVALIDO'))
      document.querySelector('details').open = true;
  };

  const concluir = (formulario) => {
    const feito = document.getElementById(formulario.dataset.feito);
    formulario.reset();
    if (formulario.id === 'principal') document.getElementById('pedido').hidden = true;
    else {
      formulario.hidden = true;
      document.querySelector('#principal .recado').textContent = '';
    }
    feito.hidden = false;
    feito.querySelector('[tabindex]').focus();
  };

  for (const formulario of document.querySelectorAll('form'))
    formulario.addEventListener('submit', (evento) => {
      evento.preventDefault();
      const botao = formulario.querySelector('.agir');
      if (botao.disabled) return;
      botao.disabled = true;
      void enviar(formulario).finally(() => {
        botao.disabled = false;
      });
    });

  for (const avisado of document.querySelectorAll('.sem-script')) avisado.hidden = true;
  for (const escondido of document.querySelectorAll('.com-script')) escondido.hidden = false;
})();
