import {
  dadosDoTitular,
  INSTANTE,
  INTEIRO,
  TEXTO,
} from '../../../plataforma/privacidade/dados-do-titular.js';

/** What this module holds on a patient: that he was written to, and whether it arrived. */
export const DADOS_DAS_NOTIFICACOES = dadosDoTitular({
  partes: [
    {
      nome: 'notificacoes',
      descricao: 'O que se mandou ao e-mail da pessoa.',
      tabela: 'notificacoes',
      onde: `t.destinatario IN (SELECT p.email FROM pacientes p WHERE p.id = ? AND p.email IS NOT NULL
              UNION SELECT u.email FROM usuarios u WHERE u.paciente_id = ?)`,
      campos: {
        id: INTEIRO,
        tipo: TEXTO,
        canal: TEXTO,
        destinatario: TEXTO,
        status: TEXTO,
        tentativas: INTEIRO,
        criada_em: INSTANTE,
        devida_em: INSTANTE,
        enviada_em: INSTANTE,
      },
      omitidos: {
        referencia: 'o mesmo e-mail pode servir a outra pessoa, de quem a referência diria algo',
        ocorrencia: 'identifica o que se passou, para não avisar duas vezes',
        dados: 'só identificadores, com que se escreve a mensagem',
        message_id: 'é do correio',
        erro: 'é do correio',
        versao: 'é do correio',
      },
    },
  ],
});
