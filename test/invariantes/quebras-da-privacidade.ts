import { chaveDe, guardada, NINGUEM, quebra, type QuebrasDoModulo } from './quebra.js';

const CK = 'ck_pedidos_de_privacidade';
const mudar = (mudanca: string, onde: string): string =>
  `UPDATE pedidos_de_privacidade SET ${mudanca} WHERE ${onde}`;

export const QUEBRAS_DA_PRIVACIDADE: QuebrasDoModulo = () => ({
  'PRIVACIDADE.RESPOSTA_INCOMPLETA': [
    guardada(`${CK}_atendido`, mudar('resposta = NULL', "status = 'ATENDIDO'")),
    guardada(`${CK}_atendido`, mudar('respondido_em = NULL', "status = 'ATENDIDO'")),
    guardada(`${CK}_recusado`, mudar('fundamento = NULL', "tipo = 'REVOGACAO'")),
    guardada(`${CK}_eliminacao`, mudar('respondido_por = NULL', "tipo = 'REVOGACAO'")),
    guardada(`${CK}_aberto`, mudar('prazo = NULL', "status = 'ABERTO'")),
  ],
  'PRIVACIDADE.ELIMINACAO_ACEITA': [
    guardada(`${CK}_eliminacao`, mudar('guarda_ate = NULL', "tipo = 'ELIMINACAO'")),
    guardada(`${CK}_eliminacao`, mudar("tipo = 'ELIMINACAO'", "status = 'ABERTO'")),
  ],
  'PRIVACIDADE.AUTOR_INEXISTENTE': [
    quebra(mudar(`aberto_por = ${NINGUEM}`, '1 = 1')),
    quebra(mudar(`respondido_por = ${NINGUEM}`, "status = 'ATENDIDO'")),
  ],
  'PRIVACIDADE.CHAVE_SEM_EFEITO': [chaveDe(`/v1/privacidade/pedidos/${NINGUEM}`)],
});
