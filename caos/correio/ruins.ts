import type { VarianteRuim } from '../cenario.js';

export const enviadaAntes: VarianteRuim = {
  codigo: 'enviada-antes',
  descricao: 'dá o aviso por enviado antes de o servidor de e-mail responder',
  apanhadaPor: /^PERDIDO: aviso dado por enviado/,
  trocas: [
    {
      arquivo: 'src/modulos/notificacoes/envio/carteiro.js',
      de: 'this.#anotar(await this.#insistir(posse, await this.#enviar(notificacao)));',
      para: '{ const registrada = await this.#insistir(posse, null); await this.#enviar(notificacao); this.#anotar(registrada); }',
    },
  ],
};

const FILA = 'src/modulos/notificacoes/envio/fila-de-envio.js';

export const semPosse: VarianteRuim = {
  codigo: 'sem-posse',
  soNoCheio: true,
  descricao: 'envia o que está na fila sem tomar posse, e outro pode enviar ao mesmo tempo',
  apanhadaPor: /^DOBRADO: aviso/,
  motores: ['mysql'],
  trocas: [
    { arquivo: FILA, de: 'posseMs: POSSE_MS, quantidade', para: 'posseMs: -1, quantidade' },
    {
      arquivo: FILA,
      de: 'return PRONTAS.renovar(tx, posse, new Date(this.relogio.agora().getTime() + POSSE_MS));',
      para: 'return true;',
    },
  ],
};

export const desisteLogo: VarianteRuim = {
  codigo: 'desiste-logo',
  descricao: 'toma um servidor de e-mail fora do ar por uma recusa definitiva',
  apanhadaPor: /^DESISTENTE/,
  trocas: [
    {
      arquivo: 'src/plataforma/correio/falha-smtp.js',
      de: 'new FalhaDeEnvio(false, SEM_RESPOSTA.get(code)',
      para: 'new FalhaDeEnvio(true, SEM_RESPOSTA.get(code)',
    },
  ],
};
