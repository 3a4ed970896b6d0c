import {
  dadosDoTitular,
  DIA,
  INSTANTE,
  INTEIRO,
  TEXTO,
} from '../../../plataforma/privacidade/dados-do-titular.js';

/** What this module holds on a patient. */
export const DADOS_DA_PRIVACIDADE = dadosDoTitular({
  partes: [
    {
      nome: 'pedidosDePrivacidade',
      descricao: 'O que a pessoa pediu sobre os seus dados, e o que se respondeu.',
      tabela: 'pedidos_de_privacidade',
      onde: 't.paciente_id = ?',
      campos: {
        id: INTEIRO,
        tipo: TEXTO,
        status: TEXTO,
        descricao: TEXTO,
        aberto_em: INSTANTE,
        aberto_por: INTEIRO,
        prazo: DIA,
        respondido_em: INSTANTE,
        respondido_por: INTEIRO,
        resposta: TEXTO,
        fundamento: TEXTO,
        guarda_ate: DIA,
        versao: INTEIRO,
      },
      omitidos: { paciente_id: 'é a própria pessoa' },
    },
  ],
});
